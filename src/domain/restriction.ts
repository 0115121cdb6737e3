/**
 * What an upheld objection takes a person out of (PIPL 24, 44). A restricted result is not made; that it was not made, and
 * why, stands in its place as an estimate without a value, so that whoever reads estimates reads that too.
 */
import type { DateCode } from './calendar.ts'
import type { Identifier } from './lexicon/enumerations.ts'
import type { CadreEstimate, EarlySign, WorkingPaper } from './results.ts'
import type { Text } from './text.ts'

/**
 * `estimates`: numbers worked out of ratings and results. `order`: fit, and places in shortlists and searches of slates.
 * `signs`: early signs. What rules say of a record (eligibility, deadlines, rotation) is none of them.
 */
export type Restricted = Identifier<'restricted'>

export interface Restriction {
  readonly cadreId: string
  readonly of: Restricted
  /** The day of the decision. */
  readonly since: DateCode
  /** The last day; undefined: until it is lifted. */
  readonly until: DateCode | undefined
  readonly matterId: string
}

/** Said wherever a restricted result would stand. */
export const notComputed: Text = { zh: '异议成立，不作计算', en: 'Not computed: an objection was upheld' }

const markOf = (of: Restricted): string => `restricted.${of}`

/** Who is restricted in something. */
export const restrictedIn = (restrictions: readonly Restriction[], of: Restricted): ReadonlySet<string> =>
  new Set(restrictions.flatMap((one) => (one.of === of ? [one.cadreId] : [])))

/** The same, as the estimates of an analysis tell it. */
export function markedAs(of: Restricted, estimates: readonly CadreEstimate[]): ReadonlySet<string> {
  const mark = markOf(of)
  return new Set(estimates.flatMap(({ cadreId, measure }) => (measure === mark ? [cadreId] : [])))
}

/**
 * Estimates with those of restricted people emptied, and a mark for each restriction. Whatever is worked out of estimates
 * afterwards rests on what is left.
 */
export function withholdEstimates(
  estimates: readonly CadreEstimate[],
  restrictions: readonly Restriction[],
): readonly CadreEstimate[] {
  if (restrictions.length === 0) return estimates
  const restricted = restrictedIn(restrictions, 'estimates')
  const marks = new Map(restrictions.map(({ cadreId, of }) => [`${cadreId} ${of}`, { cadreId, measure: markOf(of) }]))
  return [
    ...estimates.map((one) => (restricted.has(one.cadreId) ? { ...one, estimate: emptied(one.estimate) } : one)),
    ...[...marks.values()].map((mark) => ({ ...mark, estimate: emptied({ n: 0, group: 'restricted' }) })),
  ]
}

const emptied = ({ n, group }: { readonly n: number; readonly group: string }): CadreEstimate['estimate'] => ({
  separable: false,
  n,
  group,
  cause: notComputed,
})

/** Early signs without those of restricted people; signs of a unit alone stay. */
export function withholdSigns(signs: readonly EarlySign[], restrictions: readonly Restriction[]): readonly EarlySign[] {
  const restricted = restrictedIn(restrictions, 'signs')
  return restricted.size === 0
    ? signs
    : signs.filter(({ cadreId }) => cadreId === undefined || !restricted.has(cadreId))
}

/** Working papers without those about restricted people. */
export function withholdPapers(
  papers: readonly WorkingPaper[],
  restrictions: readonly Restriction[],
  of: Restricted,
): readonly WorkingPaper[] {
  const restricted = restrictedIn(restrictions, of)
  return restricted.size === 0 ? papers : papers.filter(({ subject }) => !restricted.has(subject))
}
