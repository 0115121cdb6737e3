/** Who looks at early signs: given and taken back by people, with the reason; the last entry of an account counts. */
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

export interface CareDuty {
  readonly account: string
  readonly onDuty: boolean
  /** Undefined: signs about every unit. */
  readonly unitIds?: readonly string[] | undefined
  readonly reason: string
}

export interface CareDutyEntry extends CareDuty {
  readonly recordedBy: string
  readonly recordedAt: Date
}

export function assignCareDuty(records: Commit, duty: CareDuty, actor: string): Promise<void> {
  const { account, onDuty, unitIds, reason } = duty
  const detail = { onDuty, unitIds: unitIds ?? null, reason }
  return records.commit({ actor, action: 'care.duty', subject: account, detail }, async (tx) => {
    await sql`insert into care_duty (account, on_duty, unit_ids, reason, recorded_by)
      values (${account}, ${onDuty}, ${unitIds ? [...unitIds] : null}::text[], ${reason}, ${actor})`.execute(tx)
  })
}

/** Every entry, the newest first. */
export async function readCareDuties(database: QueryExecutorProvider): Promise<readonly CareDutyEntry[]> {
  const { rows } = await sql<CareDutyEntry & { readonly unitIds: readonly string[] | null }>`
    select account, on_duty as "onDuty", unit_ids as "unitIds", reason, recorded_by as "recordedBy",
      recorded_at as "recordedAt"
    from care_duty order by care_duty_id desc`.execute(database)
  return rows.map((row) => ({ ...row, unitIds: row.unitIds ?? undefined }))
}

/** The entry of an account that counts; undefined where it was never on duty, or is no more. */
export async function careDutyOf(database: QueryExecutorProvider, account: string): Promise<CareDutyEntry | undefined> {
  const last = (await readCareDuties(database)).find((entry) => entry.account === account)
  return last?.onDuty ? last : undefined
}
