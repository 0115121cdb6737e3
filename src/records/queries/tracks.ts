import { type QueryExecutorProvider, sql } from 'kysely'
import { parseDate } from '#domain/calendar.ts'
import type { Track, TrackEvent } from '#domain/track.ts'

interface EventRow {
  readonly cadre_id: string
  readonly seq: number
  readonly kind: TrackEvent['kind']
  readonly track: Track | null
  readonly before: Track | null
  readonly reason: string
  readonly happened_on: string
  readonly recorded_by: string
  readonly recorded_by_name: string
  readonly recorded_at: Date
}

/** Confirmations of tracks, by cadre and in order; of one cadre where named. */
export async function readTrackEvents(
  database: QueryExecutorProvider,
  cadreId?: string,
): Promise<ReadonlyMap<string, readonly TrackEvent[]>> {
  const { rows } = await sql<EventRow>`
    select cadre_id, seq, kind, track, before, reason, happened_on::text as happened_on, recorded_by, recorded_by_name,
      recorded_at
    from track_event
    where ${cadreId ?? null}::text is null or cadre_id = ${cadreId ?? null}
    order by cadre_id, seq`.execute(database)
  return new Map([...Map.groupBy(rows, ({ cadre_id }) => cadre_id)].map(([id, own]) => [id, own.map(eventOf)]))
}

const eventOf = (row: EventRow): TrackEvent => ({
  seq: row.seq,
  kind: row.kind,
  track: row.track ?? undefined,
  before: row.before ?? undefined,
  reason: row.reason,
  on: parseDate(row.happened_on) ?? 0,
  by: row.recorded_by,
  byName: row.recorded_by_name,
  recordedAt: row.recorded_at.toISOString(),
})
