import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { RecordScanner, type ScanFault } from './csv/scan.ts'
import { decode, type Encoding, encodingOf, NotTextError, NotUtf8Error } from './files/encoding.ts'
import { problemOf, quoted } from './wording/wording.ts'

/** Named columns of a CSV file of any layout, cell by cell as text. */
export interface ColumnsFile {
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** The row of each record as a spreadsheet shows it; the header is row 1. */
  readonly rows: readonly number[]
}

/**
 * Reads the named columns of `file`, a `.csv` or `.csv.gz`, UTF-8 or GB18030.
 *
 * @example await readColumns('insteval.csv.gz', ['y', 's', 'd'])
 * @throws ProblemError with every fault of the file: missing columns, broken rows.
 */
export async function readColumns(file: string, names: readonly string[]): Promise<ColumnsFile> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new ProblemError(fileMissing(file))
  try {
    return await readIn(file, names, 'utf-8')
  } catch (cause) {
    if (!(cause instanceof NotUtf8Error)) throw cause
    return readIn(file, names, await encodingOf(open(file)))
  }
}

async function* open(file: string): AsyncGenerator<Buffer> {
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 })
  const unpacked = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  bytes.on('error', (cause) => unpacked.destroy(cause))
  try {
    for await (const piece of unpacked) yield piece as Buffer
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ProblemError(problemOf('path-unreadable', { file }, { path: file, cause: reason }))
  }
}

async function readIn(file: string, names: readonly string[], encoding: Encoding): Promise<ColumnsFile> {
  const collector = new ColumnCollector(file, names)
  const scanner = new RecordScanner(collector)
  try {
    for await (const text of decode(open(file), encoding)) scanner.push(text)
  } catch (cause) {
    if (cause instanceof NotTextError) throw new ProblemError(problemOf(cause.found, { file, row: cause.line }))
    throw cause
  }
  scanner.push('', true)
  return collector.finish()
}

const mostProblems = 100

class ColumnCollector {
  private readonly file: string
  private readonly names: readonly string[]
  private readonly columns: string[][]
  private readonly rows: number[] = []
  private readonly problems: Problem[] = []
  private header: readonly string[] | undefined
  private places: number[] = []

  constructor(file: string, names: readonly string[]) {
    this.file = file
    this.names = names
    this.columns = names.map(() => [])
  }

  record(cells: readonly string[], row: number): void {
    if (!this.header) {
      this.readHeader(cells)
      return
    }
    if (cells.length !== this.header.length) {
      this.report(cellCount(this.file, row, cells.length, this.header.length))
      return
    }
    this.rows.push(row)
    this.places.forEach((place, index) => {
      this.columns[index]?.push((cells[place] ?? '').trim())
    })
  }

  fault(fault: ScanFault, row: number): void {
    this.report(problemOf(fault, { file: this.file, row }))
  }

  private readHeader(cells: readonly string[]): void {
    const header = cells.map((cell) => cell.trim())
    this.header = header
    this.places = this.names.map((name) => header.indexOf(name))
    this.names.forEach((name, index) => {
      if ((this.places[index] ?? -1) < 0) this.report(columnMissing(this.file, name, header))
    })
  }

  private report(problem: Problem): void {
    if (this.problems.length < mostProblems) this.problems.push(problem)
  }

  finish(): ColumnsFile {
    if (!this.header) this.report(fileEmpty(this.file))
    if (this.problems.length > 0) throw new ProblemError(...this.problems)
    return { columns: new Map(this.names.map((name, index) => [name, this.columns[index] ?? []])), rows: this.rows }
  }
}

const fileMissing = (file: string): Problem => ({
  code: 'file-missing',
  file,
  message: { zh: `找不到文件“${file}”。`, en: `The file "${file}" does not exist.` },
  mend: { zh: '核对路径和文件名。', en: 'Check the path and the name.' },
})

const fileEmpty = (file: string): Problem => ({
  code: 'file-empty',
  file,
  message: { zh: '文件是空的，没有表头。', en: 'The file is empty: it has no header row.' },
  mend: {
    zh: '第一行写列名，其后每行一条数据。',
    en: 'Put the column names in the first row and one record in each row after it.',
  },
})

const columnMissing = (file: string, name: string, header: readonly string[]): Problem => ({
  code: 'column-missing',
  file,
  row: 1,
  column: name,
  message: { zh: `没有“${name}”这一列。`, en: `There is no column "${name}".` },
  mend: {
    zh: `从现有的列中选：${header.map(quoted).join('、')}。`,
    en: `Choose among the columns there are: ${header.map(quoted).join(', ')}.`,
  },
})

const cellCount = (file: string, row: number, found: number, expected: number): Problem => ({
  code: 'cell-count',
  file,
  row,
  message: {
    zh: `这一行有 ${found} 格，表头有 ${expected} 格。`,
    en: `This row has ${found} cells; the header has ${expected}.`,
  },
  mend: {
    zh: '补齐或删去多余的格；含逗号的内容用双引号括起来。',
    en: 'Add or remove cells; quote text that contains a comma.',
  },
})
