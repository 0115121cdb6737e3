import type { JointDraws } from './mixed-model/joint-draws.ts'
import { normalCdf } from './normal.ts'

/** Ranks that hold the true rank with some probability; 1 is the highest value. */
export interface RankInterval {
  readonly from: number
  readonly to: number
  readonly median: number
}

/**
 * Rank intervals from joint draws: the rank of every value in every draw, and the middle `level` of them (Goldstein and
 * Spiegelhalter 1996, J. R. Stat. Soc. A 159:385–443). Ranks are among the values drawn: draw the peer group, not the city.
 *
 * @example rankIntervals(fit.posterior.draws(2000, 1, peers))[0] // { from: 3, to: 17, median: 9 }
 */
export function rankIntervals(draws: JointDraws, level = 0.9): RankInterval[] {
  const { count, size } = draws
  const ranks = new Int32Array(count * size)
  forEachRanking(draws, (order, draw) => {
    for (let place = 0; place < size; place += 1) ranks[(order[place] as number) * count + draw] = place + 1
  })
  const cut = Math.floor(((1 - level) / 2) * count)
  return Array.from({ length: size }, (_, value) => {
    const own = ranks.subarray(value * count, (value + 1) * count).sort()
    return { from: own[cut] as number, to: own[count - 1 - cut] as number, median: own[count >> 1] as number }
  })
}

/** For every value, the share of draws in which it is among the `places` highest: P(top k). The sum over values is k. */
export function topProbabilities(draws: JointDraws, places: number): Float64Array {
  const times = new Float64Array(draws.size)
  forEachRanking(draws, (order) => {
    for (const value of order.subarray(0, places)) times[value] = (times[value] as number) + 1
  })
  return times.map((own) => own / draws.count)
}

function forEachRanking({ count, size, values }: JointDraws, visit: (order: Int32Array, draw: number) => void): void {
  const order = Int32Array.from({ length: size }, (_, value) => value)
  for (let draw = 0; draw < count; draw += 1) {
    const own = values.subarray(draw * size, (draw + 1) * size)
    visit(
      order.sort((a, b) => (own[b] as number) - (own[a] as number)),
      draw,
    )
  }
}

/**
 * P(a > b) from the difference of the estimates and its posterior variance, v_a + v_b - 2 c_ab: without the covariance it is
 * wrong for people who served together (Leckie and Goldstein 2011, J. R. Stat. Soc. A 174:833–836, on comparing two schools).
 */
export function pairProbability(difference: number, variance: number): number {
  if (variance > 0) return normalCdf(difference / Math.sqrt(variance))
  return difference === 0 ? 0.5 : Number(difference > 0)
}

/** P(value a > value b) as the share of draws in which it is so. */
export function probabilityAbove({ count, size, values }: JointDraws, a: number, b: number): number {
  let times = 0
  for (let draw = 0; draw < count; draw += 1)
    if ((values[draw * size + a] as number) > (values[draw * size + b] as number)) times += 1
  return times / count
}

/**
 * Tiers from 1, the highest: greedy groups in descending order, each as long as its first and last cannot be told apart.
 * Neighbours in different tiers need not be separable; people of one tier must not be put in order by their estimates.
 *
 * @example tiersOf(means, (higher, lower) => probabilityAbove(draws, higher, lower) >= 0.95)
 */
export function tiersOf(
  estimates: ArrayLike<number>,
  isSeparable: (higher: number, lower: number) => boolean,
): Int32Array {
  const order = Array.from(estimates, (_, value) => value).sort(
    (a, b) => (estimates[b] as number) - (estimates[a] as number) || a - b,
  )
  const tiers = new Int32Array(order.length)
  let tier = 0
  let first: number | undefined
  for (const value of order) {
    if (first === undefined || isSeparable(first, value)) {
      tier += 1
      first = value
    }
    tiers[value] = tier
  }
  return tiers
}
