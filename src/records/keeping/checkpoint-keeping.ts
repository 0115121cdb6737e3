/** Making checkpoints: on demand, and by the running server every so many entries or minutes. */
import type { Pool, PoolClient } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { type Digest, sealOf } from './audit-chain.ts'
import { followAudit, lastEntry, readCheckpoints } from './audit-log.ts'
import { appendCheckpoint, type Checkpoint, signCheckpoint } from './checkpoint.ts'
import type { SigningKey } from './key-files.ts'

export interface CheckpointKeeper {
  readonly key: SigningKey
  /** Outside the database, to be carried elsewhere. */
  readonly file: string
  /** SHA-256 unless the site must use SM3. */
  readonly digest?: Digest
}

/** When the running server makes one: after so many entries, or after so many minutes if anything was written. */
export interface CheckpointRhythm {
  readonly entries: number
  readonly minutes: number
}

/**
 * Signs the log as it stands, after following it from the checkpoint before, so that nothing altered since is signed.
 * Undefined where there is nothing new, or not enough by the rhythm.
 * @throws ProblemError `audit-broken`
 */
export async function makeCheckpoint(
  pool: Pool,
  { key, file, digest = 'sha256' }: CheckpointKeeper,
  rhythm: CheckpointRhythm = { entries: 1, minutes: 0 },
): Promise<Checkpoint | undefined> {
  const session = await pool.connect()
  try {
    // One at a time, however many servers work on these records.
    await session.query("select pg_advisory_lock(hashtext('zhiren audit checkpoint'))")
    const before = (await readCheckpoints(session)).at(-1)
    const last = await lastEntry(session)
    if (last === undefined || !isDue(last.id - (before?.entry ?? 0), before?.at, rhythm)) return undefined
    await refuseBroken(session, before)
    const at = new Date().toISOString()
    const checkpoint = signCheckpoint({ entry: last.id, hash: last.hash, digest, seal: sealOf(last, digest), at }, key)
    // The file first: a line that the database then lacks is still true.
    appendCheckpoint(file, checkpoint)
    await session.query(
      `insert into audit_checkpoint (entry, hash, at, digest, seal, key_id, signature)
      values ($1, $2, $3, $4, $5, $6, $7)`,
      [last.id, last.hash, at, digest, checkpoint.seal, key.id, checkpoint.signature],
    )
    return checkpoint
  } finally {
    await session.query("select pg_advisory_unlock(hashtext('zhiren audit checkpoint'))").catch(() => undefined)
    session.release()
  }
}

function isDue(newEntries: number, lastAt: string | undefined, { entries, minutes }: CheckpointRhythm): boolean {
  if (newEntries <= 0) return false
  const waited = lastAt === undefined ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(lastAt)
  return newEntries >= entries || waited >= minutes * 60_000
}

async function refuseBroken(session: PoolClient, before: Checkpoint | undefined): Promise<void> {
  const { fault } = await followAudit(session, before ? { start: before } : {})
  if (!fault) return
  throw new ProblemError({
    code: 'audit-broken',
    message: {
      zh: `审计日志对不上，没有签署检查点：${fault.said.zh}`,
      en: `The audit log does not fit; no checkpoint was signed. ${fault.said.en}`,
    },
    mend: {
      zh: '保护现场，运行 zhiren verify-audit 查明，并报告安全审计员。',
      en: 'Leave everything as it is, run zhiren verify-audit, and tell the auditor.',
    },
  })
}
