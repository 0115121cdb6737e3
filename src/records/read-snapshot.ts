/** Facts go out as columns: everything recorded, as of a date, and optionally as it was known at a moment. */
import type { Pool, PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { DateCode } from '#domain/calendar.ts'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName, tableNames, tableOf } from '#domain/tables.ts'
import { readLines } from './copy-text.ts'
import { quoted } from './merge.ts'
import type { FieldSealing } from './sealing/index.ts'

export interface SnapshotOptions {
  /** What was known at this moment; now, where left out. */
  readonly knownAt?: Date
  /** Only these tables; the others are empty. */
  readonly tables?: readonly TableName[]
  onProgress?(done: { readonly table: TableName; readonly rows: number }): void
}

/** @param sealing opens the fields that lie sealed, where any do */
export async function readSnapshot(
  pool: Pool,
  asOf: DateCode,
  options: SnapshotOptions = {},
  sealing?: FieldSealing,
): Promise<Snapshot> {
  await sealing?.refresh()
  const session = await pool.connect()
  try {
    // One view of all tables, whatever is written meanwhile.
    await session.query('begin isolation level repeatable read read only')
    const builder = new SnapshotBuilder(asOf)
    for (const table of options.tables ?? tableNames)
      await readTable(session, table, builder, options, sealing?.rowOpener(table))
    await session.query('commit')
    session.release()
    return builder.finish()
  } catch (error) {
    session.release(true)
    throw error
  }
}

async function readTable(
  session: PoolClient,
  table: TableName,
  builder: SnapshotBuilder,
  options: SnapshotOptions,
  open: ((row: (string | null)[]) => void) | undefined,
): Promise<void> {
  const stream = session.query(copyTo(`copy (${selectKnown(table, options.knownAt)}) to stdout`))
  let rows = 0
  for await (const lines of readLines(stream)) {
    for (const row of lines) {
      open?.(row)
      builder.append(table, row)
    }
    rows += lines.length
    options.onProgress?.({ table, rows })
  }
}

function selectKnown(table: TableName, knownAt: Date | undefined): string {
  const { fields } = tableOf(table)
  // A boolean is copied out as t or f; as text it is canonical.
  const columns = fieldNamesOf(table).map((name) =>
    fields[name]?.kind === 'boolean' ? `${quoted(name)}::text` : quoted(name),
  )
  const select = `select ${columns.join(', ')}`
  if (!knownAt) return `${select} from ${table}`
  const moment = `'${knownAt.toISOString()}'::timestamptz`
  return `${select} from ${table} where recorded_at <= ${moment} union all ${select} from past.${table} where recorded @> ${moment}`
}
