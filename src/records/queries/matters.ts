import { type QueryExecutorProvider, sql } from 'kysely'
import { parseDate } from '#domain/calendar.ts'
import type { MatterAct, MatterEvent, MatterKind } from '#domain/matter.ts'

interface EventRow {
  readonly matter_id: string
  readonly seq: number
  readonly kind: string
  readonly happened_on: string
  readonly act: object
  readonly recorded_by: string
  readonly recorded_by_name: string
  readonly recorded_at: Date
}

function eventOf(row: EventRow): MatterEvent {
  const stamp = {
    seq: row.seq,
    on: parseDate(row.happened_on) ?? 0,
    by: row.recorded_by,
    byName: row.recorded_by_name,
    recordedAt: row.recorded_at.toISOString(),
  }
  return { ...(row.act as Omit<MatterAct, 'kind'>), kind: row.kind, ...stamp } as MatterEvent
}

export interface MattersAsked {
  readonly kinds?: readonly MatterKind[]
  readonly cadreId?: string
  readonly unitId?: string
  readonly matterId?: string
}

/** The events of matters in order, by matter: the newest matter first. */
export async function readMatters(
  database: QueryExecutorProvider,
  { kinds, cadreId, unitId, matterId }: MattersAsked = {},
): Promise<ReadonlyMap<string, readonly MatterEvent[]>> {
  const { rows } = await sql<EventRow>`
    select matter_id, seq, matter_event.kind, happened_on::text as happened_on, act, matter_event.recorded_by,
      recorded_by_name, matter_event.recorded_at
    from matter_event join matter using (matter_id)
    where (${kinds ?? null}::text[] is null or matter.kind = any (${kinds ?? null}::text[]))
      and (${cadreId ?? null}::text is null or matter.cadre_id = ${cadreId ?? null})
      and (${unitId ?? null}::text is null or matter.unit_id = ${unitId ?? null})
      and (${matterId ?? null}::text is null or matter_id::text = ${matterId ?? null})
    order by matter_id desc, seq`.execute(database)
  return new Map([...Map.groupBy(rows, ({ matter_id }) => matter_id)].map(([id, events]) => [id, events.map(eventOf)]))
}
