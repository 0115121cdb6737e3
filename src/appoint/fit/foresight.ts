/**
 * What calibrated estimates make one expect of a person before any assessment is looked at. Assessors and voters err apart
 * from each other, so assessed levels regressed on the estimates give slopes without bias; because the estimates are already
 * shrunk by their own reliability, one slope holds for well and badly measured people, and the spread left over grows with
 * what is not known of a person. People lacking a measure are foreseen by a regression on what they have.
 */
import { type Measure, measures, type Readings } from './measures.ts'
import {
  fewestFor,
  type MeasuredPerson,
  meanSquare,
  type Own,
  type PersonResiduals,
  profileOf,
  type Regression,
  regress,
  type SharedSpread,
  vectorOf,
} from './regression.ts'
import { dot } from './ridge.ts'

export interface Foreseen {
  /** Distance, in levels, from what is usual: of the person, and beyond that of each facet. */
  readonly person: number
  readonly facet: (facet: string) => number
  /** The spread that is left open, in squared levels. */
  readonly personVariance: number
  readonly facetVariance: number
  /** What it rests on; empty where nothing is known. */
  readonly measures: readonly Measure[]
}

export type Foresight = (cadre: number) => Foreseen

const none: Own = new Map()

const patternOf = (own: Own): readonly Measure[] => measures.filter((measure) => own.has(measure))

/** The regressions that people need: one for each set of measures that somebody has and enough of the assessed have too. */
function regressionsFor(people: readonly PersonResiduals[], readings: Readings, whole: SharedSpread) {
  const known = people.map((one): MeasuredPerson => ({ ...one, own: readings.get(one.cadre) ?? none }))
  const holders = (among: readonly Measure[]): MeasuredPerson[] =>
    known.filter(({ own }) => among.every((measure) => own.has(measure)))

  /** As many of the measures as enough people have: the rarest is dropped first. */
  function estimable(among: readonly Measure[]): readonly Measure[] {
    if (among.length === 0 || holders(among).length >= fewestFor(among.length)) return among
    const counts = among.map((measure) => holders([measure]).length)
    const rarest = counts.lastIndexOf(Math.min(...counts))
    return estimable(among.filter((_, place) => place !== rarest))
  }

  const patterns = new Map([...readings.values()].map((own) => [patternOf(own).join(' '), patternOf(own)]))
  const chosen = new Map([...patterns].map(([key, pattern]) => [key, estimable(pattern)]))
  const fitted = new Map(
    [...new Map([...chosen.values()].map((among) => [among.join(' '), among]))].map(([key, among]) => [
      key,
      among.length === 0 ? nothing(whole) : regress(holders(among), among, whole),
    ]),
  )
  return new Map([...chosen].map(([key, among]) => [key, fitted.get(among.join(' ')) ?? nothing(whole)]))
}

const nothing = (whole: SharedSpread): Regression => ({
  measures: [],
  slopes: [],
  facets: new Map(),
  left: whole,
  usualSquare: 0,
})

export function foresightOf(people: readonly PersonResiduals[], readings: Readings, whole: SharedSpread): Foresight {
  const regressions = regressionsFor(people, readings, whole)
  const all = [...new Set(regressions.values())]

  /** Whoever lacks a measure is not left less open than those who have it, whatever the samples say. */
  function open(measured: readonly Measure[]): SharedSpread {
    const fuller = all.filter((one) => measured.every((measure) => one.measures.includes(measure)))
    return {
      person: Math.max(...fuller.map(({ left }) => left.person)),
      facet: Math.max(...fuller.map(({ left }) => left.facet)),
    }
  }
  const leftOpen = new Map(all.map((one) => [one, open(one.measures)]))

  return (cadre) => {
    const own = readings.get(cadre) ?? none
    const regression = regressions.get(patternOf(own).join(' ')) ?? nothing(whole)
    const { measures: among, slopes, facets, usualSquare } = regression
    const left = leftOpen.get(regression) ?? whole
    const slope = slopes.reduce((sum, one) => sum + one, 0)
    const extra = slope * slope * (meanSquare(own, among) - usualSquare)
    const profile = profileOf(own, among)
    return {
      person: dot(vectorOf(own, among), slopes),
      facet: (facet) => dot(profile, facets.get(facet) ?? []),
      personVariance: Math.min(whole.person, Math.max(left.person / 2, left.person + extra)),
      facetVariance: left.facet,
      measures: among,
    }
  }
}
