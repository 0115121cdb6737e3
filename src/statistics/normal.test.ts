import { expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'

/** Abramowitz and Stegun 1964, table 26.1. */
test.each([
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [1.6448536269514722, 0.95],
  [3, 0.9986501019683699],
  [-2, 0.0227501319481792],
  [-40, 0],
  [40, 1],
])('Φ(%d) is %d', (x, expected) => {
  expect(normalCdf(x)).toBeCloseTo(expected, 13)
})

/** Wichura 1988 (Appl. Stat. 37:477–484), algorithm AS 241, and symmetry. */
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167813],
  [1e-6, -4.753424308822899],
  [0.5, 0],
  [0.95, 1.6448536269514722],
  [0, Number.NEGATIVE_INFINITY],
  [1, Number.POSITIVE_INFINITY],
])('Φ⁻¹(%d) is %d', (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 6)
})

test('the density is the derivative of Φ', () => {
  expect(normalDensity(0.7)).toBeCloseTo((normalCdf(0.70001) - normalCdf(0.69999)) / 2e-5, 9)
})
