import { describe, expect, test } from 'vitest'
import { normals } from '../fixtures/rated-town.ts'
import { type Observed, placeAmongComparable } from './against-comparable.ts'

const among = (values: readonly number[], variance: number, group = 'A'): Observed[] =>
  values.map((value, unit) => ({ unit, group, value, variance, n: 1 }))

describe('teams among comparable ones', () => {
  test('what is counted keeps its distance from the usual in standard deviations', () => {
    const placed = placeAmongComparable(among([-3, -2, -1, -1, 0, 0, 1, 1, 2, 3], 0))
    const sd = Math.sqrt(30 / 9)
    expect(placed.get(9)?.mean).toBeCloseTo(3 / sd, 10)
    expect(placed.get(9)?.variance).toBeCloseTo(1 / 10, 10)
  })

  test('differences no larger than noise place nobody', () => {
    const placed = placeAmongComparable(among([-3, -2, -1, -1, 0, 0, 1, 1, 2, 3], 4))
    expect([...placed.values()].every(({ mean, variance }) => mean === 0 && variance === 1)).toBe(true)
  })

  test('a group is held against itself; a small one is drawn towards all', () => {
    const low = among([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0)
    const high = [20, 24].map((value, index) => ({ unit: 100 + index, group: 'B', value, variance: 0, n: 1 }))
    const placed = placeAmongComparable([...low, ...high])
    const usual = placed.get(100)?.usual ?? 0
    expect(usual).toBeGreaterThan(18)
    expect(usual).toBeLessThan(22)
    expect(placed.get(101)?.mean).toBeGreaterThan(0)
  })

  test('more noise never gives more certainty', () => {
    const values = [-6, -4, -2, -1, 0, 0, 1, 2, 4, 6]
    const sds = [0, 1, 4, 9].map((variance) => placeAmongComparable(among(values, variance)).get(9)?.variance ?? 0)
    expect(sds).toEqual(sds.toSorted((a, b) => a - b))
  })

  test('ninety per cent of the intervals hold the truth', () => {
    const normal = normals(5)
    let inside = 0
    const teams = 400
    const truth = Array.from({ length: teams }, () => normal())
    const observed = truth.map((own, unit) => {
      const variance = unit % 2 === 0 ? 0.25 : 1.5
      return { unit, group: `G${unit % 8}`, value: (unit % 8) + own + Math.sqrt(variance) * normal(), variance, n: 1 }
    })
    for (const [unit, { mean, variance }] of placeAmongComparable(observed))
      if (Math.abs(mean - (truth[unit] as number)) <= 1.645 * Math.sqrt(variance)) inside += 1
    expect(inside / teams).toBeGreaterThan(0.86)
    expect(inside / teams).toBeLessThan(0.94)
  })
})
