/**
 * 人岗相适: how much of what a seat asks for a cadre attains, from 0 to 1. Each requirement counts with its weight for its
 * level over `headroom` times the level asked, at most 1; so 0.8 is exactly what is asked, and those who have more than that
 * can still be told apart. The posterior of the levels gives mean and variance. Sex, ethnicity and birthplace are never
 * read, and Party spirit is not among the numbers.
 */
import { halfWidth90, type Part, type SeparableEstimate } from '#domain/estimate.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SeatFacts } from '#policy/index.ts'
import type { AbilityPosterior } from './ability.ts'
import type { Requirement } from './assessments.ts'
import { cappedMoments } from './capped-normal.ts'
import { headroom, leastSd } from './parameters.ts'

export interface Score {
  readonly value: number
  readonly sd: number
  /** What each requirement adds to the value, in the order of the requirements. */
  readonly shares: readonly number[]
}

export function scoreOf(asked: readonly Requirement[], posterior: AbilityPosterior): Score {
  const shares: number[] = []
  let value = 0
  let own = 0
  let sharedSlope = 0
  for (const { element, level, weight } of asked) {
    const one = posterior.element(element)
    const shared = one.loading * one.loading * posterior.sharedVariance
    const full = headroom * level
    const moments = cappedMoments(one.mean, Math.sqrt(one.ownVariance + shared), full)
    const scale = weight / full
    shares.push(scale * moments.mean)
    value += scale * moments.mean
    own += scale * scale * Math.max(0, moments.variance - moments.slope * moments.slope * shared)
    sharedSlope += scale * moments.slope * one.loading
  }
  const sd = Math.sqrt(own + sharedSlope * sharedSlope * posterior.sharedVariance)
  return { value, sd: Math.max(leastSd, sd), shares }
}

/**
 * A score as an estimate: parts by facet, which sum to the value; `n` counts the assessments of what is asked. Nobody fits
 * less than 0 or more than 1, so the normal interval is cut there; it then holds rather more than 90 %.
 */
export function estimateOf(seat: SeatFacts, asked: readonly Requirement[], score: Score, n: number): SeparableEstimate {
  const sums = new Map<string, number>()
  asked.forEach(({ facet }, index) => sums.set(facet, (sums.get(facet) ?? 0) + (score.shares[index] ?? 0)))
  const parts: Part[] = [...sums].map(([id, value]) => ({ id, label: labelOf('facet', id), value }))
  return {
    separable: true,
    value: score.value,
    lower: Math.max(0, score.value - halfWidth90 * score.sd),
    upper: Math.min(1, score.value + halfWidth90 * score.sd),
    sd: score.sd,
    n,
    group: seat.position,
    parts: parts.sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
