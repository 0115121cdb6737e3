/** The papers of the office: what they are made of, how they look before they are taken out. */
import { z } from 'zod'
import { exportPurpose } from './exports.ts'
import { date, instant, text } from './shared.ts'

export const officePapers = [
  'motion-overview',
  'secretaries-overview',
  'committee-overview',
  'transfer-proposal',
  'discussion-list',
  'discipline-opinion',
  'ballot-paper',
  'count-report',
  'appraisal-plan',
  'roster',
  'post-quota',
] as const
export const officePaper = z.enum(officePapers)
export const pageFormat = z.enum(['a4-portrait', 'a4-landscape', 'a3-portrait', 'a3-landscape'])
export const paperFileFormat = z.enum(['pdf', 'xlsx'])

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const title = z.string().trim().min(1).max(80)
const cadreId = z.string().max(64)
const post = z.string().trim().max(200).default('')

/** What a paper is made from. `units` is for the table of posts alone, and nothing else is. */
export const paperSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('people'),
    people: z
      .array(z.object({ cadreId, proposedPost: post, removedPost: post }))
      .min(1)
      .max(500),
  }),
  z.object({ kind: z.literal('slate'), slateId: z.uuid(), plan: z.int().min(0).max(20) }),
  z.object({ kind: z.literal('cases'), caseIds: z.array(z.uuid()).min(1).max(200) }),
  z.object({ kind: z.literal('units'), unitId: z.string().max(64).optional() }),
])

export const paperRequest = z.object({
  paper: officePaper,
  source: paperSource,
  title: title.optional().describe('The usual one where left out.'),
  month: month.optional().describe('Printed on the paper; that of the edition where left out.'),
  copies: z.int().min(1).max(500).default(1).describe('Of a ballot paper: one a voter.'),
  third: z.enum(['abstain', 'defer']).default('abstain').describe('The third box of a ballot: 弃权 or 缓议.'),
})

/** POST /api/papers/file */
export const paperOrder = paperRequest.extend({ format: paperFileFormat, purpose: exportPurpose })

const photoMark = z.object({ photo: z.literal(true) })

/** POST /api/papers/preview: the paper as it will be printed; texts are Chinese, as the paper is. */
export const paperView = z
  .object({
    title: z.string(),
    marking: z.string(),
    left: z.string(),
    right: z.string(),
    page: pageFormat,
    header: z
      .array(z.array(z.object({ label: z.string(), column: z.int(), columnSpan: z.int(), rowSpan: z.int() })))
      .describe('One row of cells, or two.'),
    columns: z.array(z.object({ width: z.number(), left: z.boolean() })),
    groups: z.array(
      z.object({ title: z.string().nullable(), rows: z.array(z.array(z.union([z.string(), photoMark]))) }),
    ),
    notes: z.array(z.string()),
    signatures: z.array(z.string()),
    people: z.int().describe('How many it is about, also those beyond the rows shown.'),
  })
  .meta({ id: 'PaperView' })

/** GET /api/papers/choices */
export const paperChoices = z
  .object({
    asOf: date,
    papers: z.array(z.object({ kind: officePaper, label: text, title: z.string(), page: pageFormat })),
    slates: z.array(z.object({ slateId: z.string(), name: z.string(), recordedAt: instant, plans: z.array(z.int()) })),
    cases: z.array(z.object({ caseId: z.string(), title: z.string(), batch: z.string().nullable(), people: z.int() })),
  })
  .meta({ id: 'PaperChoices' })

export type OfficePaper = z.output<typeof officePaper>
export type PaperSource = z.output<typeof paperSource>
export type PaperRequest = z.output<typeof paperRequest>
export type PaperView = z.output<typeof paperView>
export type PaperChoices = z.output<typeof paperChoices>
