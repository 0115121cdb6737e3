import type { PoolClient } from 'pg'
import type { AuditFault } from './audit-chain.ts'
import { followAudit } from './audit-log.ts'

export interface AuditCheck {
  readonly entries: number
  /** The first entry that does not fit, and what is wrong with it. */
  readonly brokenAt?: number
  readonly fault?: AuditFault
}

/** Recomputes the chain of the audit log from its beginning, without what checkpoints say. */
export async function checkAudit(session: PoolClient): Promise<AuditCheck> {
  const { entries, fault } = await followAudit(session)
  return fault ? { entries, brokenAt: fault.entry, fault } : { entries }
}
