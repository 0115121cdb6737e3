/** The one way to write: the work and its audit entry in one transaction. */
import type { Pool, PoolClient } from 'pg'
import { readable } from './refusal.ts'

export interface AuditEntry {
  /** Who: an account, or `system`. */
  readonly actor: string
  /** A verb with its object, e.g. `import`, `save-analysis`. */
  readonly action: string
  /** What it was done to, where it is one thing. */
  readonly subject?: string
  readonly detail?: object
}

/** Runs `write`, adds the entry (which `write` may complete), and commits both or neither. */
export async function commit<T>(
  pool: Pool,
  entry: AuditEntry,
  write: (session: PoolClient, note: (detail: object) => void) => Promise<T>,
): Promise<T> {
  const session = await pool.connect()
  let detail = entry.detail
  let broken: Error | undefined
  try {
    await session.query('begin')
    const result = await write(session, (more) => {
      detail = { ...detail, ...more }
    })
    await session.query('set constraints all immediate')
    await session.query('insert into audit (actor, action, subject, detail) values ($1, $2, $3, $4)', [
      entry.actor,
      entry.action,
      entry.subject ?? null,
      detail === undefined ? null : JSON.stringify(detail),
    ])
    await session.query('commit')
    return result
  } catch (error) {
    await session.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw readable(error)
  } finally {
    session.release(broken)
  }
}

export interface AuditCheck {
  readonly entries: number
  /** The first entry whose hash does not follow from its content and the entry before it. */
  readonly brokenAt?: number
}

/** Recomputes the hash chain of the audit log from its beginning. */
export async function verifyAudit(pool: Pool): Promise<AuditCheck> {
  const { rows } = await pool.query<{ entries: string; broken_at: string | null }>(`
    select count(*) as entries, min(id) filter (where not sound) as broken_at
    from (
      select id, hash = audit_hash(audit) and previous_hash = coalesce(lag(hash) over chain, '')
        and id = coalesce(lag(id) over chain, 0) + 1 as sound
      from audit window chain as (order by id)
    ) as links`)
  const [row] = rows
  const entries = Number(row?.entries ?? 0)
  return row?.broken_at == null ? { entries } : { entries, brokenAt: Number(row.broken_at) }
}
