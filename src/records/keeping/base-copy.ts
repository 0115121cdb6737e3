/** A consistent copy of a running cluster: its files between the start and the stop of a backup, and the log in between. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import type { FileSource } from './bundle.ts'
import { clusterFiles, clusterName, contentOf, fileSource, keptBeside } from './cluster-files.ts'
import { type Count, countRecords } from './manifest.ts'

export interface BaseCopy {
  readonly firstSegment: string
  readonly from: string
  /** The files, to be read once and to the end. */
  files(onFraction: (fraction: number) => void): AsyncGenerator<FileSource>
  /** What was found on the way, once all files have been read. */
  ended(): { readonly lastSegment: string; readonly until: string; readonly count: Count }
}

/** Begins a backup in this session. A session that ends without having read all files ends the backup with it. */
export async function beginBaseCopy(session: PoolClient, dataFolder: string): Promise<BaseCopy> {
  const cluster = join(dataFolder, clusterName)
  if ((await readdir(join(cluster, 'pg_tblspc'))).length > 0) throw foreignTablespace(dataFolder)
  // Keeps the segments of the log in place until they are copied.
  await session.query("select pg_create_physical_replication_slot('zhiren_backup_' || pg_backend_pid(), true, true)")
  const { rows } = await session.query<{ segment: string; now: Date }>(
    "select pg_walfile_name(pg_backup_start('zhiren', true)) as segment, clock_timestamp() as now",
  )
  const { segment: firstSegment = '', now } = rows[0] ?? {}
  let ended: ReturnType<BaseCopy['ended']> | undefined
  return {
    firstSegment,
    from: now?.toISOString() ?? '',
    async *files(onFraction) {
      const listed = await clusterFiles(cluster)
      const total = listed.reduce((sum, { bytes }) => sum + bytes, 0)
      let done = 0
      for (const { path, bytes } of listed) {
        yield fileSource(cluster, path, `${clusterName}/${path}`)
        done += bytes
        onFraction(done / Math.max(1, total))
      }
      const count = await countRecords(session)
      const stopped = await stopBackup(session)
      yield { path: `${clusterName}/backup_label`, content: only(stopped.label) }
      for (const name of await segmentsBetween(cluster, firstSegment, stopped.lastSegment)) {
        yield fileSource(join(cluster, 'pg_wal'), name, `${clusterName}/pg_wal/${name}`)
      }
      for (const name of keptBeside) yield { path: name, content: contentOf(join(dataFolder, name)) }
      ended = { lastSegment: stopped.lastSegment, until: stopped.at, count }
    },
    ended() {
      if (ended === undefined) throw new Error('invariant: the files of a base copy are read to the end')
      return ended
    },
  }
}

async function stopBackup(session: PoolClient): Promise<{ label: string; lastSegment: string; at: string }> {
  const { rows } = await session.query<{ label: string; segment: string; now: Date }>(
    `select labelfile as label, pg_walfile_name(lsn) as segment, clock_timestamp() as now
    from pg_backup_stop(wait_for_archive => false)`,
  )
  const { label = '', segment = '', now } = rows[0] ?? {}
  return { label, lastSegment: segment, at: now?.toISOString() ?? '' }
}

async function segmentsBetween(cluster: string, first: string, last: string): Promise<readonly string[]> {
  const names = await readdir(join(cluster, 'pg_wal'))
  return names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).sort()
}

async function* only(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

const foreignTablespace = (dataFolder: string): ProblemError =>
  new ProblemError({
    code: 'backup-tablespaces',
    file: dataFolder,
    message: {
      zh: '数据库有放在数据文件夹之外的表空间，备份不能包括它。',
      en: 'The database has a tablespace outside the data folder, which a backup would miss.',
    },
    mend: { zh: '把表移回缺省表空间，再备份。', en: 'Move its tables to the default tablespace, then back up.' },
  })
