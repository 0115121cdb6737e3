import { type QueryExecutorProvider, sql } from 'kysely'

/** What others did since an account signed in the time before this one, by action; undefined the first time. */
export interface SinceVisit {
  readonly at: Date
  readonly actions: ReadonlyMap<string, number>
}

export async function readSinceVisit(
  database: QueryExecutorProvider,
  account: string,
): Promise<SinceVisit | undefined> {
  const { rows: visits } = await sql<{ id: string; at: Date }>`
    select id, at from audit where actor = ${account} and action = 'session.open'
    order by id desc offset 1 limit 1`.execute(database)
  const [before] = visits
  if (!before) return undefined
  const { rows } = await sql<{ action: string; count: number }>`
    select action, count(*)::integer as count from audit
    where id > ${before.id} and actor <> ${account} group by action`.execute(database)
  return { at: before.at, actions: new Map(rows.map(({ action, count }) => [action, count])) }
}
