/**
 * The search for the best cascade of moves: relaxation and rounding, improvement of parts, and the core, which proves what
 * is left to gain.
 */
import { loadSolver, type Solver } from '../integer-program/solver.ts'
import { chainsOf } from './chains.ts'
import { clashOf } from './clash.ts'
import type { Choice } from './choices.ts'
import { coreOf } from './core.ts'
import { branchingIterations, branchingWork, type Effort, effortOf } from './effort.ts'
import { keyOf } from './choices.ts'
import { neighbourhood, relationsOf, seeded } from './neighbourhood.ts'
import { type Network, networkOf } from './network.ts'
import { solvePart } from './part.ts'
import type { CascadeProblem, CascadeSolution, Infeasible, SearchOptions } from './problem.ts'
import { type Relaxation, relax } from './relaxation.ts'
import { worthOf } from './worth.ts'

/** Of a search that says nothing else. */
const WORK = 30
const GAP = 1e-6

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

interface Search {
  readonly network: Network
  readonly solver: Solver
  readonly effort: Effort
  readonly gap: number
  readonly told: (standing: Standing) => void
}

/** The best set of choices known, and what none can exceed. */
interface Standing {
  readonly choices: readonly Choice[]
  readonly objective: number
  readonly bound: number
}

const arcsOf = (choices: readonly Choice[]): Int32Array => Int32Array.from(choices.flatMap(({ arcs }) => arcs)).sort()

const solutionOf = (problem: CascadeProblem, { choices, bound }: Standing): CascadeSolution => {
  const chosen = arcsOf(choices)
  const { objective, missed } = worthOf(problem, chosen)
  return { chosen, objective, missed, bound: Math.max(bound, objective) }
}

/** From a set of choices that keeps the limits without a price, while there is work left and something to gain. */
const improve = (search: Search, start: readonly Choice[]): Standing => {
  const { network, solver, effort, gap, told } = search
  const { problem } = network
  let best: Standing = { choices: start, objective: worthOf(problem, arcsOf(start)).objective, bound: Number.POSITIVE_INFINITY }
  const better = (next: Standing) => {
    best = next
    told(best)
  }
  const offer = (choices: readonly Choice[] | undefined): boolean => {
    if (!choices) return false
    const { objective, broken } = worthOf(problem, arcsOf(choices))
    if (broken > 0 || objective <= best.objective + 1e-9) return false
    better({ ...best, choices, objective })
    return true
  }
  const lower = (bound: number) => {
    if (bound < best.bound) better({ ...best, bound: Math.max(bound, best.objective) })
  }
  const done = () => effort.over() || best.bound - best.objective <= Math.max(1e-9, gap * Math.abs(best.objective))

  const relaxation = relax(network, solver, start, effort, lower)
  offer(relaxation.rounded)
  const part = partsOf(search, relaxation)
  if (process.env['O2']) console.log('rounded', best.objective, best.bound, effort.fraction())
  while (!done()) {
    const rest = effort.left()
    part.reconsider(best, offer, done, rest / 3)
    if (process.env['O2']) console.log('parts', best.objective, best.bound, effort.fraction())
    if (done()) break
    lower(part.prove(best, offer, rest / 3))
    if (process.env['O2']) console.log('core', best.objective, best.bound, effort.fraction())
  }
  return best
}

/** A core of more choices than this is cut to those that lose least. */
const CORE_MOST = 6000
/** Moves that are reconsidered together at first; more where parts are easy, fewer where they are hard. */
const PART_SIZE = 60
/** Parts without a gain, after which the core is tried. */
const FRUITLESS_MOST = 12

const partsOf = ({ network, solver, effort, gap }: Search, { bound, choices, values }: Relaxation) => {
  const random = seeded(1)
  const fractions = new Map(choices.map((choice, index) => [keyOf(choice), values[index] ?? 0]))
  let size = PART_SIZE
  const coreFor = (best: Standing) => {
    const graded = coreOf(network, bound, bound.value - best.objective + 1e-7)
    graded.sort((a, b) => a.loss - b.loss)
    const core = graded.slice(0, CORE_MOST).map(({ choice }) => choice)
    /** What no set with a choice outside the core exceeds. */
    return { core, outside: bound.value - (graded[CORE_MOST]?.loss ?? Number.POSITIVE_INFINITY) }
  }
  return {
    reconsider: (start: Standing, offer: (choices: readonly Choice[] | undefined) => boolean, done: () => boolean, work: number) => {
      let best = start.choices
      const { core } = coreFor(start)
      const relations = relationsOf(network, core, fractions)
      const until = effort.left() - work
      for (let fruitless = 0; fruitless < FRUITLESS_MOST && !done() && effort.left() > until; fruitless++) {
        const free = neighbourhood(network, best, relations, Math.round(size), random)
        const pinned = best.filter((choice) => !free.has(choice))
        const answer = solvePart(network, solver, { candidates: core, pinned, start: best }, {
          relativeGap: 1e-5,
          iterationsMost: 2000,
          stop: () => effort.over(),
        })
        effort.spend(branchingWork(answer.iterations, answer.rows, answer.entries))
        size *= answer.state === 'optimal' && answer.iterations < 500 ? 1.1 : answer.iterations > 1000 ? 0.8 : 1
        if (offer(answer.choices) && answer.choices) {
          best = answer.choices
          fruitless = -1
        }
      }
    },
    prove: (start: Standing, offer: (choices: readonly Choice[] | undefined) => boolean, work: number): number => {
      const { core, outside } = coreFor(start)
      const answer = solvePart(network, solver, { candidates: core, pinned: [], start: start.choices }, {
        relativeGap: gap,
        iterationsMost: branchingIterations(work, 1000),
        onIncumbent: offer,
        stop: () => effort.over(),
      })
      effort.spend(branchingWork(answer.iterations, answer.rows, answer.entries))
      offer(answer.choices)
      return Math.max(answer.state === 'infeasible' ? Number.NEGATIVE_INFINITY : answer.bound, outside)
    },
  }
}
