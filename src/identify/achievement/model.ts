import type { Snapshot } from '#domain/snapshot.ts'
import {
  type Design,
  type Factor,
  factorOf,
  fitMixedModel,
  intercept,
  type Membership,
  type MixedModelFit,
  type RandomTerm,
} from '#statistics/index.ts'
import type { Answering } from './answering.ts'
import { type CarryOver, differenced, differencedTerm, likelierPart, precisions, rowsBefore } from './carry-over.ts'
import { membershipOf } from './membership.ts'
import type { Results } from './results.ts'
import type { Lag, Scheme } from './settings.ts'
import { crediting } from './shares.ts'

/** One way of crediting results. */
export interface Setting {
  readonly scheme: Scheme
  /** Only for latent results. */
  readonly lag: Lag | undefined
}

/** A fitted model of the results of one visibility under one setting. */
export interface AchievementFit {
  readonly setting: Setting
  readonly results: Results
  readonly fit: MixedModelFit
  readonly carryOver: CarryOver
  /** Who is credited with what part of each result of the year itself. */
  readonly people: Membership
  /** Row of the cadres table by level of `people`, ascending. */
  readonly cadres: Int32Array
  readonly units: Factor
  /** Row of the units table by level of `units`. */
  readonly unitRows: Int32Array
  /** What each influence adds to each result, people apart. */
  readonly added: ReadonlyMap<Influence, Float64Array>
}

/** What else made a result: conditions of the trade in the year, the unit, its starting point, and chance of the year. */
export type Influence = 'trade' | 'environment' | 'start' | 'year'

type Term = 'unit' | 'unit-year' | 'unit-indicator' | 'sector-year' | 'indicator-year' | 'indicator-level'

const influenceOf: Readonly<Record<Term, Influence>> = {
  unit: 'environment',
  'unit-indicator': 'environment',
  'unit-year': 'year',
  'sector-year': 'trade',
  'indicator-year': 'trade',
  'indicator-level': 'trade',
}

const fewestResults = 30
/**
 * How near their optimum, in standard errors of the variances, fits must be: estimates do not move visibly any more. One that
 * is only compared with another may stop earlier.
 */
const nearEnough = 0.2
const nearEnoughToCompare = 1
/** Where the search for the part that carries over begins; two looks from there settle two decimals. */
const usualPart = 0.2
/** With more results the quasi-differenced equations take minutes; nothing is then taken to carry over. */
const mostDifferenced = 12_000
/** σ of a person at full share, and of a term not found yet, relative to that of the error, with which the search begins. */
const usualTheta = { person: 0.8, other: 0.2 }

export interface AchievementData {
  readonly snapshot: Snapshot
  readonly results: Results
  readonly byUnit: readonly Answering[]
}

/**
 * Fits, by REML, result = trade in the year + conditions of the unit + what carries over from the year before + shares of the
 * people who answered + what the results of a unit in one year have in common + error (multiple membership: Browne, Goldstein
 * and Rasbash 2001; persons and units: Abowd, Kramarz and Margolis 1999, both as random effects). Undefined where the data
 * cannot carry it. With `near`, a fit of the same results under another setting, what carries over is taken from there, and
 * so are the variances with which the search begins.
 */
export function fitAchievement(
  data: AchievementData,
  setting: Setting,
  near?: AchievementFit,
): AchievementFit | undefined {
  const { results } = data
  const sharesOf = crediting(data.byUnit, setting.scheme, setting.lag)
  const { people, cadres } = membershipOf(results, sharesOf)
  const all = factorsOf(data)
  const units = all.find(({ name }) => name === 'unit')
  if (results.length < fewestResults || cadres.length < 2 || !units) return undefined
  const before = near?.carryOver.before ?? rowsBefore(results)
  const start = near ? thetaOf(near.fit) : thetaWithoutPeople(results, all, { part: usualPart, before })
  const factors = all.filter(({ name }) => start.has(name) || (!near && name !== 'unit-indicator'))
  const designOf = (part: number): Design<RandomTerm> => {
    const carryOver = { part, before }
    return {
      ...designWithoutPeople(results, carryOver),
      random: [
        membershipOf(results, sharesOf, { ...carryOver, among: cadres }).people,
        ...factors.map((each) => termOf(each, carryOver)),
      ],
      weights: precisions(carryOver),
    }
  }
  const { fit, part } = near
    ? { fit: fitFrom(designOf(near.carryOver.part), start, nearEnoughToCompare), part: near.carryOver.part }
    : results.length > mostDifferenced
      ? { fit: fitFrom(designOf(0), start), part: 0 }
      : fitWithPart(designOf, start)
  const carryOver = { part, before }
  return {
    setting,
    results,
    fit,
    carryOver,
    people,
    cadres,
    units,
    unitRows: firstRowValues(units, results.unit),
    added: addedBy(fit, factors, { results, carryOver }),
  }
}

