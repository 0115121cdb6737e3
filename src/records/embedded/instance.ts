/** One embedded database with its owner: lock, server, and an orderly end by close(), by signal or by exit. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ClientConfig } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { type RunningCluster, startCluster } from './cluster.ts'
import { watchEnd } from './ending.ts'
import { type FolderLock, lockFolder, tryLock } from './lock.ts'
import type { ServerSettings } from './settings.ts'

export interface Instance {
  readonly connection: ClientConfig
  close(): Promise<void>
}

const scratchPrefix = 'zhiren-scratch-'

/** Starts the database of a data folder. */
export async function startStored(dataFolder: string): Promise<Instance> {
  const folder = makeFolder(resolve(dataFolder))
  return startIn(folder, lockFolder(folder), false)
}

/** Starts a database in a temporary folder that vanishes with it. */
export async function startScratch(): Promise<Instance> {
  sweepScratch()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), scratchPrefix)))
  chmodSync(folder, 0o711)
  return startIn(folder, lockFolder(folder), true)
}

/** Starts the database of a folder that was just restored; as a scratch one it vanishes with its folder. */
export async function startRestored(folder: string, scratch: boolean, further: ServerSettings): Promise<Instance> {
  return startIn(folder, lockFolder(folder), scratch, further)
}

async function startIn(
  folder: string,
  lock: FolderLock,
  scratch: boolean,
  further: ServerSettings = {},
): Promise<Instance> {
  let cluster: RunningCluster
  const release = (): void => {
    lock.release()
    if (scratch) rmSync(folder, { recursive: true, force: true })
  }
  try {
    cluster = await startCluster(folder, scratch, further)
  } catch (error) {
    release()
    throw error
  }
  const { connection, stop, abandon } = cluster
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= stop().finally(() => {
      forget()
      release()
    })
    return closing
  }
  const forget = watchEnd({
    close,
    abandon: () => {
      abandon()
      if (scratch) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
    },
  })
  return { connection, close }
}

/** Removes scratch folders whose owner was killed: their lock is free. One just made may not have been locked yet. */
function sweepScratch(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(scratchPrefix)) continue
    const folder = join(tmpdir(), name)
    try {
      if (statSync(folder).mtimeMs > Date.now() - 600_000) continue
      const lock = tryLock(folder)
      if (lock === undefined) continue
      lock.release()
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another user's folder, or one that is just vanishing.
    }
  }
}

function makeFolder(folder: string): string {
  try {
    // Others may pass through to the cluster, which is closed to all but its account, but not look around.
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711)
    return realpathSync(folder)
  } catch (error) {
    throw new ProblemError({
      code: 'data-folder-unusable',
      file: folder,
      message: {
        zh: `数据文件夹 ${folder} 无法建立（${(error as Error).message}）。`,
        en: `The data folder ${folder} cannot be made (${(error as Error).message}).`,
      },
      mend: {
        zh: '检查路径和写入权限，或用 --data 另选一个文件夹。',
        en: 'Check the path and the permission to write, or choose another folder with --data.',
      },
    })
  }
}
