import { type IntegerAnswer, loadSolver } from '../integer-program/solver.ts'
import { greedyAllotment } from './greedy.ts'
import { type Allotment, type AllotmentProblem, worthOf } from './problem.ts'
import { programOf } from './program.ts'

export interface AllotmentOptions {
  /** Ends when the gap is proven to be at most this. */
  readonly relativeGap?: number
  /** Simplex iterations, at most: the same problem has the same answer on every machine. */
  readonly iterationsMost?: number
}

/**
 * The best allotment found, with a proven bound: a greedy start, then an integer program. The same problem has the same
 * answer. Places are kept, nobody has two events that share a day, and of no group are too many away at once.
 * @example (await solveAllotment(problem)).gap // 0: proven best
 */
export async function solveAllotment(
  problem: AllotmentProblem,
  { relativeGap = 1e-3, iterationsMost = 60_000 }: AllotmentOptions = {},
): Promise<Allotment> {
  const start = greedyAllotment(problem)
  if (problem.arcs.length === 0) return { chosen: [], objective: 0, bound: 0, gap: 0 }
  const solver = await loadSolver()
  const program = programOf(problem)
  const { amounts } = program
  const answer = solver.solveInteger(program, {
    integer: (column) => column < problem.arcs.length,
    start: valuesOf(problem, amounts, start),
    relativeGap,
    iterationsMost,
  })
  const chosen = better(problem, start, chosenIn(problem, answer))
  const objective = worthOf(problem, chosen)
  const bound = Math.max(objective, Math.min(answer.bound, everybodyAlone(problem)))
  return { chosen, objective, bound, gap: bound === 0 ? 0 : (bound - objective) / bound }
}

const chosenIn = ({ arcs }: AllotmentProblem, { values }: IntegerAnswer): readonly number[] | undefined =>
  values && arcs.flatMap((_, arc) => ((values[arc] as number) > 0.5 ? [arc] : []))

const better = (
  problem: AllotmentProblem,
  start: readonly number[],
  found: readonly number[] | undefined,
): readonly number[] => (found && worthOf(problem, found) > worthOf(problem, start) ? found : start)

function valuesOf(problem: AllotmentProblem, amounts: readonly number[], chosen: readonly number[]): Float64Array {
  const { arcs, people, events } = problem
  const given = new Float64Array(people.length)
  const values = new Float64Array(arcs.length + amounts.length)
  for (const index of chosen) {
    const arc = arcs[index]
    if (!arc) continue
    values[index] = 1
    given[arc.person] = (given[arc.person] as number) + (events[arc.event]?.gives ?? 0)
  }
  for (const [place, person] of amounts.entries())
    values[arcs.length + place] = Math.min(people[person]?.wants ?? 0, given[person] as number)
  return values
}

/** What it would be worth if places had no end and nobody stood in another's way: a bound without a search. */
function everybodyAlone({ arcs, people }: AllotmentProblem): number {
  const best = new Map<string, number>()
  for (const [index, { person, theme, value }] of arcs.entries()) {
    const want = theme < 0 ? `arc ${index}` : `${person}/${theme}`
    best.set(want, Math.max(best.get(want) ?? 0, value))
  }
  const themes = [...best.values()].reduce((sum, value) => sum + value, 0)
  return people.reduce((sum, { wants, unitValue }) => sum + wants * unitValue, themes)
}
