/**
 * What a level on one element says about a person. An assessed level is
 *
 *   level = mean of the element + mean of the post level + person + person × element + error
 *
 * with person ~ N(b · calibrated rating, τ²), person × element ~ N(0, ω²), error ~ N(0, σ² + drift · age). Variances come
 * from the assessments by the method of moments; b is the regression of the persons on their calibrated ratings. An element
 * on which somebody was never assessed keeps the prior's spread: it is not zero.
 */
import type { CadreEstimate } from '#domain/results.ts'
import type { Assessment } from './assessments.ts'
import { assumedSpread, errorShare, fewestForSpread } from './parameters.ts'

export interface AbilityModel {
  /** Mean level of an element among people of a post level. */
  readonly meanOf: (element: string, postLevel: string) => number
  /** What the rating makes one expect of the person, in levels. */
  readonly expected: (cadre: number) => number
  readonly personVariance: number
  readonly elementVariance: number
  readonly errorVariance: number
}

interface Means {
  readonly element: Map<string, number>
  readonly level: Map<string, number>
  readonly overall: number
}

type LevelOf = (cadre: number) => string

function averages<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  valueOf: (item: T) => number,
): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const item of items) {
    const key = keyOf(item)
    const entry = sums.get(key) ?? { sum: 0, count: 0 }
    entry.sum += valueOf(item)
    entry.count += 1
    sums.set(key, entry)
  }
  return new Map([...sums].map(([key, { sum, count }]) => [key, sum / count]))
}

/** Two-way means by alternating averages; twenty rounds settle far below a hundredth of a level. */
function fitMeans(assessments: readonly Assessment[], levelOf: LevelOf): Means {
  const overall = assessments.reduce((sum, one) => sum + one.level, 0) / Math.max(1, assessments.length) || 3
  let level = new Map<string, number>()
  let element = new Map<string, number>()
  for (let round = 0; round < 20; round += 1) {
    element = averages(
      assessments,
      (one) => one.element,
      (one) => one.level - (level.get(levelOf(one.cadre)) ?? 0),
    )
    level = averages(
      assessments,
      (one) => levelOf(one.cadre),
      (one) => one.level - (element.get(one.element) ?? 0),
    )
  }
  return { element, level, overall }
}

/** Within and between mean squares of values in groups, and the variance between groups they give (unbalanced ANOVA). */
export function oneWay(groups: readonly (readonly number[])[]): { within: number; between: number; freedom: number } {
  const used = groups.filter((group) => group.length > 0)
  const total = used.reduce((sum, group) => sum + group.length, 0)
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const grand = meanOf(used.flat())
  let inside = 0
  let outside = 0
  let squares = 0
  for (const group of used) {
    const mean = meanOf(group)
    for (const value of group) inside += (value - mean) ** 2
    outside += group.length * (mean - grand) ** 2
    squares += group.length ** 2
  }
  const freedom = total - used.length
  const within = freedom > 0 ? inside / freedom : 0
  const size = used.length > 1 ? (total - squares / total) / (used.length - 1) : 0
  const between = size > 0 ? Math.max(0, (outside / (used.length - 1) - within) / size) : 0
  return { within, between, freedom }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | number): T[][] {
  return [...Map.groupBy(items, keyOf).values()]
}

interface Residual {
  readonly cadre: number
  readonly element: string
  readonly value: number
}

function spreadOf(residuals: readonly Residual[]): { person: number; element: number; error: number } {
  const cells = grouped(residuals, (one) => `${one.cadre} ${one.element}`)
  const cellMeans = cells.map((cell) => ({
    cadre: cell[0]?.cadre ?? -1,
    value: cell.reduce((sum, one) => sum + one.value, 0) / cell.length,
  }))
  const persons = oneWay(grouped(cellMeans, (one) => one.cadre).map((group) => group.map((one) => one.value)))
  if (persons.freedom < fewestForSpread) return assumedSpread
  const repeats = oneWay(cells.map((cell) => cell.map((one) => one.value)))
  const repeated = repeats.freedom >= fewestForSpread
  const error = repeated ? Math.min(repeats.within, persons.within) : persons.within * errorShare
  return { person: persons.between, element: Math.max(0.01, persons.within - error), error: Math.max(0.01, error) }
}

/** Ratings as deviations from the mean of the group inside which they may be compared. */
function centredRatings(
  ratings: readonly CadreEstimate[],
  indexOf: (id: string) => number | undefined,
): Map<number, number> {
  const known = ratings.flatMap(({ cadreId, measure, estimate }) => {
    const cadre = indexOf(cadreId)
    return measure === 'rating' && estimate.separable && cadre !== undefined ? [{ cadre, estimate }] : []
  })
  const means = averages(
    known,
    (one) => one.estimate.group,
    (one) => one.estimate.value,
  )
  return new Map(known.map(({ cadre, estimate }) => [cadre, estimate.value - (means.get(estimate.group) ?? 0)]))
}

/** Regression of persons' mean residuals on their ratings, through the origin, weighted by assessments. */
function ratingSlope(residuals: readonly Residual[], ratings: ReadonlyMap<number, number>) {
  let people = 0
  let xx = 0
  let xy = 0
  let weight = 0
  for (const own of grouped(residuals, (one) => one.cadre)) {
    const x = ratings.get(own[0]?.cadre ?? -1)
    if (x === undefined) continue
    people += 1
    weight += own.length
    xx += own.length * x * x
    xy += x * own.reduce((sum, one) => sum + one.value, 0)
  }
  if (people < fewestForSpread || xx === 0) return { slope: 0, explained: 0 }
  const slope = xy / xx
  return { slope, explained: (slope * slope * xx) / weight }
}

export function fitAbilityModel(
  assessments: readonly Assessment[],
  levelOf: LevelOf,
  ratings: readonly CadreEstimate[],
  indexOf: (id: string) => number | undefined,
): AbilityModel {
  const means = fitMeans(assessments, levelOf)
  const meanOf = (element: string, postLevel: string): number =>
    (means.element.get(element) ?? means.overall) + (means.level.get(postLevel) ?? 0)
  const residuals = assessments.map(({ cadre, element, level }) => ({
    cadre,
    element,
    value: level - meanOf(element, levelOf(cadre)),
  }))
  const spread = spreadOf(residuals)
  const centred = centredRatings(ratings, indexOf)
  const { slope, explained } = ratingSlope(residuals, centred)
  return {
    meanOf,
    expected: (cadre) => slope * (centred.get(cadre) ?? 0),
    personVariance: Math.max(spread.person - explained, spread.person * 0.1, 0.01),
    elementVariance: spread.element,
    errorVariance: spread.error,
  }
}
