import type { DateCode } from './calendar.ts'
import type { Text } from './text.ts'

/**
 * Four answers, not two. Missing data is `unknown`, never "no"; what the instrument reserves to people is `discretion`.
 */
export const verdicts = ['met', 'unmet', 'unknown', 'discretion'] as const
export type Verdict = (typeof verdicts)[number]

/** Where an answer comes from: the Chinese name of the instrument and its article, e.g. 《…条例》 `8(3)`. */
export interface Citation {
  readonly instrument: string
  readonly article: string
  readonly title: Text
}

/**
 * What a finding counts for in the verdict over all rules. `decides`: fully. `warns`: at most as a question for people,
 * because the rule awaits local confirmation. `asks`: not at all; no data can tell, and people answer it in the procedure.
 */
export const weights = ['decides', 'warns', 'asks'] as const
export type Weight = (typeof weights)[number]

/** An article that lifts a rule, and whose approval that takes. */
export interface Lifting {
  readonly basis: Citation
  readonly approval: Text
}

/** An answer with its reasons. No bare boolean crosses a folder border. */
export interface Finding {
  /** Stable rule id, e.g. `APPT-08-3-TENURE`. */
  readonly rule: string
  readonly verdict: Verdict
  readonly weight: Weight
  readonly basis: Citation
  readonly reasons: readonly Text[]
  /** Ids of the rows it rests on: `tenures/T00017`, `evaluations/C0001/2025`. */
  readonly evidence: readonly string[]
  /** Facts that would settle an `unknown`, as `table.field` of the data package. */
  readonly missing: readonly string[]
  /** The earliest day on which the verdict turns by the passing of time alone, where there is one. */
  readonly turnsOn?: DateCode
  /** What people must still answer, whatever the data say. */
  readonly questions?: readonly Text[]
  /** Where the rule is not met: the articles that lift it. */
  readonly liftedBy?: readonly Lifting[]
}

const gravity: Record<Verdict, number> = { met: 0, discretion: 1, unknown: 2, unmet: 3 }

/** The verdict of several findings together: one `unmet` settles it, then a gap in the data, then a reserved question. */
export function worst(findings: Iterable<Verdict>): Verdict {
  let answer: Verdict = 'met'
  for (const verdict of findings) if (gravity[verdict] > gravity[answer]) answer = verdict
  return answer
}

/** What a finding counts as among others: an unconfirmed rule only warns, and a question changes nothing. */
export function countsAs({ verdict, weight }: Pick<Finding, 'verdict' | 'weight'>): Verdict {
  if (weight === 'decides' || verdict === 'met') return verdict
  return weight === 'warns' ? 'discretion' : 'met'
}

/**
 * The verdict over all findings about one pair.
 * @example overall([{ verdict: 'unknown', weight: 'warns' }]) // 'discretion'
 */
export const overall = (findings: readonly Pick<Finding, 'verdict' | 'weight'>[]): Verdict =>
  worst(findings.map(countsAs))
