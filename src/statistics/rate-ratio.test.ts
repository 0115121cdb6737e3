import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateRatio } from './rate-ratio.ts'

const within = (most: number) => fc.integer({ min: 0, max: most })
const tally = fc.integer({ min: 1, max: 400 }).chain((of) => fc.record({ chosen: within(of), of: fc.constant(of) }))

describe('the ratio of two rates', () => {
  // Koopman, P. A. R. (1984), Biometrics 40, 513–517.
  it('is that of the example of Koopman', () => {
    const { ratio, lower, upper } = rateRatio({ chosen: 36, of: 40 }, { chosen: 16, of: 80 }, 0.95)
    expect(ratio).toBeCloseTo(4.5, 12)
    expect(lower).toBeCloseTo(2.94, 2)
    expect(upper).toBeCloseTo(7.15, 2)
  })

  it('has no end where nobody of the second group was chosen, and begins at 0 where nobody of the first was', () => {
    const none = { chosen: 0, of: 30 }
    const some = { chosen: 9, of: 30 }
    expect(rateRatio(some, none, 0.9)).toMatchObject({ ratio: undefined, upper: Number.POSITIVE_INFINITY })
    expect(rateRatio(some, none, 0.9).lower).toBeGreaterThan(1)
    expect(rateRatio(none, some, 0.9)).toMatchObject({ ratio: 0, lower: 0 })
    expect(rateRatio(none, some, 0.9).upper).toBeLessThan(1)
  })

  it('encloses the ratio, and is turned over when the groups change places', () => {
    fc.assert(
      fc.property(tally, tally, (one, other) => {
        fc.pre(one.chosen > 0 && other.chosen > 0)
        const { ratio = 0, lower, upper } = rateRatio(one, other, 0.9)
        expect(lower).toBeLessThanOrEqual(ratio * (1 + 1e-9))
        expect(upper).toBeGreaterThanOrEqual(ratio * (1 - 1e-9))
        const turned = rateRatio(other, one, 0.9)
        expect(turned.lower * upper).toBeCloseTo(1, 6)
        expect(turned.upper * lower).toBeCloseTo(1, 6)
      }),
    )
  })

  it('holds the true ratio about as often as it says', () => {
    const [n, m, p, q] = [60, 40, 0.3, 0.25]
    const chance = (of: number, rate: number): readonly number[] => {
      const row = [(1 - rate) ** of]
      for (let k = 1; k <= of; k += 1) row.push(((row[k - 1] ?? 0) * (of - k + 1) * rate) / (k * (1 - rate)))
      return row
    }
    let held = 0
    chance(n, p).forEach((one, x) => {
      chance(m, q).forEach((other, y) => {
        const { lower, upper } = rateRatio({ chosen: x, of: n }, { chosen: y, of: m }, 0.9)
        if (lower <= p / q && p / q <= upper) held += one * other
      })
    })
    expect(held).toBeGreaterThan(0.88)
    expect(held).toBeLessThan(0.92)
  })
})
