import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialTail, falseDiscoveryRates } from './multiple-testing.ts'

describe('false discovery rates', () => {
  // The fifteen p-values of Benjamini and Hochberg (1995, section 4): four are called at 0.05; Bonferroni calls three.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  it('call four of the fifteen published comparisons', () => {
    expect(falseDiscoveryRates(published).filter((rate) => rate <= 0.05)).toHaveLength(4)
  })

  it('do not depend on the order and count tests that are not listed', () => {
    const some = [0.3, 0.001, 0.02]
    expect(falseDiscoveryRates([...some].reverse())).toEqual(falseDiscoveryRates(some).reverse())
    expect(falseDiscoveryRates([0.001], 100)).toEqual([0.1])
  })

  it('rise with the p-values and are never below them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b)
        const rates = falseDiscoveryRates(sorted)
        rates.forEach((rate, index) => {
          expect(rate).toBeGreaterThanOrEqual((sorted[index] as number) - 1e-15)
          if (index > 0) expect(rate).toBeGreaterThanOrEqual(rates[index - 1] as number)
        })
      }),
    )
  })
})

describe('the tail of a binomial', () => {
  it('adds up by hand', () => {
    expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 14)
    expect(binomialTail(4, 14, 0.0019)).toBeCloseTo(1.29e-8, 9)
    expect(binomialTail(0, 5, 0.2)).toBe(1)
    expect(binomialTail(6, 5, 0.2)).toBe(0)
    expect(binomialTail(3, 5, 1)).toBe(1)
  })
})
