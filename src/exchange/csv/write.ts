/** CSV out: UTF-8, comma, RFC 4180 quoting, LF. Streamed, so that millions of rows cost no memory. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { ProblemError } from '#domain/problem.ts'
import { problemOf } from '../wording/wording.ts'

/** A value of a result table; null is an empty cell. */
export type Cell = string | number | boolean | null

export type Rows<T> = Iterable<T> | AsyncIterable<T>

const needsQuotes = /[",\r\n]|^\s|\s$/

/** One cell as it stands in a file. */
export const csvCell = (value: string): string => (needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

export function csvLine(cells: readonly (string | null)[]): string {
  let line = ''
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]
    if (index > 0) line += ','
    if (cell) line += csvCell(cell)
  }
  return `${line}\n`
}

/** Text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection). */
const asPlainText = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text

function cellText(cell: Cell): string | null {
  if (cell === null) return null
  return typeof cell === 'string' ? asPlainText(cell) : String(cell)
}

/** One line of a table that people open in a spreadsheet: no text of it runs as a formula. */
export const tableLine = (cells: readonly Cell[]): string => csvLine(cells.map(cellText))

/** Writes pieces of text to a file through a temporary sibling: the file is whole, or is not there. Returns the count. */
export async function writeWhole(file: string, pieces: Rows<string>): Promise<number> {
  const temporary = `${file}.${process.pid}.partial`
  const stream = createWriteStream(temporary, { flags: 'w', highWaterMark: 1 << 18 })
  let count = 0
  try {
    let pending = ''
    for await (const piece of pieces) {
      count += 1
      pending += piece
      if (pending.length < 1 << 16) continue
      if (!stream.write(pending)) await once(stream, 'drain')
      pending = ''
    }
    stream.end(pending)
    await finished(stream)
    await rename(temporary, file)
  } catch (cause) {
    stream.destroy()
    await rm(temporary, { force: true }).catch(() => undefined)
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    throw new ProblemError(problemOf('folder-unusable', { file }, { path: file, cause: message }))
  }
  return count
}

/**
 * Writes a result table that people open in a spreadsheet.
 * @example await writeTable('rotation.csv', ['cadre_id', 'due_on'], [['C0001', '2027-03']])
 */
export async function writeTable(
  file: string,
  header: readonly string[],
  rows: Rows<readonly Cell[]>,
  { byteOrderMark = false } = {},
): Promise<number> {
  async function* lines(): AsyncGenerator<string> {
    yield (byteOrderMark ? '\uFEFF' : '') + csvLine(header)
    for await (const row of rows) yield tableLine(row)
  }
  return (await writeWhole(file, lines())) - 1
}

/** Writes one JSON value a line. Returns how many. */
export async function writeJsonLines(file: string, values: Rows<unknown>): Promise<number> {
  async function* lines(): AsyncGenerator<string> {
    for await (const value of values) yield `${JSON.stringify(value)}\n`
  }
  return writeWhole(file, lines())
}
