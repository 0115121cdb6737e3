/** Records brought back from a backup into a new folder, as they were at its end or at a later moment. */
import { chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import { commit } from '../commit.ts'
import { clusterAccount } from '../embedded/account.ts'
import { startRestored } from '../embedded/instance.ts'
import type { ServerSettings } from '../embedded/settings.ts'
import { archivedSegments, fetchCommand } from './archive.ts'
import type { ChainedEntry } from './audit-chain.ts'
import { lastEntry } from './audit-log.ts'
import { clusterName } from './cluster-files.ts'
import { extractBackup } from './extract.ts'
import type { BackupKey } from './key-files.ts'
import type { Manifest } from './manifest.ts'
import { checkRestored, withRestored } from './restored-checks.ts'

export interface RestoreOptions {
  readonly from: string
  /** A folder that is not there yet, or empty. */
  readonly to: string
  readonly key: BackupKey
  /** The moment to go forward to; the end of the backup, or of the archive where one is given, where left out. */
  readonly at?: Date
  /** The folder `archive` of the records that were backed up. */
  readonly archive?: string
  readonly actor: string
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

export interface RestoreOutcome {
  readonly folder: string
  readonly manifest: Manifest
  /** The newest audit entry that came back, before the entry about the restoration. */
  readonly newest?: ChainedEntry
}

/**
 * Restores, replays, opens, checks; the folder gets its name once everything is done.
 * @throws ProblemError `restore-folder-not-empty`, `restore-needs-archive`, `restore-time-too-early`,
 * `restore-archive-too-short`, `restored-unsound`, and those of the backup file
 */
export async function restore(options: RestoreOptions): Promise<RestoreOutcome> {
  const { to, from, key, at, archive, onProgress, signal } = options
  const folder = resolve(to)
  if (existsSync(folder) && readdirSync(folder).length > 0) throw notEmpty(folder)
  if (at !== undefined && archive === undefined) throw needsArchive()
  if (archive !== undefined && !existsSync(archive)) throw noArchive(archive)
  await mkdir(dirname(folder), { recursive: true })
  const part = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
  try {
    await chmod(part, 0o711)
    const step = { zh: '解密并写出', en: 'Decrypting and writing' }
    const manifest = await extractBackup({
      file: from,
      key,
      into: part,
      step,
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    })
    if (at !== undefined && at < new Date(manifest.until)) throw tooEarly(at, manifest)
    onProgress?.({ step: { zh: '重放并核对', en: 'Replaying and checking' }, fraction: 0 })
    const newest = await replayAndCheck(part, manifest, options)
    signal?.throwIfAborted()
    if (existsSync(folder)) await rmdir(folder)
    await rename(part, folder)
    return { folder, manifest, ...(newest ? { newest } : {}) }
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

async function replayAndCheck(
  part: string,
  manifest: Manifest,
  options: RestoreOptions,
): Promise<ChainedEntry | undefined> {
  const { from, at, archive, actor } = options
  const settings =
    archive === undefined ? { archive_mode: 'off' } : await prepareReplay(part, manifest, resolve(archive), at)
  const instance = await startRestored(part, false, settings).catch((error) => {
    throw stoppedShort(error, part, at)
  })
  try {
    return await withRestored(instance, async (session, pool) => {
      await checkRestored(session, manifest, from)
      const newest = await lastEntry(session)
      const detail = { file: basename(from), backupUntil: manifest.until, at: at?.toISOString() ?? null }
      await commit(pool, { actor, action: 'restore', detail }, async () => undefined)
      return newest
    })
  } finally {
    await instance.close()
  }
}

/** Settings of a server that replays an archive and then opens on a timeline of its own. */
async function prepareReplay(part: string, manifest: Manifest, archive: string, at?: Date): Promise<ServerSettings> {
  const cluster = join(part, clusterName)
  const { uid, gid } = clusterAccount(cluster)
  const signalFile = join(cluster, 'recovery.signal')
  writeFileSync(signalFile, '', { mode: 0o600 })
  chownSync(signalFile, uid, gid)
  await copyUnarchived(archive, join(cluster, 'pg_wal'), manifest.firstSegment)
  return {
    archive_mode: 'off',
    // Nobody is let in before the moment is reached.
    hot_standby: 'off',
    restore_command: fetchCommand(archive),
    recovery_target_action: 'promote',
    ...(at === undefined ? {} : { recovery_target_time: at.toISOString().replace('Z', '+00') }),
  }
}

/** What was not archived yet, where the folder of the records that were backed up is still there. */
async function copyUnarchived(archive: string, into: string, first: string): Promise<void> {
  const source = join(dirname(archive), clusterName, 'pg_wal')
  if (!existsSync(source)) return
  const { uid, gid } = clusterAccount(dirname(into))
  const there = new Set([...archivedSegments(archive), ...readdirSync(into)])
  const wanted = readdirSync(source).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && !there.has(name))
  for (const name of wanted) {
    await copyFile(join(source, name), join(into, name))
    chownSync(join(into, name), uid, gid)
  }
}

/** Why a server did not come up while it was replaying, from its own log. */
function stoppedShort(error: unknown, part: string, at: Date | undefined): unknown {
  const log = readFileSync(join(part, 'postgres.log'), 'utf8')
  if (at === undefined || !log.includes('before configured recovery target was reached')) return error
  const last = /last completed transaction was at log time (\S+ \S+)/.exec(log)?.[1]
  return new ProblemError({
    code: 'restore-archive-too-short',
    message: {
      zh: `归档到不了 ${at.toISOString()}：其中最后一笔在 ${last ?? '备份结束时'}。`,
      en: `The archive does not reach ${at.toISOString()}: its last transaction is of ${last ?? 'the end of the backup'}.`,
    },
    mend: {
      zh: '补上后面的归档文件再试；或去掉 --at，恢复到归档的末尾。',
      en: 'Add the later files of the archive; or leave out --at to restore to its end.',
    },
  })
}

const notEmpty = (folder: string): ProblemError =>
  new ProblemError({
    code: 'restore-folder-not-empty',
    file: folder,
    message: { zh: `文件夹 ${folder} 不是空的。`, en: `The folder ${folder} is not empty.` },
    mend: {
      zh: '用 --to 指定一个新文件夹，核对后再切换。',
      en: 'Name a new folder with --to, look at it, then switch over.',
    },
  })

const needsArchive = (): ProblemError =>
  new ProblemError({
    code: 'restore-needs-archive',
    message: { zh: '恢复到某一时刻需要归档。', en: 'To restore to a moment takes the archive.' },
    mend: {
      zh: '用 --archive 指出原数据文件夹里的 archive。',
      en: 'Name the folder archive of the old data folder with --archive.',
    },
  })

const noArchive = (archive: string): ProblemError =>
  new ProblemError({
    code: 'restore-needs-archive',
    file: archive,
    message: { zh: `没有归档文件夹 ${archive}。`, en: `There is no archive folder ${archive}.` },
    mend: { zh: '核对 --archive 的路径。', en: 'Check the path given with --archive.' },
  })

const tooEarly = (at: Date, { until }: Manifest): ProblemError =>
  new ProblemError({
    code: 'restore-time-too-early',
    message: {
      zh: `${at.toISOString()} 早于这份备份结束的时刻 ${until}。`,
      en: `${at.toISOString()} is before this backup ended, at ${until}.`,
    },
    mend: { zh: '用更早的一份备份，或改晚 --at。', en: 'Use an earlier backup, or a later --at.' },
  })
