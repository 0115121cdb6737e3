import { type QueryExecutorProvider, sql } from 'kysely'
import { readingForSystem } from '../rights/reader.ts'

/** What the database is and holds, without a word of its content. */
export interface Storage {
  readonly version: string
  readonly bytes: number
  readonly migrations: number
  readonly lastMigration: string
  readonly lastMigrationAt: Date
  readonly auditEntries: number
  readonly lastAuditAt: Date | null
}

export async function readStorage(database: QueryExecutorProvider): Promise<Storage> {
  const { rows } = await sql<Omit<Storage, 'bytes'> & { bytes: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*)::integer from migration) as migrations,
      (select name from migration order by name desc limit 1) as "lastMigration",
      (select max(applied_at) from migration) as "lastMigrationAt",
      (select coalesce(max(id), 0)::integer from audit) as "auditEntries",
      (select at from audit order by id desc limit 1) as "lastAuditAt"`.execute(database)
  const [row] = rows
  if (!row) throw new Error('invariant: a select without a table gives one row')
  return { ...row, bytes: Number(row.bytes) }
}

/** The folder of the database on the machine that it runs on; undefined where this account may not know. */
export async function dataDirectory(database: QueryExecutorProvider): Promise<string | undefined> {
  const asked = sql<{ folder: string | null }>`
    select current_setting('data_directory', true) as folder
    where pg_has_role('pg_read_all_settings', 'usage')`
  const { rows } = await readingForSystem(() => asked.execute(database))
  return rows[0]?.folder ?? undefined
}
