/** Opens the records: the embedded server of a data folder, a scratch one, or any PostgreSQL 18. */
import type { Kysely } from 'kysely'
import type { ClientConfig, Pool, PoolClient } from 'pg'
import type { DateCode } from '#domain/calendar.ts'
import type { Overlay } from '#domain/overlay.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Analysis } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import { type AccountStore, openAccountStore } from './accounts/account-store.ts'
import { type BallotStore, openBallotStore } from './ballots/ballot-store.ts'
import { type AuditEntry, commit } from './commit.ts'
import { type Database, openOwning, openPools, overReaders, overSession, type Pools } from './database.ts'
import { type Instance, startScratch, startStored } from './embedded/instance.ts'
import {
  type ImportCounts,
  type ImportEntry,
  type ImportOptions,
  type ImportSource,
  importTables,
} from './import-tables.ts'
import { type AuditCheck, checkAudit } from './keeping/check-audit.ts'
import type { Checkpoint } from './keeping/checkpoint.ts'
import { type CheckpointKeeper, type CheckpointRhythm, makeCheckpoint } from './keeping/checkpoint-keeping.ts'
import { type AuditVerification, type VerificationOptions, verifyAuditLog } from './keeping/verify-audit.ts'
import {
  type Adoption,
  adoptLocalRule,
  type LocalRule,
  listLocalRules,
  readLocalRules,
  type Withdrawal,
  withdrawLocalRule,
} from './local-rules.ts'
import { migrate } from './migrate.ts'
import { readSnapshot, type SnapshotOptions } from './read-snapshot.ts'
import { editRequirements, type RequirementEdit } from './requirements.ts'
import { type Erasure, type ErasureOutcome, type Expiry, erasePerson, expireRecords } from './retention/index.ts'
import { openLogins } from './rights/logins.ts'
import { applyRights } from './rights/policies.ts'
import { latestRun, type Run, type RunEntry, saveAnalysis } from './runs.ts'
import {
  changeFieldKey,
  type FieldKey,
  type FieldKeyOptions,
  type OpenedSealing,
  openSealing,
  type Rotation,
  type RotationRequest,
  rotateKeys,
} from './sealing/index.ts'
import { settledMoment } from './settled-moment.ts'

/** Where records are, for a process of ours that opens them as well: holds a password and the key of sealed fields. */
export type RecordsConnection = ClientConfig & { readonly fieldKey?: FieldKey }

export interface RecordsOptions extends FieldKeyOptions {
  /** Folder of the embedded database; `./data` where left out. */
  readonly dataFolder?: string
  /** Any PostgreSQL 18 instead of the embedded one. */
  readonly databaseUrl?: string
  /** An embedded database in a temporary folder, without fsync, removed on close. */
  readonly scratch?: boolean
  /** Records that another process of ours has open: its `connection`. */
  readonly connection?: RecordsConnection
  readonly onMessage?: (text: Text) => void
}

export interface PoolUse {
  readonly open: number
  readonly idle: number
  readonly waiting: number
}

