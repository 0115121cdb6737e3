import { z } from 'zod'
import { dossier } from './dossier.ts'
import { date, finding, instant, limit, offset, text } from './shared.ts'
import { day } from './written.ts'

const seat = z.object({ positionId: z.string(), unitName: z.string(), title: z.string() })

/** GET /api/cadres/:cadreId/then */
export const dossierThenQuery = z.object({
  asOf: day.optional().describe('What was true on this day; the day of the screens where left out.'),
  knownAt: day
    .or(instant)
    .optional()
    .describe('What had been recorded by the end of this day, or by this moment; all of it where left out.'),
  seat: z.string().max(64).optional().describe('The seat compared with; the first vacancy compared where left out.'),
})

/** The dossier as it was: what was true on one day, as known at a moment. Recorded in the audit. */
export const dossierThen = z
  .object({
    asOf: date,
    knownAt: instant,
    dossier: dossier.nullable().describe('Null where nothing was recorded of this person by then.'),
    estimatesOf: z
      .object({ asOf: date, madeAt: instant })
      .nullable()
      .describe('The last analysis made by that moment; null where there was none.'),
    seat: seat.nullable(),
    seats: z.array(seat).describe('Vacancies of the present edition to compare with, those nothing excludes.'),
    findings: z.array(finding).describe('The rules of the seat, worked out from the facts as known then.'),
  })
  .meta({ id: 'DossierThen' })

/** GET /api/cadres/:cadreId/history */
export const dossierHistoryQuery = z.object({
  table: z.string().max(32).optional(),
  offset,
  limit,
})

const value = z.object({ field: text, was: text.nullable(), became: text.nullable() })

const recordChange = z
  .object({
    at: instant,
    table: z.string(),
    label: text,
    kind: z.enum(['added', 'changed', 'removed']),
    subject: text.describe('Which row: 2019.06 财政局 局长.'),
    trueFrom: date.nullable().describe('The other clock: when the fact began or was made.'),
    values: z.array(value).describe('Of a changed row the fields that changed, of another all that are known.'),
    by: text.nullable(),
    import: z.object({ importId: z.string(), files: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'RecordChange' })

/** Every change of what is recorded about one person, newest first. */
export const dossierHistory = z
  .object({
    total: z.int(),
    offset: z.int(),
    rows: z.array(recordChange),
    tables: z.array(z.object({ table: z.string(), label: text, count: z.int() })),
    arrivals: z
      .array(
        z.object({
          at: instant,
          until: instant.describe(
            'The last moment at which nothing later was known: the day, or just before the next.',
          ),
          isWholeDay: z.boolean(),
          count: z.int(),
          tables: z.array(z.object({ label: text, count: z.int() })),
        }),
      )
      .describe('When something was recorded, oldest first.'),
  })
  .meta({ id: 'DossierHistory' })

/** GET /api/cadres/:cadreId/kin: relatives in the system, and what the rules on recusal say of each seat. */
export const dossierKin = z
  .object({
    relatives: z.array(z.object({ cadreId: z.string(), name: z.string(), says: text })),
    seats: z
      .array(seat.extend({ isHeld: z.boolean(), findings: z.array(finding) }))
      .describe('The present seat, then the vacancies compared of which some rule is not met.'),
    clear: z.int().describe('Vacancies compared of which every rule on recusal is met.'),
  })
  .meta({ id: 'DossierKin' })

export type DossierThen = z.output<typeof dossierThen>
export type RecordChange = z.output<typeof recordChange>
export type DossierHistory = z.output<typeof dossierHistory>
export type DossierKin = z.output<typeof dossierKin>
