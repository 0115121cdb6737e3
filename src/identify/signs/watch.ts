/**
 * A sign is a rule over dated evidence. A rule says what it sees on a day from what was recorded by that day alone; between
 * the days on which something is recorded, answered, falls due or grows old, nothing changes. So the day on which a sign
 * stood up first is found by going back over those days, and it is the same whenever the analysis is run.
 */
import type { DateCode } from '#domain/calendar.ts'
import type { Severity } from '#domain/results.ts'
import type { Text } from '#domain/text.ts'

/** 1 minor, 2 moderate, 3 serious. */
export type Gravity = 1 | 2 | 3

/** What a rule sees on a day. */
export interface Seen {
  readonly gravity: Gravity
  readonly evidence: readonly string[]
  readonly reason: Text
  /** Unproven reports never become graver, however many there are and whatever stands beside them. */
  readonly unproven?: boolean
}

export const signKinds = [
  'rating',
  'results',
  'evaluation',
  'petition',
  'declaration',
  'audit',
  'inspection',
  'triple-audit',
  'rectification',
  'decision-rule',
  'work-norm',
  'observation',
] as const
export type SignKind = (typeof signKinds)[number]

/** One rule about one cadre or unit. */
export interface Watch {
  readonly cadreId: string | undefined
  readonly unitId: string | undefined
  readonly kind: SignKind
  /** Every day on which the answer may change, in any order. */
  readonly days: readonly DateCode[]
  readonly seenOn: (day: DateCode) => Seen | undefined
}

export interface Standing {
  /** The first day of the unbroken time in which the rule has seen something. */
  readonly since: DateCode
  readonly seen: Seen
}

/** What a watch sees on `asOf`, and since when without a break. */
export function standingOn({ days, seenOn }: Watch, asOf: DateCode): Standing | undefined {
  const past = [...new Set(days)].filter((day) => day <= asOf).sort((a, b) => b - a)
  const [latest] = past
  const seen = latest === undefined ? undefined : seenOn(latest)
  if (!seen || latest === undefined) return undefined
  let since = latest
  for (const day of past.slice(1)) {
    if (!seenOn(day)) break
    since = day
  }
  return { since, seen }
}

const severities: Readonly<Record<Gravity, Severity>> = { 1: 'minor', 2: 'moderate', 3: 'serious' }
export const severityOf = (gravity: Gravity): Severity => severities[gravity]

/** @example gravityOf('moderate') // 2; 'none' and unknown give undefined */
export function gravityOf(severity: string | undefined): Gravity | undefined {
  return severity === 'minor' ? 1 : severity === 'moderate' ? 2 : severity === 'serious' ? 3 : undefined
}

export const graver = (gravity: Gravity): Gravity => (gravity === 1 ? 2 : 3)
