import { expect, test } from 'vitest'
import { normalCdf } from './normal.ts'

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
