/**
 * 搜索: the best assignment, and the best cascade of moves, among people and seats that are numbers only. Facts, law and
 * wording are elsewhere: `appoint/slate` writes the problem and reads the answer.
 */
export type {
  Arcs,
  CascadeProblem,
  CascadeSolution,
  Infeasible,
  Limit,
  SearchOptions,
} from './cascade/problem.ts'
