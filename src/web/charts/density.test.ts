import { expect, test } from 'vitest'
import { densityFrom, densityPath } from './density.ts'

/** Quantiles of the standard logistic distribution at 0.5/21 … 20.5/21: symmetric about 0. */
const quantiles = Array.from({ length: 21 }, (_, index) => {
  const share = (index + 0.5) / 21
  return Math.log(share / (1 - share))
})

test('the outline of a group is a density: it sums to one and keeps symmetry', () => {
  const density = densityFrom(quantiles)
  let sum = 0
  for (let at = -12; at < 12; at += 0.01) sum += density(at) * 0.01
  expect(sum).toBeCloseTo(1, 3)
  expect(density(1.3)).toBeCloseTo(density(-1.3), 9)
  expect(density(0)).toBeGreaterThan(density(2))
})

test('a group whose members are all alike still draws', () => {
  const path = densityPath(Array(21).fill(80), { from: 70, to: 90 }, { width: 100, height: 20 })
  expect(path).not.toContain('NaN')
})
