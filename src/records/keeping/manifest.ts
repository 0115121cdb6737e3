/** What a backup says of its content, and how that is counted. */
import type { PoolClient } from 'pg'
import { tableNames } from '#domain/tables.ts'
import type { BundledFile } from './bundle.ts'

export interface AuditHead {
  readonly entry: number
  readonly hash: string
}

export interface Manifest {
  readonly madeAt: string
  /** The database as it is restored from this alone: a moment between these two. */
  readonly from: string
  readonly until: string
  readonly product: string
  readonly postgres: string
  readonly migrations: readonly string[]
  readonly firstSegment: string
  readonly lastSegment: string
  readonly auditHead: AuditHead
  /** Rows of the tables of facts and of the audit log, in one view of the database while the backup ran. */
  readonly rows: Readonly<Record<string, number>>
  readonly files: readonly BundledFile[]
}

export type Count = Pick<Manifest, 'migrations' | 'auditHead' | 'rows'>

/** Counts facts and audit entries in one view of the database. */
export async function countRecords(session: PoolClient): Promise<Count> {
  await session.query('begin transaction isolation level repeatable read read only')
  try {
    const present = await session.query<{ name: string }>(
      'select relname as name from pg_class where relkind in ($2, $3) and relnamespace = $4::regnamespace and relname = any($1)',
      [[...tableNames, 'audit'], 'r', 'p', 'public'],
    )
    const rows: Record<string, number> = {}
    for (const { name } of present.rows) {
      const counted = await session.query<{ n: string }>(`select count(*) as n from public."${name}"`)
      rows[name] = Number(counted.rows[0]?.n ?? 0)
    }
    const migrations = await session.query<{ name: string }>('select name from public.migration order by name')
    const head = await session.query<{ id: string; hash: string }>(
      'select id, hash from public.audit order by id desc limit 1',
    )
    return {
      rows,
      migrations: migrations.rows.map(({ name }) => name),
      auditHead: { entry: Number(head.rows[0]?.id ?? 0), hash: head.rows[0]?.hash ?? '' },
    }
  } finally {
    await session.query('rollback')
  }
}
