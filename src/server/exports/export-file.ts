/**
 * The one way for a file about people to leave: with a purpose, under a watermark, and written down before the first byte
 * is sent. Where the log fails, nothing leaves.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { logExport } from '#records/index.ts'
import { type ExportFormat, type ExportKind, longestPurpose, shortestPurpose } from '../contract/index.ts'
import { visitorOf } from '../http/app.ts'
import type { Desk } from '../http/desk.ts'
import { Refusal } from '../http/refusal.ts'
import { attachment } from './file-name.ts'
import { watermarkOf } from './watermark.ts'

export interface ExportedFile {
  readonly kind: ExportKind
  readonly format: ExportFormat
  readonly fileName: string
  /** Ids of the cadres in it. */
  readonly subjects: readonly string[]
  readonly bytes: Uint8Array
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  lrmx: 'application/octet-stream',
  lrm: 'application/octet-stream',
  zip: 'application/zip',
  ics: 'text/calendar; charset=utf-8',
}

/** The purpose without its margins. Ask before any work is done. @throws Refusal `purpose-missing` */
export function demandPurpose(purpose: string): string {
  const told = purpose.trim()
  const length = Array.from(told).length
  if (length < shortestPurpose || length > longestPurpose) throw purposeMissing()
  return told
}

const purposeMissing = (): Refusal =>
  new Refusal(
    422,
    'purpose-missing',
    { zh: '没有写明导出用途，文件没有生成。', en: 'No purpose is given, so no file was made.' },
    {
      zh: `在「用途」一栏写明拿去做什么，${shortestPurpose}–${longestPurpose}字。`,
      en: `Say in the field "purpose" what it is for, in ${shortestPurpose} to ${longestPurpose} characters.`,
    },
  )

/** Writes down that a file leaves, with its hash and whom it is about; returns the id of the entry. */
export function recordExport(
  { records }: Pick<Desk, 'records'>,
  request: FastifyRequest,
  { bytes, ...file }: ExportedFile & { readonly purpose: string },
): Promise<string> {
  const fileSha256 = createHash('sha256').update(bytes).digest('hex')
  const entry = { ...file, fileSha256, byteCount: bytes.byteLength }
  return logExport(records, entry, visitorOf(request).account.account)
}

/**
 * Makes a file, writes down that it leaves, and answers it.
 * @example
 * await answerExport(desk, request, reply, request.body.purpose, async (watermark) => ({
 *   kind: 'roster', format: 'pdf', fileName, subjects, bytes: paperPdf(paper, { watermark }) }))
 * @throws Refusal `purpose-missing`, before anything is made
 */
export async function answerExport(
  desk: Pick<Desk, 'records'>,
  request: FastifyRequest,
  reply: FastifyReply,
  purpose: string,
  make: (watermark: string) => Promise<ExportedFile>,
): Promise<FastifyReply> {
  const told = demandPurpose(purpose)
  const file = await make(watermarkOf(visitorOf(request).account, new Date(), told))
  await recordExport(desk, request, { ...file, purpose: told })
  return reply
    .header('content-disposition', attachment(file.fileName))
    .header('cache-control', 'no-store')
    .type(mediaTypes[file.format])
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}
