/**
 * The search for the best cascade of moves: relaxation and rounding, improvement of parts, and the core, which proves what
 * is left to gain.
 */
import { loadSolver, type Solver } from '../integer-program/solver.ts'
import { chainsOf } from './chains.ts'
import { clashOf } from './clash.ts'
import type { Choice } from './choices.ts'
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

export const solveCascade = async (
  problem: CascadeProblem,
  options: SearchOptions = {},
): Promise<CascadeSolution | Infeasible> => {
  const solver = await loadSolver()
  const effort = effortOf(options.work ?? WORK, options.seconds)
  const network = networkOf(problem)
  const told = (standing: Standing) => {
    const go = options.onImprovement?.({ solution: solutionOf(problem, standing), fraction: effort.fraction() })
    if (go === false) effort.stop()
  }
  const wished = (options.start && chainsOf(network, options.start)) ?? []
  const start = keeping(network, solver, effort, wished)
  if (!start) return { clash: clashOf(problem, (fewer) => keeping(networkOf(fewer), solver, effort, []) !== undefined) }
  return solutionOf(problem, improve({ network, solver, effort, gap: options.gap ?? GAP, told }, start))
}

/** A set of choices that keeps the limits without a price, near the wished one if that does not; nothing if there is none. */
const keeping = (
  network: Network,
  solver: Solver,
  effort: Effort,
  wished: readonly Choice[],
): readonly Choice[] | undefined => {
  const keeps = (choices: readonly Choice[]) => worthOf(network.problem, arcsOf(choices)).broken === 0
  if (keeps(wished)) return wished
  if (keeps([])) return []
  const { arcs, limits } = network.problem
  const hard = limits.flatMap((limit) => (limit.price === undefined ? [{ ...limit, price: 1 }] : []))
  const misses = { ...network.problem, arcs: { ...arcs, gain: new Float64Array(arcs.gain.length) }, limits: hard }
  let impossible = false
  const within: Effort = { ...effort, over: () => effort.over() || impossible }
  const told = ({ bound }: Standing) => {
    impossible ||= bound < -1e-6
  }
  const best = improve({ network: networkOf(misses), solver, effort: within, gap: 0, told }, wished)
  return keeps(best.choices) ? best.choices : undefined
}

const arcsOf = (choices: readonly Choice[]): Int32Array => Int32Array.from(choices.flatMap(({ arcs }) => arcs)).sort()

const solutionOf = (problem: CascadeProblem, { choices, bound, prices }: Standing): CascadeSolution => {
  const chosen = arcsOf(choices)
  const { objective, missed } = worthOf(problem, chosen)
  return { chosen, objective, missed, bound: Math.max(bound, objective), ...(prices && { prices }) }
}

/** From a set of choices that keeps the limits without a price, while there is work left and something to gain. */
const improve = (search: Search, start: readonly Choice[]): Standing => {
  const { network, effort, gap, told } = search
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
    done: () => effort.over() || best.bound - best.objective <= Math.max(LEAST_GAIN, gap * Math.abs(best.objective)),
  }
  const relaxation = relax(search, start, standing.lower)
  set({ ...best, prices: relaxation.limitPrices })
  standing.offer(relaxation.rounded)
  improveParts(search, relaxation, standing)
  return best
}
