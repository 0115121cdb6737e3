/** The whole answer about the audit log: its chain, and its signed checkpoints from the database and from files. */
import type { KeyObject } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Text } from '#domain/text.ts'
import { type ChainOptions, type ChainReport, followAudit, readCheckpoints } from './audit-log.ts'
import { type Checkpoint, readCheckpointFile, signatureOf } from './checkpoint.ts'

export interface AuditVerification extends ChainReport {
  readonly checkpoints: {
    /** Different ones, from all places. */
    readonly checked: number
    /** The last that is good; what came after it is held by the chain alone. */
    readonly last?: { readonly entry: number; readonly at: string }
    /** Those whose signature is not good. */
    readonly refused: readonly { readonly entry: number; readonly said: Text }[]
  }
}

export interface VerificationOptions extends Pick<ChainOptions, 'onProgress' | 'signal'> {
  /** Files of checkpoints outside the database. */
  readonly files: readonly string[]
  /** Begins after the last good checkpoint that the database keeps, instead of at the first entry. */
  readonly quick?: boolean
  /** The public keys of the site; without any, checkpoints are not taken into account. */
  readonly keys?: ReadonlyMap<string, KeyObject>
}

/**
 * Finds the first entry of the audit log that does not fit.
 * @example const { fault, checkpoints } = await verifyAuditLog(session, { files: ['audit-checkpoints.jsonl'], keys })
 */
export async function verifyAuditLog(session: PoolClient, options: VerificationOptions): Promise<AuditVerification> {
  const { keys, files, quick, ...rest } = options
  const found = keys ? distinct([...(await readCheckpoints(session)), ...files.flatMap(readCheckpointFile)]) : []
  const signed = found.map((checkpoint) => ({ checkpoint, signature: signatureOf(checkpoint, keys ?? new Map()) }))
  const good = signed.filter(({ signature }) => signature === 'good').map(({ checkpoint }) => checkpoint)
  const refused = signed.flatMap(({ checkpoint, signature }) =>
    signature === 'good' ? [] : [{ entry: checkpoint.entry, said: refusals[signature](checkpoint) }],
  )
  const last = good.reduce<Checkpoint | undefined>((a, b) => (a === undefined || b.entry > a.entry ? b : a), undefined)
  const start = quick && last ? await standing(session, last) : undefined
  const report = await followAudit(session, { ...rest, anchors: good, ...(start ? { start } : {}) })
  return {
    ...report,
    checkpoints: { checked: found.length, refused, ...(last ? { last: { entry: last.entry, at: last.at } } : {}) },
  }
}

/** A checkpoint to begin after, while the log still has its entry. */
async function standing(session: PoolClient, last: Checkpoint): Promise<Checkpoint | undefined> {
  const { rows } = await session.query('select from public.audit where id = $1 and hash = $2', [last.entry, last.hash])
  return rows.length === 1 ? last : undefined
}

const distinct = (checkpoints: readonly Checkpoint[]): readonly Checkpoint[] => [
  ...new Map(checkpoints.map((one) => [JSON.stringify([one.entry, one.hash, one.signature]), one])).values(),
]

const refusals = {
  forged: ({ entry, at }: Checkpoint): Text => ({
    zh: `第 ${entry} 条的检查点（${at}）签名不对：检查点被改过或是伪造的。`,
    en: `The checkpoint at entry ${entry} (${at}) is not signed by the key that it names: changed or forged.`,
  }),
  'unknown-key': ({ entry, keyId }: Checkpoint): Text => ({
    zh: `第 ${entry} 条的检查点用不认识的密钥 ${keyId} 签署。`,
    en: `The checkpoint at entry ${entry} is signed with the unknown key ${keyId}.`,
  }),
} as const
