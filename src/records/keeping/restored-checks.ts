/** What is checked of records that were just restored. */
import { Pool, type PoolClient } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import type { Instance } from '../embedded/instance.ts'
import { type ChainReport, followAudit } from './audit-log.ts'
import { type Count, countRecords, type Manifest } from './manifest.ts'

export interface RestoredState {
  readonly chain: ChainReport
  readonly count: Count
}

/** Runs work in a session of a restored database and ends the session. */
export async function withRestored<T>(
  instance: Instance,
  use: (session: PoolClient, pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = new Pool({ ...instance.connection, max: 2 })
  pool.on('error', () => undefined)
  const session = await pool.connect()
  session.on('error', () => undefined)
  try {
    return await use(session, pool)
  } finally {
    session.release()
    await pool.end()
  }
}

/** Holds restored records against the manifest of their backup. @throws ProblemError `restored-unsound` */
export async function checkRestored(session: PoolClient, manifest: Manifest, file: string): Promise<RestoredState> {
  const { auditHead, rows } = manifest
  const chain = await followAudit(session, { anchors: auditHead.entry === 0 ? [] : [auditHead] })
  if (chain.fault) throw unsound(file, chain.fault.said)
  const count = await countRecords(session)
  // What is written while the backup runs comes with an audit entry; without one the rows are the same.
  const isSameMoment = chain.entries === auditHead.entry
  for (const [table, expected] of Object.entries(rows)) {
    const found = count.rows[table] ?? 0
    if (isSameMoment ? found !== expected : table === 'audit' && found < expected)
      throw unsound(file, differs(table, expected, found))
  }
  return { chain, count }
}

/**
 * Checks every foreign key and every check constraint against every row again, and rebuilds every index (unique and
 * exclusion constraints with it), which also reads every page. Only for a restored copy that is thrown away: it marks
 * constraints as unchecked in the catalogue first.
 */
export async function recheckConstraints(session: PoolClient, file: string): Promise<number> {
  const { rows } = await session.query<{ owner: string; name: string }>(`
    update pg_constraint as held set convalidated = false
    from pg_class as owner
    where owner.oid = conrelid and owner.relkind = 'r' and contype in ('f', 'c') and conenforced
      and owner.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    returning conrelid::regclass::text as owner, quote_ident(conname) as name`)
  try {
    for (const { owner, name } of rows) await session.query(`alter table ${owner} validate constraint ${name}`)
    await session.query('reindex schema public')
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw unsound(file, { zh: `约束不成立：${what}`, en: `A constraint does not hold: ${what}` })
  }
  return rows.length
}

const differs = (table: string, expected: number, found: number): Text => ({
  zh: `表 ${table} 应有 ${expected} 行，恢复出 ${found} 行。`,
  en: `The table ${table} should have ${expected} rows and has ${found}.`,
})

const unsound = (file: string, said: Text): ProblemError =>
  new ProblemError({
    code: 'restored-unsound',
    file,
    message: { zh: `恢复出来的记录对不上：${said.zh}`, en: `The restored records do not fit. ${said.en}` },
    mend: {
      zh: '不要使用这份备份；用前一次的备份，并运行 zhiren doctor 检查磁盘和数据库。',
      en: 'Do not use this backup; use an earlier one, and run zhiren doctor to look at disk and database.',
    },
  })
