/** Training (教育培训): needs by three sources, classes, the plan of a year, and hours of one person. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, instant, limit, offset, text, verdict } from './shared.ts'
import { day, written } from './written.ts'

const id = z.string().min(1).max(120)
const year = z.coerce.number().int().min(1990).max(2100)
const trainingType = z.enum(identifiersOf('trainingType'))
const trainingSource = z.enum(identifiersOf('trainingSource'))
const classStanding = z.enum(identifiersOf('classStanding'))
const enrolmentState = z.enum(identifiersOf('enrolmentState'))
const uncoveredReason = z.enum(identifiersOf('uncoveredReason'))
const person = z.object({ cadreId: z.string(), name: z.string(), post: z.string() })

export const classFacts = z.object({
  name: written(120),
  topic: id.nullable().describe('Id of the topic; null: none of the listed ones.'),
  topicName: z.string().trim().max(120),
  type: trainingType,
  organiser: written(120),
  recognised: z.boolean(),
  online: z.boolean(),
  hours: z.number(),
  places: z.int(),
  from: day,
  to: day,
  forWhom: z.string().trim().max(200),
})

export const classSummary = classFacts
  .extend({ classId: z.string(), standing: classStanding, taken: z.int(), completed: z.int() })
  .meta({ id: 'TrainingClassSummary' })

const topicRow = z.object({
  topic: z.string(),
  title: text,
  basis: citation,
  source: trainingSource,
  audience: text,
  abilities: z.array(text),
  covered: z.int(),
  lacking: z.int(),
  unknown: z.int().describe('The record cannot tell.'),
  byName: z.boolean().describe('Those lacking it are needs by name; else it is a class to hold.'),
})

const hoursRow = z.object({
  rule: z.string(),
  title: text,
  basis: citation,
  met: z.int(),
  unmet: z.int(),
  unknown: z.int(),
  makeUps: z.int().describe('Of those short: to be made up after a promotion.'),
  closing: z.int().describe('Of those short: training must begin soon, or has had to begin already.'),
})

/** GET /api/training?year=2027 */
export const trainingQuery = z.object({ year: year.optional() })
export const trainingPage = z
  .object({
    today: date,
    year: z.int().describe('Of the classes.'),
    years: z.array(z.int()),
    hours: z.array(hoursRow),
    topics: z.array(topicRow),
    classes: z.array(classSummary),
  })
  .meta({ id: 'TrainingPage' })

/** GET /api/training/needs?topic=… or ?rule=…&state=… */
export const trainingNeedQuery = z.object({
  topic: id.optional(),
  rule: id.optional(),
  state: z.enum(['met', 'unmet', 'unknown', 'makeup', 'closing']).default('unmet'),
  offset,
  limit,
})
export const trainingNeedRow = person.extend({
  gap: z.number().nullable(),
  recognisedHours: z.number().nullable(),
  required: z.number().nullable(),
  due: date.nullable(),
  startBy: date.nullable(),
  reasons: z.array(text),
})
export const trainingNeedPage = z
  .object({ title: text, basis: citation, total: z.int(), offset: z.int(), rows: z.array(trainingNeedRow) })
  .meta({ id: 'TrainingNeedPage' })

/** GET /api/training/classes/:classId */
export const classParams = z.object({ classId: z.uuid() })
export const classDetail = classSummary
  .extend({
    version: z.int(),
    today: date,
    enrolments: z.array(
      person.extend({
        state: enrolmentState,
        since: date,
        hours: z.number().nullable(),
        leave: z.number().nullable(),
        isLeaveOver: z.boolean().describe('More leave than art. 15 allows.'),
        reason: z.string().nullable(),
      }),
    ),
    waiting: z.array(person).describe('Those for whom the topic is lacking and who are not enrolled, at most 200.'),
    leaveMost: z.number().describe('Hours of leave at most.'),
    leaveBasis: citation,
    completions: z.array(z.object({ event: z.int(), people: z.int() })).describe('That can be taken back.'),
    timeline: z.array(
      z.object({ seq: z.int(), on: date, recordedAt: instant, byName: z.string(), kind: z.string(), says: text }),
    ),
  })
  .meta({ id: 'TrainingClassDetail' })

/** POST /api/training/classes → 201 { classId } */
export const newClass = z.object({ on: day, facts: classFacts })
export const classOpened = z.object({ classId: z.string() })

