/** Which cadre an account belongs to: set by people, with the reason; the last one counts, the earlier ones stay. */
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'
import { readingForSystem } from '../rights/reader.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

export interface AccountPerson {
  readonly account: string
  readonly cadreId: string
  readonly name: string
  readonly reason: string
  readonly recordedAt: Date
}

export interface PersonLink {
  readonly account: string
  /** Undefined: the account belongs to nobody of the records. */
  readonly cadreId: string | undefined
  readonly reason: string
}

export function linkAccount(records: Commit, { account, cadreId, reason }: PersonLink, actor: string): Promise<void> {
  const entry = { actor, action: 'account.person', subject: account, detail: { cadreId: cadreId ?? null, reason } }
  return records.commit(entry, async (tx) => {
    await sql`insert into account_person (account, cadre_id, reason, recorded_by)
      values (${account}, ${cadreId ?? null}, ${reason}, ${actor})`.execute(tx)
  })
}

/** The accounts that belong to somebody of the records now: read for the system, which has to know who must recuse. */
export async function readAccountPeople(database: QueryExecutorProvider): Promise<readonly AccountPerson[]> {
  const asked = sql<{ account: string; cadre_id: string; name: string; reason: string; recorded_at: Date }>`
    select last.account, last.cadre_id, cadres.name, last.reason, last.recorded_at
    from (select distinct on (account) * from account_person order by account, account_person_id desc) as last
      join cadres using (cadre_id)
    order by last.account`
  const { rows } = await readingForSystem(() => asked.execute(database))
  return rows.map((row) => ({
    account: row.account,
    cadreId: row.cadre_id,
    name: row.name,
    reason: row.reason,
    recordedAt: row.recorded_at,
  }))
}
