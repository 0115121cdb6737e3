/**
 * What people record about a key seat (关键岗位): how it was judged, steps of its work of its own, and checks of its steps. A
 * list of events that only grows; `keySeatStanding` makes of it what stands.
 */
import type { DateCode } from './calendar.ts'
import type { Identifier } from './lexicon/enumerations.ts'

export type KeyKind = Identifier<'keyKind'>
export type Touchpoint = Identifier<'touchpoint'>
export type CheckOutcome = Identifier<'checkOutcome'>

/** Undefined flags have no place in a record: null is not known. An empty list of touchpoints says that there is none. */
export interface SeatJudgement {
  readonly power: boolean | null
  readonly fund: boolean | null
  readonly resource: boolean | null
  readonly touchpoints: readonly Touchpoint[] | null
}

/** A step of the work that the seat has beside those of the catalogue. */
export interface OwnStep {
  readonly name: string
  readonly norm: string
  readonly record: string
  readonly checker: string
  readonly everyMonths: number
}

export type KeySeatAct =
  | { readonly kind: 'judged'; readonly judgement: SeatJudgement; readonly reason: string }
  /** The judgement of an earlier event is taken back: what stood before it stands again. */
  | { readonly kind: 'judgement-undone'; readonly event: number; readonly reason: string }
  | { readonly kind: 'step-added'; readonly step: OwnStep; readonly reason: string }
  | { readonly kind: 'step-ended'; readonly event: number; readonly reason: string }
  /** `step`: an id of the catalogue, or `own-N` for the step that event N added. */
  | {
      readonly kind: 'checked'
      readonly step: string
      readonly checker: string
      readonly outcome: CheckOutcome
      readonly note: string
      readonly evidence: string
    }
  /** A check was recorded in error. */
  | { readonly kind: 'check-withdrawn'; readonly event: number; readonly reason: string }

export interface KeySeatStamp {
  /** From 1, within the seat; the version of its record that the event made. */
  readonly seq: number
  /** Account, and the name as it was. */
  readonly by: string
  readonly byName: string
  /** ISO 8601. */
  readonly recordedAt: string
  /** The day on which it happened. */
  readonly on: DateCode
}

export type KeySeatEvent = KeySeatStamp & KeySeatAct

export type StandingCheck = Extract<KeySeatEvent, { kind: 'checked' }>
export type StandingStep = Extract<KeySeatEvent, { kind: 'step-added' }>
export type StandingJudgement = Extract<KeySeatEvent, { kind: 'judged' }>

export interface KeySeatStanding {
  readonly version: number
  /** The last judgement that was not taken back. */
  readonly judged: StandingJudgement | undefined
  readonly steps: readonly StandingStep[]
  /** The latest first. */
  readonly checks: readonly StandingCheck[]
}

/** How an own step is called where a step is named. @example ownStepId(3) // 'own-3' */
export const ownStepId = (event: number): string => `own-${event}`

export function keySeatStanding(events: readonly KeySeatEvent[]): KeySeatStanding {
  const gone = new Set(events.flatMap((one) => ('event' in one ? [one.event] : [])))
  const standing = events.filter(({ seq }) => !gone.has(seq))
  return {
    version: events.at(-1)?.seq ?? 0,
    judged: standing.findLast((one) => one.kind === 'judged'),
    steps: standing.filter((one) => one.kind === 'step-added'),
    checks: standing.filter((one) => one.kind === 'checked').sort((a, b) => b.on - a.on || b.seq - a.seq),
  }
}
