import { z } from 'zod'
import { date, limit, many, offset, postLevel, text } from './shared.ts'

const severity = z.enum(['minor', 'moderate', 'serious'])

/** GET /api/signs */
export const signsQuery = z.object({
  kind: many(z.string().max(40)),
  severity: many(severity),
  offset,
  limit,
})

export const earlySign = z
  .object({
    kind: z.string(),
    label: text,
    cadreId: z.string().nullable().describe('Nobody is named in a list: the dossier names the person.'),
    postLevel: postLevel.nullable(),
    unit: z.object({ unitId: z.string(), name: z.string().nullable() }).nullable(),
    raisedOn: date,
    severity,
    reason: text,
    look: text.describe('What a person should look at.'),
    evidence: z.array(z.string()),
  })
  .meta({
    id: 'EarlySign',
    description: 'A reason to look, to be checked by a person; never a finding against anybody.',
  })

export const falseAlarms = z
  .object({
    kind: z.string(),
    label: text,
    compared: z.int().describe('Comparisons whose sign would stand today.'),
    expected: z.number().describe('How many signs chance alone is expected to raise among them.'),
    per1000: z.number(),
    rises: z.int().describe('How many rose as much as a fall is called.'),
    raised: z.int(),
  })
  .meta({ id: 'FalseAlarms' })

export const signsPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z
      .array(z.object({ kind: z.string(), label: text, minor: z.int(), moderate: z.int(), serious: z.int() }))
      .describe('Of the whole list.'),
    rows: z.array(earlySign),
    falseAlarms: z.array(falseAlarms),
  })
  .meta({ id: 'SignsPage' })

/** GET /api/cadres/:cadreId/signs */
export const cadreSigns = z
  .object({
    asOf: date,
    rows: z.array(earlySign),
    course: z
      .array(
        z.object({
          surveyId: z.string(),
          on: date,
          value: z.number().describe('Standing among those rated by the same people, in SD of people.'),
          lower: z.number(),
          upper: z.number(),
          expected: z.number().nullable(),
          isLower: z.boolean(),
        }),
      )
      .nullable()
      .describe('Survey by survey, where ratings fell.'),
  })
  .meta({ id: 'CadreSigns' })

export type SignsQuery = z.output<typeof signsQuery>
export type EarlySignShape = z.output<typeof earlySign>
export type FalseAlarmsShape = z.output<typeof falseAlarms>
export type SignsPage = z.output<typeof signsPage>
export type CadreSigns = z.output<typeof cadreSigns>
