/** The integer program of some of the choices, where those that are pinned must be among the chosen. */
import type { IntegerOptions, Solver } from '../integer-program/solver.ts'
import { type Choice, keyOf } from './choices.ts'
import { branchingIterations, branchingWork } from './effort.ts'
import type { Network } from './network.ts'
import { cascadeRows, joined } from './program.ts'

export interface Part {
  /** May name one more than once. */
  readonly candidates: readonly Choice[]
  readonly pinned: readonly Choice[]
  /** A set of choices to begin with, all of them pinned or candidates. */
  readonly start: readonly Choice[]
}

export interface PartAnswer {
  readonly state: 'optimal' | 'infeasible' | 'stopped'
  readonly choices: readonly Choice[] | undefined
  /** No set of these choices with the pinned ones has a greater objective. */
  readonly bound: number
  readonly work: number
}

export interface PartOptions extends Pick<IntegerOptions, 'relativeGap' | 'stop'> {
  /** About how much work may be done. */
  readonly workMost: number
  readonly onIncumbent?: (choices: readonly Choice[]) => void
}

export const solvePart = (
  network: Network,
  solver: Solver,
  { candidates, pinned, start }: Part,
  { workMost, onIncumbent, ...options }: PartOptions,
): PartAnswer => {
  const taken = new Set(pinned.flatMap((choice) => peopleOf(network, choice)))
  const free = candidates.filter((choice) => !peopleOf(network, choice).some((person) => taken.has(person)))
  const all = [...pinned]
  const places = new Map(all.map((choice, index) => [keyOf(choice), index]))
  for (const choice of [...free, ...start])
    if (!places.has(keyOf(choice))) {
      places.set(keyOf(choice), all.length)
      all.push(choice)
    }
  const rows = cascadeRows(network)
  const program = joined(rows.limits, rows.add(all))
  const { missCount } = rows
  const values = new Float64Array(missCount + all.length)
  for (const choice of start) values[missCount + (places.get(keyOf(choice)) ?? 0)] = 1
  fillMisses(network, program.columns, values, missCount)
  program.columns.lower.fill(1, missCount, missCount + pinned.length)
  const chosenOf = (found: Float64Array) => all.filter((_, index) => (found[missCount + index] ?? 0) > 0.5)
  const rowCount = program.rows.least.length
  const answer = solver.solveInteger(program, {
    ...options,
    iterationsMost: branchingIterations(workMost, rowCount),
    integer: (column) => column >= missCount,
    start: values,
    ...(onIncumbent && { onIncumbent: (found: Float64Array) => onIncumbent(chosenOf(found)) }),
  })
  return {
    state: answer.state,
    choices: answer.values && chosenOf(answer.values),
    bound: answer.bound,
    work: branchingWork(answer.iterations, rowCount, program.columns.rows.length),
  }
}

export const peopleOf = ({ problem }: Network, { arcs }: Choice): number[] =>
  arcs.map((arc) => problem.arcs.person[arc] ?? 0)

/** Misses of priced limits under the chosen values, so that the start is a whole solution. */
const fillMisses = (
  { problem }: Network,
  columns: { readonly starts: Int32Array; readonly rows: Int32Array; readonly values: Float64Array },
  values: Float64Array,
  missCount: number,
): void => {
  const sum = new Float64Array(problem.limits.length)
  for (let column = missCount; column < values.length; column++) {
    if (!values[column]) continue
    for (let at = columns.starts[column] ?? 0; at < (columns.starts[column + 1] ?? 0); at++) {
      const row = columns.rows[at] ?? 0
      if (row < sum.length) sum[row] = (sum[row] ?? 0) + (columns.values[at] ?? 0)
    }
  }
  for (let column = 0; column < missCount; column++) {
    const row = columns.rows[columns.starts[column] ?? 0] ?? 0
    const { least, most } = problem.limits[row] ?? { least: 0, most: 0 }
    const under = (columns.values[columns.starts[column] ?? 0] ?? 0) > 0
    values[column] = Math.max(0, under ? least - (sum[row] ?? 0) : (sum[row] ?? 0) - most)
  }
}
