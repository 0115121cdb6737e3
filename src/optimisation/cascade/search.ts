/**
 * The search for the best cascade of moves: relaxation and rounding, improvement of parts, and the core, which proves what
 * is left to gain.
 */
import { loadSolver, type Solver } from '../integer-program/solver.ts'
import { chainsOf } from './chains.ts'
import type { Choice } from './choices.ts'
import { clashOf } from './clash.ts'
import { type Effort, effortOf } from './effort.ts'
import { improveParts } from './improvement.ts'
import { type Network, networkOf } from './network.ts'
import type { CascadeProblem, CascadeSolution, Infeasible, SearchOptions } from './problem.ts'
import { relax } from './relaxation.ts'
import type { Incumbent, Search, Standing } from './standing.ts'
import { worthOf } from './worth.ts'

/** Of a search that says nothing else. */
const WORK = 30
const GAP = 1e-6
const LEAST_GAIN = 1e-9
/** Less than this is not a miss that is proven. */
const MISS = 1e-6
/** For each question whether some limits can hold together. */
const CLASH_WORK = 3

export const solveCascade = async (
  problem: CascadeProblem,
  options: SearchOptions = {},
): Promise<CascadeSolution | Infeasible> => {
  const solver = await loadSolver()
  const effort = effortOf(options.work ?? WORK, options.seconds)
  const network = networkOf(problem)
  const { gap = GAP, difference = 0 } = options
  const told = (standing: Standing) => {
    const go = options.onImprovement?.({ solution: solutionOf(problem, standing), fraction: effort.fraction() })
    if (go === false) effort.stop()
  }
  const wished = (options.start && chainsOf(network, options.start)) ?? []
  const begin = keeping(network, solver, effort, wished)
  if ('choices' in begin)
    return solutionOf(problem, improve({ network, solver, effort, gap, difference, told }, begin.choices))
  if (!begin.impossible) return { clash: begin.missed, unproven: true }
  const mayHold = (fewer: CascadeProblem): boolean => {
    const found = keeping(networkOf(fewer), solver, effortOf(CLASH_WORK, options.seconds), [])
    return 'choices' in found || !found.impossible
  }
  return { clash: clashOf(problem, mayHold) }
}

/** Choices that keep the limits without a price; or whether there can be none, and the limits that the nearest ones miss. */
type Keeping = { readonly choices: readonly Choice[] } | { readonly impossible: boolean; readonly missed: Int32Array }

/** Seeks choices with the fewest misses, from those that are wished. */
const keeping = (network: Network, solver: Solver, effort: Effort, wished: readonly Choice[]): Keeping => {
  const { problem } = network
  const broken = (choices: readonly Choice[]) => worthOf(problem, arcsOf(choices)).broken > 0
  if (!broken(wished)) return { choices: wished }
  if (!broken([])) return { choices: [] }
  const { arcs, limits } = problem
  const hard = limits.flatMap((limit) => (limit.price === undefined ? [{ ...limit, price: 1 }] : []))
  const misses = { ...problem, arcs: { ...arcs, gain: new Float64Array(arcs.gain.length) }, limits: hard }
  let known = false
  let impossible = false
  const within: Effort = { ...effort, over: () => known || effort.over() }
  const told = ({ bound, objective }: Standing) => {
    impossible ||= bound < -MISS
    known ||= impossible || objective > -LEAST_GAIN
  }
  const { choices } = improve(
    { network: networkOf(misses), solver, effort: within, gap: 0, difference: 0, told },
    wished,
  )
  if (!broken(choices)) return { choices }
  const { missed } = worthOf(problem, arcsOf(choices))
  const named = limits.flatMap(({ price }, index) => (price === undefined && (missed[index] ?? 0) > 0 ? [index] : []))
  return { impossible, missed: Int32Array.from(named) }
}

const arcsOf = (choices: readonly Choice[]): Int32Array => Int32Array.from(choices.flatMap(({ arcs }) => arcs)).sort()

const solutionOf = (problem: CascadeProblem, { choices, bound, prices }: Standing): CascadeSolution => {
  const chosen = arcsOf(choices)
  const { objective, missed } = worthOf(problem, chosen)
  return { chosen, objective, missed, bound: Math.max(bound, objective), ...(prices && { prices }) }
}

/** From a set of choices that keeps the limits without a price, while there is work left and something to gain. */
const improve = (search: Search, start: readonly Choice[]): Standing => {
  const { network, effort, gap, difference, told } = search
  const { problem } = network
  const { objective } = worthOf(problem, arcsOf(start))
  let best: Standing = { choices: start, objective, bound: Number.POSITIVE_INFINITY, prices: undefined }
  const set = (next: Standing): void => {
    best = next
    told(best)
  }
  const standing: Incumbent = {
    now: () => best,
    offer: (choices) => {
      const { objective, broken } = worthOf(problem, arcsOf(choices))
      if (broken > 0 || objective <= best.objective + LEAST_GAIN) return false
      set({ ...best, choices, objective })
      return true
    },
    lower: (bound) => {
      if (bound < best.bound) set({ ...best, bound: Math.max(bound, best.objective) })
    },
    done: () =>
      effort.over() || best.bound - best.objective <= Math.max(LEAST_GAIN, gap * Math.abs(best.objective), difference),
  }
  const relaxation = relax(search, start, standing.lower)
  set({ ...best, prices: relaxation.limitPrices })
  standing.offer(relaxation.rounded)
  improveParts(search, relaxation, standing)
  return best
}
