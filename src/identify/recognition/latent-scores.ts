import { normalCdf, normalDensity, normalQuantile } from '#statistics/index.ts'
import type { Ballots } from './ballots.ts'

/**
 * Marks of different scales as readings of one latent score. A mark says only that the latent score lies between two
 * thresholds; the thresholds of a scale are those that give its marks the shares they have. So a 3 of 3 and a 96 of 100 can
 * be compared, a ceiling counts as a ceiling, and scales that are used differently become commensurable.
 */
export interface Scale {
  readonly ballots: Int32Array
  /** The mark of each of these ballots, from 0. */
  readonly marks: Int32Array
  /** score / scale_max of each mark, ascending. */
  readonly shares: Float64Array
  /** Share of the ballots with this mark or a lower one; the last is 1. */
  readonly cumulative: Float64Array
}

/** What the model is fitted to: a latent score per ballot and its weight. */
export interface LatentScores {
  readonly response: Float64Array
  readonly weights: Float64Array
  /** By scale, the threshold above each mark; the last is ∞. */
  readonly thresholds: readonly Float64Array[]
}

/** More marks than this are as good as a continuous scale: neighbours are put together. */
const mostMarks = 100

/** The scales of these ballots, in the order of their names. */
export function scalesOf({ scale, score }: Pick<Ballots, 'scale' | 'score'>): Scale[] {
  const groups = Map.groupBy(scale.keys(), (ballot) => scale[ballot] as string)
  const names = [...groups.keys()].sort((a, b) => (a < b ? -1 : 1))
  return names.map((name) => {
    const ballots = Int32Array.from(groups.get(name) ?? [])
    return scaleOf(
      ballots,
      Float64Array.from(ballots, (ballot) => score[ballot] as number),
    )
  })
}

function scaleOf(ballots: Int32Array, scores: Float64Array): Scale {
  const sorted = Float64Array.from(scores).sort()
  const values = [...new Set(sorted)]
  const bounds = values.length <= mostMarks ? values : quantilesOf(sorted)
  const marks = Int32Array.from(scores, (value) => placeOf(bounds, value))
  const sums = new Float64Array(bounds.length)
  const counts = new Float64Array(bounds.length)
  marks.forEach((mark, index) => {
    sums[mark] = (sums[mark] as number) + (scores[index] as number)
    counts[mark] = (counts[mark] as number) + 1
  })
  let below = 0
  const cumulative = counts.map((count) => {
    below += count
    return below / scores.length
  })
  return { ballots, marks, cumulative, shares: sums.map((sum, mark) => sum / (counts[mark] as number)) }
}

const quantilesOf = (sorted: Float64Array): number[] => [
  ...new Set(
    Array.from(
      { length: mostMarks },
      (_, index) => sorted[Math.ceil(((index + 1) * sorted.length) / mostMarks) - 1] as number,
    ),
  ),
]

