import { expect, test } from 'vitest'
import { cappedMoments } from './capped-normal.ts'

test('moments of a capped normal agree with numerical integration', () => {
  const [mean, sd, cap] = [3, 0.8, 3.5]
  let first = 0
  let second = 0
  const step = 0.0005
  for (let x = mean - 10 * sd; x < mean + 10 * sd; x += step) {
    const weight = (Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI))) * step
    first += Math.min(x, cap) * weight
    second += Math.min(x, cap) ** 2 * weight
  }
  const found = cappedMoments(mean, sd, cap)
  expect(found.mean).toBeCloseTo(first, 5)
  expect(found.variance).toBeCloseTo(second - first * first, 5)
})

test('a quantity known exactly has no spread', () => {
  expect(cappedMoments(4, 0, 3)).toEqual({ mean: 3, variance: 0, slope: 0 })
  expect(cappedMoments(2, 0, 3)).toEqual({ mean: 2, variance: 0, slope: 1 })
})
