/**
 * Plain SQL migrations, applied in the order of their numbers, each recorded with its checksum in the transaction that
 * applies it. What was applied once is never edited: a change is a new file.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Client, PoolClient } from 'pg'
import { ProblemError } from '#domain/problem.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

export function readMigrations(folder: URL = new URL('./migrations/', import.meta.url)): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name: name.slice(0, -4), sql: readFileSync(new URL(name, folder), 'utf8') }))
}

/** How many this version knows. */
export const knownMigrations = (): number => readMigrations().length

/** Brings the schema up to date; several processes may try at once. */
export async function migrate(
  session: Client | PoolClient,
  migrations: readonly Migration[] = readMigrations(),
): Promise<void> {
  await session.query("select pg_advisory_lock(hashtext('zhiren migrations'))")
  try {
    await session.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await session.query<{ name: string; checksum: string }>(
      'select name, checksum from migration order by name',
    )
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    refuseForeignHistory(migrations, applied)
    for (const migration of migrations) if (!applied.has(migration.name)) await apply(session, migration)
  } finally {
    await session.query("select pg_advisory_unlock(hashtext('zhiren migrations'))")
  }
}

async function apply(session: Client | PoolClient, { name, sql }: Migration): Promise<void> {
  await session.query('begin')
  try {
    await session.query(sql)
    await session.query('insert into migration (name, checksum) values ($1, $2)', [name, checksumOf(sql)])
    await session.query('commit')
  } catch (error) {
    await session.query('rollback')
    throw new Error(`migration ${name} failed`, { cause: error })
  }
}

const checksumOf = (sql: string): string => createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')

function refuseForeignHistory(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, sql }) => [name, checksumOf(sql)]))
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw newerDatabase(name)
    if (known.get(name) !== checksum) throw changedMigration(name)
  }
}

const newerDatabase = (name: string): ProblemError =>
  new ProblemError({
    code: 'database-newer',
    message: {
      zh: `数据库由更新版本的知人建立（含本版本没有的结构变更 ${name}）。`,
      en: `The database was made by a newer Zhiren (it has the migration ${name}, which this version does not know).`,
    },
    mend: { zh: '改用新版本的知人打开这个数据库。', en: 'Open this database with the newer version of Zhiren.' },
  })

const changedMigration = (name: string): ProblemError =>
  new ProblemError({
    code: 'migration-changed',
    message: {
      zh: `结构变更 ${name} 在应用之后被修改过。`,
      en: `The migration ${name} was edited after it had been applied.`,
    },
    mend: {
      zh: '恢复 src/records/migrations 中的原文件，把改动写成一个新的结构变更。',
      en: 'Restore the file in src/records/migrations, and write the change as a new migration.',
    },
  })
