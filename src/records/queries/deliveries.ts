import { type QueryExecutorProvider, sql } from 'kysely'
import type { AccountSource } from '../deliveries/account-source.ts'

/** The day of the newest delivery of a source, as a statement on record or handed in; undefined: none. */
export async function lastOfSource(
  database: QueryExecutorProvider,
  { channel, unitId }: Pick<AccountSource, 'channel' | 'unitId'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ last: string | null }>`
    select max(day) as last from (
      select recorded_on::text as day from statements
      where channel = ${channel} and source_unit_id is not distinct from ${unitId}
      union all
      select delivered_at::date::text from delivery
      where channel = ${channel} and unit_id is not distinct from ${unitId}
    ) delivered`.execute(database)
  return rows[0]?.last ?? undefined
}
