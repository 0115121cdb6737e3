/** Files out and their log: what for, who, when, about whom. */
import { z } from 'zod'
import { exportKinds } from '#domain/lexicon/export-terms.ts'
import { officer } from './officers.ts'
import { instant, limit, offset } from './shared.ts'
import { day } from './written.ts'

export const shortestPurpose = 2
export const longestPurpose = 200

/** What a file is for. Without it nothing leaves (422 `purpose-missing`), so that the answer can say how to go on. */
export const exportPurpose = z
  .string()
  .max(2000)
  .default('')
  .describe(`What the file is for, ${shortestPurpose} to ${longestPurpose} characters; required.`)

export const exportKind = z.enum(exportKinds)
export const exportFormat = z.enum(['pdf', 'xlsx', 'docx', 'lrmx', 'lrm', 'zip', 'ics'])

/** GET /api/exports: an officer sees the own ones, the head all. */
export const exportQuery = z.object({
  cadreId: z.string().max(64).optional().describe('Only files with papers of this person.'),
  by: z.string().max(64).optional().describe('An account.'),
  kind: exportKind.optional(),
  words: z.string().trim().max(64).optional().describe('In the purpose or the name of the file.'),
  from: day.optional(),
  to: day.optional(),
  offset,
  limit,
})

export const loggedExport = z
  .object({
    exportId: z.string(),
    at: instant,
    by: officer,
    kind: exportKind,
    purpose: z.string(),
    format: exportFormat,
    fileName: z.string(),
    fileSha256: z.string(),
    byteCount: z.int(),
    people: z.int(),
    names: z.array(z.string()).describe('The first of them.'),
  })
  .meta({ id: 'LoggedExport' })

export const exportPage = z
  .object({
    total: z.int(),
    offset: z.int(),
    everybody: z.boolean().describe('Whether exports of all accounts are shown, or only the own.'),
    rows: z.array(loggedExport),
  })
  .meta({ id: 'ExportPage' })

export type ExportKind = z.output<typeof exportKind>
export type ExportFormat = z.output<typeof exportFormat>
export type LoggedExportShape = z.output<typeof loggedExport>
export type ExportPage = z.output<typeof exportPage>
