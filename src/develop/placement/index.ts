/** 历练安排: the reserve placed in open seats, round by round, with a certified bound. */
export { type PlacedPerson, type Placement, placementList, placementResult } from './result.ts'
export { type PlacementState, placementRound } from './round.ts'
export { type WhyNotPlaced, whyNotPlaced } from './why-not.ts'
