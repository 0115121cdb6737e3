import { formatDate } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { row } from '../../tables/row.ts'
import type { TrialWorld } from '../world.ts'
import type { Event, Signal } from './events.ts'
import { watchPeople } from './people.ts'
import { changeSignals } from './ratings.ts'
import { watchUnits } from './units.ts'

export function* supervision(world: TrialWorld): Iterator<Row> {
  const events = [...watchUnits(world).events, ...watchPeople(world).events].filter(({ on }) => on <= world.asOf)
  events.sort((a, b) => a.on - b.on)
  for (const [place, event] of events.entries()) yield eventRow(`E${String(place + 1).padStart(6, '0')}`, event)
}

const day = (date: number | undefined): string | undefined => (date === undefined ? undefined : formatDate(date))

const eventRow = (id: string, event: Event): Row =>
  row('supervision', {
    event_id: id,
    cadre_id: event.cadre?.id,
    unit_id: event.unit.id,
    kind: event.kind,
    on: formatDate(event.on),
    finding: event.finding,
    severity: event.severity,
    due_on: day(event.dueOn),
    closed_on: day(event.closedOn),
    verified: event.verified,
  })

/** Every deterioration and every look-alike. */
export const signalsOf = (world: TrialWorld): Signal[] =>
  [...watchPeople(world).signals, ...watchUnits(world).signals, ...changeSignals(world)].filter(
    ({ raisedOn }) => raisedOn <= world.asOf,
  )
