import { type QueryExecutorProvider, sql } from 'kysely'
import { parseDate } from '#domain/calendar.ts'
import type { KeySeatAct, KeySeatEvent } from '#domain/key-seat.ts'

interface EventRow {
  readonly position_id: string
  readonly seq: number
  readonly happened_on: string
  readonly act: KeySeatAct
  readonly recorded_by: string
  readonly recorded_by_name: string
  readonly recorded_at: Date
}

/** What people recorded about key seats, by seat and in order; of one seat where it is named. */
export async function readKeySeatEvents(
  database: QueryExecutorProvider,
  positionId?: string,
): Promise<ReadonlyMap<string, readonly KeySeatEvent[]>> {
  const { rows } = await sql<EventRow>`
    select position_id, seq, happened_on::text as happened_on, act, recorded_by, recorded_by_name, recorded_at
    from key_seat_event
    where ${positionId ?? null}::text is null or position_id = ${positionId ?? null}
    order by position_id, seq`.execute(database)
  return new Map([...Map.groupBy(rows, ({ position_id }) => position_id)].map(([id, own]) => [id, own.map(eventOf)]))
}

const eventOf = (row: EventRow): KeySeatEvent => ({
  ...row.act,
  seq: row.seq,
  on: parseDate(row.happened_on) ?? 0,
  by: row.recorded_by,
  byName: row.recorded_by_name,
  recordedAt: row.recorded_at.toISOString(),
})
