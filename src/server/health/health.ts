/** How the system is: gathered from the database, the machine and the desks; it reads no fact about anybody. */
import { statfs } from 'node:fs/promises'
import { formatDate } from '#domain/calendar.ts'
import { readImports } from '#records/imports/index.ts'
import { knownMigrations } from '#records/index.ts'
import { readKeepingState } from '#records/keeping/index.ts'
import { dataDirectory, readStorage } from '#records/queries/index.ts'
import type { Entrance } from '../access/entrance.ts'
import type { Health } from '../contract/index.ts'
import type { Desk } from '../http/desk.ts'
import { productVersion } from './product-version.ts'

export async function healthOf(
  { records, analyses, imports }: Pick<Desk, 'records' | 'analyses' | 'imports'>,
  { sessions, directory }: Pick<Entrance, 'sessions' | 'directory'>,
): Promise<Health> {
  const { database } = records
  const [storage, product, disk, run, handedIn, { lastBackup }, open, { underWay, last: ended }] = await Promise.all([
    readStorage(database),
    productVersion(),
    dataDirectory(database).then(diskOf),
    records.latestRun(),
    readImports(database),
    readKeepingState(database),
    sessions.count(),
    analyses.state(),
  ])
  const now = Date.now()
  const reading = imports.underWay()
  return {
    now: new Date(now).toISOString(),
    product,
    node: process.versions.node,
    postgres: storage.version,
    upSince: new Date(now - process.uptime() * 1000).toISOString(),
    memoryBytes: process.memoryUsage.rss(),
    databaseBytes: storage.bytes,
    disk,
    migrations: {
      applied: storage.migrations,
      known: knownMigrations(),
      last: storage.lastMigration,
      lastAt: storage.lastMigrationAt.toISOString(),
    },
    analysis: {
      underWay: underWay ? { step: underWay.step, seconds: underWay.seconds } : null,
      saved: run
        ? {
            asOf: formatDate(run.asOf),
            savedAt: run.madeAt.toISOString(),
            seconds: Math.max(0, run.madeAt.getTime() - run.knownAt.getTime()) / 1000,
          }
        : null,
      ended: ended ? { state: ended.state, endedAt: ended.endedAt.toISOString() } : null,
    },
    imports: {
      reading: reading.size,
      interrupted: handedIn.filter(({ importId, state }) => state === 'reading' && !reading.has(importId)).length,
    },
    sessions: [...open.values()].reduce((sum, each) => sum + each, 0),
    audit: { entries: storage.auditEntries, lastAt: storage.lastAuditAt?.toISOString() ?? null },
    backup: lastBackup ? { ...lastBackup, at: lastBackup.at.toISOString() } : null,
    accounts: directory.accounts
      .filter(({ isOpen }) => isOpen)
      .map(({ account, name, role }) => ({ account, name, role })),
    demoAccounts: directory.accounts.some(({ isDemo, isOpen }) => isDemo && isOpen),
  }
}

/** Of the file system that holds a folder; null where the folder is not on this machine. */
async function diskOf(folder: string | undefined): Promise<Health['disk']> {
  if (folder === undefined) return null
  const found = await statfs(folder).catch(() => undefined)
  return found ? { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize } : null
}
