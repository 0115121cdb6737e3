/** Supervision events of one cadre: those about the person, and those about the unit while the person has headed it. */
import { type DateCode, earliest, formatDate, latest } from '#domain/calendar.ts'
import { booleanAt, dateAt, textAt } from '#domain/columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { byCadre, groupRows, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { SeatFacts } from './seats.ts'

export interface SupervisionEvent {
  readonly evidence: string
  readonly kind: string
  readonly on: DateCode
  readonly severity: string | undefined
  readonly dueOn: DateCode | undefined
  readonly closedOn: DateCode | undefined
  readonly verified: boolean | undefined
  /** Ruled an honest mistake (容错). What is not ruled is not tolerated. */
  readonly tolerated: boolean
  readonly label: Text
}

/** The seat a person answers from, and since when. */
export interface Headship {
  readonly seat: SeatFacts
  readonly since: DateCode
}

export function supervisionReader(
  snapshot: Snapshot,
  headshipOf: (cadre: number) => Headship | undefined,
): (cadre: number) => readonly SupervisionEvent[] {
  const { supervision, units } = snapshot.tables
  const s = supervision.columns
  const ofCadres = byCadre(snapshot, 'supervision')
  const unitRows = resolve(s.unit_id, units.columns.unit_id)
  const ofUnits = groupRows(
    unitRows.map((unit, row) => (textAt(s.cadre_id, row) === undefined ? unit : -1)),
    units.length,
  )
  const unitIndex = new Map(Array.from({ length: units.length }, (_, row) => [textAt(units.columns.unit_id, row), row]))

  const eventAt = (row: number): SupervisionEvent => {
    const kind = textAt(s.kind, row) ?? ''
    const on = dateAt(s.on, row) ?? 0
    const name = labelOf('supervisionKind', kind)
    const found = textAt(s.finding, row)
    const told = found === undefined ? formatDate(on, '.') : `${formatDate(on, '.')} ${found}`
    return {
      evidence: `supervision/${textAt(s.event_id, row)}`,
      kind,
      on,
      severity: textAt(s.severity, row),
      dueOn: dateAt(s.due_on, row),
      closedOn: dateAt(s.closed_on, row),
      verified: booleanAt(s.verified, row),
      tolerated: booleanAt(s.tolerated, row) === true,
      label: { zh: `${name.zh}（${told}）`, en: `${name.en} (${told})` },
    }
  }

  return (cadre) => {
    const own = Array.from(rowsOf(ofCadres, cadre), eventAt)
    const headship = headshipOf(cadre)
    const unit = headship && unitIndex.get(headship.seat.unit)
    if (!headship || unit === undefined) return own
    const ofUnit = Array.from(rowsOf(ofUnits, unit), eventAt)
    return [...own, ...ofUnit.filter(({ on }) => earliest(on) >= earliest(headship.since))]
  }
}

/** The last talk after a day; undefined where none is recorded. */
export function lastTalkAfter(events: readonly SupervisionEvent[], day: DateCode): DateCode | undefined {
  const talks = events.filter(({ kind, on }) => kind === 'talk' && latest(on) > latest(day)).map(({ on }) => on)
  return talks.sort((a, b) => latest(b) - latest(a))[0]
}
