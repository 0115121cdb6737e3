import { parseDate } from '#domain/calendar.ts'

/** An event of a case, a matter or a class as its table keeps it. */
export interface EventRow {
  readonly seq: number
  readonly kind: string
  readonly happened_on: string
  readonly act: object
  readonly recorded_by: string
  readonly recorded_by_name: string
  readonly recorded_at: Date
}

export function eventOf<Event>(row: EventRow): Event {
  const stamp = {
    seq: row.seq,
    on: parseDate(row.happened_on) ?? 0,
    by: row.recorded_by,
    byName: row.recorded_by_name,
    recordedAt: row.recorded_at.toISOString(),
  }
  return { ...row.act, kind: row.kind, ...stamp } as Event
}
