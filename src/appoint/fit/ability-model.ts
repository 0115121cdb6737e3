/**
 * What a level on one element says about a person. An assessed level is
 *
 *   level = mean of the element + custom of the post level + person + facet of the person + element of the person + error
 *
 * Person and facet are foreseen from calibrated estimates (ratings by item, recognition, contribution) as far as these go;
 * what is left over is normal, with variances from the assessments by the method of moments. The custom of a post level is
 * what assessors give its people beyond what the estimates explain: it goes with the seat, not with the person, so that
 * candidates of different rank are held against a seat on one scale. An element on which somebody was never assessed keeps
 * the spread of the prior: it is not zero.
 */
import { postRank } from '#domain/lexicon/terms.ts'
import type { Assessment } from './assessments.ts'
import { type Foreseen, type Foresight, foresightOf } from './foresight.ts'
import type { Readings } from './measures.ts'
import type { PersonResiduals } from './regression.ts'
import { type Residual, spreadOf } from './spread.ts'

export interface AbilityModel {
  /** Mean level of an element, as assessed of people of a post level. */
  readonly meanOf: (element: string, postLevel: string) => number
  readonly foreseen: (cadre: number) => Foreseen
  /** Between elements of a facet, and assessors' error, in squared levels. */
  readonly elementVariance: number
  readonly errorVariance: number
}

type LevelOf = (cadre: number) => string

interface Means {
  readonly element: ReadonlyMap<string, number>
  readonly level: ReadonlyMap<string, number>
  readonly overall: number
}

/** Level of an element of which nothing is known anywhere: the middle of the scale. */
const middle = 3

function averages<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  valueOf: (item: T) => number,
): Map<string, number> {
  return new Map(
    [...Map.groupBy(items, keyOf)].map(([key, same]) => [
      key,
      same.reduce((sum, one) => sum + valueOf(one), 0) / same.length,
    ]),
  )
}

/** The custom of the level, or of the nearest level of which something is known. */
function nearest(custom: ReadonlyMap<string, number>, postLevel: string): number {
  const known = custom.get(postLevel)
  if (known !== undefined || custom.size === 0) return known ?? 0
  const distance = (level: string): number => Math.abs(postRank(level) - postRank(postLevel))
  const [closest = ''] = [...custom.keys()].sort((a, b) => distance(a) - distance(b) || postRank(a) - postRank(b))
  return custom.get(closest) ?? 0
}

interface Explained extends Assessment {
  /** What is foreseen of this person on this facet. */
  readonly foreseen: number
}

/** Two-way means by alternating averages; twenty rounds settle far below a hundredth of a level. */
function fitMeans(assessments: readonly Explained[], levelOf: LevelOf): Means {
  const overall = assessments.reduce((sum, one) => sum + one.level, 0) / Math.max(1, assessments.length) || middle
  let level: ReadonlyMap<string, number> = new Map()
  let element: ReadonlyMap<string, number> = new Map()
  for (let round = 0; round < 20; round += 1) {
    element = averages(
      assessments,
      (one) => one.element,
      (one) => one.level - one.foreseen - (level.get(levelOf(one.cadre)) ?? 0),
    )
    level = averages(
      assessments,
      (one) => levelOf(one.cadre),
      (one) => one.level - one.foreseen - (element.get(one.element) ?? 0),
    )
  }
  return { element, level, overall }
}

const residualsFrom = (
  assessments: readonly Assessment[],
  meanOf: AbilityModel['meanOf'],
  levelOf: LevelOf,
): Residual[] =>
  assessments.map(({ cadre, facet, element, level }) => ({
    cadre,
    facet,
    element,
    value: level - meanOf(element, levelOf(cadre)),
  }))

const meanAndCount = (residuals: readonly Residual[]) => ({
  mean: residuals.reduce((sum, { value }) => sum + value, 0) / residuals.length,
  count: residuals.length,
})

const byPerson = (residuals: readonly Residual[]): PersonResiduals[] =>
  [...Map.groupBy(residuals, ({ cadre }) => cadre)].map(([cadre, own]) => ({
    cadre,
    residuals: own,
    mean: meanAndCount(own).mean,
    byFacet: new Map([...Map.groupBy(own, ({ facet }) => facet)].map(([facet, same]) => [facet, meanAndCount(same)])),
  }))

/** Means and regression depend on each other; three rounds settle them. */
const rounds = 3

export function fitAbilityModel(
  assessments: readonly Assessment[],
  levelOf: LevelOf,
  readings: Readings,
): AbilityModel {
  let spread = spreadOf([])
  let meanOf: AbilityModel['meanOf'] = () => middle
  let foreseen = remember(foresightOf([], new Map(), spread))
  for (let round = 0; round < rounds; round += 1) {
    const explained = assessments.map((one) => {
      const { person, facet } = foreseen(one.cadre)
      return { ...one, foreseen: person + facet(one.facet) }
    })
    const means = fitMeans(explained, levelOf)
    meanOf = (element, postLevel) => (means.element.get(element) ?? means.overall) + nearest(means.level, postLevel)
    const residuals = residualsFrom(assessments, meanOf, levelOf)
    spread = spreadOf(residuals)
    foreseen = remember(foresightOf(byPerson(residuals), readings, spread))
  }
  return { meanOf, foreseen, elementVariance: spread.element, errorVariance: spread.error }
}

function remember(foresight: Foresight): Foresight {
  const known = new Map<number, Foreseen>()
  return (cadre) => {
    const found = known.get(cadre) ?? foresight(cadre)
    known.set(cadre, found)
    return found
  }
}
