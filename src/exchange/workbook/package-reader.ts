/** Workbooks of packed XML (.xlsx, .xlsm), read as they are unpacked. */
import { posix } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { isBomb } from '../files/archive.ts'
import { decode } from '../files/encoding.ts'
import type { Merge, ReadRow } from './cell.ts'
import { readFormats, readRelationships, readSharedTexts, readSheetList } from './parts.ts'
import type { ReadSheet } from './reading.ts'
import { refuse } from './refusal.ts'
import { type CellContext, columnOf, sheetRows } from './sheet-rows.ts'

/** The most that parts may unpack to. The XML of 50,000 people in 36 columns is about 140 MB. */
const limits = {
  entries: 10_000,
  sheetBytes: 2 ** 30,
  textBytes: 2 ** 28,
  otherBytes: 2 ** 26,
  merges: 200_000,
} as const

export interface PackedWorkbook {
  readonly sheets: readonly ReadSheet[]
  close(): void
}

/** Opens a zip that is a workbook. Throws ProblemError for other archives, and the errors of a damaged one. */
export async function openPacked(source: string | Buffer, file: string): Promise<PackedWorkbook> {
  const options = { decodeStrings: false, autoClose: false } as const
  const zip = typeof source === 'string' ? await openPromise(source, options) : await fromBufferPromise(source, options)
  try {
    return { sheets: await sheetsOf(new Parts(zip, await list(zip, file), file)), close: () => zip.close() }
  } catch (cause) {
    zip.close()
    throw cause
  }
}

async function list(zip: ZipFile, file: string): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.entries) throw refuse('workbook-too-large', file)
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw refuse('workbook-encrypted', file)
    entries.set(pathOf(entry.fileNameRaw.toString('utf8')), entry)
  }
  return entries
}

/** Names of parts are compared without regard to case (ECMA-376 part 2, 6.2.2.3). */
const pathOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

class Parts {
  readonly file: string
  private readonly zip: ZipFile
  private readonly entries: ReadonlyMap<string, Entry>

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, file: string) {
    this.zip = zip
    this.entries = entries
    this.file = file
  }

  has(path: string): boolean {
    return this.entries.has(pathOf(path))
  }

  /** The bytes of a part, held to the size that it declares and to its checksum. */
  async *bytes(path: string, limit: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(pathOf(path))
    if (entry === undefined) throw new Error(`${path} is missing`)
    if (entry.uncompressedSize > limit || isBomb(entry)) throw refuse('workbook-too-large', this.file)
    let checksum = 0
    for await (const piece of await this.zip.openReadStreamPromise(entry)) {
      checksum = crc32(piece as Buffer, checksum)
      yield piece as Buffer
    }
    if (checksum !== entry.crc32) throw new Error(`the checksum of ${path} does not match`)
  }

  text(path: string, limit: number = limits.otherBytes): AsyncGenerator<string> {
    return decode(this.bytes(path, limit), 'utf-8')
  }

  /** Where the relationships of a part point to, as paths in the package. */
  async targets(path: string): Promise<ReadonlyMap<string, { readonly path: string; readonly type: string }>> {
    const folder = posix.dirname(path)
    const relations = posix.join(folder, '_rels', `${posix.basename(path)}.rels`)
    const found = this.has(relations) ? await readRelationships(this.text(relations)) : []
    const pathOf = (target: string): string => posix.resolve('/', folder, target).slice(1)
    return new Map([...found].map(([id, { target, type }]) => [id, { path: pathOf(target), type }]))
  }
}

async function sheetsOf(parts: Parts): Promise<readonly ReadSheet[]> {
  const roots = [...(await parts.targets('')).values()]
  const main = roots.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (!parts.has(main) || !main.endsWith('.xml') || parts.has('word/document.xml') || parts.has('ppt/presentation.xml'))
    throw refuse('workbook-other', parts.file)
  const { sheets, since1904 } = await readSheetList(parts.text(main))
  const targets = await parts.targets(main)
  const ofType = (type: string): string | undefined =>
    [...targets.values()].find((target) => target.type === type && parts.has(target.path))?.path
  const styles = ofType('styles')
  const formats = styles === undefined ? [] : await readFormats(parts.text(styles))
  const texts = ofType('sharedStrings')
  let context: Promise<CellContext> | undefined
  // Shared texts may be most of the file: they are read when the first rows are.
  const contextOf = (): Promise<CellContext> =>
    (context ??= (async () => ({
      sharedTexts: texts === undefined ? [] : await readSharedTexts(parts.text(texts, limits.textBytes)),
      formats,
      since1904,
    }))())
  return sheets.flatMap(({ name, hidden, relationship }) => {
    const target = targets.get(relationship)
    if (target?.type !== 'worksheet') return []
    const { path } = target
    let merges: Promise<readonly Merge[]> | undefined
    return [
      { name, hidden, merges: () => (merges ??= mergesOf(parts, path)), rows: () => rowsOf(parts, path, contextOf) },
    ]
  })
}

async function* rowsOf(parts: Parts, path: string, context: () => Promise<CellContext>): AsyncGenerator<ReadRow> {
  for await (const rows of sheetRows(parts.text(path, limits.sheetBytes), await context())) yield* rows
}

/** Merges stand after the rows: what comes before them is only unpacked. */
async function mergesOf(parts: Parts, path: string): Promise<readonly Merge[]> {
  const mark = '<mergeCell'
  const tail: Buffer[] = []
  let length = 0
  let held = Buffer.alloc(0)
  for await (const piece of parts.bytes(path, limits.sheetBytes)) {
    if (tail.length > 0) {
      tail.push(piece)
      length += piece.length
      if (length > limits.otherBytes) throw refuse('workbook-too-large', parts.file)
      continue
    }
    const bytes = held.length === 0 ? piece : Buffer.concat([held, piece])
    const at = bytes.indexOf('mergeCell')
    if (at >= 0) tail.push(bytes.subarray(at))
    held = Buffer.from(bytes.subarray(Math.max(0, bytes.length - mark.length)))
  }
  const merges: Merge[] = []
  for (const [, left, top, right, bottom] of Buffer.concat(tail)
    .toString('latin1')
    .matchAll(/mergeCell\s[^>]{0,200}?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)/g)) {
    if (merges.length === limits.merges) break
    merges.push({ top: Number(top), left: columnOf(left ?? ''), bottom: Number(bottom), right: columnOf(right ?? '') })
  }
  return merges
}
