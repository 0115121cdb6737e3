import {
  type Covariate,
  type Design,
  DesignError,
  type Factor,
  factorOf,
  fitMixedModel,
  independentColumns,
  intercept,
  type MixedModelFit,
  treatmentContrasts,
} from '#statistics/index.ts'
import type { Ballots } from './ballots.ts'

/** What may move a score apart from the cadre. */
export const influences = ['severity', 'custom', 'survey', 'class', 'channel', 'scale'] as const
export type Influence = (typeof influences)[number]

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
  /** Expected score of an average cadre on the reference ballot. */
  readonly average: number
}

/** A factor whose effect belongs to the cadre, and its level for each cadre. */
export interface Holder {
  readonly factor: number
  readonly levels: Int32Array
}

/** Nearer than this, in standard errors, the variances need not be. */
const tolerance = 1e-2

const holderNames = new Set(['cadre', 'colleagues', 'tier'])

/** Undefined where the ballots cannot carry any model. */
export function fitRatings(ballots: Ballots, start?: RatingFit): RatingFit | undefined {
  const design = designOf(ballots)
  try {
    const isAlike = start?.fit.random.map(({ name }) => name).join() === design.random.map(({ name }) => name).join()
    const fit = fitMixedModel(design, { tolerance, ...(isAlike && start ? { start: start.fit.theta } : {}) })
    return { fit, ...readOff(ballots, design, fit), cadres: levelsOf(ballots.cadre), holders: holdersOf(design) }
  } catch (cause) {
    if (cause instanceof DesignError) return undefined
    throw cause
  }
}

const levelsOf = (codes: Int32Array): Int32Array => Int32Array.from(new Set(codes)).sort()

export function designOf(ballots: Ballots): Design {
  const fixed = [
    intercept(ballots.length),
    ...contrasts('channel', ballots.channel, 'annual-rating'),
    ...contrasts('class', ballots.raterClass),
    ...contrasts('scale', ballots.scale),
  ]
  const others = [
    numbered('severity', ballots.rater),
    numbered('custom', customCodes(ballots)),
    numbered('survey', ballots.survey),
    numbered('colleagues', mostOf(ballots, customCodes(ballots))),
    numbered('tier', mostOf(ballots, ballots.raterTier)),
  ]
  const random = others.reduce<Factor[]>(
    (kept, factor) => (addsSomething(factor, kept, ballots.length) ? [...kept, factor] : kept),
    [numbered('cadre', ballots.cadre)],
  )
  return { response: ballots.score, fixed: independentColumns(fixed), random }
}

/** Raters of unknown unit share a custom within their survey: they may all come from one place. */
function customCodes({ raterUnit, survey }: Ballots): Int32Array {
  return raterUnit.map((unit, ballot) => (unit >= 0 ? unit : -1 - (survey[ballot] as number)))
}

/** By ballot, the value that is most frequent among the ballots of the cadre. */
function mostOf(ballots: Ballots, values: Int32Array): Int32Array {
  const counts = new Map<number, Map<number, number>>()
  ballots.cadre.forEach((cadre, ballot) => {
    const own = counts.get(cadre) ?? new Map<number, number>()
    counts.set(cadre, own)
    const value = values[ballot] as number
    own.set(value, (own.get(value) ?? 0) + 1)
  })
  const usual = new Map<number, number>()
  for (const [cadre, own] of counts) {
    const [most] = [...own].sort(([a, x], [b, y]) => y - x || a - b)
    usual.set(cadre, most?.[0] ?? 0)
  }
  return ballots.cadre.map((cadre) => usual.get(cadre) as number)
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

function numbered(name: string, values: Int32Array): Factor {
  const levels = levelsOf(values)
  const codeOf = new Map<number, number>()
  levels.forEach((value, code) => {
    codeOf.set(value, code)
  })
  return { name, codes: values.map((value) => codeOf.get(value) as number), levels: levels.length }
}

/** A factor with one level, with a level per ballot, or that cuts the ballots as an earlier one does, adds nothing. */
function addsSomething(factor: Factor, kept: readonly Factor[], ballots: number): boolean {
  if (factor.levels < 2 || factor.levels >= ballots) return false
  return !kept.some((other) => other.levels === factor.levels && isSamePartition(factor, other))
}

function isSamePartition(a: Factor, b: Factor): boolean {
  const matched = new Int32Array(a.levels).fill(-1)
  return a.codes.every((code, row) => {
    if (matched[code] === -1) matched[code] = b.codes[row] as number
    return matched[code] === b.codes[row]
  })
}

/** Columns named `influence:level`; the reference is the level named, or the first. */
function contrasts(influence: Influence, values: readonly string[], reference?: string): Covariate[] {
  const { factor, labels } = factorOf(`${influence}:`, values)
  const first = reference === undefined ? -1 : labels.indexOf(reference)
  if (first <= 0) return treatmentContrasts(factor, labels)
  const order = [first, ...labels.flatMap((_, code) => (code === first ? [] : [code]))]
  const codes = factor.codes.map((code) => order.indexOf(code))
  return treatmentContrasts(
    { ...factor, codes },
    order.map((code) => labels[code] ?? ''),
  )
}

function readOff(ballots: Ballots, design: Design, fit: MixedModelFit) {
  const added = new Map<Influence, Float64Array>()
  const isReference = ballots.channel.map((channel) => channel === 'annual-rating')
  const reference = isReference.includes(true) ? isReference : isReference.map(() => true)
  let average = 0
  design.fixed.forEach(({ name, values }, column) => {
    const effect = fit.fixed[column]?.estimate ?? 0
    const usual = meanWhere(values, reference)
    average += effect * usual
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
  return { added, average }
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
