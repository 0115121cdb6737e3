import { type Design, DesignError, fitMixedModel, type MixedModelFit } from '#statistics/index.ts'
import type { Ballots } from './ballots.ts'
import { designOf, homeUnits, type Influence, influences, levelsOf } from './rating-design.ts'

/**
 * score = μ + class + channel + scale + (colleagues + cadre) + severity of the rater + custom of the rater's unit + survey
 * + residual. Class, channel and scale are fixed, the others random. `colleagues` is what the people of one unit have in
 * common (people are selected into posts), `custom` how kindly a unit scores anybody: the two are told apart only by those
 * who rate across units, and as far as few do, the doubt stays in the intervals.
 */
export interface RatingFit {
  readonly fit: MixedModelFit
  /** Cadre row of each level of the first factor. */
  readonly cadres: Int32Array
  readonly holders: readonly Holder[]
  /** By ballot: what each influence adds to the score, over what it adds on the reference ballot. */
  readonly added: ReadonlyMap<Influence, Float64Array>
}

/** A factor whose effect belongs to the cadre, and its level for each cadre. */
export interface Holder {
  readonly factor: number
  readonly levels: Int32Array
}

/** How near the variances are brought, in their standard errors: nearer moves no estimate by a hundredth of its own. */
const tolerance = 0.05

const holderNames = new Set(['cadre', 'colleagues', 'tier'])

/** More ballots than this get their first guess from a part of the units. */
const pilotFrom = 80_000

/**
 * Fits the model; `similar` is an earlier fit from which the search may start. Undefined where the ballots cannot carry any
 * model.
 */
export function fitRatings(ballots: Ballots, similar?: RatingFit): RatingFit | undefined {
  const design = designOf(ballots)
  try {
    const start = startFrom(design, similar ?? pilotOf(ballots))
    const fit = fitMixedModel(design, { tolerance, ...(start ? { start } : {}) })
    return { fit, added: addedBy(ballots, design, fit), cadres: levelsOf(ballots.cadre), holders: holdersOf(design) }
  } catch (cause) {
    if (cause instanceof DesignError) return undefined
    throw cause
  }
}

/** θ of a fit with the same factors. */
function startFrom(design: Design, similar: RatingFit | undefined): readonly number[] | undefined {
  const isAlike = similar?.fit.random.map(({ name }) => name).join() === design.random.map(({ name }) => name).join()
  return isAlike ? similar?.fit.theta : undefined
}

/** The fit of the ballots on the people of every second, third … unit. */
function pilotOf(ballots: Ballots): RatingFit | undefined {
  if (ballots.length <= pilotFrom) return undefined
  const every = Math.ceil(ballots.length / pilotFrom) + 1
  const homes = homeUnits(ballots)
  const place = new Map(Array.from(levelsOf(homes), (unit, index) => [unit, index] as const))
  const chosen = Int32Array.from({ length: ballots.length }, (_, ballot) => ballot).filter(
    (ballot) => (place.get(homes[ballot] as number) ?? 0) % every === 0,
  )
  return fitRatings(pick(ballots, chosen))
}

function pick(ballots: Ballots, chosen: Int32Array): Ballots {
  const codes = (values: Int32Array): Int32Array => chosen.map((ballot) => values[ballot] as number)
  const texts = (values: readonly string[]): string[] => Array.from(chosen, (ballot) => values[ballot] ?? '')
  return {
    length: chosen.length,
    cadre: codes(ballots.cadre),
    rater: codes(ballots.rater),
    survey: codes(ballots.survey),
    raterUnit: codes(ballots.raterUnit),
    raterTier: codes(ballots.raterTier),
    channel: texts(ballots.channel),
    raterClass: texts(ballots.raterClass),
    scale: texts(ballots.scale),
    score: Float64Array.from(chosen, (ballot) => ballots.score[ballot] as number),
  }
}

/** The factors that hold each cadre as a whole: the cadre first, then what it shares with others. */
function holdersOf({ random }: Design): Holder[] {
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

/** What each influence adds to the score of each ballot, over what it adds on the usual yearly ballot. */
function addedBy(ballots: Ballots, design: Design, fit: MixedModelFit): Map<Influence, Float64Array> {
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
