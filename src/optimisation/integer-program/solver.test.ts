import { expect, test } from 'vitest'
import { type Columns, loadSolver, type Program } from './solver.ts'

/** Columns without entries but those given by row, each from 0 to `upper`. */
const columns = (
  cost: number[],
  entries: [row: number, value: number][][],
  upper = Number.POSITIVE_INFINITY,
): Columns => {
  const starts = Int32Array.of(0, ...entries.map((_, column) => entries.slice(0, column + 1).flat().length))
  return {
    cost: Float64Array.from(cost),
    lower: new Float64Array(cost.length),
    upper: new Float64Array(cost.length).fill(upper),
    starts,
    rows: Int32Array.from(entries.flat(), ([row]) => row),
    values: Float64Array.from(entries.flat(), ([, value]) => value),
  }
}
const none = Number.NEGATIVE_INFINITY

/** Chairs and tables of the manual of HiGHS: 20 chairs and 10 tables, 1000. */
const carpentry: Program = {
  columns: columns(
    [30, 40],
    [
      [
        [0, 1],
        [1, 2],
      ],
      [
        [0, 2],
        [1, 1],
      ],
    ],
  ),
  rows: { least: Float64Array.of(none, none), most: Float64Array.of(40, 50) },
}

test.for(['simplex', 'barrier', 'vertex'] as const)(
  'a linear program and what its rows are worth: %s',
  async (method) => {
    const { openLinear } = await loadSolver()
    const program = openLinear(carpentry)
    const { state, objective, values, prices } = program.solve(method)
    program.close()
    expect(state).toBe('optimal')
    expect(objective).toBeCloseTo(1000, 4)
    expect([...values]).toEqual([expect.closeTo(20, 4), expect.closeTo(10, 4)])
    // One more hour of carpentry is worth 50/3, of finishing 20/3.
    expect([...prices]).toEqual([expect.closeTo(50 / 3, 4), expect.closeTo(20 / 3, 4)])
  },
)

test('a row that must reach its least has a price below zero', async () => {
  const { openLinear } = await loadSolver()
  const rows = { least: Float64Array.of(3), most: Float64Array.of(Number.POSITIVE_INFINITY) }
  const program = openLinear({ columns: columns([-2], [[[0, 1]]]), rows })
  expect(program.solve('simplex')).toMatchObject({ objective: -6, prices: Float64Array.of(-2) })
  program.close()
})

test('columns and rows join, and bounds are drawn', async () => {
  const { openLinear } = await loadSolver()
  const program = openLinear(carpentry)
  program.solve('simplex')
  const more = { least: Float64Array.of(none), most: Float64Array.of(4) }
  program.add(
    more,
    columns(
      [100],
      [
        [
          [0, 1],
          [2, 1],
        ],
      ],
    ),
  )
  const joined = program.solve('simplex')
  expect(joined.values[2]).toBeCloseTo(4)
  expect(joined.objective).toBeGreaterThan(1000)
  program.bound(Int32Array.of(2), 0, 0)
  expect(program.solve('simplex').objective).toBeCloseTo(1000)
  program.bound(Int32Array.of(2), 5, 5)
  expect(program.solve('simplex').state).toBe('infeasible')
  program.close()
})

test('a knapsack: the best, its bound, and every better one on the way', async () => {
  const { solveInteger } = await loadSolver()
  // Martello and Toth 1990, example 2.1: capacity 9 holds items 1 and 4.
  const sizes = [2, 3, 6, 5]
  const rows = { least: Float64Array.of(none), most: Float64Array.of(9) }
  const program = {
    columns: columns(
      [6, 10, 12, 13],
      sizes.map((size) => [[0, size]]),
      1,
    ),
    rows,
  }
  const seen: number[] = []
  const answer = solveInteger(program, { integer: () => true, onIncumbent: (values) => seen.push(values.length) })
  expect(answer.state).toBe('optimal')
  expect(answer.bound).toBeCloseTo(23)
  expect([...(answer.values ?? [])].map(Math.round)).toEqual([0, 1, 0, 1])
})

test('an integer program without a solution says so', async () => {
  const { solveInteger } = await loadSolver()
  const rows = { least: Float64Array.of(1), most: Float64Array.of(1) }
  const answer = solveInteger({ columns: columns([1], [[[0, 2]]], 1), rows }, { integer: () => true })
  expect(answer.state).toBe('infeasible')
  expect(answer.values).toBeUndefined()
})
