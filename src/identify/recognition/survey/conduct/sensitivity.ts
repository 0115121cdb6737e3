import { certaintyOf, halfWidth90 } from '#domain/estimate.ts'
import { type Ballots, keepBallots } from '../../ballots.ts'
import { cadreEffects } from '../../cadre-effects.ts'
import { homeUnits } from '../../rating-design.ts'
import { fitRatings, type RatingFit } from '../../rating-model.ts'

/** A person's estimate with and without the flagged raters. */
export interface Sensitivity {
  /** Row of the cadres table. */
  readonly cadre: number
  /** Distances from the average person, 0–1. */
  readonly with: Interval
  readonly without: Interval
  /** People of the same unit with whom the comparison is another one without these raters. */
  readonly turned: number
  readonly peers: number
  readonly sensitive: boolean
}

interface Interval {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** A move by more than this share of the standard deviation is worth a look by itself. */
const farMove = 0.5

/**
 * The ratings fitted once more without the ballots of these raters; who would stand elsewhere. By cadre row; people left
 * without a ballot are not in the answer.
 */
export function sensitivities(
  ballots: Ballots,
  model: RatingFit,
  flagged: ReadonlySet<number>,
): ReadonlyMap<number, Sensitivity> {
  const rest = keepBallots(ballots, (ballot) => !flagged.has(ballots.rater[ballot] as number))
  const refit = flagged.size > 0 && rest.length > 0 ? fitRatings(rest, model) : undefined
  if (!refit) return new Map()
  const before = standings(model)
  const after = standings(refit)
  const unitOf = new Map<number, number>()
  const home = homeUnits(ballots)
  ballots.cadre.forEach((cadre, ballot) => unitOf.set(cadre, home[ballot] as number))
  const mates = Map.groupBy(after.keys(), (cadre) => unitOf.get(cadre))
  const found = new Map<number, Sensitivity>()
  for (const [cadre, now] of after) {
    const was = before.get(cadre)
    if (!was) continue
    const peers = (mates.get(unitOf.get(cadre)) ?? []).filter((other) => other !== cadre)
    const turned = peers.filter((other) => {
      const [a, b] = [before.get(other), after.get(other)]
      return a !== undefined && b !== undefined && turns(distance(was, a), distance(now, b))
    }).length
    const sensitive = turned > 0 || Math.abs(now.mode - was.mode) > farMove * was.sd
    found.set(cadre, { cadre, with: interval(was), without: interval(now), turned, peers: peers.length, sensitive })
  }
  return found
}

interface Standing {
  readonly mode: number
  readonly sd: number
}

function standings(model: RatingFit): Map<number, Standing> {
  const { modes, variances } = cadreEffects(model)
  return new Map(
    Array.from(model.cadres, (cadre, level) => [
      cadre,
      { mode: modes[level] as number, sd: Math.sqrt(Math.max(0, variances[level] as number)) },
    ]),
  )
}

const interval = ({ mode, sd }: Standing): Interval => ({
  value: mode,
  lower: mode - halfWidth90 * sd,
  upper: mode + halfWidth90 * sd,
})

/** In standard deviations of the difference, taking the two as independent. */
const distance = (a: Standing, b: Standing): number => (a.mode - b.mode) / Math.hypot(a.sd, b.sd)

/** One was probably above the other, and now is not, or the other way round; small moves over a border do not count. */
const turns = (before: number, after: number): boolean =>
  Math.abs(before - after) > farMove && sideOf(before) !== sideOf(after)

const sideOf = (distance: number): number => (certaintyOf(distance) === 'inseparable' ? 0 : Math.sign(distance))
