/** Cases of appointment and removal (任免事项): their list, one of them with its gates and timeline, and what happens to it. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { gateEffects, gateFamilies } from '#domain/selection-case.ts'
import { officer } from './officers.ts'
import { citation, date, finding, instant, many, postLevel, text } from './shared.ts'
import { day } from './written.ts'

const id = z.string().min(1).max(64)

export const caseKind = z.enum(identifiersOf('caseKind'))
export const caseStage = z.enum(identifiersOf('processStage'))
export const caseOutcome = z.enum(identifiersOf('caseOutcome'))
export const caseEventKind = z.enum(identifiersOf('caseEvent'))
export const caseStanding = z.enum(['open', 'suspended', 'closed'])
const grade = z.enum(identifiersOf('grade'))
const leaving = z.enum(identifiersOf('candidateLeaving'))
const dueIn = z.enum(['overdue', 'soon', 'later'])

const person = z.object({
  cadreId: z.string(),
  name: z.string(),
  post: z.string().describe('Present post as written.'),
})

const caseSeat = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  postLevel,
})

export const caseTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seat'), positionId: id }),
  z.object({ kind: z.literal('post'), tenureId: id }).describe('A post that is left and is known by its words alone.'),
  z.object({ kind: z.literal('grade'), grade }),
])

/** A to-do with its day, from a rule or from the course of the case. */
export const caseDeadline = z
  .object({
    id: z.string(),
    label: text,
    on: date.nullable().describe('Null where it cannot be told; `label` says why.'),
    due: dueIn.describe('soon: within the days that the place sets.'),
    basis: citation.nullable(),
    cadreId: z.string().nullable(),
  })
  .meta({ id: 'CaseDeadline' })

export const caseSummary = z
  .object({
    caseId: z.string(),
    version: z.int(),
    title: z.string(),
    kind: caseKind,
    stage: caseStage,
    stageTitle: text.describe('As the path of this kind calls the stage.'),
    standing: caseStanding,
    outcome: caseOutcome.nullable(),
    batch: z.string().nullable(),
    seat: caseSeat.nullable(),
    grade: grade.nullable(),
    candidates: z.array(person).describe('Those who have not left.'),
    handlers: z.array(officer),
    openedOn: date,
    enteredOn: date.describe('The day on which the present stage was entered.'),
    next: caseDeadline.nullable().describe('The earliest thing due.'),
  })
  .meta({ id: 'CaseSummary' })

/** GET /api/cases */
export const caseQuery = z.object({
  stage: many(caseStage),
  kind: many(caseKind),
  standing: many(caseStanding),
  batch: z.string().max(80).optional(),
  handler: z.string().max(64).optional(),
  due: dueIn.optional(),
  cadre: id.optional(),
  position: id.optional(),
})
export const caseList = z
  .object({ today: date, cases: z.array(caseSummary), handlers: z.array(officer), batches: z.array(z.string()) })
  .meta({ id: 'CaseList' })

/** GET /api/cases/batches: what one meeting decides together. */
export const caseBatches = z
  .object({
    batches: z.array(
      z.object({
        name: z.string(),
        cases: z.array(caseSummary),
        stages: z.array(z.object({ stage: caseStage, count: z.int() })),
      }),
    ),
  })
  .meta({ id: 'CaseBatches' })

/** What is recorded of one item of a fact that is a catalogue. */
const catalogueItem = z.object({ id: z.string(), label: text })
const fieldKind = z.enum(['text', 'date', 'number', 'boolean', 'term', 'catalogue', 'roll'])
const choice = z.object({ id: z.string(), label: text })

/** A fact that a case may hold, for forms. */
export const caseField = z
  .object({
    name: z.string(),
    label: text,
    kind: fieldKind,
    terms: z.array(choice).describe('What a term, or an item of a catalogue, may be; empty: yes or no.'),
    items: z.array(catalogueItem).describe('Items of a catalogue.'),
    columns: z
      .array(z.object({ name: z.string(), label: text, kind: fieldKind, terms: z.array(choice) }))
      .describe('What is recorded of each person of a roll, beside the name.'),
    stage: caseStage.describe('The stage at which it comes to be.'),
    of: z
      .enum(['case', 'candidate', 'either'])
      .describe('Recorded of the case, of each candidate, or of one where they differ.'),
  })
  .meta({ id: 'CaseField' })

/** A fact as it stands. */
export const caseFact = z
  .object({
    name: z.string(),
    label: text,
    value: z.unknown().describe('As POST events takes it.'),
    shown: text,
    event: z.int().describe('Who recorded it, and when, says this event of the timeline.'),
  })
  .meta({ id: 'CaseFact' })

export const caseOverride = z.object({
  event: z.int(),
  approvedBy: z.string(),
  document: z.string(),
  documentOn: date,
  reason: z.string(),
  byName: z.string(),
  on: date,
})
export const caseAnswer = z.object({
  event: z.int(),
  stands: z.boolean().describe('True: the case may go on; false: the matter is in its way.'),
  note: z.string(),
  byName: z.string(),
  on: date,
})

