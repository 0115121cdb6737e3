/** One encrypted file from which the records can be brought back; tried before it gets its name. */
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { chmod, mkdtemp, open as openFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { Pool } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import { commit } from '../commit.ts'
import { startRestored } from '../embedded/instance.ts'
import { tryLock } from '../embedded/lock.ts'
import { beginArchive, pruneArchive } from './archive.ts'
import { type BaseCopy, beginBaseCopy } from './base-copy.ts'
import { bundle } from './bundle.ts'
import { extractBackup } from './extract.ts'
import type { BackupKey } from './key-files.ts'
import type { Manifest } from './manifest.ts'
import { reachRecords } from './reach.ts'
import { checkRestored, recheckConstraints, withRestored } from './restored-checks.ts'
import { type EnvelopeFacts, seal } from './sealed-file.ts'

export interface BackupOptions {
  /** Of the embedded records. */
  readonly dataFolder: string
  /** The folder that backups are kept in. */
  readonly to: string
  readonly key: BackupKey
  /** The version that makes it. */
  readonly product: string
  readonly actor: string
  /** Restores it into a temporary folder and checks it before it counts. */
  readonly verify: boolean
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

export interface BackupOutcome {
  readonly file: string
  readonly bytes: number
  readonly manifest: Manifest
  /** What the test restore has checked; absent without one. */
  readonly verified?: { readonly auditEntries: number; readonly constraints: number }
  /** Segments of the archive that no kept backup needs any more. */
  readonly pruned: number
}

const backupEnding = '.zhiren-backup'
const halfDone = /^\.zhiren-.*\.part$/
const trialPrefix = 'trial-restore-'

/**
 * Backs up the embedded records, running or not.
 * @throws ProblemError `no-records`, `backup-disk-full`, `restored-unsound`; `AbortError` once stopped
 */
export async function backUp(options: BackupOptions): Promise<BackupOutcome> {
  const reached = await reachRecords({ dataFolder: options.dataFolder })
  const pool = new Pool({ ...reached.connection, max: 2 })
  pool.on('error', () => undefined)
  const folder = resolve(options.to)
  const dataFolder = reached.dataFolder ?? options.dataFolder
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(folder)) if (halfDone.test(name)) rmSync(join(folder, name))
    sweepTrials(dataFolder)
    beginArchive(dataFolder)
    const outcome = await writeAndTry(pool, dataFolder, folder, options)
    await recordBackup(pool, options, outcome)
    return { ...outcome, pruned: pruneArchive(dataFolder, await firstNeeded(pool, outcome.manifest.firstSegment)) }
  } finally {
    await pool.end()
    await reached.close()
  }
}

type Written = Omit<BackupOutcome, 'pruned'>

async function writeAndTry(pool: Pool, dataFolder: string, folder: string, options: BackupOptions): Promise<Written> {
  const name = `zhiren-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}${backupEnding}`
  const part = join(folder, `.${name}.part`)
  try {
    const manifest = await writeBackup(pool, dataFolder, part, options).catch((error) => {
      throw fullDisk(error, folder)
    })
    const verified = options.verify ? await tryRestore(part, dataFolder, options) : undefined
    options.signal?.throwIfAborted()
    const file = join(folder, name)
    await rename(part, file)
    await flushFolder(folder)
    return { file, bytes: statSync(file).size, manifest, ...(verified ? { verified } : {}) }
  } finally {
    await rm(part, { force: true })
  }
}

async function writeBackup(pool: Pool, dataFolder: string, part: string, options: BackupOptions): Promise<Manifest> {
  const { key, product, onProgress, signal } = options
  const step = { zh: '复制并加密', en: 'Copying and encrypting' }
  const session = await pool.connect()
  session.on('error', () => undefined)
  let manifest: Manifest | undefined
  let failure: Error | undefined
  try {
    const { rows } = await session.query<{ version: string }>("select current_setting('server_version') as version")
    const copy = await beginBaseCopy(session, dataFolder)
    const facts: EnvelopeFacts = {
      madeAt: copy.from,
      product,
      postgres: rows[0]?.version ?? '',
      firstSegment: copy.firstSegment,
    }
    const files = copy.files((fraction) => onProgress?.({ step, fraction }))
    const content = bundle(files, (written) => {
      manifest = manifestOf(facts, copy, written)
      return manifest
    })
    await pipeline(
      content,
      createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
      (packed: AsyncIterable<Buffer>) => seal(packed, facts, key),
      createWriteStream(part, { mode: 0o600, flush: true }),
      { ...(signal ? { signal } : {}) },
    )
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
    throw failure
  } finally {
    // A session that is thrown away ends the backup that it has begun.
    session.release(failure ?? true)
  }
  if (manifest === undefined) throw new Error('invariant: a backup ends with its manifest')
  return manifest
}

