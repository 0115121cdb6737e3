/**
 * One instance per data folder. The lock is a lock of the operating system (SQLite holds it for us on a file of its own),
 * so it ends with the process however the process ends: there is no stale lock and no guessing about process numbers.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ProblemError } from '#domain/problem.ts'

export interface FolderLock {
  release(): void
}

/** Takes the lock of a folder, or undefined when another instance holds it. */
export function tryLock(folder: string): FolderLock | undefined {
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (error instanceof Error && error.message.includes('locked')) return undefined
    throw error
  }
  writeFileSync(join(folder, 'owner'), String(process.pid))
  return { release: () => file.close() }
}

/** Takes the lock of a folder, or refuses with the process that holds it. */
export function lockFolder(folder: string): FolderLock {
  const lock = tryLock(folder)
  if (lock) return lock
  const pid = holderOf(folder)
  throw new ProblemError({
    code: 'data-folder-in-use',
    file: folder,
    message: {
      zh: `数据文件夹 ${folder} 正由另一个知人进程（进程号 ${pid}）使用。`,
      en: `The data folder ${folder} is in use by another Zhiren process (pid ${pid}).`,
    },
    mend: {
      zh: `请使用已在运行的那个实例；或先结束它（kill ${pid}），或用 --data 另选一个数据文件夹。`,
      en: `Use the instance that is running, or stop it first (kill ${pid}), or choose another folder with --data.`,
    },
  })
}

function holderOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'owner'), 'utf8')
  } catch {
    return '?'
  }
}
