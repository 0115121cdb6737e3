/** Key seats 关键岗位: the register by unit and kind, one seat with its steps and checks, and what is recorded about it. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, dueState, instant, limit, offset, postLevel, role, text } from './shared.ts'
import { day, kept, written } from './written.ts'

const touchpoint = z.enum(identifiersOf('touchpoint'))
const outcome = z.enum(identifiersOf('checkOutcome'))
const keyColumn = z.enum([
  'key',
  ...identifiersOf('keyKind'),
  ...identifiersOf('touchpoint'),
  'overdue',
  'checks-due',
  'not-judged',
])

/** GET /api/key-seats */
export const keySeatQuery = z.object({
  unit: z.string().max(64).optional(),
  column: keyColumn.optional().describe('Only seats that the count of this column counts.'),
  offset,
  limit,
})

const duty = z.object({
  cadreId: z.string(),
  rule: z.string(),
  basis: citation,
  dueOn: date,
  state: dueState,
  reason: text,
})

export const keySeatSummary = z
  .object({
    positionId: z.string(),
    title: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    level: postLevel,
    role,
    isKey: z.boolean().nullable().describe('Null: not judged yet.'),
    kinds: z.object({ power: z.boolean().nullable(), fund: z.boolean().nullable(), resource: z.boolean().nullable() }),
    touchpoints: z.array(touchpoint).nullable().describe('Null: not recorded.'),
    holders: z.array(z.object({ cadreId: z.string(), name: z.string(), since: date })),
    duties: z.array(duty),
    steps: z.int(),
    checksDue: z.int().describe('Steps whose check is overdue, or of which none is on record.'),
    lastCheck: date.nullable(),
  })
  .meta({ id: 'KeySeatSummary' })

export const keySeatPage = z
  .object({
    asOf: date,
    columns: z.array(z.object({ id: keyColumn, label: text, total: z.int() })),
    matrix: z.array(z.object({ unitId: z.string(), unitName: z.string(), counts: z.array(z.int()) })),
    total: z.int(),
    offset: z.int(),
    rows: z.array(keySeatSummary),
  })
  .meta({ id: 'KeySeatPage' })

const step = z.object({
  id: z.string(),
  touchpoint: touchpoint.nullable().describe('Null: a step of this seat alone.'),
  name: text,
  norm: text,
  record: text,
  checker: text,
  everyMonths: z.int().nullable(),
  last: z.object({ on: date, outcome }).nullable(),
  dueOn: date.nullable(),
  state: z.enum([...identifiersOf('dueState'), 'never', 'unscheduled']),
})

const keySeatEvent = z.object({
  seq: z.int(),
  kind: z.enum(['judged', 'judgement-undone', 'step-added', 'step-ended', 'checked', 'check-withdrawn']),
  on: date,
  byName: z.string(),
  recordedAt: instant,
  says: text,
  reason: z.string(),
  outcome: outcome.nullable(),
  canUndo: z.boolean(),
})

/** GET /api/key-seats/:positionId */
export const keySeatParams = z.object({ positionId: z.string().min(1).max(64) })
export const keySeatDetail = keySeatSummary
  .omit({ steps: true })
  .extend({
    today: date,
    version: z.int(),
    basis: citation.describe('Where the catalogue of norms stands.'),
    steps: z.array(step),
    covered: z.int().describe('Steps checked within their interval.'),
    events: z
      .array(
        z.object({
          eventId: z.string(),
          on: date,
          about: z.enum(['cadre', 'unit']),
          severity: z.string().nullable(),
          finding: z.string().nullable(),
        }),
      )
      .describe('Supervision events about work norms; which step they looked at is not said.'),
    history: z.array(keySeatEvent).describe('The latest first.'),
  })
  .meta({ id: 'KeySeatDetail' })

const event = z.int().min(1)
const reason = written(500)
const flag = z.boolean().nullable()
const acts = [
  z.object({
    kind: z.literal('judged'),
    judgement: z.object({
      power: flag,
      fund: flag,
      resource: flag,
      touchpoints: z.array(touchpoint).max(3).nullable(),
    }),
    reason,
  }),
  z.object({ kind: z.literal('judgement-undone'), event, reason }),
  z.object({
    kind: z.literal('step-added'),
    step: z.object({
      name: written(40),
      norm: written(200),
      record: written(100),
      checker: written(60),
      everyMonths: z.int().min(1).max(60),
    }),
    reason,
  }),
  z.object({ kind: z.literal('step-ended'), event, reason }),
  z.object({
    kind: z.literal('checked'),
    step: z.string().min(1).max(64),
    checker: written(60),
    outcome,
    note: kept(1_000),
    evidence: kept(200),
  }),
  z.object({ kind: z.literal('check-withdrawn'), event, reason }),
] as const

/**
 * POST /api/key-seats/:positionId/events → the seat as it then stands. 409 `key-seat-changed` where somebody recorded
 * something since `version`; 403 for whoever holds the seat, or is kin.
 */
export const newKeySeatEvent = z.object({
  version: z.int().min(0),
  on: day.describe('The day on which it happened; not later than today.'),
  act: z.discriminatedUnion('kind', acts),
})

export type KeySeatQuery = z.output<typeof keySeatQuery>
export type KeySeatPage = z.output<typeof keySeatPage>
export type KeySeatSummary = z.output<typeof keySeatSummary>
export type KeySeatDetail = z.output<typeof keySeatDetail>
export type NewKeySeatEvent = z.output<typeof newKeySeatEvent>
