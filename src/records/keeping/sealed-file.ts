/**
 * The envelope of a backup: one readable line (JSON), then frames of AES-256-GCM under a data key of this file alone, which
 * the line holds wrapped by the backup key. The number of a frame and whether it is the last are its nonce and the line is
 * its additional data, so that a frame left out, exchanged, added or taken from another file does not open.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { ProblemError } from '#domain/problem.ts'
import { type ByteReader, readBytes } from './byte-reader.ts'
import type { BackupKey } from './key-files.ts'

/** What may be read without the key. */
export interface EnvelopeFacts {
  readonly madeAt: string
  readonly product: string
  readonly postgres: string
  /** The first write-ahead segment that the backup needs. */
  readonly firstSegment: string
}

interface Envelope extends EnvelopeFacts {
  readonly zhiren: 'backup'
  readonly format: 1
  readonly keyId: string
  /** Nonce, data key and tag, base64. */
  readonly wrappedKey: string
}

const cipher = 'aes-256-gcm'
const frameSize = 1 << 20
const tagLength = 16
const lineLimit = 4096
const lastBit = 0x8000_0000

/** Seals a stream. @param file only named in refusals */
export async function* seal(
  source: AsyncIterable<Buffer>,
  facts: EnvelopeFacts,
  backupKey: BackupKey,
): AsyncGenerator<Buffer> {
  const dataKey = randomBytes(32)
  const envelope: Envelope = {
    zhiren: 'backup',
    format: 1,
    ...facts,
    keyId: backupKey.id,
    wrappedKey: wrap(dataKey, backupKey.secret).toString('base64'),
  }
  const line = Buffer.from(`${JSON.stringify(envelope)}\n`)
  yield line
  const bound = createHash('sha256').update(line).digest()
  const reader = readBytes(source)
  let frame = await reader.take(frameSize)
  for (let number = 0; ; number += 1) {
    const next = frame.length < frameSize ? Buffer.alloc(0) : await reader.take(frameSize)
    const isLast = next.length === 0
    const sealing = createCipheriv(cipher, dataKey, nonceOf(number, isLast)).setAAD(bound)
    const body = Buffer.concat([sealing.update(frame), sealing.final(), sealing.getAuthTag()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE((body.length | (isLast ? lastBit : 0)) >>> 0)
    yield length
    yield body
    if (isLast) return
    frame = next
  }
}

/** Opens what `seal` has sealed. @throws ProblemError `not-a-backup`, `backup-key-wrong`, `backup-damaged`, `backup-truncated` */
export async function* open(source: AsyncIterable<Buffer>, backupKey: BackupKey, file: string): AsyncGenerator<Buffer> {
  const reader = readBytes(source)
  const line = await takeLine(reader, file)
  const envelope = parseEnvelope(line, file)
  if (envelope.keyId !== backupKey.id) throw wrongKey(file, envelope.keyId, backupKey)
  const dataKey = unwrap(Buffer.from(envelope.wrappedKey, 'base64'), backupKey.secret)
  if (dataKey === undefined) throw damaged(file)
  const bound = createHash('sha256').update(line).digest()
  for (let number = 0; ; number += 1) {
    const head = await reader.take(4)
    if (head.length < 4) throw truncated(file)
    const word = head.readUInt32BE()
    const isLast = word >= lastBit
    const length = isLast ? word - lastBit : word
    if (length < tagLength || length > frameSize + tagLength) throw damaged(file)
    const body = await reader.take(length)
    if (body.length < length) throw truncated(file)
    const chunk = openFrame(body, dataKey, nonceOf(number, isLast), bound)
    if (chunk === undefined) throw damaged(file)
    yield chunk
    if (!isLast) continue
    if ((await reader.take(1)).length > 0) throw damaged(file)
    return
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(isLast ? 1 : 0)
  nonce.writeBigUInt64BE(BigInt(number), 4)
  return nonce
}

function openFrame(body: Buffer, key: Buffer, nonce: Buffer, bound: Buffer): Buffer | undefined {
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength }).setAAD(bound)
  opening.setAuthTag(body.subarray(-tagLength))
  const chunk = opening.update(body.subarray(0, -tagLength))
  try {
    opening.final()
    return chunk
  } catch {
    return undefined
  }
}

function wrap(dataKey: Buffer, secret: Buffer): Buffer {
  const nonce = randomBytes(12)
  const wrapping = createCipheriv(cipher, secret, nonce)
  return Buffer.concat([nonce, wrapping.update(dataKey), wrapping.final(), wrapping.getAuthTag()])
}

const unwrap = (wrapped: Buffer, secret: Buffer): Buffer | undefined =>
  wrapped.length === 12 + 32 + tagLength
    ? openFrame(wrapped.subarray(12), secret, wrapped.subarray(0, 12), Buffer.alloc(0))
    : undefined

async function takeLine(reader: ByteReader, file: string): Promise<Buffer> {
  let line = Buffer.alloc(0)
  while (line.length < lineLimit) {
    const byte = await reader.take(1)
    if (byte.length === 0) break
    line = Buffer.concat([line, byte])
    if (byte[0] === 10) return line
  }
  throw notBackup(file)
}

function parseEnvelope(line: Buffer, file: string): Envelope {
  try {
    const found = JSON.parse(line.toString('utf8')) as Partial<Envelope>
    if (found.zhiren === 'backup' && found.format === 1 && typeof found.wrappedKey === 'string')
      return found as Envelope
  } catch {
    // Said below.
  }
  throw notBackup(file)
}

const notBackup = (file: string): ProblemError =>
  new ProblemError({
    code: 'not-a-backup',
    file,
    message: {
      zh: '这不是知人的备份文件，或开头已损坏。',
      en: 'This is no backup of Zhiren, or its beginning is damaged.',
    },
    mend: { zh: '核对文件名，或换用另一份备份。', en: 'Check the name of the file, or use another backup.' },
  })

const wrongKey = (file: string, wanted: string, given: BackupKey): ProblemError =>
  new ProblemError({
    code: 'backup-key-wrong',
    file,
    message: {
      zh: `这份备份用密钥 ${wanted} 加密，而 ${given.file} 里是密钥 ${given.id}。`,
      en: `This backup is encrypted with the key ${wanted}, while ${given.file} holds the key ${given.id}.`,
    },
    mend: { zh: `用 --key 指出密钥 ${wanted} 的文件。`, en: `Name the file of the key ${wanted} with --key.` },
  })

const damaged = (file: string): ProblemError =>
  new ProblemError({
    code: 'backup-damaged',
    file,
    message: {
      zh: '备份文件已损坏或被改动，没有恢复任何内容。',
      en: 'The backup is damaged or was changed; nothing was restored.',
    },
    mend: {
      zh: '换用这份备份的另一副本，或前一次的备份。',
      en: 'Use another copy of this backup, or an earlier backup.',
    },
  })

const truncated = (file: string): ProblemError =>
  new ProblemError({
    code: 'backup-truncated',
    file,
    message: {
      zh: '备份文件不完整，末尾缺失；没有恢复任何内容。',
      en: 'The backup ends too early; nothing was restored.',
    },
    mend: {
      zh: '重新复制这个文件，核对大小；或用前一次的备份。',
      en: 'Copy the file again and compare its size, or use an earlier backup.',
    },
  })
