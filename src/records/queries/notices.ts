import { type QueryExecutorProvider, sql } from 'kysely'

/** An audit entry that others may want to hear of. */
export interface Happened {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string | null
}

/** What others did of these kinds since a moment, the newest first. */
export async function readHappened(
  database: QueryExecutorProvider,
  asked: { readonly actions: readonly string[]; readonly notBy: string; readonly since: Date; readonly limit: number },
): Promise<readonly Happened[]> {
  const { rows } = await sql<Happened>`
    select id, at, actor, action, subject from audit
    where action = any (${[...asked.actions]}::text[]) and actor <> ${asked.notBy} and at >= ${asked.since}
    order by id desc limit ${asked.limit}`.execute(database)
  return rows
}

/** Up to when an account has read its notices; undefined where it never did. */
export async function readNoticesRead(database: QueryExecutorProvider, account: string): Promise<Date | undefined> {
  const { rows } = await sql<{ upTo: string }>`
    select detail ->> 'upTo' as "upTo" from audit where action = 'notices.read' and actor = ${account}
    order by id desc limit 1`.execute(database)
  const [newest] = rows
  return newest && new Date(newest.upTo)
}
