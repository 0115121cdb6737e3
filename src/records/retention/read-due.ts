/** What is due to be deleted, and what was: counts and ids, nothing else of anybody. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { type ExpiringKind, expiringRows } from './expiring-rows.ts'

/** Somebody none of whose posts goes on, and since when. */
export interface LeftPerson {
  readonly cadreId: string
  readonly name: string
  /** The first day of the last thing on record: leaving, or the end of the last post. */
  readonly since: string
}

/** Whoever has left: the last entry of the career ends the service, and nothing was begun after it. */
export async function readLeft(database: QueryExecutorProvider, until: DateCode): Promise<readonly LeftPerson[]> {
  const { rows } = await sql<LeftPerson>`
    select cadre_id as "cadreId", cadres.name, max(coalesce("to", "from"))::text as since
    from tenures join cadres using (cadre_id)
    group by cadre_id, cadres.name
    having bool_or(change = 'exit') and bool_and("to" is not null or change = 'exit')
      and max(coalesce("to", "from")) < ${formatDate(until)}
    order by since, cadre_id limit 500`.execute(database)
  return rows
}

export interface ExpiringCount {
  readonly kind: ExpiringKind
  readonly rows: number
}

/** How many rows of a kind were over before a day. */
export async function readExpiring(
  database: QueryExecutorProvider,
  kind: ExpiringKind,
  until: DateCode,
): Promise<number> {
  let count = 0
  for (const { table, where } of expiringRows[kind]) {
    const condition = where.split('$1')
    const day = formatDate(until)
    const told = sql.join(
      condition.map((part, at) => (at === 0 ? sql.raw(part) : sql`${day}${sql.raw(part)}`)),
      sql.raw(''),
    )
    const { rows } = await sql<{ rows: number }>`
      select count(*)::integer as rows from ${sql.table(table)} where ${told}`.execute(database)
    count += rows[0]?.rows ?? 0
  }
  return count
}

export interface RecordedErasure {
  readonly pseudonym: string
  readonly ground: 'retention' | 'request'
  readonly reason: string
  readonly by: string
  readonly at: Date
}

export async function readErasures(database: QueryExecutorProvider): Promise<readonly RecordedErasure[]> {
  const { rows } = await sql<RecordedErasure>`
    select pseudonym, ground, reason, decided_by_name as by, recorded_at as at from erasure
    order by recorded_at desc limit 200`.execute(database)
  return rows
}

export interface ExpiryRecord {
  readonly kind: string
  readonly until: string
  readonly rows: number
  readonly reason: string
  readonly by: string
  readonly at: Date
}

export async function readExpiries(database: QueryExecutorProvider): Promise<readonly ExpiryRecord[]> {
  const { rows } = await sql<ExpiryRecord>`
    select kind, until::text as until, rows, reason, decided_by_name as by, recorded_at as at from expiry
    order by recorded_at desc limit 200`.execute(database)
  return rows
}
