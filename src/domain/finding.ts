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

/** An answer with its reasons. No bare boolean crosses a folder border. */
export interface Finding {
  /** Stable rule id, e.g. `APPT-08-3-TENURE`. */
  readonly rule: string
  readonly verdict: Verdict
  readonly basis: Citation
  readonly reasons: readonly Text[]
  /** Ids of the rows it rests on: `tenures/T00017`, `evaluations/C0001/2025`. */
  readonly evidence: readonly string[]
  /** Facts that would settle an `unknown`, as `table.field` of the data package. */
  readonly missing: readonly string[]
  /** The earliest day on which the verdict turns by the passing of time alone, where there is one. */
  readonly turnsOn?: DateCode
}

const gravity: Record<Verdict, number> = { met: 0, discretion: 1, unknown: 2, unmet: 3 }

/** The verdict of several findings together: one `unmet` settles it, then a gap in the data, then a reserved question. */
export function worst(findings: Iterable<Verdict>): Verdict {
  let answer: Verdict = 'met'
  for (const verdict of findings) if (gravity[verdict] > gravity[answer]) answer = verdict
  return answer
}
