/** Supervision events with the days on which each was known, answered and overdue. */
import { addDays, addMonths, type DateCode, earliest, latest } from '#domain/calendar.ts'
import { booleanAt, textAt } from '#domain/columns.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type Gravity, gravityOf } from './watch.ts'

export interface DatedEvent {
  readonly id: string
  readonly cadreId: string | undefined
  readonly unitId: string | undefined
  readonly kind: string
  readonly known: DateCode
  /** 0 while it is open. */
  readonly closed: DateCode
  /** The first day after the time to put it right; undefined where no time is written. */
  readonly overdueFrom: DateCode | undefined
  readonly gravity: Gravity
  readonly verified: boolean | undefined
}

/** Events that found something: groundless ones, clean checks and honest mistakes that were ruled tolerable are left out. */
export function faultsIn(snapshot: Snapshot): DatedEvent[] {
  const { length, columns } = snapshot.tables.supervision
  const events: DatedEvent[] = []
  for (let row = 0; row < length; row += 1) {
    const gravity = gravityOf(textAt(columns.severity, row))
    if (gravity === undefined || booleanAt(columns.tolerated, row) === true) continue
    const known = earliest(columns.on.codes[row] as number)
    const due = columns.due_on.codes[row] as number
    const closed = columns.closed_on.codes[row] as number
    events.push({
      id: `supervision/${textAt(columns.event_id, row)}`,
      cadreId: textAt(columns.cadre_id, row),
      unitId: textAt(columns.unit_id, row),
      kind: textAt(columns.kind, row) ?? '',
      known,
      closed: closed === 0 ? 0 : earliest(closed),
      overdueFrom: due === 0 ? undefined : addDays(latest(due), 1),
      gravity,
      verified: booleanAt(columns.verified, row),
    })
  }
  return events
}

export const isKnown = (event: DatedEvent, day: DateCode, months: number): boolean =>
  event.known <= day && day < addMonths(event.known, months)

export const isOpen = ({ closed }: DatedEvent, day: DateCode): boolean => closed === 0 || closed > day

/** The days on which what is to be said of an event may change, for the stretches of time looked back over. */
export const daysOf = (event: DatedEvent, ...months: readonly number[]): DateCode[] => [
  event.known,
  ...(event.overdueFrom === undefined ? [] : [event.overdueFrom]),
  ...(event.closed === 0 ? [] : [event.closed]),
  ...months.map((count) => addMonths(event.known, count)),
]
