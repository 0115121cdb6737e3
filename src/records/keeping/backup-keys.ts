/**
 * Backup keys by period. Each key seals the backups of its time; what is destroyed with it can be opened by nobody, wherever
 * the backups lie. A new one is begun after some days, or at once where somebody was deleted.
 */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BackupKey, backupKeyFile, backupKeyOrNew, readBackupKey } from './key-files.ts'

export interface KeptBackupKey extends BackupKey {
  readonly madeAt: Date
}

const laterKey = /^backup-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.key$/

const laterName = (at: Date): string => `backup-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.key`

/** Every backup key beside the records, the oldest first. The first of a site is `backup.key`. */
export function backupKeysIn(dataFolder: string): readonly KeptBackupKey[] {
  const first = backupKeyFile(dataFolder)
  const folder = dirname(first)
  const later = existsSync(folder) ? readdirSync(folder).flatMap((name) => laterIn(folder, name)) : []
  const keys = existsSync(first) ? [{ ...readBackupKey(first), madeAt: statSync(first).mtime }, ...later] : later
  return keys.toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime())
}

function laterIn(folder: string, name: string): readonly KeptBackupKey[] {
  const match = laterKey.exec(name)
  if (!match) return []
  const [, year, month, day, hour, minute, second] = match.map(Number)
  const madeAt = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second))
  return [{ ...readBackupKey(join(folder, name)), madeAt }]
}

/** The key that backups are sealed with now: the newest, or a new one where it is too old or a new one is asked for. */
export function presentBackupKey(
  dataFolder: string,
  { now, mostDays, isRenewed }: { readonly now: Date; readonly mostDays: number; readonly isRenewed: boolean },
): BackupKey {
  const newest = backupKeysIn(dataFolder).at(-1)
  if (newest === undefined) return backupKeyOrNew(backupKeyFile(dataFolder))
  const isOld = now.getTime() - newest.madeAt.getTime() > mostDays * 24 * 3600_000
  if (!isOld && !isRenewed) return newest
  return backupKeyOrNew(join(dirname(backupKeyFile(dataFolder)), laterName(now)))
}

/** Overwrites the file of a key and removes it. Copies of it elsewhere are not reached. */
export function destroyKey({ file }: Pick<BackupKey, 'file'>): void {
  const length = statSync(file).size
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, randomBytes(length), 0, length, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(file)
}
