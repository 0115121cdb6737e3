/** A rule as read from an instrument: cited, dated, with its parameters apart from its conditions. */
import type { DateCode } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import type { Condition, ParameterValue } from '../language/types.ts'

/** An instrument of law or of the Party, or the local settings of a county. */
export interface Instrument {
  readonly id: string
  /** The Chinese name without 《》, and its English. */
  readonly name: Text
  readonly from: DateCode
  /** The first day on which it is no longer in force; undefined while it is. */
  readonly to: DateCode | undefined
  /** Place among the instruments when findings are listed. */
  readonly order: number
  /** What is deliberately not encoded, and why. */
  readonly uncovered: readonly { readonly article: string; readonly why: Text }[]
}

/** `bar` blocks; `warn` (一般、原则上) and `human` ask people; `needs-approval` can be lifted by an approval. */
export const severities = ['bar', 'warn', 'needs-approval', 'human'] as const
export type Severity = (typeof severities)[number]

/** An UNVERIFIED rule never blocks: its numbers wait for local confirmation. */
export const statuses = ['VERIFIED', 'UNVERIFIED'] as const
export type Status = (typeof statuses)[number]

/** What a rule is for. A rule without requirements only defines parameters that others cite. */
export const purposes = ['appointment', 'rotation', 'training', 'definition'] as const
export type Purpose = (typeof purposes)[number]

export interface Messages {
  readonly met: Text
  readonly unmet: Text
  readonly unknown: Text | undefined
}

export interface Requirement {
  /** Part of the guard that belongs to this requirement alone. */
  readonly when: Condition | undefined
  readonly that: Condition
  readonly severity: Severity
  readonly messages: Messages
}

/** A parameter's value from a day on. */
export interface DatedValue {
  readonly from: DateCode
  readonly value: ParameterValue
}

export interface Rule {
  readonly id: string
  readonly instrument: Instrument
  readonly article: string
  readonly title: Text
  readonly status: Status
  readonly purposes: readonly Purpose[]
  readonly from: DateCode
  readonly to: DateCode | undefined
  readonly applies: Condition | undefined
  readonly parameters: ReadonlyMap<string, readonly DatedValue[]>
  readonly requires: readonly Requirement[]
  /** File and line, for people who read the source. */
  readonly source: string
}

/** Is the rule in force on the day? Its own dates narrow those of its instrument. */
export const inForce = (rule: Rule, asOf: DateCode): boolean =>
  rule.from <= asOf && (rule.to === undefined || asOf < rule.to)
