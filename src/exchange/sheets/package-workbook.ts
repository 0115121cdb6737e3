import { join } from 'node:path'
import { tableNames } from '#domain/tables.ts'
import { csvLine, writeWhole } from '../csv/write.ts'
import { type Cell, isError, isNumber } from '../workbook/cell.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'
import type { ReadSheet } from '../workbook/reading.ts'
import { refuse } from '../workbook/refusal.ts'

/** Every row is written as wide as the first: a stray cell far to its right would fill the disk. The widest table has a tenth. */
const mostColumns = 256

/**
 * Writes the sheets of a data package that came as one workbook, each named as its table, into a folder as the CSV files
 * that `openPackage` reads: rows keep their numbers. Returns whether it was such a workbook; other sheets are left.
 * @example if (await unpackPackage('云川市.xlsx', folder)) { const reading = await openPackage(folder) }
 */
export async function unpackPackage(source: string | Uint8Array, folder: string, name?: string): Promise<boolean> {
  const book = await readWorkbook(source, name)
  try {
    const tables = book.sheets.filter((sheet) => tableNames.some((table) => table === sheet.name))
    if (!tables.some((sheet) => sheet.name === 'cadres' || sheet.name === 'units')) return false
    for (const sheet of tables) await writeWhole(join(folder, `${sheet.name}.csv`), linesOf(sheet, book.file))
    return true
  } finally {
    book.close()
  }
}

async function* linesOf(sheet: ReadSheet, file: string): AsyncGenerator<string> {
  let written = 0
  let width = 0
  for await (const { number, cells } of sheet.rows()) {
    width ||= cells.length
    if (Math.max(width, cells.length) > mostColumns) throw refuse('workbook-too-large', file)
    // An empty line counts as a row.
    yield '\n'.repeat(number - 1 - written)
    yield csvLine(Array.from({ length: Math.max(width, cells.length) }, (_, column) => textOf(cells[column])))
    written = number
  }
}

/** A date that a program has made of a text goes back to the form of the package. */
function textOf(cell: Cell | undefined): string | null {
  if (cell === undefined) return null
  if (isError(cell)) return cell.error
  return isNumber(cell) ? (cell.date ?? cell.shown) : cell
}
