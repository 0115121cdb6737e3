/** A signed statement about the audit log: up to this entry, at this time, its hash was this. */
import { type KeyObject, sign, verify } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import { ProblemError } from '#domain/problem.ts'
import type { Anchor, Digest } from './audit-chain.ts'
import type { SigningKey } from './key-files.ts'

export interface Checkpoint extends Anchor {
  readonly entry: number
  readonly hash: string
  readonly digest: Digest
  readonly seal: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly keyId: string
  /** Ed25519 over the statement, base64. */
  readonly signature: string
}

export const checkpointFileName = 'audit-checkpoints.jsonl'

type Statement = Omit<Checkpoint, 'signature'>

/** What is signed: a line for each part, so that it can be made again with any tool. */
const wordingOf = ({ entry, hash, at, digest, seal, keyId }: Statement): Buffer =>
  Buffer.from(['zhiren audit checkpoint 1', entry, hash, at, digest, seal, keyId].join('\n'))

export const signCheckpoint = (statement: Omit<Statement, 'keyId'>, { id, key }: SigningKey): Checkpoint => {
  const whole = { ...statement, keyId: id }
  return { ...whole, signature: sign(null, wordingOf(whole), key).toString('base64') }
}

export type Signature = 'good' | 'forged' | 'unknown-key'

export function signatureOf(checkpoint: Checkpoint, keys: ReadonlyMap<string, KeyObject>): Signature {
  const key = keys.get(checkpoint.keyId)
  if (key === undefined) return 'unknown-key'
  return verify(null, wordingOf(checkpoint), key, Buffer.from(checkpoint.signature, 'base64')) ? 'good' : 'forged'
}

/** Adds a line and waits until the disk has it. */
export function appendCheckpoint(file: string, checkpoint: Checkpoint): void {
  const open = openSync(file, 'a', 0o600)
  try {
    appendFileSync(open, `${JSON.stringify(checkpoint)}\n`)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/** The checkpoints of a file; none where there is no file. @throws ProblemError `checkpoints-unreadable` */
export function readCheckpointFile(file: string): readonly Checkpoint[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  // A line that was being written when the machine stopped has no end.
  lines.pop()
  return lines.map((line, index) => parseLine(line) ?? refuseLine(file, index + 1))
}

function parseLine(line: string): Checkpoint | undefined {
  try {
    const found = JSON.parse(line) as Partial<Checkpoint>
    const texts = [found.hash, found.digest, found.seal, found.at, found.keyId, found.signature]
    const isWhole = Number.isSafeInteger(found.entry) && texts.every((text) => typeof text === 'string')
    return isWhole && (found.digest === 'sha256' || found.digest === 'sm3') ? (found as Checkpoint) : undefined
  } catch {
    return undefined
  }
}

function refuseLine(file: string, row: number): never {
  throw new ProblemError({
    code: 'checkpoints-unreadable',
    file,
    row,
    message: { zh: '这一行不是检查点。', en: 'This line is no checkpoint.' },
    mend: {
      zh: '换用另一处保存的检查点文件；只有这一份时，先查清是谁改动了它。',
      en: 'Use the copy that is kept elsewhere; where this is the only one, find out first who changed it.',
    },
  })
}