function fitWithPart(
  designOf: (part: number) => Design,
  start: ReadonlyMap<string, number>,
): { readonly fit: MixedModelFit; readonly part: number } {
  let part = usualPart
  let fit = fitFrom(designOf(part), start, nearEnoughToCompare)
  for (const tolerance of [nearEnoughToCompare, nearEnough]) {
    part = likelierPart(designOf, fit.theta, part)
    fit = fitFrom(designOf(part), thetaOf(fit), tolerance)
  }
  return { fit, part }
}

const fitFrom = (design: Design, theta: ReadonlyMap<string, number>, tolerance = nearEnough): MixedModelFit =>
  fitMixedModel(design, {
    tolerance,
    start: design.random.map(({ name }) => theta.get(name) ?? usualTheta[name === 'person' ? 'person' : 'other']),
  })

/** A quick look at how large the terms are: what an indicator finds in a unit is nothing beside people if it is nothing here. */
function thetaWithoutPeople(
  results: Results,
  factors: readonly Factor[],
  carryOver: CarryOver,
): ReadonlyMap<string, number> {
  const random = factors.map((factor) => termOf(factor, carryOver))
  return thetaOf(fitMixedModel({ ...designWithoutPeople(results, carryOver), random }, { tolerance: nearEnough }))
}

const designWithoutPeople = (results: Results, carryOver: CarryOver): Omit<Design, 'random'> => ({
  response: differenced(results.standing, carryOver),
  fixed: [{ ...intercept(results.length), values: differenced(intercept(results.length).values, carryOver) }],
  weights: precisions(carryOver),
})

/** σ of each term that is there at all, relative to that of the error. */
const thetaOf = ({ random, theta }: MixedModelFit): ReadonlyMap<string, number> =>
  new Map(random.flatMap(({ name }, index) => (theta[index] ? [[name, theta[index]]] : [])))

/** What the results of a unit have in common by chance is of the year itself; everything else was to be expected. */
const termOf = (factor: Factor, carryOver: CarryOver): RandomTerm =>
  influenceOf[factor.name as Term] === 'year' ? factor : differencedTerm(factor, carryOver)

/** The terms that the data can tell apart: those with several levels, not one a row, and no second one of the same grouping. */
function factorsOf({ snapshot, results }: AchievementData): Factor[] {
  const { sector, level } = snapshot.tables.units.columns
  const keys: Readonly<Record<Term, (unit: number, indicator: number, year: number) => string>> = {
    unit: (unit) => `${unit}`,
    'unit-year': (unit, _, year) => `${unit} ${year}`,
    'unit-indicator': (unit, indicator) => `${unit} ${indicator}`,
    'sector-year': (unit, _, year) => `${sector.codes[unit]} ${year}`,
    'indicator-year': (_, indicator, year) => `${indicator} ${year}`,
    'indicator-level': (unit, indicator) => `${indicator} ${level.codes[unit]}`,
  }
  const kept: Factor[] = []
  for (const [name, keyOf] of Object.entries(keys)) {
    const labels = Array.from(results.unit, (unit, row) =>
      keyOf(unit, results.indicator[row] as number, results.year[row] as number),
    )
    const { factor } = factorOf(name, labels)
    const isNew = !kept.some((other) => other.levels === factor.levels && isSameGrouping(other, factor))
    if (factor.levels > 1 && factor.levels < results.length && isNew) kept.push(factor)
  }
  return kept
}

function isSameGrouping(a: Factor, b: Factor): boolean {
  const other = new Map<number, number>()
  return a.codes.every((code, row) => {
    const known = other.get(code) ?? (b.codes[row] as number)
    other.set(code, known)
    return known === b.codes[row]
  })
}

function firstRowValues(factor: Factor, values: Int32Array): Int32Array {
  const found = new Int32Array(factor.levels)
  factor.codes.forEach((code, row) => {
    found[code] = values[row] as number
  })
  return found
}

function addedBy(
  fit: MixedModelFit,
  factors: readonly Factor[],
  { results, carryOver }: { readonly results: Results; readonly carryOver: CarryOver },
): ReadonlyMap<Influence, Float64Array> {
  const of = (influence: Influence): Float64Array => {
    const sums = new Float64Array(results.length).fill(influence === 'trade' ? (fit.fixed[0]?.estimate ?? 0) : 0)
    for (const { name, codes } of factors) {
      const modes = fit.random.find((term) => term.name === name)?.modes
      if (modes && influenceOf[name as Term] === influence)
        codes.forEach((code, row) => {
          sums[row] = (sums[row] as number) + (modes[code] as number)
        })
    }
    return sums
  }
  const [trade, environment] = [of('trade'), of('environment')]
  const start = Float64Array.from(carryOver.before, (last) =>
    last < 0
      ? 0
      : carryOver.part * ((results.standing[last] as number) - (trade[last] as number) - (environment[last] as number)),
  )
  return new Map<Influence, Float64Array>([
    ['trade', trade],
    ['environment', environment],
    ['start', start],
    ['year', of('year')],
  ])
}
