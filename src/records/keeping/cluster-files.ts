/** Which files of a running cluster a base backup takes. */
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileSource } from './bundle.ts'

/** The folder of the cluster in a data folder. */
export const clusterName = 'postgres-18'

/** What the workbench keeps beside the cluster and cannot do without. Keys are not among it: they are kept elsewhere. */
export const keptBeside = ['password', 'audit-checkpoints.jsonl'] as const

/** Written anew by every server: https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP-DATA */
const emptied: ReadonlySet<string> = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*|recovery\.signal)$/

/** Folders that must be there even when nothing is in them. */
export const clusterFolders: readonly string[] = [
  ...emptied,
  'pg_wal/archive_status',
  'pg_wal/summaries',
  'pg_commit_ts',
  'pg_logical/mappings',
  'pg_logical/snapshots',
  'pg_multixact/members',
  'pg_multixact/offsets',
  'pg_stat',
  'pg_tblspc',
  'pg_twophase',
  'pg_xact',
  'global',
  'base',
]

const controlFile = 'global/pg_control'

export interface ListedFile {
  readonly path: string
  readonly bytes: number
}

/** The files of a cluster, the control file last, as its description asks. */
export async function clusterFiles(cluster: string): Promise<readonly ListedFile[]> {
  const found = (await filesIn(cluster, '')).filter(({ path }) => path !== controlFile)
  const control = await sizeOf(cluster, controlFile)
  return control ? [...found, control] : found
}

async function filesIn(cluster: string, folder: string): Promise<ListedFile[]> {
  const entries = await readdir(join(cluster, folder), { withFileTypes: true }).catch(unlessGone([]))
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (leftOut.test(entry.name) || emptied.has(path)) return []
      if (entry.isDirectory()) return filesIn(cluster, path)
      const file = entry.isFile() ? await sizeOf(cluster, path) : undefined
      return file ? [file] : []
    }),
  )
  return lists.flat()
}

const sizeOf = async (cluster: string, path: string): Promise<ListedFile | undefined> => {
  const found = await lstat(join(cluster, path)).catch(unlessGone(undefined))
  return found ? { path, bytes: found.size } : undefined
}

/** A table may be dropped while its folder is read; its removal is in the write-ahead log. */
const unlessGone =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead
    throw error
  }

/** The content of a file, whole or as long as it is there. */
export async function* contentOf(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Buffer
  } catch (error) {
    unlessGone(undefined)(error as NodeJS.ErrnoException)
  }
}

export const fileSource = (folder: string, path: string, as = path): FileSource => ({
  path: as,
  content: contentOf(join(folder, path)),
})
