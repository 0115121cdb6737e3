import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import { type CellFault, type CellReading, type CellRules, isFault, readCell } from '../cells/cells.ts'
import { readFact } from '../cells/fact.ts'
import type { Header } from './header.ts'

/** Readings of one column that are remembered: dates, terms, ids and raters repeat a great deal. */
const remembered = 50_000

/** A substring shorter than this is a copy; a longer one would keep the whole piece of the file alive. */
const sliceLength = 13
const detached = (text: string): string => (text.length < sliceLength ? text : Buffer.from(text).toString())

interface ColumnReader {
  readonly name: string
  readonly column: number
  readonly rules: CellRules
  readonly required: boolean
  readonly isText: boolean
  readonly readings: Map<string, CellReading>
}

export interface FieldFault {
  readonly field: number
  readonly name: string
  readonly raw: string
  /** Undefined where a required cell is empty. */
  readonly fault: CellFault | undefined
}

/** Turns the cells of a file into canonical rows of a table. `values`, `extra` and `faults` hold until the next row. */
export class RowReader {
  values: (string | null)[]
  /** The extra columns of the row as a JSON object, null where all are empty. */
  extra: string | null = null
  readonly faults: FieldFault[] = []
  private readonly columns: readonly ColumnReader[]
  private readonly extras: Header['extras']
  private readonly isDamaged: boolean
  private readonly statesFacts: boolean

  /**
   * @param aside fields whose value cannot be resolved in this package; it is kept among the extras
   * @param isDamaged the file holds characters that could not be decoded
   */
  constructor(table: TableName, header: Header, aside: readonly string[], isDamaged: boolean) {
    const { fields, key } = tableOf(table)
    const names = fieldNamesOf(table)
    this.columns = names.map((name, index) => {
      const field = fields[name] ?? { kind: 'text' }
      const isCode = name === 'citizen_id' || name.endsWith('_code')
      return {
        name,
        column: aside.includes(name) ? -1 : (header.columns[index] ?? -1),
        rules: { field, isKey: key.includes(name), isCode },
        required: field.required === true,
        isText: field.kind === 'text' && !isCode,
        readings: new Map(),
      }
    })
    this.extras = [
      ...header.extras,
      ...aside.map((name) => ({ name, column: header.columns[names.indexOf(name)] ?? -1 })),
    ].filter(({ column }) => column >= 0)
    this.values = new Array<string | null>(names.length).fill(null)
    this.isDamaged = isDamaged
    this.statesFacts = table === 'statements'
  }

  /** Reads a row; true when every cell is good. */
  read(cells: readonly string[]): boolean {
    this.faults.length = 0
    for (let field = 0; field < this.columns.length; field += 1) {
      const reader = this.columns[field]
      if (reader === undefined) continue
      const raw = reader.column < 0 ? '' : (cells[reader.column] ?? '')
      const reading = raw === '' ? null : this.reading(reader, raw)
      if (isFault(reading)) {
        this.values[field] = null
        this.faults.push({ field, name: reader.name, raw, fault: reading })
        continue
      }
      this.values[field] = reading
      if (reading === null && reader.required && reader.column >= 0) {
        this.faults.push({ field, name: reader.name, raw, fault: undefined })
      }
    }
    if (this.statesFacts) this.readFact()
    this.extra = this.extras.length === 0 ? null : this.readExtras(cells)
    return this.faults.length === 0
  }

  /** The canonical row: the fields in order, then the extras where the file has any. */
  row(): (string | null)[] {
    return this.extras.length === 0 ? this.values.slice() : [...this.values, this.extra]
  }

  private reading(reader: ColumnReader, raw: string): CellReading {
    if (this.isDamaged && raw.includes('\uFFFD')) return { code: 'encoding-damaged', values: {} }
    if (reader.isText && raw.length < sliceLength) return raw.trim() || null
    const known = reader.readings.get(raw)
    if (known !== undefined) return known
    const cell = detached(raw)
    const reading = readCell(cell, reader.rules)
    if (reader.readings.size >= remembered) reader.readings.clear()
    reader.readings.set(cell, reading)
    return reading
  }

  private readFact(): void {
    const [field, value] = [this.at('field'), this.at('value')]
    const reading = readFact(this.values[field] ?? null, this.values[value] ?? null)
    if (!('fault' in reading)) this.values[value] = reading.value
    else {
      const at = reading.column === 'field' ? field : value
      this.faults.push({ field: at, name: reading.column, raw: this.values[at] ?? '', fault: reading.fault })
    }
  }

  private at(name: string): number {
    return this.columns.findIndex((reader) => reader.name === name)
  }

  private readExtras(cells: readonly string[]): string | null {
    const kept = this.extras.flatMap(({ name, column }) => {
      const value = cells[column]?.trim() ?? ''
      return value === '' ? [] : [[name, value] as const]
    })
    return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept))
  }
}
