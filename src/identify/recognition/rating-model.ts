import { type Design, DesignError, type Factor, fitMixedModel, type MixedModelFit, modelAt } from '#statistics/index.ts'
import { type Ballots, keepBallots } from './ballots.ts'
import {
  expectedShare,
  firstScores,
  interpolated,
  type LatentScores,
  type Scale,
  scalesOf,
  workingScores,
} from './latent-scores.ts'
import { type Occasions, occasionsOf } from './occasions.ts'
import { designOf, homeUnits, type Influence, influences, levelsOf } from './rating-design.ts'

/**
 * latent score = μ + class + channel + scale + (colleagues + cadre) + severity of the rater + custom of the rater's unit
 * + survey + form of the unit + noise. Class, channel and scale are fixed, the others random. `colleagues` is what the
 * people of one unit have in common (people are selected into posts), `custom` how kindly a unit scores anybody: the two are
 * told apart only by those who rate across units, and as far as few do, the doubt stays in the intervals.
 *
 * Marks are ordered categories of the latent score (see `Scale`). The model is fitted to a first guess of it, then once more
 * to the working scores of the ordered probit model at that guess: one step of penalised quasi-likelihood (Breslow and
 * Clayton 1993, J. Am. Stat. Assoc. 88:9–25), which is where its known shrinkage of the variances is still small.
 *
 * Everything is told in shares of the full mark: one unit of `fit` is what it is worth near an average cadre, and `shareOf`
 * bends the sum where marks meet the end of their scales.
 */
export interface RatingFit {
  readonly fit: MixedModelFit
  /** What was fitted, by ballot, and its weight; the weights have mean 1. */
  readonly response: Float64Array
  readonly weights: Float64Array
  /** What an average cadre has on the scale of the model. */
  readonly usual: number
  /** From the scale of the model to the share of the full mark that an average rater gives on an ordinary ballot. */
  shareOf(value: number): number
  /** Cadre row of each level of the first factor. */
  readonly cadres: Int32Array
  readonly holders: readonly Holder[]
  /** By ballot: what each influence adds to the response, over what it adds on the reference ballot. */
  readonly added: ReadonlyMap<Influence, Float64Array>
  /** What a person's ballots of one survey have in common beyond all this. */
  readonly occasions: Occasions
}

/** A factor whose effect belongs to the cadre, and its level for each cadre. */
export interface Holder {
  readonly factor: number
  readonly levels: Int32Array
}

/**
 * Posterior SDs are widened by this much for what neither the model nor `FurtherDoubt` knows: raters with heavier tails than
 * normal, raters who give everybody one mark, forms of one scale that differ (docs/decisions/0005).
 */
export const allowance = 1.1

/** How near the variances are brought, in their standard errors: nearer moves no estimate by a fiftieth of its own. */
const tolerance = 0.3
/** The first guess only has to be near enough for one step of scoring; with the ratios of a similar fit it is at once. */
const roughTolerance = 0.5

const holderNames = new Set(['cadre', 'colleagues', 'tier'])

/** Standard deviations over that of the noise, as they are in most places: where a search without a better start begins. */
const usualRatios = new Map([
  ['cadre', 0.65],
  ['severity', 0.5],
  ['custom', 0.35],
  ['survey', 0.1],
  ['form', 0.1],
  ['colleagues', 0.2],
  ['tier', 0.05],
])

/** More ballots than this get their first guess from a part of the units. */
const pilotFrom = 80_000

/**
 * Fits the model; `similar` is an earlier fit from which the search may start. Undefined where the ballots cannot carry any
 * model.
 */
export function fitRatings(ballots: Ballots, similar?: Pick<RatingFit, 'fit'>): RatingFit | undefined {
  const design = designOf(ballots)
  try {
    const scales = scalesOf(ballots)
    const guess = firstGuess(design, scales, similar ? ratiosOf(similar.fit) : pilotOf(ballots))
    const { scores, shareOf } = inShares(scales, guess)
    const { response, weights } = scores
    const fit = fitMixedModel({ ...design, response, weights }, { tolerance, start: guess.theta })
    const added = addedBy(ballots, design, fit)
    const holders = holdersOf(design)
    const usual = usualScore(design, fit, holders, { response, added })
    const occasions = occasionsOf(ballots, {
      residuals: fit.residuals,
      weights,
      noise: fit.residualVariance,
      ofCadres: fit.random[0]?.variance ?? 0,
      ofSurveys: fit.random.find(({ name }) => name === 'survey')?.variance ?? 0,
    })
    return { fit, response, weights, usual, shareOf, cadres: levelsOf(ballots.cadre), holders, added, occasions }
  } catch (cause) {
    if (cause instanceof DesignError) return undefined
    throw cause
  }
}

/** A fit of the first scores, or only what a model that is known already says of them. */
interface Guess {
  readonly theta: readonly number[]
  /** By factor. */
  readonly variances: readonly { readonly name: string; readonly variance: number }[]
  readonly predictor: Float64Array
}

/** The ratios of another fit, by the names of its factors. */
interface Ratios {
  readonly names: readonly string[]
  readonly theta: readonly number[]
}

const ratiosOf = ({ random, theta }: MixedModelFit): Ratios => ({ names: random.map(({ name }) => name), theta })

