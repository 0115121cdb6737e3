import type { DateCode } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Unit } from '../../structure/shape.ts'
import type { Cadre } from '../../world.ts'

export type Severity = Identifier<'severity'>

/** A supervision event of a person, of a unit, or of both. */
export interface Event {
  readonly cadre?: Cadre
  readonly unit: Unit
  readonly kind: Identifier<'supervisionKind'>
  readonly on: DateCode
  readonly severity: Severity
  readonly finding: string
  readonly dueOn?: DateCode
  readonly closedOn?: DateCode
  readonly verified?: boolean
}

/**
 * A deterioration with the day on which its evidence was enough, something that only looks like one, or (`lookAlike`
 * undefined) something that may well be raised and need not be.
 */
export interface Signal {
  readonly cadre?: Cadre
  readonly unit?: Unit
  readonly kind: string
  readonly raisedOn: DateCode
  readonly severity: Severity | ''
  readonly lookAlike: boolean | undefined
}

export interface Watch {
  readonly events: readonly Event[]
  readonly signals: readonly Signal[]
}
