import fc from 'fast-check'
import { expect, it } from 'vitest'
import { histogramOf, tiltedTo } from './tilting.ts'

it('counts the shares of values', () => {
  expect(histogramOf([8, 9, 8, 10])).toEqual({ values: [8, 9, 10], shares: [0.5, 0.25, 0.25] })
})

// Jaynes's die (1957, 1983): the distribution of largest entropy with mean 4.5.
it('finds the loaded die with a mean of 4.5', () => {
  const shares = tiltedTo(histogramOf([1, 2, 3, 4, 5, 6]), 4.5)?.shares ?? []
  const published = [0.05435, 0.07877, 0.11416, 0.16545, 0.23977, 0.34749]
  published.forEach((share, face) => {
    expect(shares[face]).toBeCloseTo(share, 4)
  })
})

it('has the mean that was asked for, up to the ends', () => {
  const dice = histogramOf([1, 2, 2, 3, 7])
  fc.assert(
    fc.property(fc.double({ min: 1, max: 7, noNaN: true }), (mean) => {
      const { values, shares } = tiltedTo(dice, mean) ?? dice
      expect(values.reduce((sum, value, index) => sum + value * (shares[index] ?? 0), 0)).toBeCloseTo(mean, 6)
    }),
  )
  expect(tiltedTo(dice, 7)?.shares.at(-1)).toBeCloseTo(1, 10)
  expect(tiltedTo(dice, 7.1)).toBeUndefined()
})
