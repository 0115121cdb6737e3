/** A rule as read from an instrument: cited, dated, with its parameters apart from its conditions. */
import type { DateCode } from '#domain/calendar.ts'
import type { Grounds } from '#domain/overlay.ts'
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
  /** Made by the place itself, in an overlay. */
  readonly local: boolean
  /** What is deliberately not encoded, and why. */
  readonly uncovered: readonly { readonly article: string; readonly why: Text }[]
}

/** `bar` blocks; `warn` (一般、原则上) and `human` ask people; `needs-approval` can be lifted by an approval. */
export const severities = ['bar', 'warn', 'needs-approval', 'human'] as const
export type Severity = (typeof severities)[number]

/** An UNVERIFIED rule never blocks: its numbers wait for local confirmation. */
export const statuses = ['VERIFIED', 'UNVERIFIED'] as const
export type Status = (typeof statuses)[number]

/**
 * What a rule is for: `appointment` holds a cadre against a seat, `rotation` a holder against the seat held, `training`,
 * `development` and `supervision` look at a cadre, `planning` is what the place reckons a future career with and never
 * decides, `procedure` is a gate of a case, `record` governs personnel files, `control` binds the system itself. A
 * `definition` only holds parameters that others cite.
 */
export const purposes = [
  'appointment',
  'rotation',
  'training',
  'development',
  'supervision',
  'planning',
  'procedure',
  'decision',
  'record',
  'control',
  'definition',
] as const
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

/** What no data can tell and people must answer. */
export interface Inquiry {
  readonly when: Condition | undefined
  readonly ask: Text
}

/** An article that lifts a rule, on whose approval; where `when` surely holds, a failure is left to people. */
export interface Exception {
  /** Undefined: another article of the same instrument. */
  readonly instrument: Text | undefined
  readonly article: string
  readonly title: Text
  readonly approval: Text
  readonly when: Condition | undefined
}

/** Who confirmed, for this place, that a rule whose text was not seen in force does hold: from the day `on`. */
export interface Confirmation extends Grounds {
  /** The first day on which it no longer counts; undefined while it does. */
  readonly to: DateCode | undefined
}

/** A parameter's value from a day on. */
export interface DatedValue {
  readonly from: DateCode
  readonly value: ParameterValue
}

/** Which way a local value may differ from the national one; `either` where the national text leaves it to the place. */
export const directions = ['more', 'less', 'either'] as const
export type Stricter = (typeof directions)[number]

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
  readonly asks: readonly Inquiry[]
  readonly exceptions: readonly Exception[]
  /** The rule that this one is another dated version of. */
  readonly versionOf: string | undefined
  /** Parameters that a place may set, and in which direction. */
  readonly stricter: ReadonlyMap<string, Stricter>
  readonly confirmed: Confirmation | undefined
  /** File and line, for people who read the source, and the rule as it is written there. */
  readonly source: string
  readonly text: string
}

/** Asks about a cadre whatever the seat. */
export const isAboutPerson = ({ purposes }: Pick<Rule, 'purposes'>): boolean =>
  purposes.includes('training') || purposes.includes('development')

/** May a failure block on the day? Only where the text was seen in force, or the place has confirmed it by then. */
export function isBinding({ status, confirmed }: Pick<Rule, 'status' | 'confirmed'>, asOf: DateCode): boolean {
  if (status === 'VERIFIED') return true
  return confirmed !== undefined && confirmed.on <= asOf && (confirmed.to === undefined || asOf < confirmed.to)
}

/** Every day on which the rules, their numbers or their confirmations change, in order: between two of them law stays. */
export function changeDays(rules: Iterable<Rule>): DateCode[] {
  const days = new Set<DateCode>()
  for (const { from, to, parameters, confirmed } of rules) {
    const values = [...parameters.values()].flatMap((dated) => dated.map((value) => value.from))
    for (const day of [from, to, confirmed?.on, confirmed?.to, ...values]) if (day !== undefined) days.add(day)
  }
  return [...days].sort((a, b) => a - b)
}

/** Is a rule, or an instrument, in force on the day? A rule's own dates narrow those of its instrument. */
export const inForce = (rule: Pick<Rule, 'from' | 'to'>, asOf: DateCode): boolean =>
  rule.from <= asOf && (rule.to === undefined || asOf < rule.to)
