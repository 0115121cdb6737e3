import { z } from 'zod'
import { ruleId } from './law.ts'
import {
  citation,
  date,
  evaluationResult,
  finding,
  limit,
  many,
  move,
  offset,
  postLevel,
  role,
  tenureKind,
  text,
  verdict,
} from './shared.ts'
import { seat } from './vacancy.ts'

/** A person compared with a seat. */
export const comparedPerson = z.object({
  cadreId: z.string(),
  name: z.string(),
  unitName: z.string().nullable(),
  title: z.string().nullable(),
  postLevel: postLevel.nullable(),
})

/** How many people a rule sorts which way at one seat; the five add up to everybody whom the page is about. */
const tally = z.object({
  met: z.int(),
  unmet: z.int(),
  unknown: z.int(),
  discretion: z.int(),
  none: z.int().describe('The rule does not bear on them.'),
})

/** A rule that bears on the seat: one column of the matrix. */
export const matrixColumn = z
  .object({
    rule: ruleId,
    basis: citation,
    binding: z.boolean().describe('false: awaits confirmation, so a failure warns and never excludes.'),
    counts: tally,
    excludes: z.int().describe('People whose overall verdict is unmet through this rule, among others.'),
    alone: z.int().describe('People whom this rule alone excludes.'),
  })
  .meta({ id: 'MatrixColumn' })

export const matrixRow = z
  .object({
    ...comparedPerson.shape,
    move: move.nullable().describe('What the appointment would be; null where the present level is unknown.'),
    verdict: verdict.describe('Over all rules.'),
    verdicts: z.array(verdict.nullable()).describe('One per column, in their order; null = does not bear.'),
    blocking: z.array(z.string()).describe('Rules that exclude; exactly one = a near miss.'),
    missing: z.array(z.string()).describe('Facts that would settle an unknown: cadres.born_on.'),
    turnsOn: date
      .nullable()
      .describe(
        'The first day within the horizon on which time alone changes the overall verdict; not looked for while turning is null, nor for a move to a lower level.',
      ),
    turnsTo: verdict.nullable().describe('What it becomes on that day.'),
  })
  .meta({ id: 'MatrixRow' })

/** GET /api/vacancies/:positionId/rules */
export const matrixQuery = z.object({
  verdict: many(verdict).describe('The overall verdict.'),
  rule: ruleId.optional().describe('With code: people about whom this rule says so.'),
  code: verdict.default('unmet'),
  only: z
    .enum(['near', 'turning'])
    .optional()
    .describe('near: fails exactly one rule. turning: time alone will change it.'),
  missing: z.string().max(80).optional().describe('People for whom this fact is missing.'),
  move: z
    .enum(['demotion', 'any'])
    .optional()
    .describe(
      'Moves to a lower level are left out; demotion: them alone, any: them too. columns and missing follow it.',
    ),
  q: z.string().trim().max(64).optional().describe('Part of a name or an id.'),
  sort: z
    .enum(['verdict', 'post', 'turnsOn', 'failing'])
    .default('verdict')
    .describe(
      'verdict: met, discretion, unknown, unmet; failing: fewest excluding rules first. Never an order of merit.',
    ),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset,
  limit,
})

export const matrix = z
  .object({
    asOf: date,
    seat,
    compared: z.int().describe('Everybody in service who does not hold the seat.'),
    counts: z
      .record(verdict, z.int())
      .describe('People by overall verdict, those of `lower` left out; no filter applied.'),
    lower: z.int().describe('Moves to a lower level, which go by another procedure; with the counts: all compared.'),
    near: z.int().describe('People whom exactly one rule excludes.'),
    turning: z
      .int()
      .nullable()
      .describe(
        'People whose verdict time alone changes within the horizon. null until that is worked out: the horizon, only=turning and sort=turnsOn wait for it.',
      ),
    horizon: date.describe('Last day looked at for turnsOn: 24 months on.'),
    columns: z.array(matrixColumn),
    missing: z.array(z.object({ field: z.string(), label: text, count: z.int() })).describe('Most frequent first.'),
    total: z.int().describe('Rows that the filter leaves.'),
    offset: z.int(),
    rows: z.array(matrixRow),
  })
  .meta({ id: 'EligibilityMatrix' })

/** GET /api/vacancies/:positionId/horizon */
export const horizonQuery = z.object({
  months: z.coerce.number().int().min(1).max(60).default(24),
  only: z
    .enum(['gains', 'losses'])
    .optional()
    .describe('Turns after which a person may be considered, or no longer may.'),
  offset,
  limit,
})

const turn = z
  .object({
    person: comparedPerson,
    on: date.describe('The first day on which the verdict is another by the passing of time alone.'),
    from: verdict,
    to: verdict,
    rules: z
      .array(z.object({ rule: ruleId, basis: citation, from: verdict.nullable(), to: verdict.nullable() }))
      .describe('The rules that turn on that day; null = does not bear.'),
  })
  .meta({ id: 'Turn' })

export const horizon = z
  .object({
    asOf: date,
    until: date,
    seat,
    eligibleNow: z.int().describe('People whom no rule excludes and no missing fact holds back: met or discretion.'),
    months: z
      .array(z.object({ month: date, gains: z.int(), losses: z.int() }))
      .describe('Every month of the horizon: people who become eligible, and who cease to be.'),
    total: z.int().describe('Turns that the filter leaves.'),
    offset: z.int(),
    turns: z.array(turn).describe('By day. One person may turn more than once.'),
  })
  .meta({ id: 'Horizon' })

/**
 * POST /api/vacancies/:positionId/cadres/:cadreId/supposing: what the rules would say if the record held more. Nothing is
 * stored. Rows that begin after the as-of date do not count on that day, as everywhere.
 */
export const supposition = z.object({
  asOf: date
    .optional()
    .describe('Another day, with the day known; the as-of date of the screens where left out, and not before it.'),
  tenures: z
    .array(
      z.object({
        from: date,
        to: date.nullable().default(null),
        kind: tenureKind.default('seconded').describe('seconded leaves the present post as it is.'),
        title: z.string().trim().max(100).default('').describe('What tells one post from another.'),
        postLevel: postLevel.nullable().default(null),
        role: role.nullable().default(null),
        grassroots: z.boolean().default(true),
      }),
    )
    .max(10)
    .default([]),
  evaluations: z
    .array(z.object({ year: z.int().min(1950).max(2200), result: evaluationResult }))
    .max(10)
    .default([])
    .describe('In place of the recorded result of the same year, where there is one.'),
  trainings: z
    .array(z.object({ from: date, to: date.nullable().default(null), hours: z.number().min(0).max(2000) }))
    .max(20)
    .default([]),
})

const side = z.object({ asOf: date, verdict, findings: z.array(finding) })

export const supposed = z
  .object({
    person: comparedPerson,
    before: side.describe('The record as it is, on the as-of date of the screens.'),
    after: side,
    changes: z
      .array(z.object({ rule: ruleId, basis: citation, from: verdict.nullable(), to: verdict.nullable() }))
      .describe('Rules that say something else; null = does not bear.'),
  })
  .meta({ id: 'Supposed' })

export type MatrixQuery = z.input<typeof matrixQuery>
export type Matrix = z.output<typeof matrix>
export type MatrixColumn = z.output<typeof matrixColumn>
export type MatrixRow = z.output<typeof matrixRow>
export type ComparedPerson = z.output<typeof comparedPerson>
export type Horizon = z.output<typeof horizon>
export type Turn = z.output<typeof turn>
export type Supposition = z.input<typeof supposition>
export type Supposed = z.output<typeof supposed>
