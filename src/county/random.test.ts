import { expect, test } from 'vitest'
import { Random } from './random.ts'

const draws = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.uniform())

test('a stream is given by seed and name', () => {
  expect(draws(new Random(7, 'person', 12), 5)).toEqual(draws(new Random(7, 'person', 12), 5))
  expect(draws(new Random(7, 'person', 12), 5)).not.toEqual(draws(new Random(7, 'person', 13), 5))
  expect(draws(new Random(7, 'person', 12), 5)).not.toEqual(draws(new Random(8, 'person', 12), 5))
})

test('the numbers stay the same from version to version', () => {
  const random = new Random(7, 'golden')
  expect([random.below(1000), random.below(1000), random.below(1000)]).toMatchInlineSnapshot(`
    [
      365,
      282,
      326,
    ]
  `)
})

test('normal draws have mean 0 and variance 1, and neighbouring streams are uncorrelated', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => new Random(1, 'cadre', index).normal())
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  const lagged = values.reduce((sum, value, index) => sum + value * (values[index + 1] ?? 0), 0) / values.length
  expect(mean).toBeCloseTo(0, 1)
  expect(variance).toBeCloseTo(1, 1)
  expect(lagged).toBeCloseTo(0, 1)
})

test('weights are chances', () => {
  const random = new Random(3, 'weights')
  const hits = Array.from({ length: 9000 }, () =>
    random.weighted([
      ['rare', 1],
      ['usual', 2],
    ] as const),
  )
  expect(hits.filter((hit) => hit === 'usual').length / hits.length).toBeCloseTo(2 / 3, 1)
})

test('a shuffle keeps every item', () => {
  const items = Array.from({ length: 50 }, (_, index) => index)
  const shuffled = new Random(5, 'shuffle').shuffled(items)
  expect(shuffled).not.toEqual(items)
  expect([...shuffled].sort((a, b) => a - b)).toEqual(items)
})
