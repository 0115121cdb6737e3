import { type QueryExecutorProvider, sql } from 'kysely'
import { toldLooks } from '#domain/lexicon/audit-actions.ts'

/** Looks at one person on one day by one account, and papers taken out. */
export interface Visit {
  readonly on: string
  readonly actor: string
  readonly action: string
  readonly purpose: string | null
  readonly times: number
}

/** The newest first, 200 at most. A look at several people names them in the detail of its entry. */
export async function readVisits(database: QueryExecutorProvider, cadreId: string): Promise<readonly Visit[]> {
  const { rows } = await sql<Visit>`
    select "on", actor, action, purpose, count(*)::integer as times
    from (
      select at::date::text as "on", actor, action, null as purpose
      from audit
      where audit_names(subject, detail) @> array[${cadreId}]::text[] and action = any (${[...toldLooks]}::text[])
      union all
      select recorded_at::date::text, recorded_by, 'export', purpose from export_log
      where subjects @> array[${cadreId}]::text[]
    ) look
    group by "on", actor, action, purpose
    order by "on" desc, action, actor
    limit 200`.execute(database)
  return rows
}
