/** The rows of one sheet of the collection workbook, by the codes of their fields. */
import type { Place } from '#domain/arrivals.ts'
import type { ReadSheet } from '../../workbook/reading.ts'
import { textOf } from '../cell-values.ts'
import type { Findings } from '../findings.ts'
import { RecordCells } from '../record-cells.ts'
import { sayHidden } from '../roster.ts'
import { readTable, type TableColumn } from '../table.ts'
import type { CollectionSet } from './sets.ts'

export interface SetRecord {
  readonly place: Place & { readonly sheet: string; readonly row: number }
  readonly cells: RecordCells<string>
}

/** All records of a sheet; empty cells of required columns are said. */
export async function readSet(
  set: CollectionSet,
  sheet: ReadSheet,
  file: string,
  findings: Findings,
): Promise<readonly SetRecord[]> {
  const records: SetRecord[] = []
  const hidden: number[] = []
  const [anchor] = set.columns
  if (anchor === undefined) return records
  let columns: readonly TableColumn<string>[] = []
  for await (const event of readTable(sheet, anchor.id, knownIn(set))) {
    if (event.kind === 'header') {
      columns = event.columns
      sayColumns(set, columns, sheet.name, findings)
    } else if (event.kind === 'record') {
      if (event.hidden) hidden.push(event.row)
      const cells = new RecordCells(sheet.name, event.row, columns, event.cells, findings)
      if (cells.of(anchor.id) === undefined) {
        findings.problem('row-name-missing', { sheet: sheet.name, row: event.row, title: anchor.title })
        continue
      }
      sayRequired(set, cells)
      records.push({ place: { file, sheet: sheet.name, row: event.row }, cells })
    } else findings.notice('rows-aside', { sheet: sheet.name, row: event.row }, { value: event.text.slice(0, 30) })
  }
  sayHidden(hidden, sheet.name, findings)
  return records
}

const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s*]/g, '')
    .replace(/\((?:ZB|GB)[^()]*\)$/, '')

/** Titles are compared whole: brackets tell columns apart here. */
function knownIn(set: CollectionSet): (title: string) => string | undefined {
  const ids = new Map(
    set.columns.flatMap(({ id, title, also = [] }) => [title, ...also].map((one) => [titleKey(one), id] as const)),
  )
  return (title) => ids.get(titleKey(title))
}

function sayColumns(
  set: CollectionSet,
  columns: readonly TableColumn<string>[],
  sheet: string,
  findings: Findings,
): void {
  for (const { id, title } of columns) if (id === undefined) findings.notice('column-kept', { sheet, title })
  for (const { id, title, required } of set.columns) {
    if (required && !columns.some((column) => column.id === id)) findings.problem('column-missing', { sheet, title })
  }
}

function sayRequired(set: CollectionSet, cells: RecordCells<string>): void {
  for (const { id, required, unless } of set.columns) {
    const column = cells.columns.find((one) => one.id === id)
    if (!required || column === undefined || (unless !== undefined && cells.of(unless) !== undefined)) continue
    const placed = cells.at(column)
    if (placed.cell === undefined || placed.cell === '') placed.findings.problem('cell-required', placed.place)
  }
}

/** Columns whose content no field takes, as they stand, by their titles. */
export function keptTexts(cells: RecordCells<string>, taken: ReadonlySet<string>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.columns.flatMap((column) => {
      if (column.id !== undefined && taken.has(column.id)) return []
      const text = textOf(cells.at(column))
      return text === undefined ? [] : [[column.title, text]]
    }),
  )
}
