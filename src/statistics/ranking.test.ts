import { expect, test } from 'vitest'
import { intercept } from './mixed-model/design.ts'
import { fitMixedModel } from './mixed-model/fit.ts'
import type { JointDraws } from './mixed-model/joint-draws.ts'
import { pairProbability, probabilityAbove, rankIntervals, tiersOf, topProbabilities } from './ranking.ts'
import { seededNormal, seededUniform } from './seeded.ts'

/** Independent normal values around means. */
function drawn(means: readonly number[], sd: number, count = 2000): JointDraws {
  const normal = seededNormal(7)
  const values = Float64Array.from(
    { length: count * means.length },
    (_, at) => (means[at % means.length] ?? 0) + sd * normal(),
  )
  return { count, size: means.length, values }
}

test('values far apart have one rank, and equal ones share all of them', () => {
  expect(rankIntervals(drawn([1, 9, 5], 0.1))).toEqual([
    { from: 3, to: 3, median: 3 },
    { from: 1, to: 1, median: 1 },
    { from: 2, to: 2, median: 2 },
  ])
  const equal = rankIntervals(drawn(Array(20).fill(0), 1))
  for (const { from, to } of equal) {
    expect(from).toBeLessThanOrEqual(2)
    expect(to).toBeGreaterThanOrEqual(19)
  }
})

test('chances of the first places add up to the places', () => {
  const chances = topProbabilities(drawn([3, 0, 0, 0, -9], 0.5), 2)
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(2, 10)
  expect(chances[0]).toBeGreaterThan(0.999)
  for (const place of [1, 2, 3]) expect(chances[place]).toBeCloseTo(1 / 3, 1)
  expect(chances[4]).toBe(0)
})

test('the chance that one lies above the other is the same by formula and by draws', () => {
  expect(pairProbability(1.6448536269514722 * Math.sqrt(2), 2)).toBeCloseTo(0.95, 10)
  expect(probabilityAbove(drawn([1, 0], 1, 20_000), 0, 1)).toBeCloseTo(pairProbability(1, 2), 2)
  expect([pairProbability(0.1, 0), pairProbability(0, 0), pairProbability(-0.1, 0)]).toEqual([1, 0.5, 0])
})

test('a tier ends where its first and the next can be told apart', () => {
  const estimates = [0.1, 2.0, 1.8, 1.1, 0.2, -3]
  expect([...tiersOf(estimates, (higher, lower) => (estimates[higher] ?? 0) - (estimates[lower] ?? 0) > 1)]).toEqual([
    2, 1, 1, 1, 2, 3,
  ])
  expect([...tiersOf([], () => true)]).toEqual([])
})

test('ranks of people who differ are told, those of people who do not are left wide', () => {
  const people = 12
  const rows = people * 30
  const codes = Int32Array.from({ length: rows }, (_, row) => row % people)
  const noise = seededNormal(11)
  const response = Float64Array.from(codes, (person) => (person < 2 ? 5 - 2 * person : 0.02 * person) + noise())
  const fit = fitMixedModel({ response, fixed: [intercept(rows)], random: [{ name: 'person', codes, levels: people }] })
  const effects = Array.from({ length: people }, (_, level) => ({ factor: 0, level }))
  const intervals = rankIntervals(fit.posterior.draws(1000, 3, effects))
  expect(intervals[0]).toMatchObject({ from: 1, to: 1 })
  expect(intervals[1]).toMatchObject({ from: 2, to: 2 })
  for (const { from } of intervals.slice(2)) expect(from).toBeGreaterThan(2)
  const widths = intervals.slice(2).map(({ from, to }) => to - from)
  expect(widths.reduce((sum, width) => sum + width, 0) / widths.length).toBeGreaterThan(3)
})

test('a seed gives the same numbers, another seed others, with the right moments', () => {
  const many = (seed: number) => Float64Array.from({ length: 40_000 }, seededNormal(seed))
  const [a, b] = [many(1), many(2)]
  expect(many(1)).toEqual(a)
  const mean = (values: Float64Array, power: number) => values.reduce((sum, value) => sum + value ** power, 0) / 40_000
  for (const values of [a, b]) {
    expect(mean(values, 1)).toBeCloseTo(0, 1)
    expect(mean(values, 2)).toBeCloseTo(1, 1)
    expect(Math.abs(mean(values, 4) - 3)).toBeLessThan(0.15)
  }
  expect(Math.abs(a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / 40_000)).toBeLessThan(0.02)
  const uniform = seededUniform(5)
  for (let turn = 0; turn < 1000; turn += 1) expect(Math.abs(uniform() - 0.5)).toBeLessThan(0.5)
})
