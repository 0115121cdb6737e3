/** Makes deletion real in backups: destroys the keys of those made before a day, and the archive that only they need. */
import { existsSync } from 'node:fs'
import { Pool } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { commit } from '../commit.ts'
import { archivedSegments, archiveOf, pruneArchive } from './archive.ts'
import { backupKeysIn, destroyKey, type KeptBackupKey } from './backup-keys.ts'
import { reachRecords } from './reach.ts'

export interface ForgetBackupsOptions {
  readonly dataFolder: string
  /** Backups made before this moment are to be opened by nobody any more. */
  readonly before: Date
  readonly reason: string
  readonly actor: string
  /** Goes on where no verified backup is left afterwards. */
  readonly leavesNone: boolean
}

export interface ForgottenBackups {
  /** Of the keys that were destroyed. */
  readonly keys: readonly string[]
  /** Backups that they had sealed. */
  readonly backups: readonly string[]
  /** Segments of the archive that were removed. */
  readonly segments: number
}

interface RecordedBackup {
  readonly at: Date
  readonly file: string
  readonly keyId: string | null
  readonly segment: string | null
  readonly verified: boolean
}

/** @throws ProblemError `backup-key-in-use`, `no-backup-left`, `no-records` */
export async function forgetBackups(options: ForgetBackupsOptions): Promise<ForgottenBackups> {
  const reached = await reachRecords({ dataFolder: options.dataFolder })
  const dataFolder = reached.dataFolder ?? options.dataFolder
  const pool = new Pool({ ...reached.connection, max: 1 })
  pool.on('error', () => undefined)
  try {
    const keys = backupKeysIn(dataFolder)
    const backups = await recordedBackups(pool, keys[0]?.id ?? null)
    const old = keysBefore(keys, backups, options)
    const left = backups.filter(({ keyId, file }) => old.every(({ id }) => id !== keyId) && existsSync(file))
    if (!left.some(({ verified, at }) => verified && at >= options.before) && !options.leavesNone) throw noneLeft()
    const forgotten = backups.filter(({ keyId }) => old.some(({ id }) => id === keyId))
    const detail = { keys: old.map(({ id }) => id), upTo: options.before.toISOString(), reason: options.reason }
    await commit(pool, { actor: options.actor, action: 'backup-keys.destroy', detail }, async () => {
      for (const key of old) destroyKey(key)
    })
    const segments = pruneArchive(dataFolder, firstNeeded(left, dataFolder))
    return { keys: detail.keys, backups: forgotten.map(({ file }) => file), segments }
  } finally {
    await pool.end()
    await reached.close()
  }
}

/** Backups made before keys had periods were sealed with the first key. */
async function recordedBackups(pool: Pool, firstKey: string | null): Promise<readonly RecordedBackup[]> {
  const { rows } = await pool.query<RecordedBackup>(
    `select at, coalesce(detail ->> 'file', '') as file, coalesce(detail ->> 'keyId', $1) as "keyId",
       detail ->> 'firstSegment' as segment, coalesce((detail ->> 'verified')::boolean, false) as verified
     from audit where action = 'backup' order by id`,
    [firstKey],
  )
  return rows
}

/** Keys that seal nothing since; a key that seals backups on both sides of the day is refused, so that nobody is misled. */
function keysBefore(
  keys: readonly KeptBackupKey[],
  backups: readonly RecordedBackup[],
  { before }: ForgetBackupsOptions,
): readonly KeptBackupKey[] {
  const made = keys.filter(({ madeAt }) => madeAt < before)
  const sealedBy = ({ id }: KeptBackupKey) => backups.filter(({ keyId }) => keyId === id)
  const onBothSides = made.find((key) => {
    const own = sealedBy(key)
    return own.some(({ at }) => at < before) && own.some(({ at }) => at >= before)
  })
  if (onBothSides) throw keyInUse(onBothSides.id)
  return made.filter((key) => !sealedBy(key).some(({ at }) => at >= before))
}

/** What comes before it serves no backup that can be opened; where there is none, nothing of the archive does. */
function firstNeeded(left: readonly RecordedBackup[], dataFolder: string): string {
  const needed = left.flatMap(({ segment }) => (segment === null ? [] : [segment]))
  const last = archivedSegments(archiveOf(dataFolder)).at(-1) ?? ''
  return needed.reduce((oldest, one) => (one.slice(8) < oldest.slice(8) ? one : oldest), needed[0] ?? `${last}~`)
}

const keyInUse = (id: string): ProblemError =>
  new ProblemError({
    code: 'backup-key-in-use',
    message: {
      zh: `密钥 ${id} 既加密了这个日期以前的备份，也加密了以后的备份，没有销毁。`,
      en: `The key ${id} seals backups from before that day and from after it; nothing was destroyed.`,
    },
    mend: {
      zh: '先用 zhiren backup --new-key 做一份新备份，再用新备份以前的时刻。',
      en: 'Make a backup with zhiren backup --new-key first, then name a moment just before it.',
    },
  })

const noneLeft = (): ProblemError =>
  new ProblemError({
    code: 'no-backup-left',
    message: {
      zh: '销毁以后就没有能打开的、核验过的备份了，没有销毁。',
      en: 'No verified backup that can be opened would be left; nothing was destroyed.',
    },
    mend: {
      zh: '先用 zhiren backup --new-key 做一份新备份；确实不留的，加 --leave-none。',
      en: 'Make a backup with zhiren backup --new-key first; where none is meant to be left, add --leave-none.',
    },
  })
