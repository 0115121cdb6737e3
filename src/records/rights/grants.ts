/** Grants: who may read which class of facts about whom, since when, until when, and by what decision. */
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { FieldClass } from '#domain/lexicon/field-classes.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

export type GrantedClass = Exclude<FieldClass, 'public'>
export const grantedClasses: readonly GrantedClass[] = ['personnel', 'sensitive', 'supervision']

export interface GrantScope {
  /** Those under the management authority of this unit and of all below it; undefined: of every unit. */
  readonly unitId?: string | undefined
  /** Those who hold a post of one of these levels now; undefined: whatever they hold. */
  readonly levels?: readonly string[] | undefined
  readonly classes: readonly GrantedClass[]
}

export interface NewGrant extends GrantScope {
  readonly account: string
  readonly purpose: string
  /** The decision behind it. */
  readonly basis: string
  readonly startsAt?: Date | undefined
  readonly endsAt?: Date | undefined
}

export interface Grant extends NewGrant {
  readonly grantId: string
  readonly startsAt: Date
  readonly grantedBy: string
  readonly recordedAt: Date
  readonly withdrawn?: { readonly reason: string; readonly by: string; readonly at: Date } | undefined
}

/** @throws ProblemError where somebody grants to himself. */
export function grantAccess(records: Commit, grant: NewGrant, actor: string): Promise<string> {
  const { account, unitId, levels, classes, purpose, basis, startsAt, endsAt } = grant
  const detail = { unitId, levels, classes, purpose, basis, startsAt, endsAt }
  return records.commit({ actor, action: 'rights.grant', subject: account, detail }, async (tx) => {
    const { rows } = await sql<{ grant_id: string }>`
      insert into rights.access_grant (account, unit_id, levels, classes, purpose, basis, starts_at, ends_at, granted_by)
      values (${account}, ${unitId ?? null}, ${levels ?? null}::text[], ${classes}::text[], ${purpose}, ${basis},
        coalesce(${startsAt ?? null}, clock_timestamp()), ${endsAt ?? null}, ${actor})
      returning grant_id`.execute(tx)
    return rows[0]?.grant_id ?? ''
  })
}

export function withdrawGrant(
  records: Commit,
  { grantId, account, reason }: { readonly grantId: string; readonly account: string; readonly reason: string },
  actor: string,
): Promise<void> {
  return records.commit({ actor, action: 'rights.withdraw', subject: account, detail: { grantId, reason } }, (tx) =>
    sql`insert into rights.grant_withdrawal (grant_id, reason, withdrawn_by)
      select grant_id, ${reason}, ${actor} from rights.access_grant where grant_id = ${grantId} and account = ${account}`
      .execute(tx)
      .then(() => undefined),
  )
}

/** Every grant of an account, the newest first; of all accounts where none is named. */
export async function readGrants(database: QueryExecutorProvider, account?: string): Promise<readonly Grant[]> {
  const { rows } = await sql<{
    grant_id: string
    account: string
    unit_id: string | null
    levels: string[] | null
    classes: GrantedClass[]
    purpose: string
    basis: string
    starts_at: Date
    ends_at: Date | null
    granted_by: string
    recorded_at: Date
    reason: string | null
    withdrawn_by: string | null
    withdrawn_at: Date | null
  }>`
    select g.*, w.reason, w.withdrawn_by, w.recorded_at as withdrawn_at
    from rights.access_grant g left join rights.grant_withdrawal w using (grant_id)
    where ${account ?? null}::text is null or account = ${account ?? null}
    order by g.recorded_at desc, grant_id`.execute(database)
  return rows.map((row) => ({
    grantId: row.grant_id,
    account: row.account,
    unitId: row.unit_id ?? undefined,
    levels: row.levels ?? undefined,
    classes: row.classes,
    purpose: row.purpose,
    basis: row.basis,
    startsAt: row.starts_at,
    endsAt: row.ends_at ?? undefined,
    grantedBy: row.granted_by,
    recordedAt: row.recorded_at,
    withdrawn:
      row.reason !== null && row.withdrawn_by !== null && row.withdrawn_at !== null
        ? { reason: row.reason, by: row.withdrawn_by, at: row.withdrawn_at }
        : undefined,
  }))
}

/** The units that a grant may name, by their order. */
export async function readGrantUnits(
  database: QueryExecutorProvider,
): Promise<readonly { readonly unitId: string; readonly name: string }[]> {
  const { rows } = await sql<{ unitId: string; name: string }>`
    select unit_id as "unitId", name from units where abolished_on is null order by unit_id`.execute(database)
  return rows
}
