/** Regression of assessed levels on calibrated estimates, and the spread that it leaves. */
import { itemMeasures, type Measure, type Reading } from './measures.ts'
import { fewestForSpread, mostForeseen, peoplePerSlope } from './parameters.ts'
import { dot, ridge } from './ridge.ts'
import { type Residual, spreadOf } from './spread.ts'

/** What is left of somebody's assessed levels after the means of element and post level. */
export interface PersonResiduals {
  readonly cadre: number
  readonly residuals: readonly Residual[]
  readonly mean: number
  readonly byFacet: ReadonlyMap<string, { readonly mean: number; readonly count: number }>
}

/** Spread between persons, and between the facets of a person, in squared levels. */
export interface SharedSpread {
  readonly person: number
  readonly facet: number
}

export interface Regression {
  readonly measures: readonly Measure[]
  readonly slopes: readonly number[]
  /** On the profile of the items of the ballot, by facet. */
  readonly facets: ReadonlyMap<string, readonly number[]>
  /** What is left open. */
  readonly left: SharedSpread
  /** Mean square of the standard deviations of the readings it was fitted to. */
  readonly usualSquare: number
}

export type Own = ReadonlyMap<Measure, Reading>
export type MeasuredPerson = PersonResiduals & { readonly own: Own }

/** People that a regression on so many figures needs. */
export const fewestFor = (figures: number): number => Math.max(fewestForSpread, peoplePerSlope * figures)

export const vectorOf = (own: Own, among: readonly Measure[]): number[] =>
  among.map((measure) => own.get(measure)?.value ?? 0)

/** Items of the ballot as distances from their mean: what somebody is better at than at the rest. */
export function profileOf(own: Own, among: readonly Measure[]): number[] {
  const items = vectorOf(
    own,
    itemMeasures.filter((item) => among.includes(item)),
  )
  const mean = average(items)
  return items.map((one) => one - mean)
}

export const meanSquare = (own: Own, among: readonly Measure[]): number =>
  average(among.map((measure) => (own.get(measure)?.sd ?? 0) ** 2))

const average = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

/** @param people those who have all of the measures, and assessments */
export function regress(people: readonly MeasuredPerson[], among: readonly Measure[], whole: SharedSpread): Regression {
  const slopes = ridge(
    people.map(({ own, mean, residuals }) => ({
      x: vectorOf(own, among),
      y: mean,
      // A further assessment says less and less: the spread between persons remains.
      weight: residuals.length / (residuals.length + 1),
    })),
    among.length,
  )
  const facets = facetSlopes(people, among)
  const left = spreadOf(
    people.flatMap(({ own, residuals }) => {
      const person = dot(vectorOf(own, among), slopes)
      const profile = profileOf(own, among)
      return residuals.map((one) => ({ ...one, value: one.value - person - dot(profile, facets.get(one.facet) ?? []) }))
    }),
  )
  // The slopes were fitted to the same people, who therefore look closer to them than others would.
  const others = people.length / Math.max(1, people.length - among.length)
  const between = (value: number, all: number): number => Math.min(all, Math.max(value, (1 - mostForeseen) * all))
  return {
    measures: among,
    slopes,
    facets,
    left: { person: between(others * left.person, whole.person), facet: between(left.facet, whole.facet) },
    usualSquare: average(people.map(({ own }) => meanSquare(own, among))),
  }
}

/** How far somebody's facets stand from his or her mean, by what the items of the ballot stand out. */
function facetSlopes(people: readonly MeasuredPerson[], among: readonly Measure[]): Map<string, readonly number[]> {
  const items = itemMeasures.filter((item) => among.includes(item)).length
  const names = [...new Set(people.flatMap(({ byFacet }) => [...byFacet.keys()]))].sort()
  const found = new Map<string, readonly number[]>()
  for (const facet of items === 0 ? [] : names) {
    const observations = people.flatMap(({ own, mean, byFacet }) => {
      const there = byFacet.get(facet)
      return there ? [{ x: profileOf(own, among), y: there.mean - mean, weight: there.count }] : []
    })
    if (observations.length >= fewestFor(items)) found.set(facet, ridge(observations, items))
  }
  return found
}
