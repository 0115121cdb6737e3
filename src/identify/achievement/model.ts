import type { Snapshot } from '#domain/snapshot.ts'
import {
  type Design,
  type Factor,
  fitMixedModel,
  intercept,
  type Membership,
  type MixedModelFit,
  type RandomTerm,
} from '#statistics/index.ts'
import { addedBy, sumOf } from './added.ts'
import type { Answering } from './answering.ts'
import { type CarryOver, differenced, differencedTerm, likelierPart, precisions, rowsBefore } from './carry-over.ts'
import { factorsOf, type Influence, influenceOf, type Term } from './factors.ts'
import { membershipOf } from './membership.ts'
import type { Results } from './results.ts'
import { sampleOf } from './sample.ts'
import type { Lag, Scheme } from './settings.ts'
import { crediting, type SharesOf } from './shares.ts'

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

const fewestResults = 30
/**
 * How near their optimum, in standard errors of the variances, fits must be: estimates do not move visibly any more. One that
 * is only compared with another may stop earlier.
 */
const nearEnough = 0.2
const nearEnoughToCompare = 1
/** Where the search for the part that carries over begins; two looks from there settle two decimals. */
const usualPart = 0.2
const looks = 2
/** σ of a person at full share, and of a term not found yet, relative to that of the error, with which the search begins. */
const usualTheta = { person: 0.8, other: 0.2 }
/** Careers tie units loosely: factors of this many multiplications are still quicker than probes, and take ten seconds. */
const exactUpTo = 2e10

export interface AchievementData {
  readonly snapshot: Snapshot
  readonly results: Results
  readonly byUnit: readonly Answering[]
}

/** What the results say before anybody is credited. */
export interface Background {
  readonly data: AchievementData
  readonly units: Factor
  readonly before: Int32Array
  /** Units, their years, and what else is there at all. */
  readonly factors: readonly Factor[]
  /** σ of each, relative to that of the error. */
  readonly theta: ReadonlyMap<string, number>
  /** Who is credited, by setting; remembered. */
  readonly sharesOf: (setting: Setting) => SharesOf
  /** Conditions of the trade in the year behind each result. */
  readonly trade: Float64Array
}

/** One way of crediting results, as far as it is needed to compare it with another. */
export interface Look {
  readonly setting: Setting
  readonly fit: MixedModelFit
  readonly part: number
  /** Row of the cadres table by level of the people. */
  readonly cadres: Int32Array
}

/**
 * A quick look at how large the terms are: what an indicator finds in a unit is nothing beside people if it is nothing here.
 * Undefined where there are too few results.
 */
export function readBackground(data: AchievementData): Background | undefined {
  const { snapshot, results } = data
  const all = factorsOf(snapshot, results)
  const units = all.find(({ name }) => name === 'unit')
  if (results.length < fewestResults || !units) return undefined
  const carryOver = { part: usualPart, before: rowsBefore(results) }
  const random = all.map((factor) => termOf(factor, carryOver))
  const fit = fitMixedModel(
    { ...withoutPeople(results.standing, carryOver), random },
    { tolerance: nearEnough, exactUpTo },
  )
  const theta = thetaOf(fit)
  const factors = all.filter(({ name }) => name === 'unit' || name === 'unit-year' || theta.has(name))
  const known = new Map<Setting, SharesOf>()
  const sharesOf = (setting: Setting): SharesOf => {
    const found = known.get(setting) ?? crediting(data.byUnit, setting.scheme, setting.lag)
    known.set(setting, found)
    return found
  }
  return { data, units, before: carryOver.before, factors, theta, sharesOf, trade: sumOf('trade', fit, factors) }
}

/**
 * Compares ways of crediting, by REML, with the trade taken as known from the background: its terms meet everybody, and cost
 * ten times as much as they tell of the way. With `near`, a look at the same results under another setting, what carries over
 * is taken from there, and so are the variances with which the search begins. Undefined where nobody is credited.
 */
