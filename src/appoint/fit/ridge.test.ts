import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ridge } from './ridge.ts'

const rows = (x: readonly number[], y: readonly number[]) =>
  x.map((one, place) => ({ x: [one], y: y[place] ?? 0, weight: 1 }))

test('nothing is shrunk where nothing is left over', () => {
  expect(ridge(rows([1, 2, 3], [2, 4, 6]), 1)[0]).toBeCloseTo(2, 2)
})

test('one slope is shrunk by σ² ÷ β², as worked by hand', () => {
  // x scaled to unit mean square: Σx² = 4. β = 1 (less a thousandth), residuals ±½: σ² = 4·¼ ÷ 3 = ⅓, λ = ⅓ ÷ 1.
  const [slope] = ridge(rows([1, 1, -1, -1], [1.5, 0.5, -1.5, -0.5]), 1)
  expect(slope).toBeCloseTo(4 / (4 + 1 / 3), 2)
})

test('columns that say the same share one slope, and a constant column none', () => {
  const observations = [1, -2, 3, -1, 2].map((one) => ({ x: [one, one, 0], y: 2 * one, weight: 1 }))
  const [a = 0, b = 0, c] = ridge(observations, 3)
  expect(a).toBeCloseTo(b, 9)
  expect(a + b).toBeCloseTo(2, 1)
  expect(c).toBe(0)
})

test('the unit of a predictor does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 4 }),
      fc.integer({ min: 1, max: 50 }),
      (pairs, unit) => {
        const [one = 0] = ridge(
          rows(
            pairs.map(([x]) => x),
            pairs.map(([, y]) => y),
          ),
          1,
        )
        const [other = 0] = ridge(
          rows(
            pairs.map(([x]) => x * unit),
            pairs.map(([, y]) => y),
          ),
          1,
        )
        expect(other * unit).toBeCloseTo(one, 6)
      },
    ),
  )
})
