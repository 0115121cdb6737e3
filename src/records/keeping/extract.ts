/** A backup opened into a folder: decrypted, unpacked, each file held against its hash. */
import { chownSync, createReadStream, mkdirSync, statSync } from 'node:fs'
import { type FileHandle, open as openFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'
import { type Account, clusterAccount } from '../embedded/account.ts'
import { type Unbundling, unbundle } from './bundle.ts'
import { clusterFolders, clusterName } from './cluster-files.ts'
import type { BackupKey } from './key-files.ts'
import type { Manifest } from './manifest.ts'
import { open } from './sealed-file.ts'

export interface ExtractOptions {
  readonly file: string
  readonly key: BackupKey
  /** A folder that is there and empty. */
  readonly into: string
  readonly step: Text
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

/** @throws ProblemError `backup-missing` and those of `open` and `unbundle` */
export async function extractBackup({ file, key, into, step, onProgress, signal }: ExtractOptions): Promise<Manifest> {
  const total = statSync(file, { throwIfNoEntry: false })?.size
  if (total === undefined) throw noFile(file)
  const account = clusterAccount(join(into, clusterName))
  makeFolder(join(into, clusterName), account)
  for (const folder of clusterFolders) makeFolder(join(into, clusterName, folder), account)
  let read = 0
  const counted = async function* () {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      signal?.throwIfAborted()
      read += (chunk as Buffer).length
      onProgress?.({ step, fraction: read / total })
      yield chunk as Buffer
    }
  }
  const opened = Readable.from(open(counted(), key, file), { objectMode: false })
  const unpacked = createZstdDecompress()
  opened.on('error', (error) => unpacked.destroy(error))
  const files = writeInto(into, account, file)
  try {
    return (await unbundle(opened.pipe(unpacked), files, file)) as Manifest
  } finally {
    await files.end()
    opened.destroy()
    unpacked.destroy()
  }
}

function writeInto(into: string, account: Account, file: string): Unbundling {
  let handle: FileHandle | undefined
  return {
    async begin(path) {
      if (normalize(path) !== path || path.startsWith('/') || path.startsWith('..')) throw strayPath(file, path)
      const target = join(into, path)
      makeFolder(dirname(target), account)
      handle = await openFile(target, 'wx', 0o600)
      await handle.chown(account.uid, account.gid)
    },
    async data(chunk) {
      await handle?.write(chunk)
    },
    async end() {
      const done = handle
      handle = undefined
      await done?.close()
    },
  }
}

function makeFolder(folder: string, { uid, gid }: Account): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
    chownSync(made, uid, gid)
  }
}

const noFile = (file: string): ProblemError =>
  new ProblemError({
    code: 'backup-missing',
    file,
    message: { zh: `没有文件 ${file}。`, en: `There is no file ${file}.` },
    mend: { zh: '核对 --from 的路径。', en: 'Check the path given with --from.' },
  })

const strayPath = (file: string, path: string): ProblemError =>
  new ProblemError({
    code: 'backup-damaged',
    file,
    message: {
      zh: `备份里有指向文件夹之外的文件：${path}。`,
      en: `The backup names a file outside its folder: ${path}.`,
    },
    mend: { zh: '换用另一份备份。', en: 'Use another backup.' },
  })
