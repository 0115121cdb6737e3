import { z } from 'zod'
import { readiness } from './considerations.ts'
import { vacancySummary } from './home.ts'
import { comparedPerson } from './matrix.ts'
import { citation, date, limit, many, offset, postLevel, text } from './shared.ts'

const band = z.object({ from: z.int().nullable(), to: z.int().nullable().describe('Not included.'), label: text })

const ageGroup = {
  counts: z.array(z.int()).describe('One per band.'),
  prime: z.int(),
  unknown: z.int().describe('Whose birth date is not on record.'),
  total: z.int(),
}

/** GET /api/timing/ages */
export const ageQuery = z.object({ q: z.string().max(40).optional(), offset, limit: limit.default(30) })

export const agePage = z
  .object({
    asOf: date,
    bands: z.array(band),
    prime: band,
    pool: z.array(z.object({ level: postLevel, ages: z.array(z.int()), ...ageGroup })),
    total: z.int().describe('Teams.'),
    offset: z.int(),
    teams: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        people: z.array(z.object({ cadreId: z.string(), name: z.string(), age: z.int().nullable() })),
        empty: z.int(),
        ...ageGroup,
      }),
    ),
  })
  .meta({ id: 'AgePage' })

export const readinessStep = z.enum(['now', 'one', 'two', 'never', 'unknown'])

/** GET /api/timing/vacancies/:positionId */
export const readinessQuery = z.object({ step: readinessStep.default('one'), offset, limit })

export const readinessPage = z
  .object({
    asOf: date,
    until: date.describe('How far is looked ahead.'),
    vacancy: vacancySummary,
    counts: z.record(readinessStep, z.int()),
    total: z.int(),
    offset: z.int(),
    rows: z.array(z.object({ person: comparedPerson, readiness })),
  })
  .meta({ id: 'ReadinessPage' })

/** GET /api/timing/young */
export const youngQuery = z.object({
  level: many(postLevel),
  when: z.enum(['now', 'within-year']).optional(),
  reserve: z.enum(['true', 'false']).optional(),
  offset,
  limit,
})

export const youngPage = z
  .object({
    asOf: date,
    young: z.int().describe('Below the planning age of their level.'),
    unknown: z.int().describe('At such a level, birth date not on record.'),
    basis: citation,
    levels: z.array(z.object({ level: postLevel, under: z.int(), now: z.int(), withinYear: z.int() })),
    total: z.int(),
    offset: z.int(),
    rows: z.array(
      z.object({
        person: comparedPerson,
        age: z.int(),
        under: z.int(),
        target: postLevel,
        on: date,
        now: z.boolean(),
        seats: z.int().describe('Principal seats for which no rule excludes, of those looked at.'),
        of: z.int(),
        vacant: z.array(z.object({ positionId: z.string(), name: z.string() })),
        reserve: z.boolean().nullable(),
        excellent: z.array(z.int()),
        traits: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'YoungPage' })

const limitKind = z.enum(['retirement', 'promotion-age', 'duty'])

/** GET /api/timing/limits */
export const limitsQuery = z.object({
  kind: limitKind.optional(),
  month: z
    .string()
    .regex(/^(passed|\d{4}-\d{2})$/)
    .optional(),
  unit: z.string().max(64).optional().describe('Members of the team of a unit.'),
  within: z.coerce.number().int().min(1).max(120).optional().describe('Who leaves a seat within so many months.'),
  offset,
  limit,
})

export const limitsPage = z
  .object({
    asOf: date,
    until: date,
    months: z
      .array(z.object({ month: z.string(), counts: z.array(z.int()), total: z.int() }))
      .describe('What has passed, then month by month; counts in the order of kinds.'),
    kinds: z.array(limitKind),
    teams: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        members: z.int(),
        leaving: z.array(z.int()).describe('Within 12, 24 and 36 months.'),
        unknown: z.int(),
      }),
    ),
    total: z.int(),
    offset: z.int(),
    rows: z.array(
      z.object({
        person: comparedPerson,
        kind: limitKind,
        on: date,
        month: z.string(),
        basis: citation,
        rule: z.string(),
        says: text,
      }),
    ),
  })
  .meta({ id: 'LimitsPage' })

export type AgePage = z.output<typeof agePage>
export type ReadinessPage = z.output<typeof readinessPage>
export type ReadinessStep = z.output<typeof readinessStep>
export type YoungPage = z.output<typeof youngPage>
export type LimitsPage = z.output<typeof limitsPage>
export type LimitKindShape = z.output<typeof limitKind>
