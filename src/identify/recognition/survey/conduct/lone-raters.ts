import { halfWidth90 } from '#domain/estimate.ts'
import { falseDiscoveryRates, normalCdf } from '#statistics/index.ts'
import type { Ballots } from '../../ballots.ts'
import { cadreEffects } from '../../cadre-effects.ts'
import { levelsOf } from '../../rating-design.ts'
import type { RatingFit } from '../../rating-model.ts'
import { falseShareOfFlags, leastBallots, type RaterFlag } from './flags.ts'

/** Beyond this robust z a rater is listed (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers). */
const farOut = 3.5
/** Turns the median absolute deviation of a normal sample into its standard deviation. */
const normalMad = 1.4826

/** Raters far sterner or kinder than the rest: robust z of the severities, each on the scale of its own precision. */
export function extremeSeverity(ballots: Ballots, { fit }: RatingFit): RaterFlag[] {
  const severity = fit.random.find(({ name }) => name === 'severity')
  if (!severity || severity.variance === 0) return []
  const raters = levelsOf(ballots.rater)
  const counts = countOf(ballots)
  const seen = Array.from(raters, (rater, level) => {
    const known = severity.variance - (severity.predictionSd[level] as number) ** 2
    return { rater, size: (severity.modes[level] as number) / Math.sqrt(Math.max(known, 1e-12)) }
  }).filter(({ rater }) => (counts.get(rater) ?? 0) >= leastBallots)
  const middle = median(seen.map(({ size }) => size))
  const spread = normalMad * median(seen.map(({ size }) => Math.abs(size - middle)))
  if (!(spread > 0)) return []
  const scored = seen.map(({ rater, size }) => ({ rater, z: (size - middle) / spread }))
  const chances = scored.map(({ z }) => 2 * normalCdf(-Math.abs(z)))
  const rates = falseDiscoveryRates(chances)
  return scored.flatMap(({ rater, z }, index): RaterFlag[] => {
    if (Math.abs(z) <= farOut) return []
    const probability = chances[index] as number
    const falseShare = rates[index] as number
    return [
      { kind: 'severity', rater, survey: undefined, ballots: counts.get(rater) ?? 0, size: z, probability, falseShare },
    ]
  })
}

/**
 * Raters whose scores do not follow the consensus: the slope of their scores on the posterior means of the people they
 * scored is 1 for an honest rater, 0 for one who scores at random, clearly below 0 for one who scores upside down.
 */
export function againstConsensus(ballots: Ballots, model: RatingFit): RaterFlag[] {
  const effects = cadreEffects(model)
  const levelOf = new Map(Array.from(model.cadres, (cadre, level) => [cadre, level] as const))
  const sums = new Map<number, { n: number; x: number; y: number; xx: number; xy: number; doubt: number }>()
  ballots.rater.forEach((rater, ballot) => {
    const level = levelOf.get(ballots.cadre[ballot] as number) as number
    const x = effects.modes[level] as number
    const y = x + (model.fit.residuals[ballot] as number)
    const own = sums.get(rater) ?? { n: 0, x: 0, y: 0, xx: 0, xy: 0, doubt: 0 }
    own.n += 1
    own.x += x
    own.y += y
    own.xx += x * x
    own.xy += x * y
    own.doubt += effects.variances[level] as number
    sums.set(rater, own)
  })
  const tested = [...sums].flatMap(([rater, { n, x, y, xx, xy, doubt }]) => {
    const spread = xx - (x * x) / n
    if (n < leastBallots || !(spread > 1e-12)) return []
    const slope = (xy - (x * y) / n) / spread
    const error = Math.sqrt((model.fit.residualVariance + doubt / n) / spread)
    return [{ rater, n, slope, error, probability: normalCdf((slope - 1) / error) }]
  })
  const rates = falseDiscoveryRates(tested.map(({ probability }) => probability))
  return tested.flatMap(({ rater, n, slope, error, probability }, index): RaterFlag[] => {
    const falseShare = rates[index] as number
    if (falseShare > falseShareOfFlags) return []
    const kind = slope < -halfWidth90 * error ? 'inverted' : 'unrelated'
    return [{ kind, rater, survey: undefined, ballots: n, size: slope, probability, falseShare }]
  })
}

function countOf({ rater }: Ballots): Map<number, number> {
  const counts = new Map<number, number>()
  for (const who of rater) counts.set(who, (counts.get(who) ?? 0) + 1)
  return counts
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
