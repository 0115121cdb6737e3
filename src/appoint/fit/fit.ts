/**
 * 人岗相适: how much of what a seat asks for a cadre attains, from 0 to 1. Each requirement counts with its weight for its
 * level over `headroom` times the level asked, at most 1; so 0.8 is exactly what is asked, and those who have more than that
 * can still be told apart. The posterior of the levels gives mean and variance. Sex, ethnicity and birthplace are
 * never read, and Party spirit is not among the numbers.
 */
import { type Estimate, halfWidth90, type Part } from '#domain/estimate.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SeatFacts } from '#policy/index.ts'
import type { AbilityPosterior } from './ability.ts'
import type { Requirement } from './assessments.ts'
import { cappedMoments } from './normal.ts'
import { headroom } from './parameters.ts'

/** A seat that asks for nothing has nothing to measure against: there is no value, and the cause is said. */
export function fitOf(
  seat: SeatFacts,
  asked: readonly Requirement[] | undefined,
  posterior: AbilityPosterior,
  assessed: ReadonlySet<string>,
): Estimate {
  if (!asked || asked.length === 0) {
    return {
      separable: false,
      n: 0,
      group: seat.position,
      cause: {
        zh: `${seat.unitName}${seat.title}没有录入岗位要求，无从比较；补录岗位要求后再算。`,
        en: `${seat.unitName}${seat.title} has no requirements on record to measure against; enter them first.`,
      },
    }
  }
  const parts = new Map<string, number>()
  let own = 0
  let sharedSlope = 0
  for (const { element, facet, level, weight } of asked) {
    const one = posterior.element(element)
    const shared = one.loading * one.loading * posterior.sharedVariance
    const full = headroom * level
    const moments = cappedMoments(one.mean, Math.sqrt(one.ownVariance + shared), full)
    const scale = weight / full
    parts.set(facet, (parts.get(facet) ?? 0) + scale * moments.mean)
    own += scale * scale * Math.max(0, moments.variance - moments.slope * moments.slope * shared)
    sharedSlope += scale * moments.slope * one.loading
  }
  const sd = Math.sqrt(own + sharedSlope * sharedSlope * posterior.sharedVariance)
  const list: Part[] = [...parts].map(([id, value]) => ({ id, label: labelOf('facet', id), value }))
  const value = list.reduce((sum, part) => sum + part.value, 0)
  return {
    separable: true,
    value,
    lower: Math.max(0, value - halfWidth90 * sd),
    upper: Math.min(1, value + halfWidth90 * sd),
    sd,
    n: asked.filter(({ element }) => assessed.has(element)).length,
    group: seat.position,
    parts: list.sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
