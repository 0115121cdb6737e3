import { z } from 'zod'
import { citation, date, instant, limit, many, offset, postLevel, text } from './shared.ts'
import { day, written } from './written.ts'

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
    firstStep: z
      .object({ step: z.string(), label: text, basis: citation })
      .describe('What the local rule allows first, once a person has checked.'),
    matterId: z.string().nullable().describe('The matter of care in which this account attends to it.'),
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
    onDuty: z.boolean().describe('Without the duty, only signs of matters that the account handles are here.'),
    total: z.int(),
    offset: z.int(),
    counts: z
      .array(z.object({ kind: z.string(), label: text, minor: z.int(), moderate: z.int(), serious: z.int() }))
      .describe('Of all that the account sees.'),
    rows: z.array(earlySign),
    falseAlarms: z.array(falseAlarms),
  })
  .meta({ id: 'SignsPage' })

/** GET /api/cadres/:cadreId/signs */
export const cadreSigns = z
  .object({
    asOf: date,
    onDuty: z.boolean(),
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

/** POST /api/signs/taken-up → 201 { matterId }: a sign that the account sees becomes a matter of care. */
export const signTakenUp = z.object({
  kind: z.string().max(40),
  cadreId: z.string().max(64).nullable(),
  unitId: z.string().max(64).nullable(),
  evidence: z.array(z.string().max(200)).max(500),
  about: z.string().max(64).optional().describe('Whom to ask about a sign of a unit: a cadre.'),
  on: day,
  handlers: z.array(z.string().max(64)).min(1).max(10),
  reason: written(2_000),
})

const bounded = z.object({ value: z.number(), lower: z.number(), upper: z.number() }).describe('With 90 %.')

/** GET /api/signs/ledger */
export const signLedger = z
  .object({
    asOf: date,
    onDuty: z.boolean(),
    lines: z.array(
      z.object({
        kind: z.string(),
        label: text,
        raised: z.int(),
        taken: z.int(),
        checked: z.int(),
        nothing: z.int(),
        something: z.int(),
        reliable: bounded.nullable().describe('Share of those checked that were something.'),
        falsePer1000: bounded.nullable().describe('False alarms per 1,000 cadre-years since the first check.'),
      }),
    ),
  })
  .meta({ id: 'SignLedger' })

/** GET /api/care-duties, PUT /api/care-duties/:account */
export const careDutyParams = z.object({ account: z.string().max(64) })
export const newCareDuty = z.object({
  onDuty: z.boolean(),
  unitIds: z.array(z.string().max(64)).min(1).max(100).nullable().describe('Null: every unit.'),
  reason: written(500),
})
export const careDuties = z
  .object({
    mayAssign: z.boolean(),
    officers: z.array(
      z.object({
        account: z.string(),
        name: text,
        office: text,
        isHead: z.boolean(),
        onDuty: z.boolean(),
        units: z
          .array(z.object({ unitId: z.string(), name: z.string() }))
          .nullable()
          .describe('Null: every unit.'),
      }),
    ),
    history: z.array(
      z.object({
        account: z.string(),
        onDuty: z.boolean(),
        units: z.int().nullable(),
        reason: z.string(),
        recordedBy: z.string(),
        recordedAt: instant,
      }),
    ),
  })
  .meta({ id: 'CareDuties' })

export type SignTakenUp = z.output<typeof signTakenUp>
export type SignLedger = z.output<typeof signLedger>
export type NewCareDuty = z.output<typeof newCareDuty>
export type CareDuties = z.output<typeof careDuties>
export type SignsQuery = z.output<typeof signsQuery>
export type EarlySignShape = z.output<typeof earlySign>
export type SignsPage = z.output<typeof signsPage>
export type CadreSigns = z.output<typeof cadreSigns>