export function lookAt(background: Background, setting: Setting, near?: Look): Look | undefined {
  const { cadres, designOf } = withTradeKnown(background, setting)
  if (cadres.length < 2) return undefined
  const { part, theta } = near ? { part: near.part, theta: thetaOf(near.fit) } : carriedOver(background, setting)
  return { setting, fit: fitFrom(designOf(part), theta, nearEnoughToCompare), part, cadres }
}

/** What carries over from year to year, looked for in a sample of units. */
function carriedOver(
  background: Background,
  setting: Setting,
): { readonly part: number; readonly theta: ReadonlyMap<string, number> } {
  const { cadres, designOf } = withTradeKnown(sampleOf(background), setting)
  let part = usualPart
  let { theta } = background
  for (let look = 0; look < looks && cadres.length > 1; look += 1) {
    const fit = fitFrom(designOf(part), theta, nearEnoughToCompare)
    part = likelierPart(designOf, fit.theta, part)
    theta = thetaOf(fit)
  }
  return { part, theta }
}

function withTradeKnown(background: Background, setting: Setting) {
  const { data, factors, trade } = background
  return crediter(background, setting, {
    response: data.results.standing.map((value, row) => value - (trade[row] as number)),
    factors: factors.filter(({ name }) => influenceOf[name as Term] !== 'trade'),
  })
}

/**
 * Fits, by REML, result = trade in the year + conditions of the unit + what carries over from the year before + shares of the
 * people who answered + what the results of a unit in one year have in common + error (multiple membership: Browne, Goldstein
 * and Rasbash 2001; persons and units: Abowd, Kramarz and Margolis 1999, both as random effects). What carries over is taken
 * from a look under the same setting.
 */
export function fitAchievement(background: Background, { setting, fit: seen, part }: Look): AchievementFit {
  const { data, units, before, factors, theta } = background
  const { results } = data
  const { people, cadres, designOf } = crediter(background, setting, { response: results.standing, factors })
  const fit = fitFrom(designOf(part), new Map([...theta, ...thetaOf(seen)]), nearEnough)
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

/** Who is credited under a setting, and the model with a given part carried over. */
function crediter(
  { data: { results }, before, sharesOf: bySetting }: Background,
  setting: Setting,
  { response, factors }: { readonly response: Float64Array; readonly factors: readonly Factor[] },
) {
  const sharesOf = bySetting(setting)
  const { people, cadres } = membershipOf(results, sharesOf)
  const designOf = (part: number): Design<RandomTerm> => {
    const carryOver = { part, before }
    return {
      ...withoutPeople(response, carryOver),
      random: [
        membershipOf(results, sharesOf, { ...carryOver, among: cadres }).people,
        ...factors.map((each) => termOf(each, carryOver)),
      ],
    }
  }
  return { people, cadres, designOf }
}

const fitFrom = (design: Design, theta: ReadonlyMap<string, number>, tolerance: number): MixedModelFit =>
  fitMixedModel(design, {
    tolerance,
    exactUpTo,
    start: design.random.map(({ name }) => theta.get(name) ?? usualTheta[name === 'person' ? 'person' : 'other']),
  })

const withoutPeople = (response: Float64Array, carryOver: CarryOver): Omit<Design, 'random'> => ({
  response: differenced(response, carryOver),
  fixed: [{ ...intercept(response.length), values: differenced(intercept(response.length).values, carryOver) }],
  weights: precisions(carryOver),
})

/** σ of each term that is there at all, relative to that of the error. */
const thetaOf = ({ random, theta }: MixedModelFit): ReadonlyMap<string, number> =>
  new Map(random.flatMap(({ name }, index) => (theta[index] ? [[name, theta[index]]] : [])))

/** What the results of a unit have in common by chance is of the year itself; everything else was to be expected. */
const termOf = (factor: Factor, carryOver: CarryOver): RandomTerm =>
  influenceOf[factor.name as Term] === 'year' ? factor : differencedTerm(factor, carryOver)

function firstRowValues(factor: Factor, values: Int32Array): Int32Array {
  const found = new Int32Array(factor.levels)
  factor.codes.forEach((code, row) => {
    found[code] = values[row] as number
  })
  return found
}
