import type { Verdict } from '#domain/finding.ts'
import type { Text } from '#domain/text.ts'

/** One line of the doctor: what was looked at, whether it is as it should be, and otherwise how to mend it. */
export interface Check {
  readonly id: string
  readonly verdict: Extract<Verdict, 'met' | 'unmet' | 'unknown'>
  readonly said: Text
  readonly mend?: Text
}

export const met = (id: string, said: Text): Check => ({ id, verdict: 'met', said })
export const unmet = (id: string, said: Text, mend: Text): Check => ({ id, verdict: 'unmet', said, mend })
export const unknown = (id: string, said: Text, mend: Text): Check => ({ id, verdict: 'unknown', said, mend })
