import { type Design, devianceAt, type Factor, type RandomTerm } from '#statistics/index.ts'
import type { Results } from './results.ts'

/**
 * The starting point that somebody takes over: a part φ of last year's distance from what was to be expected carries over.
 *
 *   y_t = x_t + φ (y_{t-1} - x_{t-1}) + people_t + e_t,  x = trade and conditions of the unit
 *
 * Last year's result as a plain covariate would be endogenous: it holds the unit's conditions as well, and takes them for its
 * own (.366 for .30 on a simulated panel). Here the distance is measured inside the model: both sides are quasi-differenced,
 * y_t - φ y_{t-1}, with all that belongs to x. A first year, or one after a gap, stands for all years before it.
 */
export interface CarryOver {
  /** φ, 0 … below 1. */
  readonly part: number
  /** The row of the same unit and indicator a year before, -1 where there is none. */
  readonly before: Int32Array
}

export function rowsBefore(results: Results): Int32Array {
  const key = (row: number, year: number): string => `${results.unit[row]} ${results.indicator[row]} ${year}`
  const rowOf = new Map<string, number>()
  for (let row = 0; row < results.length; row += 1) rowOf.set(key(row, results.year[row] as number), row)
  return Int32Array.from(
    { length: results.length },
    (_, row) => rowOf.get(key(row, (results.year[row] as number) - 1)) ?? -1,
  )
}

/** A column without the part that last year's explains. */
export const differenced = (values: Float64Array, { part, before }: CarryOver): Float64Array =>
  values.map((value, row) => {
    const last = before[row] as number
    return last < 0 ? value : value - part * (values[last] as number)
  })

/** A factor of x, quasi-differenced: 1 for its level in the year, -φ for that of the year before. */
export function differencedTerm(factor: Factor, { part, before }: CarryOver): RandomTerm {
  if (part === 0) return factor
  const starts = new Int32Array(before.length + 1)
  const members: number[] = []
  const shares: number[] = []
  before.forEach((last, row) => {
    const own = factor.codes[row] as number
    const other = last < 0 ? own : (factor.codes[last] as number)
    members.push(own)
    shares.push(last >= 0 && other === own ? 1 - part : 1)
    if (other !== own) {
      members.push(other)
      shares.push(-part)
    }
    starts[row + 1] = members.length
  })
  const { name, levels } = factor
  return { name, levels, starts, members: Int32Array.from(members), shares: Float64Array.from(shares) }
}

/** The error of a row that stands for all years before it is larger by 1 / (1 - φ²). */
export const precisions = ({ part, before }: CarryOver): Float64Array =>
  Float64Array.from(before, (last) => (last < 0 ? 1 - part * part : 1))

const mostCarried = 0.9
const step = 0.15

/**
 * The φ that the results speak for near a given one: the top of the parabola through the likelihood at φ and on either side,
 * at given θ. (The transformation of the results has determinant 1, so that their likelihoods compare.)
 */
export function likelierPart(designOf: (part: number) => Design, theta: readonly number[], part: number): number {
  const middle = Math.max(step, Math.min(mostCarried - step, part))
  const at = (value: number): number => devianceAt(designOf(value), theta)
  const [low, here, high] = [at(middle - step), at(middle), at(middle + step)]
  const curvature = low + high - 2 * here
  const best =
    curvature > 0 ? middle + (step * (low - high)) / (2 * curvature) : low < high ? middle - step : middle + step
  return Math.max(0, Math.min(mostCarried, best))
}
