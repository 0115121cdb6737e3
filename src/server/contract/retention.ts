/** What is kept for how long, what is due to be deleted, and deleting it: by the head, never by itself. */
import { z } from 'zod'
import { citation, date, instant, text } from './shared.ts'
import { written } from './written.ts'

const ground = z.enum(['retention', 'request'])

const duePerson = z.object({
  cadreId: z.string(),
  name: z.string(),
  since: z.string().describe('When the service ended, as far as it is known.'),
  ground,
  hindrance: z.object({ says: text, mend: text }).nullable().describe('Why the person cannot be deleted now.'),
})

const keptKind = z.object({
  rule: z.string(),
  kind: z.string().nullable().describe('Null where the system deletes nothing of it.'),
  label: text,
  months: z.int(),
  isConfirmed: z.boolean().describe('False: no public text was found, the place confirms it.'),
  basis: citation,
  until: date.describe('What ended before this day is over.'),
  due: z.int().nullable().describe('How many rows are over.'),
})

/** GET /api/retention */
export const retentionPage = z
  .object({
    today: date,
    people: z.array(duePerson),
    kinds: z.array(keptKind),
    erasures: z.array(z.object({ pseudonym: z.string(), ground, reason: z.string(), by: z.string(), at: instant })),
    expiries: z.array(
      z.object({ label: text, until: date, rows: z.int(), reason: z.string(), by: z.string(), at: instant }),
    ),
  })
  .meta({ id: 'RetentionPage' })

export const erasureParams = z.object({ cadreId: z.string().min(1).max(64) })
export const expiryParams = z.object({ kind: z.string().min(1).max(64) })

/** POST /api/retention/people/:cadreId */
export const newErasure = z.object({ reason: written(500), name: z.string().max(64).describe('Typed in again.') })

/** POST /api/retention/kinds/:kind → RetentionPage */
export const newExpiry = z.object({ reason: written(500) })

/** What became of it, and what remains. */
export const erased = z
  .object({
    pseudonym: z.string(),
    deleted: z.int(),
    changed: z.int(),
    auditEntries: z.int().describe('Entries of the audit log that hold the id; they are never changed.'),
    auditNamed: z.int().describe('Those that hold the name or number as well.'),
    namesakes: z.int().describe('Rows with a name of several people that say of nobody in particular.'),
    papers: z.int().describe('Files of cases that are kept by the rules on archives.'),
    page: retentionPage,
  })
  .meta({ id: 'Erased' })

export type RetentionPage = z.output<typeof retentionPage>
export type Erased = z.output<typeof erased>
export type NewErasure = z.input<typeof newErasure>
export type NewExpiry = z.input<typeof newExpiry>