const people = z.array(id).min(1).max(500)
const classActs = [
  z.object({ kind: z.literal('changed'), facts: classFacts, reason: written(2_000) }),
  z.object({ kind: z.enum(['invited', 'confirmed']), cadreIds: people }),
  z.object({ kind: z.enum(['declined', 'withdrawn']), cadreId: id, reason: written(2_000) }),
  z.object({
    kind: z.literal('attended'),
    rows: z
      .array(z.object({ cadreId: id, hours: z.number(), leave: z.number() }))
      .min(1)
      .max(500),
  }),
  z.object({ kind: z.literal('completed'), cadreIds: people }),
  z.object({ kind: z.literal('completion-undone'), event: z.int().min(2), reason: written(2_000) }),
  z.object({ kind: z.literal('cancelled'), reason: written(2_000) }),
] as const

/** POST /api/training/classes/:classId/events → TrainingClassDetail. 409 where somebody recorded an event since `version`. */
export const newClassEvent = z.object({
  version: z.int().min(1),
  on: day,
  act: z.discriminatedUnion('kind', classActs),
})

const plannedClass = classFacts.extend({ key: z.string(), taken: z.int(), abilities: z.array(text) })

/** GET /api/training/plan?year=2027; `plan` is null where none is made. */
export const yearPlan = z
  .object({
    today: date,
    year: z.int(),
    plan: z
      .object({
        version: z.int(),
        state: z.enum(['made', 'edited', 'adopted']),
        byName: z.string(),
        recordedAt: instant,
        asOf: date,
        objective: z.number(),
        bound: z.number(),
        gap: z.number().describe('0: proven best.'),
        classes: z.array(plannedClass),
        places: z.array(person.extend({ key: z.string(), reasons: z.array(text) })),
        uncovered: z.array(
          z.object({
            want: z.string(),
            title: text,
            why: uncoveredReason,
            people: z.array(person.extend({ hours: z.number().nullable() })).describe('At most 100.'),
            count: z.int(),
          }),
        ),
        abilities: z.array(z.object({ ability: text, places: z.int() })).describe('Of the eight.'),
      })
      .nullable(),
  })
  .meta({ id: 'TrainingYearPlan' })

/** POST /api/training/plan: makes a new version. */
export const makePlan = z.object({ year: z.int().min(1990).max(2100), version: z.int().min(0) })

/** POST /api/training/plan/edits */
export const planEdit = z.object({
  year: z.int().min(1990).max(2100),
  version: z.int().min(1),
  edit: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['place-added', 'place-removed']), key: id, cadreId: id }),
    z.object({ kind: z.literal('class-removed'), key: id }),
    z.object({ kind: z.literal('class-changed'), key: id, places: z.int(), from: day, to: day }),
  ]),
})

/** POST /api/training/plan/adoption: opens its classes, with those who have places invited. */
export const adoptPlan = z.object({ year: z.int().min(1990).max(2100), version: z.int().min(1) })

/** GET /api/cadres/:cadreId/training, GET /api/me/training */
export const trainingLedger = z
  .object({
    today: date,
    cadreId: z.string(),
    accounts: z.array(
      z.object({
        rule: z.string(),
        title: text,
        basis: citation,
        verdict,
        windowFrom: date,
        requiredHours: z.number(),
        requiredDays: z.number(),
        recognisedHours: z.number(),
        recognisedDays: z.number(),
        gap: z.number().nullable(),
        mendBy: date.nullable(),
        startBy: date.nullable(),
        isMakeUp: z.boolean(),
        reasons: z.array(text),
      }),
    ),
    online: z.object({ year: z.int(), hours: z.number(), asked: z.number() }),
    years: z.array(
      z.object({
        year: z.int(),
        courses: z.int(),
        recognised: z.number(),
        unrecognised: z.number(),
        unsettled: z.number(),
        online: z.number(),
        unrecorded: z.int(),
      }),
    ),
    topics: z.array(
      z.object({
        topic: z.string(),
        title: text,
        state: z.enum(['covered', 'lacking', 'unknown']),
        due: date.nullable(),
      }),
    ),
    classes: z.array(z.object({ classId: z.string(), name: z.string(), from: date, to: date, state: enrolmentState })),
  })
  .meta({ id: 'TrainingLedger' })

export type ClassFactsShape = z.output<typeof classFacts>
export type TrainingClassSummary = z.output<typeof classSummary>
export type TrainingClassDetail = z.output<typeof classDetail>
export type TrainingPage = z.output<typeof trainingPage>
export type TrainingNeedQuery = z.output<typeof trainingNeedQuery>
export type TrainingNeedRow = z.output<typeof trainingNeedRow>
export type TrainingNeedPage = z.output<typeof trainingNeedPage>
export type NewClass = z.output<typeof newClass>
export type NewClassAct = z.output<typeof newClassEvent>['act']
export type YearPlanShape = z.output<typeof yearPlan>
export type PlanEditShape = z.output<typeof planEdit>['edit']
export type TrainingLedger = z.output<typeof trainingLedger>
