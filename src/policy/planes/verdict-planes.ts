/**
 * The verdicts of rules for people × seats as planes of bits over people, two bits a verdict. A rule depends on a seat only
 * through the facts it asks about, so seats alike in these share their planes.
 */
import type { DateCode } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import type { BoundRule } from '../evaluation/bound-rule.ts'
import type { Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import { type Bits, hasBit } from './bits.ts'

/** Verdicts as codes by gravity, so that the worst of several is the greatest. */
export const verdictCodes: readonly Verdict[] = ['met', 'discretion', 'unknown', 'unmet']

/** One rule at one seat: bit i is about `people[i]`. */
export interface VerdictColumn {
  /** Whom the rule bears on. */
  readonly bears: Bits
  /** Upper and lower bit of the code: discretion 01, unknown 10, unmet 11; 00 where met or where the rule does not bear. */
  readonly high: Bits
  readonly low: Bits
}

export interface VerdictPlanes {
  readonly facts: Facts
  /** The day of the verdicts; the facts are those of the snapshot. */
  readonly today: DateCode
  readonly rules: readonly BoundRule[]
  /** Rows of cadres; what a bit stands for. */
  readonly people: readonly number[]
  readonly seats: readonly SeatFacts[]
  /** The verdicts of `rules[rule]` about everybody at `seats[seat]`. */
  column(rule: number, seat: number): VerdictColumn
  /** The same people and seats under other rules; only rules that differ are computed. */
  withRules(rules: readonly BoundRule[]): VerdictPlanes
  /** The same facts as on another day; only what depends on the day is computed. */
  on(today: DateCode, rules?: readonly BoundRule[]): VerdictPlanes
  /** The same after the record of some cadres has changed, given the new facts; others are looked at only where a rule asks
   * who holds a seat. */
  withCadres(facts: Facts, changed: readonly number[]): VerdictPlanes
}

export const codeIn = ({ high, low }: Pick<VerdictColumn, 'high' | 'low'>, person: number): number =>
  (hasBit(high, person) ? 2 : 0) + (hasBit(low, person) ? 1 : 0)

/** The verdict of a rule about one pair; undefined where the rule does not bear on it. */
export function verdictAt(planes: VerdictPlanes, rule: number, seat: number, person: number): Verdict | undefined {
  const column = planes.column(rule, seat)
  return hasBit(column.bears, person) ? verdictCodes[codeIn(column, person)] : undefined
}
