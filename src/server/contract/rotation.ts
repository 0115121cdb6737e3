import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, dueState, limit, many, offset, postLevel, text } from './shared.ts'
import { wave } from './wave.ts'

export const keyKind = z.enum(identifiersOf('keyKind'))

/** GET /api/rotation */
export const rotationQuery = z.object({
  state: many(dueState),
  rule: many(z.string().max(80)),
  unit: z.string().max(64).optional().describe('A unit and everything under it.'),
  period: z
    .string()
    .regex(/^(overdue|\d{4}(H[12]|-(0[1-9]|1[0-2]))?)$/)
    .optional()
    .describe('What is overdue, a half-year 2027H1, a year 2027 or a month 2027-03.'),
  kind: many(keyKind).describe('Of key seats.'),
  level: many(postLevel),
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
    months: z
      .array(z.object({ month: date, count: z.int() }))
      .describe('Duties not overdue by month, of the unit, rule, kind and level chosen.'),
    rules: z.array(z.object({ rule: z.string(), title: text, count: z.int() })).describe('Of the whole list.'),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), count: z.int() })).describe('Of the whole list.'),
  })
  .meta({ id: 'RotationPage' })

export type RotationQuery = z.output<typeof rotationQuery>
export type RotationRow = z.output<typeof rotationRow>
export type RotationPage = z.output<typeof rotationPage>
