import { expect, test } from 'vitest'
import type { Estimate } from '#domain/estimate.ts'
import { rankIntervals } from './rank-intervals.ts'

const at = (value: number, sd: number, group = 'G'): Estimate => ({
  separable: true,
  value,
  sd,
  lower: value - 1.64 * sd,
  upper: value + 1.64 * sd,
  n: 9,
  group,
  parts: [],
})
const of = (...estimates: Estimate[]) => [
  ...rankIntervals(
    estimates.map((estimate, index) => ({ cadreId: `C${index}`, measure: 'rating', estimate })),
  ).values(),
]

test('whom the data tell apart stand in an order', () => {
  expect(of(at(3, 0.1), at(2, 0.1), at(1, 0.1)).map(({ from, to }) => [from, to])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
})

test('whom they do not tell apart share all places', () => {
  expect(of(at(1.2, 1), at(1.1, 1), at(1, 1)).map(({ from, to, alike }) => [from, to, alike])).toEqual([
    [1, 3, 2],
    [1, 3, 2],
    [1, 3, 2],
  ])
})

test('nobody is compared across groups, alone, or without a value', () => {
  const nothing: Estimate = { separable: false, n: 2, group: 'G', cause: { zh: '', en: '' } }
  expect(of(at(1, 0.1, 'A'), at(2, 0.1, 'B'), nothing)).toEqual([])
})
