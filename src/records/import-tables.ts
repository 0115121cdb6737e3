/**
 * Facts come in: all tables of a source in one transaction, streamed with COPY, wholly or not at all. A row that is stored
 * already and says the same is left alone, so importing twice is importing once.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { fieldNamesOf, type Row, type TableName, tableNames } from '#domain/tables.ts'
import { commit } from './commit.ts'
import { writeLine } from './copy-text.ts'
import { beginFirstLoad, endFirstLoad, isFirstLoad } from './first-load.ts'
import { mergeStatement, quoted, stageStatement } from './merge.ts'
import {
  countFactsBehind,
  type FieldSealing,
  type OpenedSealing,
  refreshKeys,
  rotationUnderWay,
} from './sealing/index.ts'

export interface ImportSource {
  readonly tables: readonly TableName[]
  /** Batches of canonical rows; an element after the last field holds the extra columns as JSON text. */
  rows(table: TableName): AsyncIterable<readonly Row[]>
}

export interface ImportEntry {
  readonly actor: string
  /** Where the facts come from: a file, a folder, `city seed 7`. */
  readonly source: string
}

export interface ImportOptions {
  onProgress?(done: { readonly table: TableName; readonly rows: number }): void
  readonly signal?: AbortSignal
}

export interface ImportCount {
  readonly read: number
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
}

export type ImportCounts = Record<TableName, ImportCount>

/**
 * Imports a source through the one write path; refusals of the database come as ProblemError.
 * @param opened seals the fields that lie sealed, where any do
 */
export async function importTables(
  pool: Pool,
  source: ImportSource,
  entry: ImportEntry,
  options: ImportOptions = {},
  opened?: OpenedSealing,
): Promise<ImportCounts> {
  const { signal } = options
  try {
    return await commit(
      pool,
      { actor: entry.actor, action: 'import', subject: entry.source },
      async (session, note) => {
        const stopCancelling = await cancelOn(signal, pool, session)
        try {
          const counts = await load(session, source, options, opened)
          note({ counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count.read > 0)) })
          return counts
        } finally {
          await stopCancelling()
        }
      },
    )
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}

async function load(
  session: PoolClient,
  source: ImportSource,
  options: ImportOptions,
  opened: OpenedSealing | undefined,
): Promise<ImportCounts> {
  await session.query("select pg_advisory_xact_lock(hashtext('zhiren import'))")
  await session.query("set constraints all deferred; set local work_mem = '128MB'")
  if (opened) await refuseDuringRotation(session, opened)
  const counts = Object.fromEntries(
    tableNames.map((table) => [table, { read: 0, inserted: 0, changed: 0, unchanged: 0 }]),
  ) as ImportCounts
  const first = await isFirstLoad(session)
  const dropped = first ? await beginFirstLoad(session) : undefined
  const present = tableNames.filter((table) => source.tables.includes(table))
  for (const table of present) {
    counts[table] = first
      ? await copyStraight(session, source, table, options, opened?.sealing)
      : await mergeTable(session, source, table, options, opened?.sealing)
  }
  options.signal?.throwIfAborted()
  if (dropped) await endFirstLoad(session, dropped)
  await session.query('set constraints all immediate')
  if (present.length > 0) await session.query(`analyze ${present.join(', ')}`)
  return counts
}

/** Under other keys the same value would look changed. */
async function refuseDuringRotation(session: PoolClient, opened: OpenedSealing): Promise<void> {
  await refreshKeys(session, opened)
  if ((await countFactsBehind(session, opened.sealing.inUse)) > 0) throw rotationUnderWay()
}

async function copyStraight(
  session: PoolClient,
  source: ImportSource,
  table: TableName,
  options: ImportOptions,
  sealing: FieldSealing | undefined,
): Promise<ImportCount> {
  const read = await copyRows(session, table, table, source.rows(table), options, sealing)
  return { read, inserted: read, changed: 0, unchanged: 0 }
}

async function mergeTable(
  session: PoolClient,
  source: ImportSource,
  table: TableName,
  options: ImportOptions,
  sealing: FieldSealing | undefined,
): Promise<ImportCount> {
  const incoming = `incoming_${table}`
  await session.query(stageStatement(table, incoming))
  const read = await copyRows(session, table, incoming, source.rows(table), options, sealing)
  await session.query(`analyze ${incoming}`)
  const { rows } = await session.query<{ inserted: number; changed: number }>(mergeStatement(table, incoming))
  await session.query(`drop table ${incoming}`)
  const { inserted = 0, changed = 0 } = rows[0] ?? {}
  return { read, inserted, changed, unchanged: read - inserted - changed }
}

/** Streams rows into a table as fast as the server takes them; returns how many. */
async function copyRows(
  session: PoolClient,
  table: TableName,
  target: string,
  batches: AsyncIterable<readonly Row[]>,
  { onProgress, signal }: ImportOptions,
  sealing: FieldSealing | undefined,
): Promise<number> {
  const fields = fieldNamesOf(table)
  const columns = [...fields, 'extra']
  const seal = sealing?.rowSealer(table)
  let read = 0
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const batch of batches) {
      let chunk = ''
      for (const plain of batch) {
        const row = seal?.(plain) ?? plain
        chunk += writeLine(row.length === columns.length ? row : [...row.slice(0, fields.length), null])
      }
      read += batch.length
      yield Buffer.from(chunk)
      onProgress?.({ table, rows: read })
    }
  }
  const sink = session.query(copyFrom(`copy ${target} (${columns.map(quoted).join(', ')}) from stdin`))
  await pipeline(Readable.from(lines(), { objectMode: true, highWaterMark: 2 }), sink, signal ? { signal } : {})
  return read
}

/**
 * While the server works on its own, an abort reaches it through another session. What is returned stops listening and
 * waits for a cancellation under way, which would else strike whatever the session is asked next.
 */
async function cancelOn(
  signal: AbortSignal | undefined,
  pool: Pool,
  session: PoolClient,
): Promise<() => Promise<void>> {
  if (!signal) return async () => undefined
  signal.throwIfAborted()
  const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid')
  let underWay: Promise<unknown> = Promise.resolve()
  const cancel = (): void => {
    underWay = pool.query('select pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined)
  }
  signal.addEventListener('abort', cancel, { once: true })
  return async () => {
    signal.removeEventListener('abort', cancel)
    await underWay
  }
}
