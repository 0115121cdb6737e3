/** Where the keys of keeping are: named by option or environment, otherwise beside the data, made on first use. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dateCode } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { loadRuleBook, localReader } from '#policy/index.ts'
import {
  type CheckpointKeeper,
  checkpointFileName,
  type Place,
  presentBackupKey,
  publicFileOf,
  readBackupKey,
  readPublicKeys,
  readSigningKey,
  signingKeyFile,
  signingKeyOrNew,
  type VerificationOptions,
} from '#records/keeping/index.ts'

/** For how many days a backup key is used at most. */
function backupKeyDays(): number {
  const now = new Date()
  const today = dateCode(now.getFullYear(), now.getMonth() + 1, now.getDate())
  return Number(localReader(loadRuleBook(), 'RETAIN-BACKUP', today)('backup_key_days'))
}

type OnMessage = (message: Text) => void

/** A key that is named must be there: a slip in its name would else make a second one. */
export function backupKey(
  place: Place,
  named: string | undefined,
  { isRenewed, onMessage }: { readonly isRenewed: boolean; readonly onMessage: OnMessage },
) {
  const file = named ?? process.env.ZHIREN_BACKUP_KEY
  if (file) return readBackupKey(file)
  const mostDays = backupKeyDays()
  const key = presentBackupKey(dataFolderOf(place), { now: new Date(), mostDays, isRenewed })
  if (key.isNew) onMessage(moveIt(key.file, { zh: '备份密钥', en: 'backup key' }))
  return key
}

/** The key to restore with; the one beside the records is of no use where they are lost. */
export function restoreKey(named: string | undefined) {
  const file = named ?? process.env.ZHIREN_BACKUP_KEY
  if (file) return readBackupKey(file)
  throw new ProblemError({
    code: 'key-missing',
    message: { zh: '没有指出备份密钥。', en: 'No backup key was named.' },
    mend: {
      zh: '用 --key 或环境变量 ZHIREN_BACKUP_KEY 指出备份时用的密钥文件。',
      en: 'Name the key file that the backup was made with by --key or ZHIREN_BACKUP_KEY.',
    },
  })
}

function signingKey(place: Place, onMessage: OnMessage) {
  const named = process.env.ZHIREN_AUDIT_KEY
  if (named) return readSigningKey(named)
  const key = signingKeyOrNew(signingKeyFile(dataFolderOf(place)))
  if (key.isNew) onMessage(moveIt(key.file, { zh: '审计签名密钥', en: 'audit signing key' }))
  return key
}

/** The file of public keys to verify with, where there is one. */
function publicKeyFile(place: Place, named?: string): string | undefined {
  if (named !== undefined) return named
  const signing = process.env.ZHIREN_AUDIT_KEY || signingKeyFile(dataFolderOf(place))
  return existsSync(publicFileOf(signing)) ? publicFileOf(signing) : undefined
}

/** Where the running server appends its checkpoints; the place may name another, to be carried elsewhere. */
export const checkpointFile = (place: Place): string =>
  process.env.ZHIREN_AUDIT_CHECKPOINTS || join(dataFolderOf(place), checkpointFileName)

/** With what the audit log of a place is verified. */
export function auditProof(place: Place, named?: string): Pick<VerificationOptions, 'files' | 'keys'> {
  const keyFile = publicKeyFile(place, named)
  return { files: [checkpointFile(place)], ...(keyFile === undefined ? {} : { keys: readPublicKeys(keyFile) }) }
}

/** How the server signs the audit log of a place. @throws ProblemError where the key is named but not usable */
export function checkpointKeeper(place: Place, onMessage: OnMessage): CheckpointKeeper {
  const digest = process.env.ZHIREN_AUDIT_DIGEST === 'sm3' ? 'sm3' : 'sha256'
  const file = checkpointFile(place)
  mkdirSync(dirname(file), { recursive: true })
  return { key: signingKey(place, onMessage), file, digest }
}

/** Keys of an external database's site lie in `./data` unless named. */
const dataFolderOf = (place: Place): string => ('dataFolder' in place ? place.dataFolder : 'data')

const moveIt = (file: string, what: Text): Text => ({
  zh: `已生成${what.zh} ${file}。现在就另存一份，并移到数据和备份以外的地方：没有它，加密或签署过的东西都无法再用。`,
  en: `Made the ${what.en} ${file}. Copy it now and move it away from data and backups: what it has sealed or signed is of no use without it.`,
})
