import { open, stat } from 'node:fs/promises'
import { invariant, type Problem, ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import { fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'
import { RowReader } from '../check/row-reader.ts'
import { Seats } from '../check/seats.ts'
import { type CheckedTable, TableCheck } from '../check/table-check.ts'
import { RecordScanner, type ScanListener } from '../csv/scan.ts'
import { openArchive } from '../files/archive.ts'
import { decode, type Encoding, encodingOf, NotTextError, NotUtf8Error } from '../files/encoding.ts'
import { openFolder } from '../files/folder.ts'
import type { PackageSource } from '../files/source.ts'
import { problemOf } from '../wording/wording.ts'
import { type Layout, readLayout } from './layout.ts'

/** What one reading of everything found. */
export interface PackageCheck {
  /** What has to be mended, by table and row. At most 200 of one kind and column are listed, then a line counts the rest. */
  readonly problems: readonly Problem[]
  /** Good rows that are left out because they refer to a bad row; no mending of their own is needed. */
  readonly dependents: readonly Problem[]
  /** Reported, but nothing has to be mended: unknown columns, another encoding, repeated rows. */
  readonly notices: readonly Problem[]
  /** Rows that can be imported. */
  readonly counts: Partial<Record<TableName, number>>
  readonly extraColumns: Partial<Record<TableName, readonly string[]>>
  /** Every problem, listed or only counted. */
  readonly problemCount: number
  /** False when a table is unusable as a whole, so that leaving bad rows out does not help. */
  readonly canSkipBadRows: boolean
}

export interface PackageReading {
  readonly tables: readonly TableName[]
  /** Reads everything once. Throws ProblemError when a file is not text or the archive is damaged. */
  check(options?: CheckOptions): Promise<PackageCheck>
  /**
   * The good rows of a table in batches, canonical; where the file has extra columns, a last element holds them as a
   * JSON object. Only after `check`.
   */
  rows(table: TableName): AsyncGenerator<readonly Row[]>
  close(): Promise<void>
}

export interface CheckOptions {
  /** Only these tables are checked and can be read afterwards; all of the package unless given. */
  readonly tables?: readonly TableName[]
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

/** Rows handed on at a time. */
const batchSize = 4000

/**
 * Opens a data package: a folder, or a `.zip` that is read without being unpacked.
 * @throws ProblemError for what makes the whole package unreadable
 * @example
 * const reading = await openPackage('city.zip')
 * const { problems } = await reading.check()
 * for await (const batch of reading.rows('cadres')) for (const row of batch) console.log(row[1])
 */
export async function openPackage(path: string): Promise<PackageReading> {
  const source = await openSource(path)
  try {
    const layout = await readLayout(source)
    return new SourceReading(source, layout)
  } catch (cause) {
    await source.close()
    throw cause
  }
}

async function openSource(path: string): Promise<PackageSource> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new ProblemError(problemOf('path-missing', { file: path }, { path }))
  if (found.isDirectory()) return openFolder(path)
  const start = Buffer.alloc(4)
  const file = await open(path).catch((cause: Error) => {
    throw new ProblemError(problemOf('path-unreadable', { file: path }, { path, cause: cause.message }))
  })
  await file.read(start, 0, 4, 0).finally(() => file.close())
  const isZip = start.toString('latin1').startsWith('PK') || /\.zip$/i.test(path)
  if (!isZip) throw new ProblemError(problemOf('not-a-package', { file: path }, { path }))
  return openArchive(path)
}

/** Told of each piece of a file before it is cut into rows. */
type OnPiece = (bytes: number) => void

class SourceReading implements PackageReading {
  readonly tables: readonly TableName[]
  private readonly source: PackageSource
  private readonly layout: Layout
  private readonly checked = new Map<TableName, CheckedTable>()
  private readonly encodings = new Map<TableName, Encoding>()

  constructor(source: PackageSource, layout: Layout) {
    this.source = source
    this.layout = layout
    this.tables = [...layout.paths.keys()]
  }

  async check({ tables, onProgress, signal }: CheckOptions = {}): Promise<PackageCheck> {
    this.checked.clear()
    const seats = new Seats()
    const wanted = this.tables.filter((table) => tables?.includes(table) ?? true)
    const total = await this.totalBytes(wanted)
    const step = { zh: '核对数据包', en: 'Checking the package' }
    let done = 0
    const onPiece = (bytes: number): void => {
      signal?.throwIfAborted()
      done += bytes
      onProgress?.({ step, fraction: Math.min(1, done / total) })
    }
    for (const table of wanted) this.checked.set(table, await this.checkTable(table, seats, onPiece))
    return this.summary()
  }

  private async totalBytes(tables: readonly TableName[]): Promise<number> {
    let total = 1
    for (const table of tables) total += (await this.source.size(this.pathOf(table))) ?? 0
    return total
  }

  /** Reads as UTF-8; a file that is none is read again in its own encoding. */
  private async checkTable(table: TableName, seats: Seats, onPiece: OnPiece): Promise<CheckedTable> {
    const attempt = async (encoding: Encoding): Promise<CheckedTable> => {
      const around = { checked: this.checked, present: new Set(this.tables), seats }
      const check = new TableCheck(table, this.pathOf(table), around, encoding !== 'utf-8')
      const scanner = new RecordScanner(check)
      for await (const text of this.text(table, encoding, onPiece)) scanner.push(text)
      scanner.push('', true)
      this.encodings.set(table, encoding)
      const checked = check.finish()
      if (encoding === 'gb18030') checked.notices.add('encoding-gb18030', {})
      return checked
    }
    try {
      return await attempt('utf-8')
    } catch (cause) {
      if (!(cause instanceof NotUtf8Error)) throw cause
      return attempt(await encodingOf(this.source.open(this.pathOf(table))))
    }
  }

  private async *text(table: TableName, encoding: Encoding, onPiece?: OnPiece): AsyncGenerator<string> {
    const file = this.pathOf(table)
    try {
      yield* decode(onPiece ? counted(this.source.open(file), onPiece) : this.source.open(file), encoding)
    } catch (cause) {
      if (cause instanceof NotTextError) throw new ProblemError(problemOf(cause.found, { file, row: cause.line }))
      throw cause
    }
  }

  private summary(): PackageCheck {
    const problems: Problem[] = []
    const dependents: Problem[] = []
    const notices: Problem[] = [...this.layout.notices.problems([])]
    const counts: Partial<Record<TableName, number>> = {}
    const extraColumns: Partial<Record<TableName, readonly string[]>> = {}
    let canSkipBadRows = true
    let problemCount = 0
    for (const [table, checked] of this.checked) {
      const columns = fieldNamesOf(table)
      problems.push(...checked.problems.problems(columns))
      problemCount += checked.problems.total
      dependents.push(...checked.dependents.problems(columns))
      notices.push(...checked.notices.problems(columns))
      counts[table] = checked.isUsable ? checked.count - checked.leftOut.size : 0
      if (checked.header.extras.length > 0) extraColumns[table] = checked.header.extras.map(({ name }) => name)
      if (!checked.isUsable) canSkipBadRows = false
    }
    return { problems, problemCount, dependents, notices, counts, extraColumns, canSkipBadRows }
  }

  async *rows(table: TableName): AsyncGenerator<readonly Row[]> {
    const checked = this.checked.get(table)
    const encoding = this.encodings.get(table)
    invariant(checked !== undefined && encoding !== undefined, `rows of ${table} are read after check()`)
    if (!checked.isUsable) return
    const collector = new RowCollector(table, checked, encoding !== 'utf-8')
    const scanner = new RecordScanner(collector)
    for await (const text of this.text(table, encoding)) {
      scanner.push(text)
      if (collector.batch.length >= batchSize) yield collector.take()
    }
    scanner.push('', true)
    if (collector.batch.length > 0) yield collector.take()
  }

  private pathOf(table: TableName): string {
    return this.layout.paths.get(table) ?? `${table}.csv`
  }

  async close(): Promise<void> {
    await this.source.close()
  }
}

async function* counted(pieces: AsyncIterable<Buffer>, onPiece: OnPiece): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    onPiece(piece.length)
    yield piece
  }
}

/** Gathers the rows that the check found good. */
class RowCollector implements ScanListener {
  batch: Row[] = []
  private readonly leftOut: CheckedTable['leftOut']
  private readonly reader: RowReader
  private hasHeader = false

  constructor(table: TableName, checked: CheckedTable, isDamaged: boolean) {
    this.leftOut = checked.leftOut
    this.reader = new RowReader(table, checked.header, checked.aside, isDamaged)
  }

  record(cells: readonly string[], row: number): void {
    if (!this.hasHeader) {
      this.hasHeader = true
      return
    }
    if (this.leftOut.has(row) || cells.every((cell) => cell.trim() === '')) return
    this.reader.read(cells)
    this.batch.push(this.reader.row())
  }

  /** Broken rows were reported by the check. */
  fault(): void {}

  take(): readonly Row[] {
    const { batch } = this
    this.batch = []
    return batch
  }
}
