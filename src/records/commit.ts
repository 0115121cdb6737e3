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

/**
 * Runs `write`, adds the entry (which `write` may complete), and commits both or neither. In the name of the system the
 * database lets nothing be written that changes where a person stands.
 */
export async function commit<T>(
  pool: Pool,
  entry: AuditEntry,
  write: (session: PoolClient, note: (detail: object) => void) => Promise<T>,
): Promise<T> {
  const session = await pool.connect()
  let detail = entry.detail
  let broken: Error | undefined
  try {
    await session.query(entry.actor === 'system' ? "begin; set local zhiren.actor to 'system'" : 'begin')
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
