import { describe, expect, test } from 'vitest'
import type { SeatFacts } from '#policy/index.ts'
import { type AbilityPosterior, personOf, posteriorOf } from './ability.ts'
import { estimateOf, scoreOf } from './fit.ts'

const model = {
  meanOf: () => 3.2,
  expected: () => 0,
  personVariance: 0.35,
  elementVariance: 0.2,
  errorVariance: 0.25,
}
const elements = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const seat = { position: 'P1' } as SeatFacts

/** Standard normal draws from a linear congruential generator (Numerical Recipes) by Box and Muller. */
function normalDraws(seed: number): () => number {
  let state = seed
  const uniform = (): number => {
    state = (state * 1664525 + 1013904223) >>> 0
    return (state + 0.5) / 4294967296
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

/** The fit itself, drawn from the posterior of the levels. */
function drawsOf(posterior: AbilityPosterior, level: number): number[] {
  const normal = normalDraws(20261122)
  const full = 1.25 * level
  return Array.from({ length: 4000 }, () => {
    const shared = normal() * Math.sqrt(posterior.sharedVariance)
    return elements.reduce((sum, element) => {
      const { mean, ownVariance, loading } = posterior.element(element)
      const drawn = mean + loading * shared + normal() * Math.sqrt(ownVariance)
      return sum + Math.min(drawn, full) / full / elements.length
    }, 0)
  })
}

describe('the interval of a fit', () => {
  const cases = [1, 2, 3, 4, 5].flatMap((asked) =>
    [2, 3, 4, 5].flatMap((attained) => [0, 3, 7].map((assessed) => ({ asked, attained, assessed }))),
  )

  test.each(cases)('asked $asked, attained $attained on $assessed of 7: holds 90 % of what may be true', (one) => {
    const assessments = elements
      .slice(0, one.assessed)
      .map((element) => ({ cadre: 0, element, facet: 'practice', level: one.attained, age: 1 }))
    const posterior = posteriorOf(model, personOf(model, 0, 'none', assessments), [])
    const asked = elements.map((element) => ({ element, facet: 'practice', level: one.asked, weight: 1 / 7 }))
    const { value, lower, upper } = estimateOf(seat, asked, scoreOf(asked, posterior), one.assessed)
    const draws = drawsOf(posterior, one.asked)
    expect(lower).toBeLessThanOrEqual(value)
    expect(upper).toBeGreaterThanOrEqual(value)
    expect(Math.abs(value - draws.reduce((sum, draw) => sum + draw, 0) / draws.length)).toBeLessThan(0.01)
    // 4,000 draws: a true 90 % shows as 88.5 % or less once in a thousand.
    expect(draws.filter((draw) => draw >= lower && draw <= upper).length / draws.length).toBeGreaterThan(0.885)
  })
})
