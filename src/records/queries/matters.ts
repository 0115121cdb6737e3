import { type QueryExecutorProvider, sql } from 'kysely'
import type { MatterEvent, MatterKind } from '#domain/matter.ts'
import { type EventRow, eventOf } from './event-row.ts'

interface MatterEventRow extends EventRow {
  readonly matter_id: string
}

export interface MattersAsked {
  readonly kinds?: readonly MatterKind[]
  readonly cadreId?: string
  readonly unitId?: string
  readonly matterId?: string
  /** As it was recorded by this moment. */
  readonly knownAt?: Date
}

/** The events of matters in order, by matter: the newest matter first. */
export async function readMatters(
  database: QueryExecutorProvider,
  { kinds, cadreId, unitId, matterId, knownAt }: MattersAsked = {},
): Promise<ReadonlyMap<string, readonly MatterEvent[]>> {
  const { rows } = await sql<MatterEventRow>`
    select matter_id, seq, matter_event.kind, happened_on::text as happened_on, act, matter_event.recorded_by,
      recorded_by_name, matter_event.recorded_at
    from matter_event join matter using (matter_id)
    where (${kinds ?? null}::text[] is null or matter.kind = any (${kinds ?? null}::text[]))
      and (${cadreId ?? null}::text is null or matter.cadre_id = ${cadreId ?? null})
      and (${unitId ?? null}::text is null or matter.unit_id = ${unitId ?? null})
      and (${matterId ?? null}::text is null or matter_id::text = ${matterId ?? null})
      and (${knownAt?.toISOString() ?? null}::timestamptz is null or matter_event.recorded_at <= ${knownAt?.toISOString() ?? null}::timestamptz)
    order by matter_id desc, seq`.execute(database)
  return new Map(
    [...Map.groupBy(rows, ({ matter_id }) => matter_id)].map(([id, events]) => [id, events.map(eventOf<MatterEvent>)]),
  )
}
