/** The reserve followed over time (后备干部跟踪): no sign is among it, and talks stay with those who may read them. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { officer } from './officers.ts'
import { planState, planStep } from './plans.ts'
import { citation, date, evaluationResult, limit, offset, text } from './shared.ts'

const shortfallKind = z.enum(identifiersOf('shortfallKind'))
const only = z.enum(['no-responsible', 'changed', 'guidance', 'no-plan', ...identifiersOf('shortfallKind')])

/** GET /api/reserve. `since`: what changed from that day on; the last look of the account where left out. */
export const reserveQuery = z.object({ since: z.iso.date().optional(), only: only.optional(), offset, limit })

/** How somebody stood in one survey among those rated together, with 90 %; in standard deviations of people. */
export const ratedOn = z.object({ on: date, value: z.number(), lower: z.number(), upper: z.number() })

const change = z.object({ kind: z.enum(identifiersOf('courseChange')), says: text })

export const reserveRow = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    post: z.string(),
    since: date.nullable().describe('In the reserve since, where it was recorded here.'),
    responsible: z.array(officer),
    evaluations: z.array(z.object({ year: z.int(), result: evaluationResult })).describe('Newest first.'),
    ratings: z.array(ratedOn).describe('Surveys that can be compared, oldest first.'),
    lastContact: date.nullable(),
    contactDue: z.boolean(),
    needs: z.int(),
    changes: z.array(change),
    shortfalls: z.array(shortfallKind),
    guidance: z.int().describe('Under way, as far as this account handles it.'),
    plan: z.object({ state: planState, matterId: z.string() }).nullable(),
  })
  .meta({ id: 'ReserveRow' })

export const reservePage = z
  .object({
    asOf: date,
    since: date,
    isOwnLook: z.boolean().describe('`since` is the day of the last look of this account.'),
    total: z.int(),
    offset: z.int(),
    counts: z.array(z.object({ only, label: text, count: z.int() })),
    scale: z.object({ from: z.number(), to: z.number() }).describe('Of the ratings of the whole list.'),
    rows: z.array(reserveRow),
  })
  .meta({ id: 'ReservePage' })

/** GET /api/reserve/:cadreId. Opening it is recorded in the audit. */
export const reserveCourse = z
  .object({
    cadreId: z.string(),
    asOf: date,
    reserve: z.boolean().nullable(),
    tracking: z
      .object({
        matterId: z.string().nullable().describe('null: not for this account.'),
        responsible: z.array(officer),
      })
      .nullable(),
    evaluations: reserveRow.shape.evaluations,
    ratings: z.array(ratedOn),
    posts: z.array(z.object({ from: date, title: z.string(), kind: z.string() })),
    hours: z.array(z.object({ year: z.int(), hours: z.number() })),
    honours: z.array(z.object({ on: date, title: z.string() })),
    contacts: z.array(
      z.object({
        statementId: z.string(),
        channel: z.string(),
        on: date,
        source: z.string().nullable(),
        says: z.string(),
      }),
    ),
    changes: z.array(change),
    since: date,
    shortfalls: z.array(
      z.object({
        kind: shortfallKind,
        source: z.string(),
        says: text,
        basis: citation.nullable(),
        evidence: z.array(z.string()),
        matterId: z.string().nullable().describe('The guidance that took it up, where the account may see it.'),
      }),
    ),
    plan: z.object({ matterId: z.string(), steps: z.array(planStep) }).nullable(),
  })
  .meta({ id: 'ReserveCourse' })
export const reserveParams = z.object({ cadreId: z.string().max(64) })

export type ReserveQuery = z.output<typeof reserveQuery>
export type ReserveOnly = z.output<typeof only>
export type ReserveRow = z.output<typeof reserveRow>
export type ReservePage = z.output<typeof reservePage>
export type ReserveCourseShape = z.output<typeof reserveCourse>
export type RatedOn = z.output<typeof ratedOn>