export interface Records {
  /** Opens the same records in a process of its own; holds a password. */
  readonly connection: RecordsConnection
  /** Typed queries that read, with the rights of whoever the work is done for; the server refuses to write through it. */
  readonly database: Kysely<Database>
  /** The one way to write: the work and its audit entry in one transaction. Refusals come as ProblemError. */
  commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T>
  importTables(source: ImportSource, entry: ImportEntry, options?: ImportOptions): Promise<ImportCounts>
  readSnapshot(asOf: DateCode, options?: SnapshotOptions): Promise<Snapshot>
  /** The latest moment of which everything recorded is committed: for a snapshot that can be read again. */
  settledMoment(): Promise<Date>
  saveAnalysis(analysis: Analysis, entry: RunEntry): Promise<string>
  latestRun(): Promise<Run | undefined>
  /** What the place has adopted beside the national rules, as it was known at a moment: for `book.with`. */
  readLocalRules(knownAt?: Date): Promise<Overlay>
  /** The same with who recorded it when, withdrawn decisions included; oldest first. */
  listLocalRules(): Promise<readonly LocalRule[]>
  /** Records a decision once `check` accepts all of them together; returns its id. */
  adoptLocalRule(
    adoption: Adoption,
    actor: string,
    check: (overlay: Overlay) => void,
    replaces?: readonly string[],
  ): Promise<string>
  withdrawLocalRule(id: string, withdrawal: Withdrawal, actor: string): Promise<void>
  /** Replaces what a seat asks for, once nobody else has changed it since the version it was made from. */
  editRequirements(edit: RequirementEdit, actor: string): Promise<void>
  /** Who may sign in, and who is signed in. */
  readonly accounts: AccountStore
  /** Ballots and their boxes. */
  readonly ballots: BallotStore
  /** The chain of the audit log, recomputed outside the database. */
  verifyAudit(): Promise<AuditCheck>
  /** The same held against signed checkpoints as well, with progress. */
  verifyAuditLog(options: VerificationOptions): Promise<AuditVerification>
  /** Signs the audit log as it stands, once it is due; refuses a log that does not fit. */
  makeCheckpoint(keeper: CheckpointKeeper, rhythm?: CheckpointRhythm): Promise<Checkpoint | undefined>
  /** New keys for sealed fields, under which everything is sealed anew; undefined where nothing is sealed here. */
  rotateFieldKeys(request: RotationRequest): Promise<Rotation | undefined>
  /** Lets the key of another file open sealed fields, and the one before no more; its id. Open no more than these records meanwhile. */
  changeFieldKey(request: { readonly actor: string; readonly file: string }): Promise<string | undefined>
  /** Deletes a person from every table, by the decision of somebody. */
  erasePerson(erasure: Erasure): Promise<ErasureOutcome>
  /** Deletes records of a kind whose time is over, by the decision of somebody; how many rows. */
  expireRecords(expiry: Expiry): Promise<number>
  /** Sessions with the database that are open, idle and waited for. */
  poolUse(): Readonly<Record<'reading' | 'visiting' | 'writing', PoolUse>>
  /** True while no unit and no cadre is recorded. */
  isEmpty(): Promise<boolean>
  /** Ends the sessions and, where it is ours, the server. */
  close(): Promise<void>
}

/**
 * Opens the records and brings their schema up to date.
 *
 * @example
 * const records = await openRecords({ dataFolder: './data' })
 * const snapshot = await records.readSnapshot(20261122)
 * await records.close()
 *
 * @throws ProblemError `data-folder-in-use`, `database-too-old`, `database-unreachable`, `database-newer` …
 */
export async function openRecords(options: RecordsOptions): Promise<Records> {
  const instance = await connect(options)
  const owning = openOwning(instance.connection)
  let pools: Pools | undefined
  let opened: OpenedSealing | undefined
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= Promise.all(Object.values(pools ?? { owning }).map((pool: Pool) => pool.end())).then(instance.close)
    return closing
  }
  try {
    const logins = await withSession(owning, async (session) => {
      await refuseOldServer(session)
      await migrate(session)
      await applyRights(session)
      opened = await openSealing(session, owning, options)
      return openLogins(session, instance.connection)
    })
    pools = openPools(owning, logins)
  } catch (error) {
    await close()
    throw error
  }
  const connection = opened ? { ...instance.connection, fieldKey: opened.key } : instance.connection
  return { ...recordsOver(pools, opened), connection, close }
}

