/**
 * What calibrated estimates make one expect of a person before any assessment is looked at. Assessors and voters err apart
 * from each other, so assessed levels regressed on the estimates give slopes without bias; because the estimates are already
 * shrunk by their own reliability, one slope holds for well and badly measured people, and the spread left over grows with
 * what is not known of a person. People lacking a measure are foreseen by a regression on what they have.
 */

import { itemMeasures, type Measure, measures, type Reading, type Readings } from './measures.ts'
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

export interface Foreseen {
  /** Distance, in levels, from what is usual: of the person, and beyond that of each facet. */
  readonly person: number
  readonly facet: (facet: string) => number
  /** Share of the spread between persons that is not foreseen, in squared levels. */
  readonly personVariance: number
  readonly facetVariance: number
  /** What it rests on; empty where nothing is known. */
  readonly measures: readonly Measure[]
}

export type Foresight = (cadre: number) => Foreseen

/** Spread between persons, and between the facets of a person, before anything is foreseen. */
export interface WholeSpread {
  readonly person: number
  readonly facet: number
}

interface Regression {
  readonly measures: readonly Measure[]
  readonly slopes: readonly number[]
  readonly facets: ReadonlyMap<string, readonly number[]>
  readonly personVariance: number
  readonly facetVariance: number
  /** Mean square of the standard deviations of the readings it was fitted to. */
  readonly usualSquare: number
}

type Own = ReadonlyMap<Measure, Reading>
const none: Own = new Map()

const vectorOf = (own: Own, among: readonly Measure[]): number[] => among.map((measure) => own.get(measure)?.value ?? 0)

/** Items of the ballot as distances from their mean: what somebody is better at than at the rest. */
function profileOf(own: Own, among: readonly Measure[]): number[] {
  const items = vectorOf(
    own,
    itemMeasures.filter((item) => among.includes(item)),
  )
  const mean = items.reduce((sum, one) => sum + one, 0) / Math.max(1, items.length)
  return items.map((one) => one - mean)
}

const meanSquare = (own: Own, among: readonly Measure[]): number =>
  among.reduce((sum, measure) => sum + (own.get(measure)?.sd ?? 0) ** 2, 0) / Math.max(1, among.length)

const average = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

export function foresightOf(people: readonly PersonResiduals[], readings: Readings, whole: WholeSpread): Foresight {
  const fitted = new Map<string, Regression>()
  const holders = (among: readonly Measure[]): PersonResiduals[] =>
    people.filter(({ cadre }) => among.every((measure) => readings.get(cadre)?.has(measure)))

  /** As many of the measures as enough assessed people have: the rarest is dropped first. */
  function estimable(among: readonly Measure[]): readonly Measure[] {
    if (among.length === 0 || holders(among).length >= Math.max(fewestForSpread, peoplePerSlope * among.length))
      return among
    const counts = among.map((measure) => people.filter(({ cadre }) => readings.get(cadre)?.has(measure)).length)
    const rarest = counts.lastIndexOf(Math.min(...counts))
    return estimable(among.filter((_, place) => place !== rarest))
  }

  function regressionOn(among: readonly Measure[]): Regression {
    const key = among.join(' ')
    const found = fitted.get(key)
    if (found) return found
    const chosen = estimable(among)
    const made = chosen.length < among.length ? regressionOn(chosen) : regress(chosen)
    fitted.set(key, made)
    return made
  }

  function regress(among: readonly Measure[]): Regression {
    const used = holders(among).map((one) => ({ ...one, own: readings.get(one.cadre) ?? none }))
    // An assessment more lowers the variance of somebody's mean until the spread between persons is all that is left.
    const weigh = (count: number): number => count / (count + 1)
    const observations = used.map(({ own, mean, residuals }) => ({
      x: vectorOf(own, among),
      y: mean,
      weight: weigh(residuals.length),
    }))
    const slopes = ridge(observations, among.length)
    const facets = new Map<string, readonly number[]>()
    const names = [...new Set(used.flatMap(({ byFacet }) => [...byFacet.keys()]))].sort()
    for (const facet of names) {
      const own = used.flatMap(({ own: readingsOf, mean, byFacet }) => {
        const there = byFacet.get(facet)
        return there ? [{ x: profileOf(readingsOf, among), y: there.mean - mean, weight: there.count }] : []
      })
      const enough = own.length >= Math.max(fewestForSpread, peoplePerSlope * itemMeasures.length)
      const size = own[0]?.x.length ?? 0
      if (!enough || size === 0) continue
      facets.set(facet, ridge(own, size))
    }
    const spared = used.length / Math.max(1, used.length - among.length)
    const left = spreadOf(
      used.flatMap(({ own, residuals }) => {
        const person = dot(vectorOf(own, among), slopes)
        const profile = profileOf(own, among)
        return residuals.map((one) => ({
          ...one,
          value: one.value - person - dot(profile, facets.get(one.facet) ?? []),
        }))
      }),
    )
    return {
      measures: among,
      slopes,
      facets,
      personVariance: Math.min(whole.person, Math.max(spared * left.person, (1 - mostForeseen) * whole.person)),
      facetVariance: Math.min(whole.facet, Math.max(left.facet, (1 - mostForeseen) * whole.facet)),
      usualSquare: average(used.map(({ own }) => meanSquare(own, among))),
    }
  }

  return (cadre) => {
    const own = readings.get(cadre) ?? none
    const regression = regressionOn(measures.filter((measure) => own.has(measure)))
    const { measures: among, slopes, facets, personVariance, facetVariance, usualSquare } = regression
    const slope = slopes.reduce((sum, one) => sum + one, 0)
    const extra = slope * slope * (meanSquare(own, among) - usualSquare)
    const profile = profileOf(own, among)
    return {
      person: dot(vectorOf(own, among), slopes),
      facet: (facet) => dot(profile, facets.get(facet) ?? []),
      personVariance: Math.min(whole.person, Math.max(personVariance / 2, personVariance + extra)),
      facetVariance,
      measures: among,
    }
  }
}
