import type { Snapshot } from '#domain/snapshot.ts'
import { ballotsOf } from '../ballots.ts'
import { cadreEffects } from '../cadre-effects.ts'
import { levelsOf } from '../rating-design.ts'
import { fitRatings, type RatingFit } from '../rating-model.ts'
import { type Bend, bendOf } from './bend.ts'

/** What one channel by itself says of one person: neither shrunk nor mixed with another channel. */
export interface Reading {
  readonly answers: number
  /** On the scale of the model, where one unit is a full mark near the average person. */
  readonly value: number
  /** Of the error of `value`: who answered, how many, and from where. */
  readonly errorVariance: number
}

/** A channel as a whole. */
export interface ChannelReadings {
  readonly channel: string
  /** By row of the cadres table: how many answered. */
  readonly answers: ReadonlyMap<number, number>
  /** Undefined where there are no answers, or they differ between people no more than by chance. */
  readonly scale: ChannelScale | undefined
  readonly readings: ReadonlyMap<number, Reading>
}

export interface ChannelScale {
  /** Of an average person. */
  readonly mean: number
  /** Variance of the true values of people. */
  readonly spread: number
  readonly bend: Bend
}

/** Ballots that take less than this share of the prior variance away say nothing that could be turned back. */
const leastShare = 0.02
/** The bend is kept so many standard deviations of people to either side. */
const widest = 6

/**
 * Each channel estimated by itself with the rating model: severity of raters, custom of their units, survey, class and
 * scale are taken off as far as the channel's own ballots tell them apart; where every rater scores one person, the model
 * shrinks to the mean of the answers with its sampling error.
 *
 * The posterior (mode m, variance V) of a person at a prior variance P is turned back into what the ballots alone say,
 * m / (1 - V/P) with error variance 1 / (1/V - 1/P), so that channels can be joined without shrinking twice (deregression:
 * Garrick, Taylor and Fernando 2009, Genet. Sel. Evol. 41:55).
 */
export function readChannel(
  snapshot: Snapshot,
  raters: Int32Array,
  channel: string,
  similar?: RatingFit,
): ChannelReadings {
  const ballots = ballotsOf(snapshot, 'rating', raters, new Set([channel]))
  const answers = new Map<number, number>()
  for (const cadre of ballots.cadre) answers.set(cadre, (answers.get(cadre) ?? 0) + 1)
  const model = levelsOf(ballots.cadre).length > 1 ? fitRatings(ballots, similar) : undefined
  const effects = model && cadreEffects(model)
  if (!model || !effects || !(effects.prior > 1e-9)) return { channel, answers, scale: undefined, readings: new Map() }
  const readings = new Map<number, Reading>()
  model.cadres.forEach((cadre, level) => {
    const variance = effects.variances[level] as number
    const share = 1 - variance / effects.prior
    if (!(share > leastShare)) return
    readings.set(cadre, {
      answers: answers.get(cadre) ?? 0,
      value: model.usual + (effects.modes[level] as number) / share,
      errorVariance: variance / share,
    })
  })
  const reach = widest * Math.sqrt(effects.prior)
  const bend = bendOf(model.usual - reach, model.usual + reach, model.shareOf)
  return { channel, answers, scale: { mean: model.usual, spread: effects.prior, bend }, readings }
}
