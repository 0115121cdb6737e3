/** Why not that move? What the best set of moves with it comes to. */
import type { CascadeProblem, CascadeSolution, Infeasible, SearchOptions } from './problem.ts'
import { solveCascade } from './search.ts'

/** What a plan loses by a move that it lacks. */
export interface Loss {
  /** The best set found with the move. */
  readonly solution: CascadeSolution
  /** The loss lies between these, in units of the objective; below 0 where the move makes a better plan than the one given. */
  readonly least: number
  readonly most: number
}

/** A question is answered in a few seconds, even if not exactly. */
const WORK = 3

/**
 * What `plan` loses when `arc` must be chosen; infeasible where no set of moves with it keeps the limits, and then the clash
 * names limits of `problem` only, which need not clash without the move.
 * @example await lossOfArc(problem, plan, 7) // { least: 0.2, most: 0.21, solution }
 */
export const lossOfArc = async (
  problem: CascadeProblem,
  plan: CascadeSolution,
  arc: number,
  options: SearchOptions = {},
): Promise<Loss | Infeasible> => {
  const must = { arcs: Int32Array.of(arc), coefficients: Float64Array.of(1), least: 1, most: Number.POSITIVE_INFINITY }
  const forced = { ...problem, limits: [...problem.limits, must] }
  const found = await solveCascade(forced, { work: WORK, start: plan.chosen, ...options })
  if ('clash' in found) return { ...found, clash: found.clash.filter((limit) => limit < problem.limits.length) }
  const given = problem.limits.length
  const solution = {
    ...found,
    missed: found.missed.slice(0, given),
    ...(found.prices && { prices: found.prices.slice(0, given) }),
  }
  return { solution, least: plan.objective - found.bound, most: plan.objective - found.objective }
}
