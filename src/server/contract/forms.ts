/** Appointment forms out: one to look at, files, batches. */
import { z } from 'zod'
import { exportPurpose } from './exports.ts'
import { rosterFilter } from './roster.ts'
import { date, instant } from './shared.ts'
import { day } from './written.ts'

export const formEdition = z.enum(['usual', '2025'])
export const formFormat = z.enum(['pdf', 'docx', 'lrmx'])

/** Ages are counted to `ageAsOf`; without it to what the form that came in says, or the day of the facts. */
const formChoices = z.object({ edition: formEdition.default('usual'), ageAsOf: day.optional() })

/** GET /api/cadres/:cadreId/form */
export const formPreviewQuery = formChoices

export const formPreview = z
  .object({
    asOf: date,
    edition: formEdition,
    svg: z.string().describe('All pages, one below the other.'),
    pages: z.int(),
    continued: z
      .boolean()
      .describe('Something did not fit at the smallest size, or there are more than seven relatives.'),
    missing: z.array(z.string()).describe('Characters that no font has, with their codes: empty boxes on paper.'),
    standing: z
      .object({ source: z.string(), at: instant })
      .nullable()
      .describe('The form that came in; without it all texts are written from the facts.'),
  })
  .meta({ id: 'FormPreview' })

/** POST /api/cadres/:cadreId/form: the file itself. */
export const formExport = formChoices.extend({ format: formFormat, purpose: exportPurpose })

export const mostForms = 2000
const entry = z.string().trim().max(500).optional()

/** POST /api/forms/people: names or ids, one a line or parted by commas. */
export const peopleText = z.object({ text: z.string().max(50_000) })

const formPerson = z.object({ cadreId: z.string(), name: z.string(), unit: z.string(), title: z.string() })

export const peopleFound = z
  .object({
    found: z.array(formPerson),
    several: z
      .array(z.object({ name: z.string(), people: z.array(formPerson) }))
      .describe('Namesakes: to choose from.'),
    unknown: z.array(z.string()),
  })
  .meta({ id: 'PeopleFound' })

/** POST /api/forms: a batch; people by ids or by the filter of the roster. */
export const formOrder = formChoices.extend({
  people: z.union([
    z.object({ cadreIds: z.array(z.string().max(64)).min(1).max(mostForms) }),
    z.object({ filter: rosterFilter }),
  ]),
  formats: z.array(formFormat).min(1).max(3),
  purpose: exportPurpose,
  filledOn: day.optional(),
  submittedBy: entry,
  filledBy: entry,
  reason: entry,
})

export const formBatch = z
  .object({
    batchId: z.string(),
    begunAt: instant,
    state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
    purpose: z.string(),
    formats: z.array(formFormat),
    edition: formEdition,
    people: z.int(),
    names: z.array(z.string()).describe('The first of them.'),
    done: z.int(),
    failures: z.array(z.object({ cadreId: z.string(), name: z.string(), reason: z.string() })),
    missing: z.int().describe('Forms with characters that no font has; a sheet in the zip names them.'),
    seconds: z.number(),
    byteCount: z.int().nullable(),
    keptUntil: instant.nullable(),
  })
  .meta({ id: 'FormBatch' })

/** GET /api/forms: the batches of this account that are still kept. */
export const formBatches = z.object({ batches: z.array(formBatch) }).meta({ id: 'FormBatches' })

export type FormEdition = z.output<typeof formEdition>
export type FormFormatName = z.output<typeof formFormat>
export type FormPreview = z.output<typeof formPreview>
export type FormExport = z.input<typeof formExport>
export type FormOrderShape = z.input<typeof formOrder>
export type FormBatchShape = z.output<typeof formBatch>
export type FormBatches = z.output<typeof formBatches>
export type PeopleFound = z.output<typeof peopleFound>