/** The first of the ascending bounds that is not below a value. */
function placeOf(bounds: readonly number[], value: number): number {
  let low = 0
  let high = bounds.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A first guess: the mean of a standard normal between the thresholds of the mark, stretched by what the coarseness of the
 * scale takes from it, so that the same person gets the same mean on a coarse scale and on a fine one.
 */
export function firstScores(scales: readonly Scale[], ballots: number): Float64Array {
  const scores = new Float64Array(ballots)
  for (const scale of scales) {
    const means = meansBetween(scale)
    let kept = 0
    means.forEach((mean, mark) => {
      kept += mean * mean * shareOf(scale, mark)
    })
    scale.ballots.forEach((ballot, index) => {
      scores[ballot] = kept > 0 ? (means[scale.marks[index] as number] as number) / kept : 0
    })
  }
  return scores
}

const shareOf = ({ cumulative }: Scale, mark: number): number =>
  (cumulative[mark] as number) - (mark === 0 ? 0 : (cumulative[mark - 1] as number))

function meansBetween(scale: Scale): Float64Array {
  const bounds = scale.cumulative.map((share, mark) =>
    mark === scale.cumulative.length - 1 ? Number.POSITIVE_INFINITY : normalQuantile(share),
  )
  return bounds.map((upper, mark) => {
    const lower = mark === 0 ? Number.NEGATIVE_INFINITY : (bounds[mark - 1] as number)
    return (normalDensity(lower) - normalDensity(upper)) / shareOf(scale, mark)
  })
}

/**
 * One step of Fisher scoring for the ordered probit model (McCullagh 1980) from a linear predictor of every ballot: working
 * scores η + slope / information and weights in proportion to the information. `sd` is that of the noise of one ballot.
 */
export function workingScores(scales: readonly Scale[], predictor: Float64Array, sd: number): LatentScores {
  const response = new Float64Array(predictor.length)
  const weights = new Float64Array(predictor.length)
  const thresholds = scales.map((scale) => {
    const own = thresholdsOf(scale, predictor, sd)
    const information = tabulated(predictor, (eta) => informationAt(own, eta, sd))
    scale.ballots.forEach((ballot, index) => {
      const eta = predictor[ballot] as number
      const weight = Math.max(leastInformation, information(eta))
      weights[ballot] = weight
      response[ballot] = eta + (sd * slopeAt(own, scale.marks[index] as number, eta, sd)) / weight
    })
    return own
  })
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return { response, weights: weights.map((weight) => weight / mean), thresholds }
}

/** Against a ballot so far from all thresholds that its mark is certain: nothing can be divided by its information. */
const leastInformation = 1e-3

/** Thresholds at which the expected shares of the marks, over the predictors of the ballots, are those observed. */
function thresholdsOf(scale: Scale, predictor: Float64Array, sd: number): Float64Array {
  const sorted = Float64Array.from(scale.ballots, (ballot) => predictor[ballot] as number).sort()
  const points = Array.from(
    { length: predictorPoints },
    (_, index) => sorted[Math.floor(((index + 0.5) * sorted.length) / predictorPoints)] as number,
  )
  const [first = 0] = points
  const last = points.at(-1) ?? 0
  return scale.cumulative.map((share, mark) => {
    if (mark === scale.cumulative.length - 1) return Number.POSITIVE_INFINITY
    let low = first - 6 * sd
    let high = last + 6 * sd
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2
      const expected = points.reduce((sum, eta) => sum + normalCdf((middle - eta) / sd), 0) / predictorPoints
      if (expected < share) low = middle
      else high = middle
    }
    return (low + high) / 2
  })
}

/** So many quantiles stand for the distribution of the predictors. */
const predictorPoints = 60

/** The derivative of log P(mark) by η, in units of 1/sd. */
function slopeAt(thresholds: Float64Array, mark: number, eta: number, sd: number): number {
  const upper = ((thresholds[mark] as number) - eta) / sd
  const lower = mark === 0 ? Number.NEGATIVE_INFINITY : ((thresholds[mark - 1] as number) - eta) / sd
  const chance = Math.max(1e-12, normalCdf(upper) - normalCdf(lower))
  return (normalDensity(lower) - normalDensity(upper)) / chance
}

/** Fisher information about η of one ballot, in units of 1/sd². */
function informationAt(thresholds: Float64Array, eta: number, sd: number): number {
  let sum = 0
  let lower = 0
  let below = 0
  for (const threshold of thresholds) {
    const x = (threshold - eta) / sd
    const upper = normalDensity(x)
    const up = normalCdf(x)
    sum += (lower - upper) ** 2 / Math.max(1e-12, up - below)
    lower = upper
    below = up
  }
  return sum
}

/** A smooth function over the range of its arguments, by linear interpolation. */
function tabulated(range: Float64Array, of: (x: number) => number): (x: number) => number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const x of range) {
    low = Math.min(low, x)
    high = Math.max(high, x)
  }
  return interpolated(low, high, of)
}

const tablePoints = 200

/** The same between two ends; beyond them it goes on straight. */
export function interpolated(low: number, high: number, of: (x: number) => number): (x: number) => number {
  const width = Math.max(1e-9, high - low) / tablePoints
  const table = Float64Array.from({ length: tablePoints + 1 }, (_, index) => of(low + index * width))
  return (x) => {
    const place = Math.max(0, Math.min(tablePoints - 1, Math.floor((x - low) / width)))
    const rest = (x - low) / width - place
    return (1 - rest) * (table[place] as number) + rest * (table[place + 1] as number)
  }
}

/**
 * The share of the full mark to be expected on an ordinary ballot for a latent score `x`, with `sd` of everything else
 * that moves a mark; the scales count by their ballots.
 */
export function expectedShare(
  scales: readonly Scale[],
  thresholds: readonly Float64Array[],
  x: number,
  sd: number,
): number {
  let sum = 0
  let count = 0
  scales.forEach(({ ballots, shares }, index) => {
    let below = 0
    let expected = 0
    thresholds[index]?.forEach((threshold, mark) => {
      const up = normalCdf((threshold - x) / sd)
      expected += (shares[mark] as number) * (up - below)
      below = up
    })
    sum += ballots.length * expected
    count += ballots.length
  })
  return sum / count
}
