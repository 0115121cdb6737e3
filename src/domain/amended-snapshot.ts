/** A snapshot with a few rows more, or other: what would be if the record said so. */
import { createHash } from 'node:crypto'
import { type DateCode, earliest, parseDate, yearOf } from './calendar.ts'
import type { Column } from './columns.ts'
import type { Frame, Snapshot } from './snapshot.ts'
import { fieldNamesOf, type TableName, tableOf } from './tables.ts'

/**
 * A row in canonical text by field. One whose key is recorded changes the fields it names (an empty text blanks one) and
 * keeps the others; any other is a row more.
 */
export type AmendedRow = readonly [table: TableName, fields: Readonly<Record<string, string>>]

interface Open {
  length: number
  readonly columns: Record<string, Column>
}

/**
 * The same record with other rows, as of the same day or a later one; the rest is shared, not copied. Rows that begin after
 * the day do not exist on it, as in every snapshot.
 * @example amended(snapshot, [['evaluations', { cadre_id: 'C1', year: '2025', result: 'excellent' }]])
 */
export function amended(snapshot: Snapshot, rows: readonly AmendedRow[], asOf = snapshot.asOf): Snapshot {
  const tables: Record<string, Open> = { ...(snapshot.tables as unknown as Record<TableName, Open>) }
  for (const [table, given] of Map.groupBy(rows, ([name]) => name)) {
    tables[table] = widened(snapshot.tables[table] as unknown as Open, given.length)
    for (const [, fields] of given) write(table, tables[table], asHeld(table, fields, asOf))
    tables[table] = cut(tables[table])
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([snapshot.hash, asOf, rows]))
    .digest('hex')
  return { asOf, hash, tables: tables as unknown as { [T in TableName]: Frame<T> } as Snapshot['tables'] }
}

/** The fields as they stand on the day; undefined where the row begins later. */
function asHeld(
  name: TableName,
  fields: Readonly<Record<string, string>>,
  asOf: DateCode,
): Readonly<Record<string, string>> | undefined {
  const table = tableOf(name)
  const isLater = (field: string): boolean => {
    const text = fields[field] ?? ''
    if (text === '') return false
    return field === 'year' ? Number(text) > yearOf(asOf) : earliest(parseDate(text) ?? 0) > asOf
  }
  if (table.since !== undefined && isLater(table.since)) return undefined
  const hidden = (table.ends ?? []).filter(isLater)
  return hidden.length === 0 ? fields : { ...fields, ...Object.fromEntries(hidden.map((field) => [field, ''])) }
}

const cellsOf = (column: Column): Int32Array | Float64Array | Int8Array =>
  column.kind === 'number' || column.kind === 'boolean' ? column.values : column.codes

function withCells(column: Column, cells: Int32Array | Float64Array | Int8Array): Column {
  if (column.kind === 'number') return { kind: 'number', values: cells as Float64Array }
  if (column.kind === 'boolean') return { kind: 'boolean', values: cells as Int8Array }
  if (column.kind === 'date') return { kind: 'date', codes: cells as Int32Array }
  return { kind: 'text', codes: cells as Int32Array, values: column.values }
}

/** A copy of a table with room for more rows. */
function widened({ length, columns }: Open, more: number): Open {
  const copy = Object.entries(columns).map(([name, column]): [string, Column] => {
    const cells = cellsOf(column)
    const wider = new (cells.constructor as Int32ArrayConstructor)(length + more)
    wider.set(cells as Int32Array)
    return [name, withCells(column, wider)]
  })
  return { length, columns: Object.fromEntries(copy) }
}

const cut = ({ length, columns }: Open): Open => ({
  length,
  columns: Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, withCells(column, cellsOf(column).subarray(0, length))]),
  ),
})

/** The cell of a value, or undefined where a text stands nowhere in the column. */
function cellOf(column: Column, text: string): number | undefined {
  if (column.kind === 'number') return text === '' ? Number.NaN : Number(text)
  if (column.kind === 'boolean') return text === '' ? -1 : text === 'true' ? 1 : 0
  if (column.kind === 'date') return text === '' ? 0 : (parseDate(text) ?? 0)
  if (text === '') return -1
  const code = column.values.indexOf(text)
  return code < 0 ? undefined : code
}

function rowWithKey(name: TableName, { length, columns }: Open, fields: Readonly<Record<string, string>>): number {
  const key = tableOf(name).key.map((field) => {
    const column = columns[field]
    return column && { cells: cellsOf(column), wanted: cellOf(column, fields[field] ?? '') }
  })
  const [first] = key
  if (!first || key.some((part) => part?.wanted === undefined)) return -1
  const rows = first.cells.subarray(0, length)
  const wanted = first.wanted as number
  for (let row = rows.indexOf(wanted); row >= 0; row = rows.indexOf(wanted, row + 1)) {
    if (key.every((part) => part?.cells[row] === part?.wanted)) return row
  }
  return -1
}

function write(name: TableName, open: Open, fields: Readonly<Record<string, string>> | undefined): void {
  if (fields === undefined) return
  const found = rowWithKey(name, open, fields)
  const row = found < 0 ? open.length : found
  if (found < 0) open.length += 1
  for (const field of fieldNamesOf(name)) {
    const text = fields[field]
    const column = open.columns[field]
    if (!column || (text === undefined && found >= 0)) continue
    let cell = cellOf(column, text ?? '')
    if (cell === undefined && column.kind === 'text') {
      cell = column.values.length
      open.columns[field] = { ...column, values: [...column.values, text ?? ''] }
    }
    cellsOf(column)[row] = cell ?? 0
  }
}
