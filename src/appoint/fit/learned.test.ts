import { describe, expect, test } from 'vitest'
import { shiftOf, slopeOf } from './learned.ts'

const believed = { mean: 1, sd: 0.5 }
/** Lessons of a true slope and residuals of unit variance about it, at x = 0 and x = 1. */
const lessons = (slope: number, n: number) =>
  Array.from({ length: n }, (_, k) => ({ x: k % 2, residual: slope * ((k % 2) - 0.5) + (k % 4 < 2 ? 1 : -1) }))

describe('what service adds', () => {
  test('is what is believed where nobody was assessed', () => {
    expect(slopeOf([], believed)).toMatchObject({ mean: 1, variance: 0.25 })
  })

  test('is between belief and data by their precision, as worked by hand', () => {
    // Four lessons without effect: Σ(x − x̄)² = 1, noise 1: precision 4 + 1, mean (4 · 1 + 1 · 0) ÷ 5.
    expect(slopeOf(lessons(0, 4), believed)).toMatchObject({ centre: 0.5, spread: 0.25 })
    expect(slopeOf(lessons(0, 4), believed).mean).toBeCloseTo(0.8, 12)
    expect(slopeOf(lessons(0, 4), believed).variance).toBeCloseTo(0.2, 12)
  })

  test('is hardly anything where many assessed levels show no effect', () => {
    expect(slopeOf(lessons(0, 400), believed).mean).toBeLessThan(0.05)
    expect(slopeOf(lessons(2, 4000), believed).mean).toBeCloseTo(2, 1)
  })

  test('shifts nobody whose years are not known, but leaves more open', () => {
    const slope = slopeOf(lessons(0, 4), believed)
    expect(shiftOf(slope, undefined).mean).toBe(0)
    expect(shiftOf(slope, undefined).variance).toBeGreaterThan(shiftOf(slope, 0.5).variance)
    expect(shiftOf(slope, 0).mean).toBeCloseTo(-0.4, 12)
  })
})
