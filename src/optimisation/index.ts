/**
 * 搜索: the best assignment, and the best cascade of moves, among people and seats that are numbers only. Facts, law and
 * wording are elsewhere: `appoint/slate` writes the problem and reads the answer.
 */
export { greedyAllotment } from './allotment/greedy.ts'
export type {
  Allotment,
  AllotmentArc,
  AllotmentEvent,
  AllotmentFault,
  AllotmentPerson,
  AllotmentProblem,
} from './allotment/problem.ts'
export { faultsOf as allotmentFaultsOf } from './allotment/problem.ts'
export { type AllotmentOptions, solveAllotment } from './allotment/solve.ts'
export { type Lock, type OpenAssignment, openAssignment } from './assignment/open-assignment.ts'
export { type Assignment, type AssignmentProblem, type DenseAssignmentProblem, lossOf } from './assignment/problem.ts'
export { solveAssignment, solveDenseAssignment } from './assignment/solve.ts'
export { type Loss, lossOfArc } from './cascade/loss.ts'
export type {
  Arcs,
  CascadeProblem,
  CascadeSolution,
  Infeasible,
  Limit,
  SearchOptions,
} from './cascade/problem.ts'
export { type Fault, faultsOf, reckon } from './cascade/rules.ts'
export { solveCascade } from './cascade/search.ts'
