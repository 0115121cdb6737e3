/** 双向管理: grades beside posts, rewards that evaluations give a ground for, and whom the rules ask people to look at. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, finding, limit, many, offset, text } from './shared.ts'

const grade = z.enum(identifiersOf('grade'))
const unit = z.string().max(64)
export const gradeState = z.enum(['open', 'waiting', 'ahead', 'later', 'unmet', 'unknown'])
export const rewardKind = z.enum(['commendation', 'merit-3'])

const person = z.object({
  cadreId: z.string(),
  name: z.string(),
  post: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
})

/** GET /api/grades */
export const gradeQuery = z.object({ unit: unit.optional(), to: many(grade), state: many(gradeState), offset, limit })

export const gradeStep = person
  .extend({
    from: grade.nullable(),
    to: grade,
    state: gradeState,
    fromDay: date.nullable().describe('The day from which the time is reached, where time alone is lacking.'),
    free: z.int().nullable().describe('Free places of the unit; null where its staffing quota is not on record.'),
    place: z.int().nullable().describe('Place in the order of the unit for this grade; equal ones share it.'),
    excellentYears: z.int(),
    monthsInGrade: z.int().nullable(),
    monthsOfService: z.int().nullable(),
    findings: z.array(finding).describe('What is not met, not known, or left to people.'),
  })
  .meta({ id: 'GradeStep' })

export const gradeShare = z.object({
  grades: z.array(grade),
  places: z.int().nullable(),
  filled: z.int(),
  basis: citation,
})

export const gradePage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z.array(z.object({ state: gradeState, count: z.int() })),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), open: z.int(), waiting: z.int() })),
    unit: z
      .object({ unitId: z.string(), name: z.string(), quota: z.int().nullable(), shares: z.array(gradeShare) })
      .nullable(),
    order: z.array(text).describe('What the order compares, first to last; set by the place.'),
    orderBasis: citation,
    steps: z.array(gradeStep),
  })
  .meta({ id: 'GradePage' })

/** GET /api/rewards */
export const rewardQuery = z.object({ kind: many(rewardKind), unit: unit.optional(), offset, limit })
export const rewardPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z.array(z.object({ kind: rewardKind, count: z.int() })),
    due: z.array(
      person.extend({
        kind: rewardKind,
        year: z.int(),
        reason: text,
        basis: citation,
        evidence: z.array(z.string()),
      }),
    ),
    shares: z
      .array(
        z.object({
          unitId: z.string(),
          unitName: z.string(),
          year: z.int(),
          evaluated: z.int(),
          excellent: z.int(),
          most: z.int(),
          mostApproved: z.int(),
        }),
      )
      .describe('Units whose share of excellent results exceeds what the rule generally allows.'),
    sharesBasis: citation,
  })
  .meta({ id: 'RewardPage' })

/** GET /api/fitness, GET /api/tolerance: whom people are asked to look at. */
export const askedQuery = z.object({ unit: unit.optional(), offset, limit })
export const askedPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    people: z.array(person.extend({ findings: z.array(finding) })),
  })
  .meta({ id: 'AskedPage' })

export type GradeQuery = z.output<typeof gradeQuery>
export type GradePage = z.output<typeof gradePage>
export type GradeStepShape = z.output<typeof gradeStep>
export type RewardQuery = z.output<typeof rewardQuery>
export type RewardPage = z.output<typeof rewardPage>
export type AskedQuery = z.output<typeof askedQuery>
export type AskedPage = z.output<typeof askedPage>
