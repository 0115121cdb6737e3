/** 历练安排: the reserve placed in open seats, round by round, with a certified bound. */
export type { PlacementGround } from './problem.ts'
export {
  type Contested,
  type Placed,
  type PlacedPerson,
  type Placement,
  placementList,
  placementResult,
} from './result.ts'
export { type PlacementState, placementRound } from './round.ts'
export type { PlacementFault } from './verify.ts'
export { type WhyNotPlaced, whyNotAnswers, whyNotPlaced } from './why-not.ts'
