/**
 * Files in one stream: a kind (one byte), a length (four bytes) and the bytes, again and again. How long a file is need not
 * be known before it has been read, since the files of a running database grow; its hash follows it.
 */
import { createHash, type Hash } from 'node:crypto'
import { ProblemError } from '#domain/problem.ts'
import { readBytes } from './byte-reader.ts'

export interface BundledFile {
  /** Inside the data folder, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface FileSource {
  readonly path: string
  readonly content: AsyncIterable<Buffer>
}

const kinds = { file: 1, data: 2, end: 3, manifest: 4 } as const

const piece = (kind: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.writeUInt8(kind)
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

const jsonPiece = (kind: number, value: object): Buffer => piece(kind, Buffer.from(JSON.stringify(value)))

/** Writes files, then what `manifest` says of them. */
export async function* bundle(
  files: AsyncIterable<FileSource>,
  manifest: (files: readonly BundledFile[]) => object,
): AsyncGenerator<Buffer> {
  const written: BundledFile[] = []
  for await (const { path, content } of files) {
    yield jsonPiece(kinds.file, { path })
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of content) {
      hash.update(chunk)
      bytes += chunk.length
      yield piece(kinds.data, chunk)
    }
    const entry = { path, bytes, sha256: hash.digest('hex') }
    yield jsonPiece(kinds.end, entry)
    written.push(entry)
  }
  yield jsonPiece(kinds.manifest, manifest(written))
}

export interface Unbundling {
  /** Where the bytes of a file are to go. */
  begin(path: string): Promise<void>
  data(chunk: Buffer): Promise<void>
  end(): Promise<void>
}

/** Reads what `bundle` has written, checks each file against its hash, and returns the manifest. */
export async function unbundle(source: AsyncIterable<Buffer>, to: Unbundling, file: string): Promise<object> {
  const reader = readBytes(source)
  let hash: Hash | undefined
  for (;;) {
    const head = await reader.take(5)
    if (head.length < 5) throw incomplete(file)
    const kind = head.readUInt8()
    const length = head.readUInt32BE(1)
    const body = await reader.take(length)
    if (body.length < length) throw incomplete(file)
    if (kind === kinds.manifest) return told(body, file)
    if (kind === kinds.file) {
      hash = createHash('sha256')
      const { path } = told(body, file)
      if (typeof path !== 'string') throw incomplete(file)
      await to.begin(path)
    } else if (hash && kind === kinds.data) {
      hash.update(body)
      await to.data(body)
    } else if (hash && kind === kinds.end) {
      await to.end()
      if (told(body, file)['sha256'] !== hash.digest('hex')) throw incomplete(file)
      hash = undefined
    } else throw incomplete(file)
  }
}

/** What a piece says. It was sealed, and yet a copy may be damaged before it is. */
function told(body: Buffer, file: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(body.toString('utf8'))
    if (typeof found === 'object' && found !== null) return found as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw incomplete(file)
}

const incomplete = (file: string): ProblemError =>
  new ProblemError({
    code: 'backup-incomplete',
    file,
    message: { zh: '备份里的内容不完整。', en: 'The content of the backup is not complete.' },
    mend: { zh: '用前一次的备份，并重新作一次备份。', en: 'Use an earlier backup, and make a new one.' },
  })
