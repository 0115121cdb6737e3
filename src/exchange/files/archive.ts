import { isUtf8 } from 'node:buffer'
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { type ProblemCode, problemOf, type Values } from '../wording/wording.ts'
import { isInside, type PackageSource } from './source.ts'

/**
 * What an archive may unpack to. Real tables pack 5 to 50 times; zeros pack about 1,000 times. The reader holds every
 * entry to the size it declares, so a lying archive ends at its declared size.
 */
const limits = {
  entries: 2000,
  totalBytes: 4 * 2 ** 30,
  ratio: 200,
  /** Below this size the ratio is of no concern. */
  ratioFloorBytes: 32 * 2 ** 20,
} as const

/** Does an entry of a zip unpack to much more than real data would? */
export const isBomb = ({
  uncompressedSize,
  compressedSize,
}: Pick<Entry, 'uncompressedSize' | 'compressedSize'>): boolean =>
  uncompressedSize > limits.ratioFloorBytes && uncompressedSize > limits.ratio * Math.max(1, compressedSize)

const sizeText = (bytes: number): string =>
  bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GB` : `${Math.ceil(bytes / 2 ** 20)} MB`

/** A package in a `.zip`, read without unpacking it; its files may lie in one folder at the top. */
export async function openArchive(file: string): Promise<PackageSource> {
  const whole = await openWholeArchive(file)
  const top = topFolder(whole.names)
  return {
    label: file,
    names: whole.names
      .filter((name) => name.startsWith(top) && !name.slice(top.length).includes('/'))
      .map((name) => name.slice(top.length))
      .sort(),
    size: (path) => whole.size(top + path),
    open: (path) => whole.open(top + path),
    close: () => whole.close(),
  }
}

/**
 * The files of a `.zip` under their paths in it, in its order.
 * @param label what the person called it, for messages
 */
export async function openWholeArchive(file: string, label = basename(file)): Promise<PackageSource> {
  const refuse = (code: ProblemCode, values: Values = {}): ProblemError =>
    new ProblemError(problemOf(code, { file: label }, { path: label, ...values }))
  const damaged = (cause: unknown): ProblemError =>
    cause instanceof ProblemError ? cause : refuse('zip-damaged', { cause: reasonOf(cause) })

  let zip: ZipFile
  try {
    zip = await openPromise(file, { decodeStrings: false, autoClose: false })
  } catch (cause) {
    throw damaged(cause)
  }
  const entries = new Map<string, Entry>()
  try {
    await list(zip, entries, refuse)
  } catch (cause) {
    zip.close()
    throw damaged(cause)
  }
  return {
    label,
    names: [...entries.keys()],
    async size(path) {
      return entries.get(path)?.uncompressedSize
    },
    async *open(path) {
      const entry = entries.get(path)
      if (entry === undefined) throw refuse('path-missing', { path })
      try {
        yield* checkedBytes(zip, entry)
      } catch (cause) {
        throw damaged(cause)
      }
    },
    async close() {
      zip.close()
    },
  }
}

async function list(
  zip: ZipFile,
  entries: Map<string, Entry>,
  refuse: (code: ProblemCode, values?: Values) => ProblemError,
): Promise<void> {
  if (zip.entryCount > limits.entries) throw refuse('zip-too-many', { count: zip.entryCount, limit: limits.entries })
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    if (!isInside(name)) throw refuse('path-outside', { name })
    if (entry.isEncrypted()) throw refuse('zip-encrypted')
    total += entry.uncompressedSize
    const ratio = Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize))
    if (total > limits.totalBytes || isBomb(entry)) {
      throw refuse('zip-too-large', { entry: name, size: sizeText(entry.uncompressedSize), ratio })
    }
    if (name.endsWith('/') || name.startsWith('__MACOSX/') || basename(name).startsWith('.')) continue
    if (!entry.canDecodeFileData()) throw refuse('zip-method', { entry: name })
    if (entries.has(name)) throw refuse('zip-name-twice', { entry: name })
    entries.set(name, entry)
  }
}

/** Names without the UTF-8 flag come from Chinese Windows and are GB18030, unless they are UTF-8 after all. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  const isMarkedUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  const name = isMarkedUtf8 || isUtf8(raw) ? raw.toString('utf8') : new TextDecoder('gb18030').decode(raw)
  return name.replaceAll('\\', '/')
}

/** The one folder that holds everything, with its slash, or nothing. */
function topFolder(names: readonly string[]): string {
  const folders = new Set(names.map((name) => name.slice(0, name.indexOf('/') + 1)))
  const [only] = folders
  return folders.size === 1 && only !== undefined ? only : ''
}

/** The bytes of an entry; damage shows as an inflate error, a wrong length or a wrong checksum. */
async function* checkedBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let checksum = 0
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    checksum = crc32(piece as Buffer, checksum)
    yield piece as Buffer
  }
  if (checksum !== entry.crc32) throw new Error(`checksum of ${nameOf(entry)} does not match`)
}

/** What the archive library found, in the words of the two languages. */
function reasonOf(cause: unknown): Text {
  const found = cause instanceof Error ? cause.message : String(cause)
  if (/end of central directory/i.test(found)) {
    return {
      zh: '缺少末尾的目录，多半没有复制完',
      en: 'the directory at its end is missing; the copy was probably cut short',
    }
  }
  return { zh: `解压出错（${found}）`, en: `unpacking failed (${found})` }
}
