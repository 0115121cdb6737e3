/**
 * The write-ahead archive of a data folder: every finished segment is copied into `archive/`, compressed, so that the
 * records can be brought back as they were at any moment since the oldest backup. It begins with the first backup: without a
 * base nothing can be replayed, and the disk would fill for nothing.
 */
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clusterAccount } from '../embedded/account.ts'
import { clusterName } from './cluster-files.ts'

export const archiveOf = (dataFolder: string): string => join(dataFolder, 'archive')

/** A segment (timeline, log, segment in hex), or the history of a timeline. */
const segmentName = /^([0-9A-F]{24})\.gz$/

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Begins the archive; segments are kept from the next one that is finished. */
export function beginArchive(dataFolder: string): void {
  const folder = archiveOf(dataFolder)
  if (existsSync(folder)) return
  const { uid, gid } = clusterAccount(join(dataFolder, clusterName))
  mkdirSync(folder, { mode: 0o700 })
  chownSync(folder, uid, gid)
}

/** Removes what is older than the first segment that the oldest kept backup needs; how many segments. */
export function pruneArchive(dataFolder: string, firstNeeded: string): number {
  const folder = archiveOf(dataFolder)
  const old = archivedSegments(folder).filter((segment) => segment.slice(8) < firstNeeded.slice(8))
  for (const segment of old) rmSync(join(folder, `${segment}.gz`), { force: true })
  return old.length
}

/** The segments of an archive, oldest first. */
export const archivedSegments = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .flatMap((name) => segmentName.exec(name)?.[1] ?? [])
        .sort()
    : []

/** How the server fetches a segment from an archive while it recovers. `%` is the server's own sign. */
export function fetchCommand(archive: string): string {
  const file = `${quoted(archive.replaceAll('%', '%%'))}/%f.gz`
  return `test -f ${file} && gzip -dc ${file} > "%p"`
}
