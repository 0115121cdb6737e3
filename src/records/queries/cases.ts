import { type QueryExecutorProvider, sql } from 'kysely'
import type { CaseEvent } from '#domain/selection-case.ts'
import type { TableName } from '#domain/tables.ts'
import { type EventRow, eventOf } from './event-row.ts'

interface CaseEventRow extends EventRow {
  readonly case_id: string
}

/** The events of one case in order, with every finding as it stood; empty where there is no such case. */
export async function readCaseEvents(database: QueryExecutorProvider, caseId: string): Promise<readonly CaseEvent[]> {
  const { rows } = await sql<CaseEventRow>`
    select case_id, seq, kind, happened_on::text as happened_on, act, recorded_by, recorded_by_name, recorded_at
    from case_event where case_id::text = ${caseId} order by seq`.execute(database)
  return rows.map(eventOf<CaseEvent>)
}

/**
 * The events of every case, or of those still open, by case: the newest case first. Findings kept at the gates are left out,
 * for they are many; what people recorded of them is there.
 */
export async function readCases(
  database: QueryExecutorProvider,
  { openOnly = false }: { readonly openOnly?: boolean } = {},
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const { rows } = await sql<CaseEventRow>`
    select case_id, seq, kind, happened_on::text as happened_on,
      case when kind in ('advanced', 'closed') then act || '{"gate": []}' else act end as act,
      recorded_by, recorded_by_name, case_event.recorded_at
    from case_event
    where not ${openOnly} or not exists (
      select from case_event ended where ended.case_id = case_event.case_id and ended.kind = 'closed')
    order by case_id desc, seq`.execute(database)
  return new Map(
    [...Map.groupBy(rows, ({ case_id }) => case_id)].map(([id, events]) => [id, events.map(eventOf<CaseEvent>)]),
  )
}

/** Names the facts of tables as they are recorded now: another name wherever a row was added, changed or removed. */
export async function factsVersion(database: QueryExecutorProvider, tables: readonly TableName[]): Promise<string> {
  const each = tables.map(
    (table) => sql`select ${table} as name, count(*) as rows, max(recorded_at) as last from ${sql.table(table)}`,
  )
  const { rows } = await sql<{ version: string }>`
    select coalesce(string_agg(format('%s %s %s', name, rows, last), '/' order by name), '') as version
    from (${sql.join(each, sql` union all `)}) as counted`.execute(database)
  return rows[0]?.version ?? ''
}