export const gateItem = z
  .object({
    cadreId: z.string().nullable().describe('Null: about the case as a whole.'),
    family: z.enum(gateFamilies),
    effect: z.enum(gateEffects),
    finding,
    severity: z.enum(['bar', 'warn', 'human']),
    lacking: z
      .array(z.object({ name: z.string(), label: text, how: text, link: z.string().nullable() }))
      .describe('What is missing, by name, and how it is supplied; `link`: a page of the workbench.'),
    mayOverride: z.boolean().describe('False also where the rule can never be passed by exception; `whyNot` says so.'),
    whyNot: text.nullable(),
    override: caseOverride.nullable(),
    answer: caseAnswer.nullable(),
  })
  .meta({ id: 'CaseGateItem' })

/** What stands between the case and its next stage, on a day. */
export const caseGate = z
  .object({
    to: caseStage.nullable().describe('Null at the end of the path: what remains is to close the case.'),
    toTitle: text.nullable(),
    on: date.describe('The day on which it is asked; `?on=` of the address.'),
    items: z.array(gateItem),
    open: z.object({ blocks: z.int(), asks: z.int(), warns: z.int() }),
    earliest: date
      .nullable()
      .describe('The earliest lawful day as far as the recorded facts tell (end of the notice …).'),
  })
  .meta({ id: 'CaseGate' })

const caseStep = z.object({
  stage: caseStage,
  title: text,
  state: z.enum(['done', 'current', 'ahead', 'left-out']),
  basis: citation,
  enteredOn: date.nullable(),
  why: text.nullable().describe('Why it is left out.'),
  optional: z.boolean().describe('May be passed over: the election, where the post is not elective.'),
})

const caseCandidate = person.extend({
  age: z.int().nullable(),
  left: z.object({ why: leaving, reason: z.string(), on: date }).nullable(),
  facts: z.array(caseFact),
})

const caseAction = z.object({
  kind: caseEventKind,
  allowed: z.boolean(),
  whyNot: text.nullable(),
})

const timelineEntry = z.object({
  seq: z.int(),
  kind: caseEventKind,
  on: date,
  recordedAt: instant,
  byName: z.string(),
  says: text,
  reason: z.string().nullable(),
  cadreId: z.string().nullable(),
  facts: z.array(caseFact),
  gate: z.array(gateItem).describe('Every finding at the gate as it stood, where the event passed one.'),
  corrected: z.array(z.int()).describe('Later events that corrected it.'),
})

/** An officer who is the candidate or kin of one, as far as the records tell. */
const caseKin = z.object({
  account: z.string(),
  name: text,
  cadreId: z.string().describe('The candidate.'),
  relation: z.string().nullable().describe('As a clerk wrote it; null: the same person.'),
  since: z.int().nullable().describe('Events the officer recorded in this case before the relation was known.'),
})

/** GET /api/cases/:caseId?on=YYYY-MM-DD */
export const caseParams = z.object({ caseId: z.uuid() })
export const caseAsked = z.object({ on: day.optional() })
export const caseDetail = caseSummary
  .extend({
    today: date,
    target: caseTarget,
    reason: z.string().nullable(),
    slateId: z.string().nullable(),
    path: z.array(caseStep),
    people: z.array(caseCandidate),
    facts: z.array(caseFact).describe('Facts of the case as a whole.'),
    fields: z.array(caseField).describe('Facts that cases of this kind may hold, in the order of stages.'),
    gate: caseGate,
    deadlines: z.array(caseDeadline),
    actions: z.array(caseAction),
    kin: z.array(caseKin),
    timeline: z.array(timelineEntry),
    entered: z
      .object({ from: date, event: z.int() })
      .nullable()
      .describe('Since when the appointment stands in the records by this case.'),
  })
  .meta({ id: 'CaseDetail' })

/** GET /api/cases/openings: what a case may begin with. */
export const caseOpenings = z
  .object({
    today: date,
    kinds: z.array(
      z.object({ kind: caseKind, label: text, about: z.enum(['seat', 'person', 'grade']), path: z.array(caseStep) }),
    ),
    vacancies: z.array(caseSeat.extend({ openCases: z.array(z.string()).describe('Cases open on it already.') })),
    moves: z.array(
      z.object({
        slateId: z.string(),
        slateName: z.string(),
        cadre: person,
        seat: caseSeat,
        kind: caseKind.nullable(),
        openCases: z.array(z.string()),
      }),
    ),
    handlers: z.array(officer),
    batches: z.array(z.string()),
  })
  .meta({ id: 'CaseOpenings' })

export type CaseSummary = z.output<typeof caseSummary>
export type CaseList = z.output<typeof caseList>
export type CaseQuery = z.output<typeof caseQuery>
export type CaseBatches = z.output<typeof caseBatches>
export type CaseDetail = z.output<typeof caseDetail>
export type CaseDeadlineShape = z.output<typeof caseDeadline>
export type CaseField = z.output<typeof caseField>
export type CaseFactShape = z.output<typeof caseFact>
export type CaseGateShape = z.output<typeof caseGate>
export type GateItem = z.output<typeof gateItem>
export type CaseOpenings = z.output<typeof caseOpenings>
