import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LimitedAssignment, solveWithinLimits } from './within-limits.ts'

/** Rows of [column, gain, group]. */
type Rows = readonly (readonly (readonly [column: number, gain: number, group: number])[])[]

const problemOf = (rows: Rows, columnCount: number, most: readonly number[]): LimitedAssignment => ({
  columnCount,
  rowStarts: Int32Array.from(rows.reduce((starts, row) => [...starts, (starts.at(-1) ?? 0) + row.length], [0])),
  columns: Int32Array.from(rows.flat(), ([column]) => column),
  wayStarts: Int32Array.from({ length: rows.flat().length + 1 }, (_, pair) => pair),
  gains: Float64Array.from(rows.flat(), ([, gain]) => gain),
  groups: Int32Array.from(rows.flat(), ([, , group]) => group),
  most: Int32Array.from(most),
})

/** The best that there is, by trying everything. */
function best(rows: Rows, most: readonly number[], row = 0, used: readonly number[] = [], left = most): number {
  const own = rows[row]
  if (!own) return 0
  return Math.max(
    best(rows, most, row + 1, used, left),
    ...own.map(([column, gain, group]) =>
      used.includes(column) || (group >= 0 && (left[group] ?? 0) === 0)
        ? 0
        : gain +
          best(
            rows,
            most,
            row + 1,
            [...used, column],
            left.map((count, at) => (at === group ? count - 1 : count)),
          ),
    ),
  )
}

test('two want the only seat: the one who gains more has it', () => {
  const found = solveWithinLimits(problemOf([[[0, 0.8, -1]], [[0, 1, -1]]], 1, []), { rounds: 10 })
  expect(found).toEqual({ ways: [1], objective: 1, bound: 1 })
})

test('a unit that may give one keeps the other, and what that costs is proven', () => {
  const rows: Rows = [
    [[0, 1, 0]],
    [
      [1, 1, 0],
      [2, 0.9, 1],
    ],
  ]
  expect(solveWithinLimits(problemOf(rows, 3, [1, 1]), { rounds: 60 })).toMatchObject({ objective: 1.9 })
})

test('limits are kept, nothing is better than the bound, and the bound holds for the best there is', () => {
  const arc = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom(0.6, 0.8, 1, 1.8),
    fc.integer({ min: -1, max: 2 }),
  )
  const row = fc.uniqueArray(arc, { maxLength: 4, selector: ([column]) => column })
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
      (rows, most) => {
        const problem = problemOf(rows, 5, most)
        const { ways, objective, bound } = solveWithinLimits(problem, { rounds: 60 })
        const counts = most.map((_, group) => ways.filter((one) => problem.groups[one] === group).length)
        const optimum = best(rows, most)
        expect(counts.every((count, group) => count <= (most[group] ?? 0))).toBe(true)
        expect(new Set(ways.map((one) => problem.columns[one])).size).toBe(ways.length)
        expect(objective).toBeLessThanOrEqual(optimum + 1e-6)
        expect(bound).toBeGreaterThanOrEqual(optimum - 1e-6)
      },
    ),
    { numRuns: 200 },
  )
})
