import { isUtf8 } from 'node:buffer'
import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ProblemError } from '#domain/problem.ts'
import { readBinary } from './binary-reader.ts'
import { readDelimited } from './delimited-reader.ts'
import { isOversized } from './flat-xml-size.ts'
import { readHtml } from './html-reader.ts'
import { openPacked } from './package-reader.ts'
import { mostPlaces, type ReadSheet, type ReadWorkbook, TooLargeError } from './reading.ts'
import { refuse } from './refusal.ts'
import { DoctypeError } from './xml-scanner.ts'

/** What is not read piece by piece is held in memory; the largest binary sheet of people is a tenth of this. */
const largestWhole = 2 ** 26

/**
 * Opens a workbook: .xlsx and .xlsm piece by piece; .xls, pages with tables and delimited text, whatever their names say,
 * whole. Throws ProblemError, with one message, for what is none, is damaged, has a password, or would not end.
 * @example const book = await readWorkbook('名册.xls'); for await (const row of book.sheets[0].rows()) …
 */
export async function readWorkbook(source: string | Uint8Array, name?: string): Promise<ReadWorkbook> {
  const file = name ?? (typeof source === 'string' ? basename(source) : '')
  try {
    const { sheets, close } = await openSheets(source, file)
    return { file, sheets: sheets.map((sheet) => guarded(sheet, file)), close }
  } catch (cause) {
    throw refusalOf(cause, file)
  }
}

async function openSheets(
  source: string | Uint8Array,
  file: string,
): Promise<{ readonly sheets: readonly ReadSheet[]; close(): void }> {
  const head = await headOf(source)
  if (head.length === 0) throw refuse('workbook-empty', file)
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    return openPacked(typeof source === 'string' ? source : asBuffer(source), file)
  if ((typeof source === 'string' ? (await stat(source)).size : source.length) > largestWhole)
    throw refuse('workbook-too-large', file)
  const bytes = typeof source === 'string' ? await readFile(source) : asBuffer(source)
  return { sheets: await readWhole(bytes, head, file), close: () => undefined }
}

/** The stream that holds a workbook with a password ([MS-OFFCRYPTO] 2.3.4), by its name in the directory of the file. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

async function readWhole(bytes: Buffer, head: Buffer, file: string): Promise<readonly ReadSheet[]> {
  const isCompound = head.subarray(0, 4).toString('hex') === 'd0cf11e0'
  const isBareBinary = head[0] === 0x09 && [0, 2, 4, 8].includes(head[1] ?? -1)
  if (isCompound && bytes.includes(encryptedPackage)) throw refuse('workbook-encrypted', file)
  if (isCompound || isBareBinary) return readBinary(bytes)
  const text = textOf(bytes)
  if (text === undefined) throw refuse('workbook-other', file)
  if (/^\s*<\?xml[\s\S]{0,2000}schemas-microsoft-com:office:spreadsheet/.test(text)) {
    if (isOversized(text)) throw refuse('workbook-too-large', file)
    return readBinary(bytes)
  }
  const sheets = /^\s*</.test(text) ? readHtml(text) : readDelimited(text)
  if (sheets.length === 0) throw refuse('workbook-other', file)
  return sheets
}

async function headOf(source: string | Uint8Array): Promise<Buffer> {
  if (typeof source !== 'string') return asBuffer(source.subarray(0, 8))
  const handle = await open(source)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** UTF-8, UTF-16 with its mark, or else GB18030; undefined where it is no text. */
function textOf(bytes: Buffer): string | undefined {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (!isWide && bytes.includes(0)) return undefined
  const encoding = isWide ? 'utf-16le' : isUtf8(bytes) ? 'utf-8' : 'gb18030'
  return new TextDecoder(encoding).decode(bytes)
}

/** Damage may show only when the rows are read. */
const guarded = (sheet: ReadSheet, file: string): ReadSheet => ({
  ...sheet,
  async merges() {
    try {
      return await sheet.merges()
    } catch (cause) {
      throw refusalOf(cause, file)
    }
  },
  async *rows() {
    let places = 0
    try {
      for await (const row of sheet.rows()) {
        places += row.cells.length
        if (places > mostPlaces) throw refuse('workbook-too-large', file)
        yield row
      }
    } catch (cause) {
      throw refusalOf(cause, file)
    }
  },
})

function refusalOf(cause: unknown, file: string): unknown {
  if (cause instanceof ProblemError) return cause
  const { message, code } = cause as Partial<Error> & { code?: string }
  if (code === 'ENOENT') return refuse('path-missing', file, { path: file })
  if (/password-protected|encrypted/i.test(message ?? '')) return refuse('workbook-encrypted', file)
  if (cause instanceof TooLargeError) return refuse('workbook-too-large', file)
  if (cause instanceof DoctypeError) return refuse('workbook-doctype', file)
  return refuse('workbook-damaged', file)
}
