import type { ArrivingRow } from '#domain/arrivals.ts'
import { quoted } from '../wording/wording.ts'
import type { Cell } from '../workbook/cell.ts'
import type { PlacedCell } from './cell-values.ts'
import type { Findings } from './findings.ts'
import type { TableColumn } from './table.ts'

/** One row of a table, asked for its cells by the meaning of their columns. */
export class RecordCells<Id extends string> {
  readonly columns: readonly TableColumn<Id>[]
  readonly findings: Findings
  /** What no field takes, by the title of its column. */
  readonly kept: Record<string, string> = {}
  private readonly sheet: string
  private readonly row: number
  private readonly cells: readonly (Cell | undefined)[]

  constructor(
    sheet: string,
    row: number,
    columns: readonly TableColumn<Id>[],
    cells: readonly (Cell | undefined)[],
    findings: Findings,
  ) {
    this.sheet = sheet
    this.row = row
    this.columns = columns
    this.cells = cells
    this.findings = findings
  }

  at(column: TableColumn<Id>): PlacedCell {
    const place = { sheet: this.sheet, row: this.row, column: column.index, title: column.title }
    return { cell: this.cells[column.index], place, findings: this.findings }
  }

  /** The first cell of that meaning which has content. */
  of(id: Id): PlacedCell | undefined {
    const column = this.columns.find((one) => one.id === id && this.cells[one.index] !== undefined)
    return column === undefined ? undefined : this.at(column)
  }

  read<T>(id: Id, reader: (placed: PlacedCell) => T | undefined): T | undefined {
    const placed = this.of(id)
    return placed === undefined ? undefined : reader(placed)
  }

  /** Keeps a value aside that there is no term for, and says so. */
  keep(placed: PlacedCell, text: string): void {
    this.kept[placed.place.title ?? ''] = text
    this.findings.notice('cell-kept', placed.place, { value: quoted(text) })
  }
}

/** Leaves out what is not known. */
export const known = (fields: Readonly<Record<string, string | undefined>>): ArrivingRow =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
