import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type { NeedKind, NeedName } from '#domain/results.ts'
import type { Text } from '#domain/text.ts'

/** A deputy in service who is in the reserve, with development needs where there is one; undefined where there is none. */
export async function findReserveDeputy(database: QueryExecutorProvider, runId: string): Promise<string | undefined> {
  const { rows } = await sql<{ cadre_id: string }>`
    select cadre_id from cadres join tenures using (cadre_id) join positions using (position_id)
    where cadres.reserve and positions.role = 'deputy' and tenures."to" is null and tenures.kind = 'appointed'
    order by exists (select from run_need where run_id = ${runId} and run_need.cadre_id = cadres.cadre_id) desc, cadre_id
    limit 1`.execute(database)
  return rows[0]?.cadre_id
}

/** The development needs that a run lists of some people, in their order. */
export async function readNeedsOf(
  database: QueryExecutorProvider,
  runId: string,
  cadreIds: readonly string[],
): Promise<readonly PersonalNeed[]> {
  const { rows } = await sql<PersonalNeed>`
    select cadre_id as "cadreId", kind, need, rule, proposal from run_need
    where run_id = ${runId} and cadre_id = any(${[...cadreIds]}::text[])
    order by cadre_id, kind, need, rule`.execute(database)
  return rows
}

export interface PersonalNeed {
  readonly cadreId: string
  readonly kind: NeedKind
  readonly need: NeedName
  readonly rule: string
  readonly proposal: Text
}

/** How many development needs a run lists of each person. */
export async function countNeeds(database: QueryExecutorProvider, runId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ cadre_id: string; count: number }>`
    select cadre_id, count(*)::integer as count from run_need where run_id = ${runId} group by cadre_id`.execute(
    database,
  )
  return new Map(rows.map(({ cadre_id, count }) => [cadre_id, count]))
}

/** When an account last opened something on an earlier day than `today`; undefined where it never did. */
export async function lastLook(
  database: QueryExecutorProvider,
  { account, action, today }: { readonly account: string; readonly action: string; readonly today: DateCode },
): Promise<DateCode | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select max(at)::date::text as day from audit
    where actor = ${account} and action = ${action} and at < ${formatDate(today)}::date`.execute(database)
  const day = rows[0]?.day
  return day ? parseDate(day) : undefined
}
