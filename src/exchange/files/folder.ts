import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { ProblemError } from '#domain/problem.ts'
import { problemOf } from '../wording/wording.ts'
import type { PackageSource } from './source.ts'

/** A package in a folder. Links that lead out of the folder are refused. */
export async function openFolder(folder: string): Promise<PackageSource> {
  const unreadable = (path: string, cause: unknown): ProblemError =>
    new ProblemError(problemOf('path-unreadable', { file: path }, { path, cause: reasonOf(cause) }))
  const root = await realpath(folder)
  const entries = await readdir(root, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause)
  })
  const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
  const locate = async (path: string): Promise<string | undefined> => {
    const file = await realpath(join(root, path)).catch(() => undefined)
    if (file !== undefined && !file.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new ProblemError(problemOf('path-outside', { file: path }, { name: path }))
    }
    return file
  }
  return {
    label: folder,
    names: names.sort(),
    async size(path) {
      const file = await locate(path)
      const found = file === undefined ? undefined : await stat(file)
      return found?.isFile() ? found.size : undefined
    },
    async *open(path) {
      const file = await locate(path)
      if (file === undefined) throw new ProblemError(problemOf('path-missing', { file: path }, { path }))
      try {
        for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) yield piece as Buffer
      } catch (cause) {
        throw unreadable(path, cause)
      }
    },
    async close() {},
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