function recordsOver(pools: Pools, opened?: OpenedSealing): Omit<Records, 'connection' | 'close'> {
  const { owning, reading, visiting, writing } = pools
  const sealing = opened?.sealing
  const unsealed = (database: Kysely<Database>) => (sealing ? database.withPlugin(sealing) : database)
  return {
    database: unsealed(overReaders(pools)),
    commit: (entry, write) => commit(writing, entry, (session) => write(unsealed(overSession(session)))),
    importTables: (source, entry, importOptions) => importTables(owning, source, entry, importOptions, opened),
    readSnapshot: (asOf, snapshotOptions) => readSnapshot(reading, asOf, snapshotOptions, sealing),
    erasePerson: (erasure) => erasePerson(owning, erasure, (session) => unsealed(overSession(session))),
    expireRecords: (expiry) => expireRecords(owning, expiry),
    rotateFieldKeys: async (request) => opened && rotateKeys(owning, opened, request),
    changeFieldKey: async (request) => opened && changeFieldKey(owning, opened, request),
    settledMoment: () => settledMoment(owning),
    saveAnalysis: (analysis, entry) => saveAnalysis(owning, analysis, entry),
    latestRun: () => latestRun(reading),
    readLocalRules: (knownAt) => readLocalRules(reading, knownAt),
    listLocalRules: () => listLocalRules(reading),
    adoptLocalRule: (adoption, actor, check, replaces) => adoptLocalRule(writing, adoption, actor, check, replaces),
    withdrawLocalRule: (id, withdrawal, actor) => withdrawLocalRule(writing, id, withdrawal, actor),
    editRequirements: (edit, actor) => editRequirements(writing, edit, actor),
    accounts: openAccountStore(reading, writing),
    ballots: openBallotStore(writing, owning),
    verifyAudit: () => withSession(reading, checkAudit),
    verifyAuditLog: (verification) => withSession(reading, (session) => verifyAuditLog(session, verification)),
    makeCheckpoint: (keeper, rhythm) => makeCheckpoint(writing, keeper, rhythm),
    poolUse: () => ({ reading: useOf(reading), visiting: useOf(visiting), writing: useOf(writing) }),
    isEmpty: () => isEmpty(reading),
  }
}

async function connect({ dataFolder, databaseUrl, scratch, connection, onMessage }: RecordsOptions): Promise<Instance> {
  if (connection) return { connection, close: async () => undefined }
  if (databaseUrl !== undefined) return { connection: { connectionString: databaseUrl }, close: async () => undefined }
  if (scratch) return startScratch()
  onMessage?.({ zh: '正在启动内置数据库……', en: 'Starting the embedded database …' })
  return startStored(dataFolder ?? './data')
}

async function withSession<T>(pool: Pool, use: (session: PoolClient) => Promise<T>): Promise<T> {
  const session = await pool.connect().catch((error: Error) => {
    throw unreachableServer(error)
  })
  try {
    return await use(session)
  } finally {
    session.release()
  }
}

const useOf = ({ totalCount, idleCount, waitingCount }: Pool): PoolUse => ({
  open: totalCount,
  idle: idleCount,
  waiting: waitingCount,
})

async function isEmpty(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query('select 1 where exists (select from units) or exists (select from cadres)')
  return rows.length === 0
}

async function refuseOldServer(session: PoolClient): Promise<void> {
  const { rows } = await session.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::integer as number, current_setting('server_version') as version",
  )
  const server = rows[0]
  if (server && server.number >= 180_000) return
  throw new ProblemError({
    code: 'database-too-old',
    message: {
      zh: `数据库是 PostgreSQL ${server?.version}，知人需要 18 或更新版本（时态键）。`,
      en: `The database is PostgreSQL ${server?.version}; Zhiren needs version 18 or newer (temporal keys).`,
    },
    mend: {
      zh: '升级数据库，或去掉 DATABASE_URL 使用内置数据库。',
      en: 'Upgrade the database, or unset DATABASE_URL to use the embedded one.',
    },
  })
}

const unreachableServer = (error: Error): ProblemError =>
  new ProblemError({
    code: 'database-unreachable',
    message: { zh: `连接不上数据库：${error.message}`, en: `The database cannot be reached: ${error.message}` },
    mend: {
      zh: '检查 DATABASE_URL 的地址、账户和密码，以及数据库是否在运行。',
      en: 'Check the address, user and password in DATABASE_URL, and that the database is running.',
    },
  })
