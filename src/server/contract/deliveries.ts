/** Deliveries of source departments (来源报送): what they hand in and its fate, and the desk of the office where it arrives. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { appliedCounts, importProblem } from './imports.ts'
import { date, instant, text } from './shared.ts'
import { day, kept, written } from './written.ts'

const channel = z.enum(identifiersOf('statementChannel'))
const aspect = z.enum(identifiersOf('aspect'))
const tone = z.enum(identifiersOf('tone'))

const deliveryFate = z
  .enum(['reading', 'mend', 'waiting', 'taken', 'returned', 'withdrawn'])
  .describe('mend: nothing could be read, mend the file; waiting: with the department.')

/** POST /api/deliveries/statements */
export const newStatement = z.object({
  person: written(60).describe('The name; the department finds out whom it means.'),
  post: written(200).describe('Unit and post as the source knows them.'),
  observedOn: day,
  aspect,
  tone,
  event: written(200),
  text: written(4_000),
  document: kept(200).describe('The number or name of the paper it rests on.'),
})

const statementShape = z.object({
  person: z.string(),
  post: z.string(),
  observedOn: date,
  aspect,
  tone,
  event: z.string(),
  text: z.string(),
  document: z.string(),
})

const source = z.object({
  channel,
  label: text,
  unitName: z.string().nullable(),
  everyMonths: z.int().nullable().describe('As agreed; null: nothing is agreed.'),
})

/** GET /api/deliveries/own: for the account of a source; `source` is null where it speaks for none. */
export const ownDeliveries = z
  .object({
    today: date,
    source: source.nullable(),
    last: date.nullable().describe('The newest delivery of this source, by whatever account or file.'),
    awaited: z.object({ on: date, overdue: z.boolean() }).nullable().describe('The next one as agreed.'),
    deliveries: z
      .array(
        z.object({
          deliveryId: z.string(),
          deliveredAt: instant,
          fate: deliveryFate,
          reason: z.string().nullable().describe('Why it was returned.'),
          settledAt: instant.nullable(),
          statement: statementShape.nullable(),
          file: z
            .object({
              name: z.string(),
              size: z.int(),
              problems: z.array(importProblem),
              counts: appliedCounts.shape.people.nullable().describe('Of people, once it was taken.'),
            })
            .nullable(),
        }),
      )
      .describe('The newest first.'),
  })
  .meta({ id: 'OwnDeliveries' })

/** GET /api/deliveries: statements that wait for an officer to tell whom they are about. */
export const arrivedDeliveries = z
  .object({
    today: date,
    rows: z.array(
      z.object({
        deliveryId: z.string(),
        channel,
        label: text,
        unitName: z.string().nullable(),
        deliveredAt: instant,
        statement: statementShape,
        people: z
          .array(z.object({ cadreId: z.string(), name: z.string(), post: z.string() }))
          .describe('Those on record by this name.'),
      }),
    ),
  })
  .meta({ id: 'ArrivedDeliveries' })

export const deliveryParams = z.object({ deliveryId: z.uuid() })

/** POST /api/deliveries/:deliveryId/outcome */
export const newOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('taken'), cadreId: z.string().min(1).max(64) }),
  z.object({ outcome: z.literal('returned'), reason: written(2_000) }),
])

/** PUT /api/officers/:account/source; null: it speaks for none any more. */
export const newSource = z.object({
  source: z
    .object({
      channel,
      unitId: z.string().min(1).max(64).optional(),
      everyMonths: z.int().min(1).max(60).optional(),
    })
    .nullable(),
  reason: written(2_000),
})

export type NewStatement = z.input<typeof newStatement>
export type NewOutcome = z.input<typeof newOutcome>
export type NewSource = z.input<typeof newSource>
export type OwnDeliveries = z.output<typeof ownDeliveries>
export type OwnDelivery = OwnDeliveries['deliveries'][number]
export type ArrivedDeliveries = z.output<typeof arrivedDeliveries>
