/** Which source department an account speaks for: set by people, with the reason; the last entry of an account counts. */
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

export interface AccountSource {
  readonly account: string
  readonly channel: Identifier<'statementChannel'>
  readonly unitId: string | null
  readonly unitName: string | null
  /** Months between two deliveries as agreed; null: nothing is agreed. */
  readonly everyMonths: number | null
  readonly recordedAt: Date
}

export interface SourceLink {
  readonly account: string
  /** Undefined: it speaks for none. */
  readonly source?: {
    readonly channel: Identifier<'statementChannel'>
    readonly unitId?: string
    readonly everyMonths?: number
  }
  readonly reason: string
}

export function linkSource(records: Commit, { account, source, reason }: SourceLink, actor: string): Promise<void> {
  const entry = { actor, action: 'account.source', subject: account, detail: { source: source ?? null, reason } }
  return records.commit(entry, async (tx) => {
    await sql`insert into account_source (account, channel, unit_id, every_months, reason, recorded_by)
      values (${account}, ${source?.channel ?? null}, ${source?.unitId ?? null}, ${source?.everyMonths ?? null},
        ${reason}, ${actor})`.execute(tx)
  })
}

/** The accounts that speak for a source now. */
export async function readAccountSources(database: QueryExecutorProvider): Promise<readonly AccountSource[]> {
  const { rows } = await sql<AccountSource>`
    select account, channel, unit_id as "unitId", units.name as "unitName", every_months as "everyMonths",
      last.recorded_at as "recordedAt"
    from (select distinct on (account) * from account_source order by account, account_source_id desc) as last
      left join units using (unit_id)
    where channel is not null
    order by account`.execute(database)
  return rows
}
