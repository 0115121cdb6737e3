import { z } from 'zod'
import { citation, date, dueState, limit, many, offset, postLevel, text } from './shared.ts'
import { wave } from './wave.ts'

/** GET /api/rotation */
export const rotationQuery = z.object({
  state: many(dueState),
  rule: many(z.string().max(80)),
  unit: z.string().max(64).optional().describe('A unit and everything under it.'),
  period: z
    .string()
    .regex(/^(overdue|\d{4}H[12])$/)
    .optional()
    .describe('A bar of the wave.'),
  sort: z.enum(['dueOn', 'name', 'unit', 'since']).default('dueOn'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset,
  limit,
})

export const rotationRow = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    positionId: z.string(),
    unitName: z.string().nullable(),
    title: z.string().nullable(),
    postLevel: postLevel.nullable(),
    rule: z.string(),
    basis: citation,
    since: date,
    dueOn: date,
    state: dueState,
    reason: text,
  })
  .meta({ id: 'RotationRow' })

export const rotationPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z.object({ overdue: z.int(), dueWithinYear: z.int(), later: z.int() }).describe('Of the whole list.'),
    rows: z.array(rotationRow),
    wave,
  })
  .meta({ id: 'RotationPage' })

export type RotationQuery = z.output<typeof rotationQuery>
export type RotationRow = z.output<typeof rotationRow>
export type RotationPage = z.output<typeof rotationPage>
