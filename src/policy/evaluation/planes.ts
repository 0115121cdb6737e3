/**
 * Verdicts of every cadre against a seat, as columns. A rule's verdicts are computed once for seats that are alike in the
 * facts it asks about, so that a hundred vacancies cost about as many columns as there are distinct kinds of seat.
 */
import type { DateCode } from '#domain/calendar.ts'
import { type Verdict, verdicts } from '#domain/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { BoundRule } from './bound-rule.ts'
import { judge } from './finding.ts'
import { verdictOf } from './bound-rule.ts'
import { newTrace } from './trace.ts'

/** No verdict: the rule does not apply to the pair. */
export const notApplicable = 255

/** One rule against one kind of seat: a code per cadre, the index into `verdicts`, or `notApplicable`. */
export interface VerdictColumn {
  readonly rule: string
  readonly codes: Uint8Array
  /** What is missing, for the cadres whose verdict is unknown. */
  readonly missing: ReadonlyMap<number, readonly string[]>
}

const codeOf: Readonly<Record<Verdict, number>> = Object.fromEntries(
  verdicts.map((verdict, code) => [verdict, code]),
) as Record<Verdict, number>

export const verdictAt = (code: number): Verdict | undefined => verdicts[code]

function columnOf(bound: BoundRule, facts: Facts, seat: SeatFacts, people: readonly number[], today: DateCode): VerdictColumn {
  const codes = new Uint8Array(facts.cadreCount).fill(notApplicable)
  const missing = new Map<number, readonly string[]>()
  for (const index of people) {
    const scope = { cadre: facts.cadre(index), seat, today, row: undefined }
    const verdict = judge(bound, scope)
    if (verdict === undefined) continue
    codes[index] = codeOf[verdict]
    if (verdict !== 'unknown') continue
    const trace = newTrace()
    for (const part of bound.requirements) {
      const own = newTrace()
      if (verdictOf(bound, part, scope, own) === 'unknown') for (const field of own.missing) trace.missing.add(field)
    }
    missing.set(index, [...trace.missing].filter((field) => field !== ''))
  }
  return { rule: bound.rule.id, codes, missing }
}

/** Columns of all rules for one seat after another; equal kinds of seat share theirs. */
export function columnReader(
  rules: readonly BoundRule[],
  facts: Facts,
  people: readonly number[],
  today: DateCode,
): (seat: SeatFacts) => readonly VerdictColumn[] {
  const known = new Map<string, VerdictColumn>()
  return (seat) =>
    rules.map((bound) => {
      const key = JSON.stringify([bound.rule.id, ...bound.seatFields.map((field) => seat[field] ?? null)])
      const found = known.get(key)
      if (found) return found
      const made = columnOf(bound, facts, seat, people, today)
      known.set(key, made)
      return made
    })
}
