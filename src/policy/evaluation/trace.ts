/** What an explanation collects while a condition is answered; without one, an answer costs no memory. */
import type { DateCode } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'

export interface Trace {
  readonly missing: Set<string>
  /** Dates known to the month where the day decides. */
  readonly imprecise: Set<string>
  readonly evidence: Set<string>
  /** Days on which some time-based part turns. */
  readonly turning: Set<DateCode>
  /** Where time that was counted began. */
  readonly begun: Set<DateCode>
  /** What was measured, by the name the rule gave it. */
  readonly said: Map<string, Text>
  /** Sums and counts, by the same names. */
  readonly amounts: Map<string, number>
}

export const newTrace = (): Trace => ({
  missing: new Set(),
  imprecise: new Set(),
  evidence: new Set(),
  turning: new Set(),
  begun: new Set(),
  said: new Map(),
  amounts: new Map(),
})

/** Adds what a part found. Reasons count only where the part carried the answer; measures and turning days always. */
export function absorb(whole: Trace, part: Trace, carried: boolean): void {
  for (const day of part.turning) whole.turning.add(day)
  for (const day of part.begun) whole.begun.add(day)
  for (const [name, text] of part.said) whole.said.set(name, text)
  for (const [name, amount] of part.amounts) whole.amounts.set(name, amount)
  if (!carried) return
  for (const field of part.missing) whole.missing.add(field)
  for (const field of part.imprecise) whole.imprecise.add(field)
  for (const id of part.evidence) whole.evidence.add(id)
}