function manifestOf(facts: EnvelopeFacts, copy: BaseCopy, files: Manifest['files']): Manifest {
  const { count, lastSegment, until } = copy.ended()
  return { ...facts, from: copy.from, until, lastSegment, ...count, files }
}

/** The plain files of the trial lie in the data folder, whose protection they share, and vanish with the trial. */
async function tryRestore(
  file: string,
  dataFolder: string,
  { key, onProgress, signal }: BackupOptions,
): Promise<NonNullable<BackupOutcome['verified']>> {
  const into = await mkdtemp(join(dataFolder, trialPrefix))
  const step = { zh: '测试恢复', en: 'Test restore' }
  try {
    await chmod(into, 0o711)
    const manifest = await extractBackup({
      file,
      key,
      into,
      step,
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    })
    const instance = await startRestored(into, true, {})
    try {
      return await withRestored(instance, async (session) => {
        const { chain } = await checkRestored(session, manifest, file)
        signal?.throwIfAborted()
        return { auditEntries: chain.entries, constraints: await recheckConstraints(session, file) }
      })
    } finally {
      await instance.close()
    }
  } finally {
    await rm(into, { recursive: true, force: true })
  }
}

/** Trials whose process was killed: nobody holds their lock. */
function sweepTrials(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (!name.startsWith(trialPrefix)) continue
    const lock = tryLock(join(dataFolder, name))
    lock?.release()
    if (lock) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}

/** The first segment of the oldest backup that is still where it was written, wherever that is. */
async function firstNeeded(pool: Pool, latest: string): Promise<string> {
  const { rows } = await pool.query<{ file: string; segment: string }>(`
    select detail ->> 'file' as file, detail ->> 'firstSegment' as segment from audit
    where action = 'backup' and detail ->> 'firstSegment' is not null`)
  return rows
    .filter(({ file }) => existsSync(file))
    .reduce((oldest, { segment }) => (segment.slice(8) < oldest.slice(8) ? segment : oldest), latest)
}

async function recordBackup(pool: Pool, { actor, key }: BackupOptions, written: Written): Promise<void> {
  const { file, bytes, manifest, verified } = written
  const detail = {
    file,
    bytes,
    until: manifest.until,
    firstSegment: manifest.firstSegment,
    auditEntries: manifest.auditHead.entry,
    keyId: key.id,
    verified: verified !== undefined,
  }
  await commit(pool, { actor, action: 'backup', detail }, async () => undefined)
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await openFile(folder)
  await handle.sync().finally(() => handle.close())
}

function fullDisk(error: unknown, folder: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error
  return new ProblemError({
    code: 'backup-disk-full',
    file: folder,
    message: {
      zh: '磁盘已满，备份没有完成，未留下半个文件。',
      en: 'The disk is full: the backup was not finished, and nothing half-done is left.',
    },
    mend: { zh: '腾出空间，或用 --to 另选一处。', en: 'Make room, or choose another place with --to.' },
  })
}

/** What to use where the database is not ours. */
export const externalDatabase = (): ProblemError =>
  new ProblemError({
    code: 'backup-external-database',
    message: {
      zh: '数据库由 DATABASE_URL 指定，不归知人管理，知人不能备份它的文件。',
      en: 'The database is the one named by DATABASE_URL: Zhiren does not own its files and cannot back them up.',
    },
    mend: {
      zh: '在数据库服务器上用 pg_basebackup 加归档，或 pgBackRest；步骤见 docs/operations.md「外部数据库」。',
      en: 'On its server use pg_basebackup with an archive, or pgBackRest; see "External database" in docs/operations.md.',
    },
  })
