import { z } from 'zod'
import { careerStep } from './dossier.ts'
import { exportPurpose } from './exports.ts'
import { rosterLine } from './roster.ts'
import { date, estimate, finding, instant, text, verdict } from './shared.ts'

export const sheetOutput = z.enum(['direction', 'room', 'goal', 'strengths', 'seats', 'path'])
const certainty = z
  .enum(['separable', 'leaning', 'inseparable'])
  .describe('How surely it holds: P ≥ .95, .80 – .95, less; facts of the record are separable.')

const ground = z.object({
  kind: z.enum(['estimate', 'record', 'rule', 'list', 'need']),
  id: z.string(),
  says: text,
})

export const judgement = z
  .object({
    id: z.string(),
    output: sheetOutput,
    stance: z.enum(['agree', 'differ', 'add']),
    text: z.string(),
    signedBy: z.string(),
    recordedAt: instant,
    asOf: date.describe('The as-of date of the sheet that was on the table.'),
  })
  .meta({ id: 'Judgement' })

/** GET /api/cadres/:cadreId/sheet */
export const sheet = z
  .object({
    asOf: date,
    outputs: z.array(
      z.object({
        output: sheetOutput,
        lines: z.array(z.object({ id: z.string(), says: text, certainty, grounds: z.array(ground) })),
        judgements: z.array(judgement).describe('Oldest first.'),
      }),
    ),
  })
  .meta({ id: 'Sheet' })

/** POST /api/cadres/:cadreId/judgements: a person's judgement beside the sheet, signed with the account. */
export const newJudgement = z
  .object({
    output: sheetOutput,
    stance: z.enum(['agree', 'differ', 'add']),
    text: z.string().trim().max(2000),
  })
  .refine(({ stance, text: said }) => stance === 'agree' || said !== '', {
    message: 'a judgement that differs or adds says what',
    path: ['text'],
  })
  .meta({ id: 'NewJudgement' })

/** GET /api/comparison?cadres=A&cadres=B&position=P: two to five people on one sheet, beside a seat or without one. */
export const comparisonQuery = z.object({
  cadres: z
    .union([
      z.array(z.string().max(64)),
      z
        .string()
        .max(64)
        .transform((one) => [one]),
    ])
    .refine((ids) => new Set(ids).size === ids.length && ids.length >= 2 && ids.length <= 5, {
      message: 'two to five different cadres',
    }),
  position: z.string().min(1).max(64).optional().describe('A vacancy whose rules are asked of each.'),
})

/** POST /api/comparison/file: the comparison as a paper; the export is written down. */
export const comparisonOrder = comparisonQuery.extend({ format: z.enum(['xlsx', 'pdf']), purpose: exportPurpose })

const compared = z.object({
  cadreId: z.string(),
  estimate,
  unitMean: z.number().nullable().describe('Mean of the members of the same unit; null below five.'),
  lastYear: z
    .object({ says: text, certainty })
    .nullable()
    .describe('Against the own survey before, where ratings are followed from survey to survey.'),
})

/** Measures side by side. Who cannot be told apart stands in one tier; inside it, by strokes of the surname. */
export const comparison = z
  .object({
    asOf: date,
    people: z.array(
      z.object({
        cadreId: z.string(),
        name: z.string(),
        hasPhoto: z.boolean(),
        line: rosterLine.describe('The fields of the roster that a comparison shows.'),
        career: z.array(careerStep).describe('Oldest first.'),
        lines: z.array(z.object({ output: sheetOutput, says: text, certainty })),
        against: z
          .object({ verdict: verdict.describe('Over all rules.'), findings: z.array(finding) })
          .nullable()
          .describe('What the rules of the seat find; null where no seat is asked about.'),
      }),
    ),
    seat: z
      .object({
        positionId: z.string(),
        unitId: z.string(),
        unitName: z.string(),
        title: z.string(),
        ofTeam: z.boolean().describe('A seat of a leading team.'),
      })
      .nullable(),
    measures: z.array(
      z.object({
        measure: z.string(),
        label: text,
        entries: z.array(compared).describe('In the order of `people`; one without an estimate is left out.'),
        groups: z.array(z.object({ id: z.string(), quantiles: z.array(z.number()) })),
        tiers: z
          .array(z.array(z.string()))
          .describe('Cadres from the highest tier down; empty where they may not all be compared.'),
        certainty: certainty
          .nullable()
          .describe(
            'How surely the furthest two are told apart; of several tiers always separable. Null where they may not be compared.',
          ),
        statement: text,
      }),
    ),
  })
  .meta({ id: 'Comparison' })

export type Sheet = z.output<typeof sheet>
export type NewJudgement = z.output<typeof newJudgement>
export type ComparisonQuery = z.output<typeof comparisonQuery>
export type Comparison = z.output<typeof comparison>
