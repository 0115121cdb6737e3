/** Writes or reads one roster in a process of its own, so that its memory can be told: work, contestant, file, `check`. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readWorkbook, writeWorkbook } from '../src/exchange/index.ts'
import { loadPeer } from './peers.ts'
import { columns, rosterRows } from './roster-rows.ts'

export interface RosterLap {
  readonly seconds: number
  /** Most memory that the process had at any time. */
  readonly megabytes: number
  /** Of all cells, where it was asked for. */
  readonly digest: string
  readonly rows: number
}

type Cells = readonly (string | number)[]
type Visit = (cells: readonly unknown[]) => void

interface Hucre {
  writeXlsx(book: { sheets: readonly { name: string; rows: readonly Cells[] }[] }): Promise<Uint8Array>
  writeXlsxStream(rows: Iterable<Cells>, options: object): ReadableStream<Uint8Array>
  readXlsx(bytes: Uint8Array): Promise<{ sheets: readonly { rows: readonly (readonly unknown[])[] }[] }>
  streamXlsxRows(bytes: Uint8Array): AsyncIterable<{ values: readonly unknown[] }>
}

interface ExcelRow {
  readonly values: readonly unknown[]
  commit(): void
}
interface ExcelSheet extends AsyncIterable<ExcelRow> {
  addRow(cells: Cells): ExcelRow
}
interface ExcelWriter {
  addWorksheet(name: string): ExcelSheet
  commit(): Promise<void>
}
interface ExcelJs {
  readonly default: {
    readonly stream: {
      readonly xlsx: {
        readonly WorkbookWriter: new (options: object) => ExcelWriter
        readonly WorkbookReader: new (file: string, options: object) => AsyncIterable<ExcelSheet>
      }
    }
  }
}

const writers: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  ours: (file) =>
    writeWorkbook(
      [
        {
          name: '名册',
          widths: Array<number>(columns).fill(12),
          style: { border: true, wrap: true },
          frozen: { rows: 1 },
          page: { paper: 'A3', landscape: true, repeatRows: [1, 1] },
          rows: (function* () {
            for (const cells of rosterRows()) yield { cells }
          })(),
        },
      ],
      file,
    ),
  hucre: async (file) => {
    const { writeXlsx } = await loadPeer<Hucre>('hucre')
    await writeFile(file, await writeXlsx({ sheets: [{ name: '名册', rows: [...rosterRows()] }] }))
  },
  'hucre-stream': async (file) => {
    const { writeXlsxStream } = await loadPeer<Hucre>('hucre')
    const bytes = Readable.fromWeb(writeXlsxStream(rosterRows(), { name: '名册' }) as never)
    await pipeline(bytes, createWriteStream(file))
  },
  exceljs: async (file) => {
    const { default: library } = await loadPeer<ExcelJs>('exceljs')
    const book = new library.stream.xlsx.WorkbookWriter({ filename: file })
    const sheet = book.addWorksheet('名册')
    for (const cells of rosterRows()) sheet.addRow(cells).commit()
    await book.commit()
  },
}

const readers: Readonly<Record<string, (file: string, visit: Visit) => Promise<void>>> = {
  ours: async (file, visit) => {
    const book = await readWorkbook(file)
    for (const sheet of book.sheets) for await (const { cells } of sheet.rows()) visit(cells.map(plain))
    book.close()
  },
  hucre: async (file, visit) => {
    const { readXlsx } = await loadPeer<Hucre>('hucre')
    for (const { rows } of (await readXlsx(await readFile(file))).sheets) rows.forEach(visit)
  },
  'hucre-stream': async (file, visit) => {
    const { streamXlsxRows } = await loadPeer<Hucre>('hucre')
    for await (const { values } of streamXlsxRows(await readFile(file))) visit(values)
  },
  exceljs: async (file, visit) => {
    const { default: library } = await loadPeer<ExcelJs>('exceljs')
    const options = { sharedStrings: 'cache', worksheets: 'emit', styles: 'cache' }
    for await (const sheet of new library.stream.xlsx.WorkbookReader(file, options))
      for await (const row of sheet) visit(row.values.slice(1))
  },
}

/** Numbers of ours come with their format. */
const plain = (cell: unknown): unknown =>
  typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : cell

const [work = '', contestant = '', file = '', check] = process.argv.slice(2)
const hash = createHash('sha256')
let rows = 0
const visit: Visit = (cells) => {
  rows += 1
  if (check !== undefined) hash.update(`${cells.map(String).join('\u001f')}\u001e`)
}
const started = performance.now()
if (work === 'write') await writers[contestant]?.(file)
else await readers[contestant]?.(file, visit)
const result: RosterLap = {
  seconds: (performance.now() - started) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
  digest: hash.digest('hex'),
  rows,
}
process.stdout.write(JSON.stringify(result))
