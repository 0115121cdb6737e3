/**
 * The file of a selection case as one PDF: cover, contents with page numbers, what the system recorded, then every paper
 * in order. Pages of papers stay as they are and get a foot with their number in the file.
 */
import { PDFDocument, type PDFEmbeddedPage } from '@cantoo/pdf-lib'
import { pictureHeader } from '../pictures/picture-header.ts'
import { isSoundPicture } from '../typesetting/typeset.ts'
import type { BoundPaper, CaseFileText } from './case-file.ts'
import { a4, addPicture, drawUpright, seenSize } from './pages.ts'
import { systemParts, typesetPart } from './system-parts.ts'

export interface Binding {
  /** The content of the paper at a place of `text.papers`. */
  read(at: number): Promise<Uint8Array>
  /** Papers bound so far. */
  onProgress?(done: number): void
}

export interface BoundFile {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Papers whose pages could not be taken over: a page in the file says so. */
  readonly unread: readonly string[]
}

interface Entry {
  readonly title: string
  readonly notes: string
  readonly page: number
}

/**
 * Binds the file. A broken, locked or unknown paper never breaks it: a page in its place says what it is and why.
 * @example await bindCaseFile(text, { read: async (at) => contents[at] })
 */
export async function bindCaseFile(text: CaseFileText, { read, onProgress }: Binding): Promise<BoundFile> {
  const body = await PDFDocument.create()
  const entries: Entry[] = []
  const unread: string[] = []
  for (const part of systemParts(text)) {
    entries.push({ title: part.title, notes: '', page: body.getPageCount() + 1 })
    await append(body, typesetPart('record.typ', part.data))
  }
  for (const [at, paper] of text.papers.entries()) {
    entries.push({ title: paper.title, notes: paper.notes.join('　'), page: body.getPageCount() + 1 })
    const why = await bindPaper(body, paper, () => read(at))
    if (why !== undefined) {
      if (paper.contents.kind !== 'attachment') unread.push(paper.title)
      await append(body, slipOf(paper, why))
    }
    onProgress?.(at + 1)
  }
  const attachments = text.papers.filter(({ contents }) => contents.kind === 'attachment').length + unread.length
  const bound = await withFront(body, { ...text, contents: entries, attachments })
  return { bytes: await bound.save(), pages: bound.getPageCount(), unread }
}

async function append(target: PDFDocument, bytes: Uint8Array): Promise<void> {
  const source = await PDFDocument.load(bytes)
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page)
}

const notBound = '本件不是页面格式，原件在系统案卷中下载。'
const locked = '本件设有密码，不能装订成页；原件在系统案卷中下载。'
const broken = '本件已损坏，不能装订成页；原件在系统案卷中下载。'

/** Why its pages are not there, where they are not. */
async function bindPaper(
  target: PDFDocument,
  { contents: { kind } }: BoundPaper,
  read: () => Promise<Uint8Array>,
): Promise<string | undefined> {
  if (kind === 'attachment') return notBound
  const bytes = await read()
  const isLocked = kind === 'pdf' && Buffer.from(bytes).includes('/Encrypt')
  try {
    if (kind === 'pdf') await append(target, bytes)
    else if (!isSoundPicture(bytes)) return broken
    else await addPicture(target, { bytes, kind, orientation: pictureHeader(bytes)?.orientation })
    return undefined
  } catch {
    return isLocked ? locked : broken
  }
}

const sizeText = (bytes: number): string =>
  bytes >= 2 ** 20 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

const slipOf = ({ title, notes, contents }: BoundPaper, why: string): Uint8Array =>
  typesetPart('slip.typ', { title, notes, why, size: sizeText(contents.bytes), sha256: contents.sha256 })

/** Cover and contents before the body; numbers begin with the body, as in a bound file. */
async function withFront(
  body: PDFDocument,
  { title, head, watermark, contents, attachments }: CaseFileText & { contents: Entry[]; attachments: number },
): Promise<PDFDocument> {
  const front = await PDFDocument.load(typesetPart('front.typ', { title, head, contents, attachments }))
  const frontPages = front.getPageCount()
  for (const [at, page] of (await body.copyPages(front, front.getPageIndices())).entries()) body.insertPage(at, page)
  const numbers = body.getPageIndices().map((at) => Math.max(0, at + 1 - frontPages))
  const marks = await body.embedPdf(typesetPart('stamps.typ', { numbers, watermark }), [
    ...numbers.keys(),
    numbers.length,
  ])
  const sign = marks.at(-1)
  for (const [at, page] of body.getPages().entries()) {
    const { width, height } = seenSize(page)
    const scale = width / a4.width
    const foot = marks[at]
    if (foot) drawUpright(page, foot, footPlace(scale, foot))
    if (sign)
      drawUpright(page, sign, { left: 0, foot: (height - a4.height * scale) / 2, width, height: a4.height * scale })
  }
  body.setTitle(title)
  return body
}

const footPlace = (scale: number, { width, height }: PDFEmbeddedPage) => ({
  left: ((a4.width - width) / 2) * scale,
  foot: 16 * scale,
  width: width * scale,
  height: height * scale,
})
