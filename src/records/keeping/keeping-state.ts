/** How the keeping of the records stands: what health and doctor tell. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { overSession } from '../database.ts'

export interface KeepingState {
  readonly lastBackup?: { readonly at: Date; readonly verified: boolean; readonly bytes: number }
  readonly archive: {
    readonly failures: number
    readonly lastArchivedAt: Date | null
    readonly lastFailedAt: Date | null
  }
  readonly checkpoint?: { readonly entry: number; readonly at: Date }
  readonly auditEntries: number
}

/** The same over one session. */
export const readStateOf = (session: PoolClient): Promise<KeepingState> => readKeepingState(overSession(session))

export async function readKeepingState(database: QueryExecutorProvider): Promise<KeepingState> {
  const { rows } = await sql<{
    backup: { at: string; detail: { verified?: boolean; bytes?: number } | null } | null
    checkpoint: { entry: number; at: string } | null
    entries: string
    failures: string
    archivedAt: Date | null
    failedAt: Date | null
  }>`
    select
      (select jsonb_build_object('at', at, 'detail', detail) from audit where action = 'backup'
        order by id desc limit 1) as backup,
      (select jsonb_build_object('at', at, 'entry', entry) from audit_checkpoint order by entry desc limit 1) as checkpoint,
      (select coalesce(max(id), 0) from audit) as entries,
      failed_count as failures, last_archived_time as "archivedAt", last_failed_time as "failedAt"
    from pg_stat_archiver`.execute(database)
  const [row] = rows
  const { backup, checkpoint } = row ?? {}
  return {
    ...(backup
      ? {
          lastBackup: {
            at: new Date(backup.at),
            verified: backup.detail?.verified === true,
            bytes: backup.detail?.bytes ?? 0,
          },
        }
      : {}),
    ...(checkpoint ? { checkpoint: { entry: checkpoint.entry, at: new Date(checkpoint.at) } } : {}),
    auditEntries: Number(row?.entries ?? 0),
    archive: {
      failures: Number(row?.failures ?? 0),
      lastArchivedAt: row?.archivedAt ?? null,
      lastFailedAt: row?.failedAt ?? null,
    },
  }
}
