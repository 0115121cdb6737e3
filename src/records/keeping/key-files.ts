/** Keys in files of their own outside the database: closed to everybody but their owner, made on first use. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ProblemError } from '#domain/problem.ts'

/** The key that wraps the data key of each backup. */
export interface BackupKey {
  readonly id: string
  readonly secret: Buffer
  readonly file: string
  /** It has just been made. */
  readonly isNew: boolean
}

/** An Ed25519 pair. */
export interface SigningKey {
  readonly id: string
  readonly key: KeyObject
  readonly file: string
  readonly isNew: boolean
}

const folderOf = (dataFolder: string): string => join(dataFolder, 'keys')
export const backupKeyFile = (dataFolder: string): string => join(folderOf(dataFolder), 'backup.key')
export const signingKeyFile = (dataFolder: string): string => join(folderOf(dataFolder), 'audit-signing.pem')

/** Reads the key of a file. @throws ProblemError `key-missing`, `key-file-open`, `key-invalid` */
export function readBackupKey(file: string): BackupKey {
  const text = readSecret(file).toString('utf8').trim()
  const secret = Buffer.from(text, 'base64url')
  if (secret.length !== 32) throw invalidKey(file)
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 16), secret, file, isNew: false }
}

/** The key of a file, made where the file is not there yet. */
export function backupKeyOrNew(file: string): BackupKey {
  const isNew = !existsSync(file)
  if (isNew) writeSecret(file, `${randomBytes(32).toString('base64url')}\n`)
  return { ...readBackupKey(file), isNew }
}

/** @throws ProblemError `key-missing`, `key-file-open`, `key-invalid` */
export function readSigningKey(file: string): SigningKey {
  const pem = readSecret(file)
  try {
    const key = createPrivateKey(pem)
    return { id: keyId(createPublicKey(pem)), key, file, isNew: false }
  } catch {
    throw invalidKey(file)
  }
}

export function signingKeyOrNew(file: string): SigningKey {
  const isNew = !existsSync(file)
  if (isNew) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    writeSecret(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
    writeFileSync(publicFileOf(file), String(publicKey.export({ type: 'spki', format: 'pem' })), { mode: 0o644 })
  }
  return { ...readSigningKey(file), isNew }
}

/** The public half beside a signing key; older ones of the site may follow it in the same file. */
export const publicFileOf = (file: string): string => `${file}.pub`

/** The public keys of a file by their ids: blocks of PEM, one after another, or a signing key itself. */
export function readPublicKeys(file: string): ReadonlyMap<string, KeyObject> {
  if (!existsSync(file)) throw missingKey(file)
  const blocks = readFileSync(file, 'utf8').match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? []
  try {
    const keys = blocks.map((block) => createPublicKey(block))
    if (keys.length > 0) return new Map(keys.map((key) => [keyId(key), key]))
  } catch {
    // Said below.
  }
  throw invalidKey(file)
}

const keyId = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

function writeSecret(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true })
}

function readSecret(file: string): Buffer {
  if (!existsSync(file)) throw missingKey(file)
  if (!isClosed(file)) throw openKey(file)
  return readFileSync(file)
}

/**
 * Nobody but its owner reads it: by its mode, or because systemd handed it to this service alone. Such a file (LoadCredential)
 * is opened to the service by an access list, which shows as rights of the group.
 */
export const isClosed = (file: string): boolean =>
  (statSync(file).mode & 0o077) === 0 || dirname(file) === process.env.CREDENTIALS_DIRECTORY

const missingKey = (file: string): ProblemError =>
  new ProblemError({
    code: 'key-missing',
    file,
    message: { zh: `没有密钥文件 ${file}。`, en: `There is no key file ${file}.` },
    mend: {
      zh: '用 --key 指出密钥文件的位置；密钥另存在别处的，先取回来。',
      en: 'Name the key file with --key; fetch it first where it is kept elsewhere.',
    },
  })

const openKey = (file: string): ProblemError =>
  new ProblemError({
    code: 'key-file-open',
    file,
    message: { zh: `密钥文件 ${file} 其他账户也能读。`, en: `Other accounts may read the key file ${file}.` },
    mend: { zh: `运行 chmod 600 ${file}，再重试。`, en: `Run chmod 600 ${file} and try again.` },
  })

const invalidKey = (file: string): ProblemError =>
  new ProblemError({
    code: 'key-invalid',
    file,
    message: { zh: `${file} 里不是可用的密钥。`, en: `${file} holds no usable key.` },
    mend: {
      zh: '核对文件是否拿错或损坏，换成原来的密钥文件。',
      en: 'See whether it is another file or damaged; use the original.',
    },
  })
