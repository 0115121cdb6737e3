/** The audit log as the auditor searches it, and how far it goes. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { ActionChoice } from '#domain/lexicon/audit-actions.ts'
import { readingForSystem } from '../rights/reader.ts'

/** All that is given holds together. */
export interface AuditSearch {
  readonly actor?: string | undefined
  /** Ids of people of whom one is named: looked at, changed, or in a file that left. */
  readonly people?: readonly string[] | undefined
  readonly choice?: ActionChoice | undefined
  readonly from?: Date | undefined
  /** The first moment that is not asked for. */
  readonly until?: Date | undefined
  /** Entries older than this one. */
  readonly before?: number | undefined
  readonly limit: number
}

export interface FoundEntry {
  readonly id: number
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: Readonly<Record<string, unknown>> | null
}

/** The newest first. */
export async function searchAudit(
  database: QueryExecutorProvider,
  { actor, people, choice, from, until, before, limit }: AuditSearch,
): Promise<readonly FoundEntry[]> {
  const conditions = [sql`true`]
  if (actor !== undefined) conditions.push(sql`actor = ${actor}`)
  if (people !== undefined) conditions.push(namesOneOf(people))
  if (choice !== undefined) conditions.push(isOneOf(choice))
  if (from !== undefined) conditions.push(sql`at >= ${from}`)
  if (until !== undefined) conditions.push(sql`at < ${until}`)
  if (before !== undefined) conditions.push(sql`id < ${before}`)
  const { rows } = await sql<FoundEntry>`
    select id::float8 as id, at, actor, action, subject, detail from audit
    where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit}`.execute(database)
  return rows
}

/**
 * Found by index before anything is put in order. A file that left names its people in the log of exports, which is
 * written at the same moment.
 */
const namesOneOf = (people: readonly string[]) => sql`id in (
  select id from audit where audit_names(subject, detail) && ${[...people]}::text[]
  union all
  select audit.id from audit join export_log using (recorded_at)
  where action = 'export' and subjects && ${[...people]}::text[])`

const isOneOf = ({ actions, beginnings, except }: ActionChoice) => sql`(
  action = any (${[...actions]}::text[])
  or action ^@ any (${[...beginnings]}::text[]) and action <> all (${[...except]}::text[]))`

/** What ids of the log are called where they are of a person, a unit or a seat: whoever may read the log is told whom it names. */
export async function readAuditNames(
  database: QueryExecutorProvider,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = sql<{ id: string; name: string }>`
    select cadre_id as id, name from cadres where cadre_id = any (${[...ids]}::text[])
    union all select unit_id, name from units where unit_id = any (${[...ids]}::text[])
    union all select position_id, title from positions where position_id = any (${[...ids]}::text[])`
  const { rows } = await readingForSystem(() => asked.execute(database))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The people that an id or a whole name stands for. */
export async function readPeopleCalled(database: QueryExecutorProvider, called: string): Promise<readonly string[]> {
  const asked = sql<{ id: string }>`
    select cadre_id as id from cadres where name = ${called} or cadre_id = ${called}`
  const { rows } = await readingForSystem(() => asked.execute(database))
  return rows.length === 0 ? [called] : rows.map(({ id }) => id)
}

export interface AuditExtent {
  readonly entries: number
  readonly since: Date | null
  readonly until: Date | null
  readonly checkpoint: { readonly entry: number; readonly at: Date } | null
  /** Who last followed the whole chain, and what came of it. */
  readonly verified: {
    readonly at: Date
    readonly by: string
    readonly detail: Readonly<Record<string, unknown>> | null
  } | null
}

export async function readAuditExtent(database: QueryExecutorProvider): Promise<AuditExtent> {
  const [ends, checkpoints, verifications] = await Promise.all([
    sql<{ entries: number; since: Date | null; until: Date | null }>`
      select (select coalesce(max(id), 0)::float8 from audit) as entries,
        (select at from audit order by id limit 1) as since,
        (select at from audit order by id desc limit 1) as until`.execute(database),
    sql<{ entry: number; at: Date }>`
      select entry::float8 as entry, at from audit_checkpoint order by audit_checkpoint.entry desc limit 1`.execute(
      database,
    ),
    searchAudit(database, { choice: { actions: ['audit.verify'], beginnings: [], except: [] }, limit: 1 }),
  ])
  const [extent] = ends.rows
  const [last] = verifications
  return {
    entries: extent?.entries ?? 0,
    since: extent?.since ?? null,
    until: extent?.until ?? null,
    checkpoint: checkpoints.rows[0] ?? null,
    verified: last ? { at: last.at, by: last.actor, detail: last.detail } : null,
  }
}
