/**
 * Columns of typed arrays: what a snapshot is made of. Unknown is -1 in dictionary codes, 0 in dates, NaN in numbers,
 * -1 in booleans, and it never reads as "no" or 0.
 */
import { parseDate } from './calendar.ts'
import type { FieldKind } from './tables.ts'

export interface TextColumn {
  readonly kind: 'text'
  /** Index into `values`, -1 where unknown. */
  readonly codes: Int32Array
  /** Distinct values in ascending code-unit order. */
  readonly values: readonly string[]
}
export interface DateColumn {
  readonly kind: 'date'
  /** DateCode, 0 where unknown. */
  readonly codes: Int32Array
}
export interface NumberColumn {
  readonly kind: 'number'
  readonly values: Float64Array
}
export interface BooleanColumn {
  readonly kind: 'boolean'
  /** 1 true, 0 false, -1 unknown. */
  readonly values: Int8Array
}
export type Column = TextColumn | DateColumn | NumberColumn | BooleanColumn

export type ColumnOf<K extends FieldKind> = K extends 'date'
  ? DateColumn
  : K extends 'number'
    ? NumberColumn
    : K extends 'boolean'
      ? BooleanColumn
      : TextColumn

export const textAt = (column: TextColumn, row: number): string | undefined => column.values[column.codes[row] ?? -1]

/** A known number, or undefined. */
export function numberAt(column: NumberColumn, row: number): number | undefined {
  const value = column.values[row]
  return value === undefined || Number.isNaN(value) ? undefined : value
}

/** A known date, or undefined. */
export const dateAt = (column: DateColumn, row: number): number | undefined => column.codes[row] || undefined

/** A known truth value, or undefined. */
export function booleanAt(column: BooleanColumn, row: number): boolean | undefined {
  const value = column.values[row]
  return value === 1 ? true : value === 0 ? false : undefined
}

type Cells = Int32Array | Float64Array | Int8Array

/** Grows one column from canonical text values. */
export class ColumnBuilder {
  readonly kind: 'text' | 'date' | 'number' | 'boolean'
  private cells: Cells
  private readonly dictionary = new Map<string, number>()
  private length = 0

  constructor(kind: FieldKind) {
    this.kind = kind === 'date' || kind === 'number' || kind === 'boolean' ? kind : 'text'
    this.cells = this.allocate(1024)
  }

  private allocate(size: number): Cells {
    if (this.kind === 'number') return new Float64Array(size)
    return this.kind === 'boolean' ? new Int8Array(size) : new Int32Array(size)
  }

  append(value: string | null): void {
    if (this.length === this.cells.length) {
      const wider = this.allocate(this.length * 2)
      wider.set(this.cells)
      this.cells = wider
    }
    this.cells[this.length] = this.encode(value)
    this.length += 1
  }

  /** The encoded form of a canonical value; reading a value does not add a row, but may add to the dictionary. */
  encode(value: string | null): number {
    switch (this.kind) {
      case 'date':
        return value === null ? 0 : (parseDate(value) ?? 0)
      case 'number':
        return value === null ? Number.NaN : Number(value)
      case 'boolean':
        return value === null ? -1 : value === 'true' ? 1 : 0
      case 'text': {
        if (value === null) return -1
        let code = this.dictionary.get(value)
        if (code === undefined) {
          code = this.dictionary.size
          this.dictionary.set(value, code)
        }
        return code
      }
    }
  }

  /** The column in the given row order, its dictionary sorted, so that equal facts give equal bytes. */
  ranks(): { ranks: Int32Array; size: number } {
    if (this.kind === 'text') {
      const order = this.sortedCodes()
      const ranks = new Int32Array(this.length)
      for (let row = 0; row < this.length; row += 1) {
        const code = this.cells[row] ?? -1
        ranks[row] = code < 0 ? 0 : (order[code] ?? 0) + 1
      }
      return { ranks, size: this.dictionary.size + 1 }
    }
    const distinct = Float64Array.from(new Set<number>(this.cells.subarray(0, this.length))).sort()
    const rankOf = new Map<number, number>()
    for (const value of distinct) rankOf.set(value, rankOf.size)
    const ranks = new Int32Array(this.length)
    for (let row = 0; row < this.length; row += 1) ranks[row] = rankOf.get(this.cells[row] ?? 0) ?? 0
    return { ranks, size: rankOf.size }
  }

  private sortedCodes(): Int32Array {
    const values = [...this.dictionary.keys()]
    const sorted = values.map((_, code) => code).sort((a, b) => ((values[a] ?? '') < (values[b] ?? '') ? -1 : 1))
    const position = new Int32Array(values.length)
    sorted.forEach((code, index) => {
      position[code] = index
    })
    return position
  }

  finish(order: Int32Array): Column {
    const cells = this.allocate(order.length)
    for (let row = 0; row < order.length; row += 1) cells[row] = this.cells[order[row] ?? 0] ?? 0
    if (this.kind === 'number') return { kind: 'number', values: cells as Float64Array }
    if (this.kind === 'boolean') return { kind: 'boolean', values: cells as Int8Array }
    if (this.kind === 'date') return { kind: 'date', codes: cells as Int32Array }
    const position = this.sortedCodes()
    for (let row = 0; row < cells.length; row += 1) {
      const code = cells[row] ?? -1
      if (code >= 0) cells[row] = position[code] ?? -1
    }
    return { kind: 'text', codes: cells as Int32Array, values: [...this.dictionary.keys()].sort(byCodeUnit) }
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
