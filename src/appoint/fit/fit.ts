/**
 * 人岗相适: how much of what a seat asks for a cadre attains, from 0 to 1. Each requirement counts with its weight for
 * 1 − 0.2^(level ÷ level asked): 0.8 is exactly what is asked, a lack costs more than the same surplus gains, and people who
 * have more than is asked can still be told apart. For a normal level its mean and variance are exact (exponential utility,
 * Pratt 1964). Sex, ethnicity and birthplace are never read, and Party spirit is not among the numbers.
 */
import { halfWidth90, type Part, type SeparableEstimate } from '#domain/estimate.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { ExperienceKind } from '../requirements/settings.ts'
import { facetOrder } from './ability.ts'
import type { FitDifference } from './explanation.ts'
import { asAsked, leastSd } from './parameters.ts'

/** A fit by which people are ranked. */
export interface Rated {
  readonly value: number
  readonly sd: number
}

export interface Score extends Rated {
  /** What each requirement adds to the value, in the order of the requirements. */
  readonly shares: readonly number[]
}

/** One element that a seat asks for and that carries a number. */
export interface Asked {
  /** `facet/element`. */
  readonly key: string
  readonly facet: string
  readonly element: string
  /** Row of the facet in a person's posterior. */
  readonly place: number
  readonly level: number
  /** Weights of a seat sum to 1. */
  readonly weight: number
  /** The level that is usual of people at the post level of the seat. */
  readonly usual: number
  /** Experience of a kind that nobody was ever assessed on: its level is counted from the years alone. */
  readonly isCounted: boolean
  /** What of a career adds to it; undefined where service adds nothing. */
  readonly counted: ExperienceKind | undefined
}

/** Level of one person on one element: mean, variance of its own, and loading on the facet's shared part. */
export interface Level {
  readonly mean: number
  readonly own: number
  readonly loading: number
}

/** A score with what it takes to say how two scores of one person vary together. */
export interface Moments extends Score {
  readonly asked: readonly Asked[]
  /** How the value moves with each facet. */
  readonly gradient: Float64Array
  /** By requirement: how the value moves with the element's own part, that part's variance, and what the line leaves out. */
  readonly slopes: readonly number[]
  readonly owns: readonly number[]
  readonly rests: readonly number[]
}

const size = facetOrder.length
const attainedAsAsked = -Math.log(1 - asAsked)

/** x'Cx for a row-major covariance. */
function quadratic(x: Float64Array, covariance: Float64Array): number {
  let sum = 0
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) sum += (x[i] ?? 0) * (covariance[i * size + j] ?? 0) * (x[j] ?? 0)
  return sum
}

/** What somebody lacks of a requirement, exp(−steepness · level), is lognormal: its mean, and how it varies. */
function lackOf(one: Asked, { mean, own, loading }: Level, covariance: Float64Array) {
  const variance = own + loading * loading * (covariance[one.place * size + one.place] ?? 0)
  const steepness = attainedAsAsked / one.level
  const spread = steepness * steepness * variance
  const lacking = one.weight * Math.exp(spread / 2 - steepness * mean)
  const slope = lacking * steepness
  const rest = lacking * lacking * (Math.expm1(spread) - spread)
  return { lacking, slope, rest, apart: slope * slope * own + rest }
}

const sdOf = (apart: number, gradient: Float64Array, covariance: Float64Array): number =>
  Math.max(leastSd, Math.sqrt(apart + quadratic(gradient, covariance)))

/** Value and spread alone, of which a slate asks many millions. */
export function ratedOf(asked: readonly Asked[], levelAt: (one: Asked) => Level, covariance: Float64Array): Rated {
  const gradient = new Float64Array(size)
  let value = 0
  let apart = 0
  for (const one of asked) {
    const level = levelAt(one)
    const lack = lackOf(one, level, covariance)
    value += one.weight - lack.lacking
    apart += lack.apart
    gradient[one.place] = (gradient[one.place] ?? 0) + lack.slope * level.loading
  }
  return { value, sd: sdOf(apart, gradient, covariance) }
}

/** @param levelAt the person's level on a requirement; `covariance` is that of the facets */
export function momentsOf(asked: readonly Asked[], levelAt: (one: Asked) => Level, covariance: Float64Array): Moments {
  const shares: number[] = []
  const slopes: number[] = []
  const owns: number[] = []
  const rests: number[] = []
  const gradient = new Float64Array(size)
  let value = 0
  let apart = 0
  for (const one of asked) {
    const level = levelAt(one)
    const lack = lackOf(one, level, covariance)
    shares.push(one.weight - lack.lacking)
    slopes.push(lack.slope)
    owns.push(level.own)
    rests.push(lack.rest)
    value += one.weight - lack.lacking
    apart += lack.apart
    gradient[one.place] = (gradient[one.place] ?? 0) + lack.slope * level.loading
  }
  return { value, sd: sdOf(apart, gradient, covariance), shares, asked, gradient, slopes, owns, rests }
}

/** One person's fit for a seat minus that for another: what both rest on cancels. */
export function differenceOf(a: Moments, b: Moments, covariance: Float64Array): FitDifference {
  const apart = new Map<string, { slope: number; own: number; rest: number }>()
  const add = ({ asked, slopes, owns, rests }: Moments, sign: 1 | -1): void =>
    asked.forEach(({ key }, place) => {
      const before = apart.get(key) ?? { slope: 0, own: 0, rest: 0 }
      apart.set(key, {
        slope: before.slope + sign * (slopes[place] ?? 0),
        own: Math.max(before.own, owns[place] ?? 0),
        rest: before.rest + sign * Math.sqrt(rests[place] ?? 0),
      })
    })
  add(a, 1)
  add(b, -1)
  const gradient = a.gradient.map((one, place) => one - (b.gradient[place] ?? 0))
  let variance = quadratic(gradient, covariance)
  for (const { slope, own, rest } of apart.values()) variance += slope * slope * own + rest * rest
  return { mean: a.value - b.value, sd: Math.sqrt(Math.max(0, variance)) }
}

/**
 * A score as an estimate: parts by facet, which sum to the value; `n` counts the assessments of what is asked. Nobody fits
 * less than 0 or more than 1, so the normal interval is cut there; it then holds rather more than 90 %.
 */
export function estimateOf(position: string, asked: readonly Asked[], score: Score, n: number): SeparableEstimate {
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
    group: position,
    parts: parts.sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
