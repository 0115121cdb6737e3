/**
 * The one input of all four pillars: everything recorded, as of a date, as columns. Built from the database or straight
 * from a data package; the same facts give the same bytes and the same hash, whatever order they came in.
 *
 * @example
 * const builder = new SnapshotBuilder(20261122)
 * for (const row of rows) builder.append('cadres', row)
 * const snapshot = builder.finish()
 * textAt(snapshot.tables.cadres.columns.name, 0)
 */
import { createHash } from 'node:crypto'
import { type DateCode, earliest, yearOf } from './calendar.ts'
import { type Column, ColumnBuilder, type ColumnOf, type TextColumn } from './columns.ts'
import { oncePer } from './once.ts'
import {
  type FieldName,
  fieldNamesOf,
  type KindOf,
  type Row,
  type TableName,
  tableNames,
  tableOf,
  tables,
} from './tables.ts'

export interface Frame<T extends TableName> {
  readonly length: number
  readonly columns: { readonly [F in FieldName<T>]: ColumnOf<KindOf<T, F>> }
}

export interface Snapshot {
  readonly asOf: DateCode
  /** SHA-256 of every column and the as-of date, in hex. */
  readonly hash: string
  readonly tables: { readonly [T in TableName]: Frame<T> }
}

/** Rows of one table grouped by the rows of another: the rows of owner `i` are `rows[starts[i] .. starts[i + 1])`. */
export interface Grouping {
  readonly starts: Int32Array
  readonly rows: Int32Array
}

interface Growing {
  readonly builders: readonly ColumnBuilder[]
  readonly since: number
  readonly sinceIsYear: boolean
  readonly ends: readonly number[]
  length: number
}

export class SnapshotBuilder {
  private readonly asOf: DateCode
  private readonly growing = new Map<TableName, Growing>()

  constructor(asOf: DateCode) {
    this.asOf = asOf
    for (const name of tableNames) {
      const table = tableOf(name)
      const names = fieldNamesOf(name)
      const since = table.since === undefined ? -1 : names.indexOf(table.since)
      this.growing.set(name, {
        builders: names.map((field) => new ColumnBuilder(table.fields[field]?.kind ?? 'text')),
        since,
        sinceIsYear: table.since === 'year',
        ends: (table.ends ?? []).map((field) => names.indexOf(field)),
        length: 0,
      })
    }
  }

  /** Adds a canonical row; what began after the as-of date does not exist yet, what ended after it has not ended. */
  append(name: TableName, row: Row): void {
    const growing = this.growing.get(name)
    if (!growing) return
    const since = growing.since >= 0 ? row[growing.since] : null
    if (since !== null && since !== undefined && this.isLater(since, growing.sinceIsYear)) return
    for (let field = 0; field < growing.builders.length; field += 1) {
      const value = row[field] ?? null
      const hidden = value !== null && growing.ends.includes(field) && this.isLater(value, false)
      growing.builders[field]?.append(hidden ? null : value)
    }
    growing.length += 1
  }

  private isLater(value: string, isYear: boolean): boolean {
    if (isYear) return Number(value) > yearOf(this.asOf)
    const code = Number(value.replaceAll('-', '')) * (value.length === 7 ? 100 : 1)
    return earliest(code) > this.asOf
  }

  finish(): Snapshot {
    const hash = createHash('sha256').update(String(this.asOf))
    const frames = {} as Record<TableName, { length: number; columns: Record<string, Column> }>
    for (const name of tableNames) {
      const growing = this.growing.get(name)
      if (!growing) continue
      const order = canonicalOrder(growing.builders, growing.length)
      const columns: Record<string, Column> = {}
      const names = fieldNamesOf(name)
      growing.builders.forEach((builder, index) => {
        const column = builder.finish(order)
        columns[names[index] ?? ''] = column
        hash.update(`${name}.${names[index]}`)
        if (column.kind === 'text') hash.update(column.values.join('\u0000'))
        const cells = column.kind === 'number' || column.kind === 'boolean' ? column.values : column.codes
        hash.update(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength))
      })
      frames[name] = { length: growing.length, columns }
      this.growing.delete(name)
    }
    return { asOf: this.asOf, hash: hash.digest('hex'), tables: frames as Snapshot['tables'] }
  }
}

