import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import { quoted } from '../wording/wording.ts'
import { contentHash, KeyIndex } from './key-index.ts'
import type { RowReader } from './row-reader.ts'

export type Claim =
  | { readonly kind: 'new' }
  /** The same row again, in a table whose rows have no id of their own: harmless. */
  | { readonly kind: 'repeated'; readonly first: number }
  | { readonly kind: 'taken'; readonly first: number; readonly key: string }

/** The keys of a table: its own id, or the fields that together name a row. */
export class RowKeys {
  readonly index = new KeyIndex()
  /** The first field of the key: where a problem with it is shown. */
  readonly column: string
  private readonly names: readonly string[]
  private readonly fields: readonly number[]
  private readonly otherFields: readonly number[]
  private readonly hasOwnId: boolean
  /** Hash of what a row says beside its key, by row number, where equal rows are harmless. */
  private contents = new Uint32Array(1024)

  constructor(table: TableName) {
    const { key } = tableOf(table)
    const names = fieldNamesOf(table)
    this.names = key
    this.column = key[0] ?? ''
    this.fields = key.map((name) => names.indexOf(name))
    this.otherFields = names.flatMap((name, field) => (key.includes(name) ? [] : [field]))
    this.hasOwnId = key.length === 1
  }

  /** Takes the key of the row at hand; a key that could not be read is not compared. */
  claim(reader: RowReader, row: number): Claim {
    for (const { field } of reader.faults) if (this.fields.includes(field)) return { kind: 'new' }
    let key = ''
    for (let part = 0; part < this.fields.length; part += 1) {
      if (part > 0) key += '\u001f'
      key += reader.values[this.fields[part] ?? -1] ?? ''
    }
    if (!this.hasOwnId) this.keepContent(reader, row)
    const first = this.index.add(key, row)
    if (first === 0) return { kind: 'new' }
    if (!this.hasOwnId && this.contents[first] === this.contents[row]) return { kind: 'repeated', first }
    return { kind: 'taken', first, key: this.shown(reader) }
  }

  /** A row that cannot be read still tells its id, so that rows which refer to it are not reported as dangling. */
  claimUnread(cells: readonly string[], columns: readonly number[], row: number): void {
    const column = this.hasOwnId ? (columns[this.fields[0] ?? -1] ?? -1) : -1
    const id = column < 0 ? '' : (cells[column]?.trim() ?? '')
    if (id !== '') this.index.add(id, row)
  }

  private shown(reader: RowReader): string {
    const parts = this.names.map((name, part) => [name, reader.values[this.fields[part] ?? -1] ?? ''] as const)
    return parts.flatMap(([name, value]) => (value === '' ? [] : [`${name} ${quoted(value)}`])).join(', ')
  }

  private keepContent(reader: RowReader, row: number): void {
    if (row >= this.contents.length) {
      const wider = new Uint32Array(Math.max(row + 1, this.contents.length * 2))
      wider.set(this.contents)
      this.contents = wider
    }
    let rest = reader.extra ?? ''
    for (const field of this.otherFields) rest += `\u001f${reader.values[field] ?? ''}`
    this.contents[row] = contentHash(rest)
  }
}
