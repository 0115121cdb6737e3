import { expect, test } from 'vitest'
import { normals } from '../fixtures/rated-town.ts'
import { fitTwoWay } from './two-way.ts'

/** Every rater rates everybody: score = person - severity. */
function panel(people: readonly number[], severities: readonly number[], noise: () => number) {
  const cells = severities.flatMap((severity, rater) =>
    people.map((person, row) => ({ row, rater, value: person - severity + noise() })),
  )
  return {
    rows: Int32Array.from(cells, ({ row }) => row),
    columns: Int32Array.from(cells, ({ rater }) => rater),
    values: Float64Array.from(cells, ({ value }) => value),
    rowCount: people.length,
    columnCount: severities.length,
  }
}

test('severity goes to the raters and what stands out to the rated', () => {
  const { effects, freedom, information } = fitTwoWay(panel([1, 0, -1], [0, 2, 5, 1], () => 0))
  expect([...effects]).toEqual([expect.closeTo(1, 9), expect.closeTo(0, 9), expect.closeTo(-1, 9)])
  expect(freedom).toBe(3 * 4 - 3 - 4 + 1)
  expect(information[0]).toBeCloseTo(4 * (1 - 1 / 3), 9)
})

test('two wild scores among twenty hardly move anybody', () => {
  const normal = normals(4)
  const cells = panel(
    [0.5, 0, 0, -0.5],
    Array.from({ length: 20 }, () => 2 * Math.abs(normal())),
    () => 0.2 * normal(),
  )
  const before = fitTwoWay(cells).effects[0] as number
  cells.values[0] = (cells.values[0] as number) - 8
  cells.values[4] = (cells.values[4] as number) - 8
  expect(Math.abs((fitTwoWay(cells).effects[0] as number) - before)).toBeLessThan(0.15)
})

test('those whom no rater rates together are not compared', () => {
  const { component, effects } = fitTwoWay({
    rows: Int32Array.of(0, 1, 2, 3),
    columns: Int32Array.of(0, 0, 1, 1),
    values: Float64Array.of(5, 3, 9, 8),
    rowCount: 4,
    columnCount: 2,
  })
  expect([...component]).toEqual([0, 0, 2, 2])
  expect((effects[0] as number) + (effects[1] as number)).toBeCloseTo(0, 9)
  expect((effects[2] as number) + (effects[3] as number)).toBeCloseTo(0, 9)
})
