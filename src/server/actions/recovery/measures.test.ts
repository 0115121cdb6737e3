import { expect, test } from 'vitest'
import { type Judged, judgeMeasure, refusalFaults, toldWithin } from './measures.ts'

const judged = (truth: number, value: number, raw: number, group = 'a'): Judged => ({
  id: String(truth),
  group,
  truth,
  value,
  lower: value - 0.5,
  upper: value + 0.5,
  naive: { 'raw mean': raw },
})

test('a measure is judged inside its groups, beside the naive figure', () => {
  const people = [judged(1, 1.1, 3), judged(2, 2.1, 1), judged(3, 3.1, 2), judged(11, 1, 1, 'b'), judged(12, 2, 2, 'b')]
  const found = judgeMeasure('rating', people, 4)
  expect(found).toMatchObject({ n: 5, groups: 2, notSeparable: 4, coverage90: 1, slope: 1 })
  expect(found?.ours.pearson).toBeCloseTo(1, 12)
  // By hand: truths −1 0 1 −½ ½ against raw means 1 −1 0 −½ ½ give −½ / √(2.5 · 2.5).
  expect(found?.naive['raw mean']?.pearson).toBeCloseTo(-0.5 / 2.5, 12)
  expect(judgeMeasure('rating', people.slice(3), 0)).toBeUndefined()
})

test('a baseline that knows only some people is judged on those', () => {
  const people = [1, 2, 3, 4].map((truth) => ({
    ...judged(truth, truth, truth),
    naive: { known: truth > 1 ? truth : undefined },
  }))
  expect(judgeMeasure('rating', people, 0)?.naive.known).toEqual({ n: 3, pearson: 1, spearman: 1 })
})

test('every pair of unconnected people in one group is a fault', () => {
  const parts = (text: string) => [...text].map((component) => ({ group: 'g', component }))
  expect(refusalFaults(parts('MMMXX'))).toBe(6)
  expect(refusalFaults([...parts('MMM'), { group: 'h', component: 'X' }])).toBe(0)
})

test('a pair within a set is told apart only where both have a value in one group', () => {
  const results = new Map([
    ['a', judged(0, 0, 0)],
    ['b', judged(0, 5, 0)],
    ['c', undefined],
    ['d', judged(0, 5, 0, 'other')],
  ])
  expect(toldWithin([['a', 'b', 'c', 'd', 'nobody']], results)).toEqual({ pairs: 6, told: 1 })
})
