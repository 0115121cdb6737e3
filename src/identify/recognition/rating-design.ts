import {
  type Covariate,
  type Design,
  type Factor,
  factorOf,
  independentColumns,
  intercept,
  treatmentContrasts,
} from '#statistics/index.ts'
import type { Ballots } from './ballots.ts'

/** What may move a score apart from the cadre. */
export const influences = ['severity', 'custom', 'survey', 'form', 'class', 'channel', 'scale'] as const
export type Influence = (typeof influences)[number]

export const levelsOf = (codes: Int32Array): Int32Array => Int32Array.from(new Set(codes)).sort()

/**
 * The model of `RatingFit` for these ballots: without factors that can add nothing to them, without columns that others
 * explain.
 */
export function designOf(ballots: Ballots): Design<Factor> {
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
    numbered('form', formCodes(ballots)),
    numbered('colleagues', homeUnits(ballots)),
    numbered('tier', mostOf(ballots.cadre, ballots.raterTier)),
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

/** A unit that asks on one scale in several surveys does so with its own form, which may be easier than others. */
function formCodes(ballots: Ballots): Int32Array {
  const scales = [...new Set(ballots.scale)].sort()
  const codeOf = new Map(scales.map((scale, code) => [scale, code]))
  const hosts = mostOf(ballots.survey, customCodes(ballots))
  return hosts.map((host, ballot) => host * scales.length + (codeOf.get(ballots.scale[ballot] ?? '') ?? 0))
}

/** By ballot, the unit most of whose people rated the cadre. */
export const homeUnits = (ballots: Ballots): Int32Array => mostOf(ballots.cadre, customCodes(ballots))

/** By ballot, the value that is most frequent among the ballots with the same owner. */
function mostOf(owners: Int32Array, values: Int32Array): Int32Array {
  const counts = new Map<number, Map<number, number>>()
  owners.forEach((owner, ballot) => {
    const own = counts.get(owner) ?? new Map<number, number>()
    counts.set(owner, own)
    const value = values[ballot] as number
    own.set(value, (own.get(value) ?? 0) + 1)
  })
  const usual = new Map<number, number>()
  for (const [owner, own] of counts) {
    const [most] = [...own].sort(([a, x], [b, y]) => y - x || a - b)
    usual.set(owner, most?.[0] ?? 0)
  }
  return owners.map((owner) => usual.get(owner) as number)
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
