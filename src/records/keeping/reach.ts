/** Reaches records for their keeping, whether a workbench has them open or nobody: nothing is migrated, nothing changed. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ClientConfig, Pool, type PoolClient } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { startStored } from '../embedded/instance.ts'
import { tryLock } from '../embedded/lock.ts'
import { clusterName } from './cluster-files.ts'

export type Place = { readonly databaseUrl: string } | { readonly dataFolder: string }

export interface Reached {
  readonly connection: ClientConfig
  /** Of the embedded database. */
  readonly dataFolder?: string
  /** A workbench has it open; otherwise it was started for this, and ends with `close`. */
  readonly isRunning: boolean
  close(): Promise<void>
}

/** @throws ProblemError `no-records`, `database-starting` */
export async function reachRecords(place: Place): Promise<Reached> {
  if ('databaseUrl' in place) {
    const connection = { connectionString: place.databaseUrl }
    return { connection, isRunning: true, close: async () => undefined }
  }
  const dataFolder = existingFolder(place.dataFolder)
  const lock = tryLock(dataFolder)
  if (lock === undefined) {
    return { connection: runningConnection(dataFolder), dataFolder, isRunning: true, close: async () => undefined }
  }
  lock.release()
  const instance = await startStored(dataFolder)
  return { ...instance, dataFolder, isRunning: false }
}

/** Runs work in one session of reached records. */
export async function withReached<T>(
  place: Place,
  use: (session: PoolClient, reached: Reached) => Promise<T>,
): Promise<T> {
  const reached = await reachRecords(place)
  const pool = new Pool({ ...reached.connection, max: 1 })
  pool.on('error', () => undefined)
  try {
    const session = await pool.connect()
    try {
      return await use(session, reached)
    } finally {
      session.release()
    }
  } finally {
    await pool.end()
    await reached.close()
  }
}

/** The server of a data folder whose owner was killed: nobody holds the folder, and yet it runs. */
export function orphanOf(dataFolder: string): number | undefined {
  const lock = tryLock(dataFolder)
  lock?.release()
  const file = join(dataFolder, clusterName, 'postmaster.pid')
  const pid = lock && existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0
  return pid > 0 && isAlive(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function existingFolder(folder: string): string {
  const dataFolder = resolve(folder)
  if (existsSync(join(dataFolder, clusterName))) return realpathSync(dataFolder)
  throw new ProblemError({
    code: 'no-records',
    file: dataFolder,
    message: { zh: '这个文件夹里没有知人的数据库。', en: 'There is no database of Zhiren in this folder.' },
    mend: {
      zh: '用 --data 指出数据文件夹，或设置 DATABASE_URL。',
      en: 'Name the data folder with --data, or set DATABASE_URL.',
    },
  })
}

/** Line 5 of the server's own file names the folder of its socket, line 8 its state. */
function runningConnection(dataFolder: string): ClientConfig {
  const file = join(dataFolder, clusterName, 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const [host, state] = [lines[4], lines[7]?.trim()]
  if (host && state === 'ready') {
    const password = readFileSync(join(dataFolder, 'password'), 'utf8')
    return { host, user: 'zhiren', database: 'postgres', password }
  }
  throw new ProblemError({
    code: 'database-starting',
    file: dataFolder,
    message: {
      zh: '另一个知人进程占用着数据文件夹，数据库正在启动或停止。',
      en: 'Another Zhiren process holds the data folder, and its database is starting or stopping.',
    },
    mend: { zh: '等一分钟再运行。', en: 'Run this again in a minute.' },
  })
}
