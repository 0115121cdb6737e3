/** How the database itself is: what an operator should hear before it hurts. */
import type { PoolClient } from 'pg'
import { knownMigrations } from '../migrate.ts'

export interface DatabaseCondition {
  readonly version: string
  readonly versionNumber: number
  /** Its clock, when it answered. */
  readonly now: Date
  readonly checksums: boolean
  readonly checksumFailures: number
  readonly collation: string
  readonly encoding: string
  readonly bytes: number
  readonly migrations: { readonly applied: number; readonly known: number }
  /** Rows that are gone but still take room, of the table where they are most, and of how many. */
  readonly deadest?: { readonly table: string; readonly dead: number; readonly live: number }
  /** Transactions of the oldest row that is not frozen; the server refuses to write near two thousand million. */
  readonly oldestTransaction: number
  readonly archiving: boolean
  /** Segments that wait for the archive. */
  readonly unarchived: number
  readonly lastRunAt: Date | null
}

export async function readCondition(session: PoolClient): Promise<DatabaseCondition> {
  const { rows } = await session.query<Omit<DatabaseCondition, 'migrations' | 'deadest'>>(`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::integer as "versionNumber",
      clock_timestamp() as now,
      current_setting('data_checksums') = 'on' as checksums,
      (select coalesce(sum(checksum_failures), 0)::integer from pg_stat_database) as "checksumFailures",
      coalesce(datlocale, datcollate) as collation, pg_encoding_to_char(encoding) as encoding,
      pg_database_size(oid)::float8 as bytes,
      (select max(age(datfrozenxid)) from pg_database) as "oldestTransaction",
      current_setting('archive_mode') <> 'off' as archiving,
      (select count(*)::integer from pg_ls_archive_statusdir() where name like '%.ready') as unarchived,
      null as "lastRunAt"
    from pg_database where datname = current_database()`)
  const [found] = rows
  if (!found) throw new Error('invariant: a session is in a database')
  return { ...found, ...(await readSchema(session)) }
}

async function readSchema(
  session: PoolClient,
): Promise<Pick<DatabaseCondition, 'migrations' | 'deadest' | 'lastRunAt'>> {
  const known = knownMigrations()
  const { rows: there } = await session.query("select where to_regclass('public.migration') is not null")
  if (there.length === 0) return { migrations: { applied: 0, known }, lastRunAt: null }
  const { rows: counts } = await session.query<{ applied: number; run: Date | null }>(
    'select count(*)::integer as applied, (select max(made_at) from public.run) as run from public.migration',
  )
  const { rows: dead } = await session.query<{ table: string; dead: number; live: number }>(`
    select relid::regclass::text as table, n_dead_tup::float8 as dead, n_live_tup::float8 as live
    from pg_stat_user_tables order by n_dead_tup desc limit 1`)
  return {
    migrations: { applied: counts[0]?.applied ?? 0, known },
    lastRunAt: counts[0]?.run ?? null,
    ...(dead[0] ? { deadest: dead[0] } : {}),
  }
}
