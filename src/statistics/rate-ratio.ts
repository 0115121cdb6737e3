/** The ratio of two rates, with the score interval of Koopman (1984), which holds for small and empty counts too. */
import { normalQuantile } from './normal.ts'

export interface Tally {
  readonly chosen: number
  readonly of: number
}

export interface RateRatio {
  /** Undefined where nobody of the second group was chosen. */
  readonly ratio: number | undefined
  readonly lower: number
  /** Infinite where nobody of the second group was chosen. */
  readonly upper: number
}

/**
 * The rate of `one` over the rate of `other`: every ratio that a score test of this level would not reject.
 * @example rateRatio({ chosen: 36, of: 40 }, { chosen: 16, of: 80 }, 0.95) // { ratio: 4.5, lower: 2.94, upper: 7.15 }
 */
export function rateRatio(one: Tally, other: Tally, level: number): RateRatio {
  const most = normalQuantile((1 + level) / 2) ** 2
  const ratio = other.chosen === 0 ? undefined : one.chosen / one.of / (other.chosen / other.of)
  const isRefused = (logRatio: number): boolean => scoreAt(one, other, Math.exp(logRatio)) > most
  const middle = Math.log(ratio === undefined || ratio === 0 ? borderRatio(one, other) : ratio)
  return {
    ratio,
    lower: one.chosen === 0 ? 0 : Math.exp(turning(isRefused, middle, -1)),
    upper: other.chosen === 0 ? Number.POSITIVE_INFINITY : Math.exp(turning(isRefused, middle, 1)),
  }
}

/** A ratio inside the interval where one of the groups has nobody chosen: half a person more in each. */
const borderRatio = (one: Tally, other: Tally): number =>
  (one.chosen + 0.5) / (one.of + 1) / ((other.chosen + 0.5) / (other.of + 1))

/** The score statistic of a ratio: how far the counts are from the likeliest rates that have it. */
function scoreAt(one: Tally, other: Tally, ratio: number): number {
  const a = (one.of + other.of) * ratio
  const b = one.of * ratio + one.chosen + other.of + other.chosen * ratio
  const c = one.chosen + other.chosen
  const otherRate = (b - Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a)
  const oneRate = otherRate * ratio
  const variance = (oneRate * (1 - oneRate)) / one.of + (ratio * ratio * otherRate * (1 - otherRate)) / other.of
  const distance = one.chosen / one.of - (ratio * other.chosen) / other.of
  return variance > 0 ? distance ** 2 / variance : distance === 0 ? 0 : Number.POSITIVE_INFINITY
}

/** Where a condition turns true on the way from `start` up (1) or down (-1). */
function turning(isBeyond: (at: number) => boolean, start: number, way: 1 | -1): number {
  let inside = 0
  let beyond = 1
  while (!isBeyond(start + way * beyond) && beyond < 64) beyond *= 2
  for (let halving = 0; halving < 60; halving += 1) {
    const between = (inside + beyond) / 2
    if (isBeyond(start + way * between)) beyond = between
    else inside = between
  }
  return start + way * inside
}