/** Rows sorted by all their fields, first field first: a counting sort from the last field to the first. */
function canonicalOrder(builders: readonly ColumnBuilder[], length: number): Int32Array {
  let order = Int32Array.from({ length }, (_, row) => row)
  for (let field = builders.length - 1; field >= 0; field -= 1) {
    const builder = builders[field]
    if (!builder) continue
    const { ranks, size } = builder.ranks()
    if (size <= 1) continue
    const starts = new Int32Array(size + 1)
    for (let row = 0; row < length; row += 1) {
      const slot = (ranks[row] ?? 0) + 1
      starts[slot] = (starts[slot] ?? 0) + 1
    }
    for (let slot = 1; slot <= size; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0)
    const next = new Int32Array(length)
    for (let index = 0; index < length; index += 1) {
      const row = order[index] ?? 0
      const slot = ranks[row] ?? 0
      const place = starts[slot] ?? 0
      next[place] = row
      starts[slot] = place + 1
    }
    order = next
  }
  return order
}

/** The rows of a key column by what they hold. */
export const rowsByKey = ({ codes, values }: TextColumn): ReadonlyMap<string, number> => rowsOfKey(codes, values).rowOf

/** For each code of `column`, the row of the key column `key` that holds the same value, or -1. Not to be written to. */
export function matchCodes(column: TextColumn, key: TextColumn): Int32Array {
  const { rowOf, matched } = rowsOfKey(key.codes, key.values)
  const known = matched.get(column.values)
  if (known) return known
  const found = Int32Array.from(column.values, (value) => rowOf.get(value) ?? -1)
  matched.set(column.values, found)
  return found
}

/** Kept with the columns: a slate is replayed on thousands of snapshots that share most of theirs. */
const rowsOfKey = oncePer((codes: Int32Array, values: readonly string[]) => {
  const rowOf = new Map<string, number>()
  codes.forEach((code, row) => {
    const value = values[code]
    if (value !== undefined) rowOf.set(value, row)
  })
  return { rowOf, matched: new WeakMap<readonly string[], Int32Array>() }
})

/** For each row of a reference column, the row of the table it refers to, or -1. */
export function resolve(column: TextColumn, key: TextColumn): Int32Array {
  const owner = matchCodes(column, key)
  return column.codes.map((code) => (code < 0 ? -1 : (owner[code] as number)))
}

/** Groups rows by the owner they refer to; rows that refer to nobody are left out. */
export function groupRows(owners: Int32Array, ownerCount: number): Grouping {
  const starts = new Int32Array(ownerCount + 1)
  for (const owner of owners) if (owner >= 0) starts[owner + 1] = (starts[owner + 1] ?? 0) + 1
  for (let owner = 1; owner <= ownerCount; owner += 1) starts[owner] = (starts[owner] ?? 0) + (starts[owner - 1] ?? 0)
  const next = starts.slice()
  const rows = new Int32Array(starts[ownerCount] ?? 0)
  owners.forEach((owner, row) => {
    if (owner < 0) return
    const place = next[owner] ?? 0
    rows[place] = row
    next[owner] = place + 1
  })
  return { starts, rows }
}

/** The rows of one owner. */
export const rowsOf = (grouping: Grouping, owner: number): Int32Array =>
  grouping.rows.subarray(grouping.starts[owner] ?? 0, grouping.starts[owner + 1] ?? 0)

/** Rows of a table by cadre, in the order of the cadres frame. */
export function byCadre(snapshot: Snapshot, name: TableName & keyof WithCadre): Grouping {
  const columns = snapshot.tables[name].columns as { readonly cadre_id: TextColumn }
  const { length, columns: keys } = snapshot.tables.cadres
  const groupings = groupingsBy(keys.cadre_id.codes)
  const known = groupings.get(columns.cadre_id.codes)
  if (known) return known
  const made = groupRows(resolve(columns.cadre_id, keys.cadre_id), length)
  groupings.set(columns.cadre_id.codes, made)
  return made
}

const groupingsBy = oncePer((_cadres: Int32Array) => new WeakMap<Int32Array, Grouping>())

type WithCadre = { [T in TableName as 'cadre_id' extends FieldName<T> ? T : never]: true }

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)