function firstGuess(design: Design<Factor>, scales: readonly Scale[], similar: Ratios | undefined): Guess {
  const response = firstScores(scales, design.response.length)
  const ratioOf = new Map(similar?.names.map((name, index) => [name, similar.theta[index]]))
  const start = design.random.map(({ name }) => ratioOf.get(name) ?? usualRatios.get(name) ?? 0.3)
  const isAlike = design.random.every(({ name }) => ratioOf.has(name))
  const first = { ...design, response }
  const found = isAlike ? modelAt(first, start) : fitMixedModel(first, { tolerance: roughTolerance, start })
  const predictor = response.map((value, ballot) => value - (found.residuals[ballot] as number))
  const variances = design.random.map(({ name }, index) => ({
    name,
    variance: (found.theta[index] as number) ** 2 * found.residualVariance,
  }))
  return { theta: found.theta, variances, predictor }
}

/** The fit of the ballots on the people of every second, third … unit. */
function pilotOf(ballots: Ballots): Ratios | undefined {
  if (ballots.length <= pilotFrom) return undefined
  const every = Math.ceil(ballots.length / pilotFrom) + 1
  const homes = homeUnits(ballots)
  const place = new Map(Array.from(levelsOf(homes), (unit, index) => [unit, index] as const))
  const part = keepBallots(ballots, (ballot) => (place.get(homes[ballot] as number) ?? 0) % every === 0)
  const { theta, variances } = firstGuess(designOf(part), scalesOf(part), undefined)
  return { theta, names: variances.map(({ name }) => name) }
}

/** The noise of a ballot is the part of the unit variance of the latent score that no factor takes, but at least this. */
const leastNoise = 0.2
/** Cadres count as differing by at least this much on the latent scale, so that there is a slope to take. */
const leastSpread = 0.05
/** So many standard deviations of cadres on either side of the average are tabulated. */
const widest = 8

/** The working scores in shares of the full mark, and the bend that takes the model's scale to the expected share. */
function inShares(scales: readonly Scale[], { variances, predictor }: Guess) {
  const variance = (isWanted: (name: string) => boolean): number =>
    variances.reduce((sum, { name, variance }) => sum + (isWanted(name) ? variance : 0), 0)
  const noise = Math.max(leastNoise, 1 - variance(() => true))
  const scores = workingScores(scales, predictor, Math.sqrt(noise))
  const spread = Math.sqrt(noise + variance((name) => !holderNames.has(name)))
  const own = Math.max(leastSpread, Math.sqrt(variance((name) => holderNames.has(name))))
  const middle = predictor.reduce((sum, value) => sum + value, 0) / predictor.length
  const expected = (x: number): number => expectedShare(scales, scores.thresholds, x, spread)
  const slope = (expected(middle + own) - expected(middle - own)) / (2 * own)
  const height = expected(middle) - slope * middle
  const bent = interpolated(middle - widest * own, middle + widest * own, expected)
  return {
    scores: { ...scores, response: scores.response.map((value) => height + slope * value) } satisfies LatentScores,
    shareOf: (value: number): number => bent((value - height) / slope),
  }
}

/** The factors that hold each cadre as a whole: the cadre first, then what it shares with others. */
function holdersOf({ random }: Design<Factor>): Holder[] {
  const [cadre] = random
  return random.flatMap(({ name, codes }, factor) => {
    if (!cadre || !holderNames.has(name)) return []
    const levels = new Int32Array(cadre.levels)
    cadre.codes.forEach((level, row) => {
      levels[level] = codes[row] as number
    })
    return [{ factor, levels }]
  })
}

/** The same from every ballot: what is left when residual, influences and the effects of the cadre are taken off. */
function usualScore(
  { random }: Design<Factor>,
  fit: MixedModelFit,
  holders: readonly Holder[],
  { response, added }: Pick<RatingFit, 'response' | 'added'>,
): number {
  let usual = (response[0] as number) - (fit.residuals[0] as number)
  for (const values of added.values()) usual -= values[0] as number
  for (const { factor } of holders) {
    const level = random[factor]?.codes[0] as number
    usual -= fit.random[factor]?.modes[level] as number
  }
  return usual
}

/** What each influence adds to the score of each ballot, over what it adds on the usual yearly ballot. */
function addedBy(ballots: Ballots, design: Design<Factor>, fit: MixedModelFit): Map<Influence, Float64Array> {
  const added = new Map<Influence, Float64Array>()
  const isReference = ballots.channel.map((channel) => channel === 'annual-rating')
  const reference = isReference.includes(true) ? isReference : isReference.map(() => true)
  design.fixed.forEach(({ name, values }, column) => {
    const effect = fit.fixed[column]?.estimate ?? 0
    const usual = meanWhere(values, reference)
    const influence = influences.find((each) => name.startsWith(`${each}:`))
    if (influence)
      addTo(
        added,
        influence,
        values.map((value) => effect * (value - usual)),
      )
  })
  design.random.forEach(({ name, codes }, factor) => {
    const influence = influences.find((each) => each === name)
    const modes = fit.random[factor]?.modes
    if (influence && modes)
      addTo(
        added,
        influence,
        Float64Array.from(codes, (code) => modes[code] as number),
      )
  })
  return added
}

function addTo(added: Map<Influence, Float64Array>, influence: Influence, values: Float64Array): void {
  const before = added.get(influence)
  added.set(influence, before ? before.map((value, ballot) => value + (values[ballot] as number)) : values)
}

function meanWhere(values: Float64Array, chosen: readonly boolean[]): number {
  let sum = 0
  let count = 0
  values.forEach((value, ballot) => {
    if (!chosen[ballot]) return
    sum += value
    count += 1
  })
  return sum / count
}
