/** Cases of appointment and removal (任免事项): their list, one of them with its gates and timeline, and what happens to it. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { processCatalogues, processFields, processRolls, rollFields } from '#domain/process.ts'
import { gateEffects, gateFamilies } from '#domain/selection-case.ts'
import { citation, date, finding, instant, many, postLevel, text } from './shared.ts'

const id = z.string().min(1).max(64)
const says = z.string().trim().min(1).max(2_000)
const short = z.string().trim().min(1).max(200)
const day = z.iso.date()

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
const officer = z.object({ account: z.string(), name: text })

const caseSeat = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  postLevel,
})

const target = z.discriminatedUnion('kind', [
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
    due: dueIn.describe('soon: within 30 days.'),
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
    target,
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

/** POST /api/cases → 201 { caseId } */
export const newCase = z.object({
  kind: caseKind,
  title: z.string().trim().min(1).max(120),
  on: day,
  target,
  batch: z.string().trim().min(1).max(80).optional(),
  candidates: z.array(id).max(30),
  handlers: z.array(id).max(10).optional().describe('The one who opens it where left out.'),
  reason: says.optional(),
  slateId: z.uuid().optional(),
})
export const caseOpened = z.object({ caseId: z.string() })

const single = {
  text: z.string().trim().min(1).max(500),
  date: day,
  number: z.number().min(0).max(100_000),
  boolean: z.boolean(),
} as const

function schemaOf({ kind, terms }: { readonly kind: string; readonly terms?: Parameters<typeof identifiersOf>[0] }) {
  return kind === 'term' && terms ? z.enum(identifiersOf(terms)) : single[kind as keyof typeof single]
}

const fieldSchemas = Object.fromEntries(
  Object.entries(processFields)
    .filter(([name]) => name !== 'stage' && name !== 'kind')
    .map(([name, field]) => [name, schemaOf(field).optional()]),
)
const catalogueSchemas = Object.fromEntries(
  Object.entries(processCatalogues).map(([name, catalogue]) => {
    const value = 'terms' in catalogue ? z.enum(identifiersOf(catalogue.terms)) : z.boolean()
    return [name, z.partialRecord(z.enum(identifiersOf(catalogue.items)), value).optional()]
  }),
)
const rollEntry = z.strictObject({
  name: short,
  ...Object.fromEntries(Object.entries(rollFields).map(([name, field]) => [name, schemaOf(field).optional()])),
})
const rollSchemas = Object.fromEntries(
  Object.keys(processRolls).map((name) => [name, z.array(rollEntry).max(500).optional()]),
)

/** Facts by name: dates as YYYY-MM-DD, catalogues by item, rolls as lists of people. */
export const recordedFacts = z
  .strictObject({ ...fieldSchemas, ...catalogueSchemas, ...rollSchemas })
  .meta({ id: 'CaseFacts' })

const about = { cadreId: id.optional() }
const acts = {
  factsRecorded: z.object({
    kind: z.literal('facts-recorded'),
    ...about,
    facts: recordedFacts,
    source: short.optional(),
  }),
  corrected: z.object({
    kind: z.literal('corrected'),
    event: z.int().min(1),
    ...about,
    facts: recordedFacts,
    removed: z.array(short).max(50).optional(),
    source: short.optional(),
    reason: says,
  }),
  candidateAdded: z.object({ kind: z.literal('candidate-added'), cadreId: id }),
  candidateLeft: z.object({ kind: z.literal('candidate-left'), cadreId: id, why: leaving, reason: says }),
  advanced: z.object({
    kind: z.literal('advanced'),
    to: caseStage,
    acknowledged: z.array(z.string().max(80)).max(200).describe('Rules whose warnings were read.'),
  }),
  returned: z.object({ kind: z.literal('returned'), to: caseStage, reason: says }),
  overridden: z.object({
    kind: z.literal('overridden'),
    rule: short,
    ...about,
    approvedBy: short,
    document: short,
    documentOn: day,
    reason: says,
  }),
  answered: z.object({
    kind: z.literal('answered'),
    rule: short,
    ...about,
    stands: z.boolean().describe('True: the case may go on; false: the matter is in its way.'),
    note: says,
  }),
  suspended: z.object({ kind: z.literal('suspended'), reason: says }),
  resumed: z.object({ kind: z.literal('resumed'), reason: says }),
  closed: z.object({
    kind: z.literal('closed'),
    outcome: caseOutcome,
    reason: says.optional(),
    acknowledged: z.array(z.string().max(80)).max(200).optional(),
  }),
  handlerAssigned: z.object({ kind: z.literal('handler-assigned'), account: id }),
  handlerReleased: z.object({ kind: z.literal('handler-released'), account: id, recused: z.boolean(), reason: says }),
  effectUndone: z.object({ kind: z.literal('effect-undone'), reason: says }),
}

export const caseAct = z
  .discriminatedUnion('kind', [
    acts.factsRecorded,
    acts.corrected,
    acts.candidateAdded,
    acts.candidateLeft,
    acts.advanced,
    acts.returned,
    acts.overridden,
    acts.answered,
    acts.suspended,
    acts.resumed,
    acts.closed,
    acts.handlerAssigned,
    acts.handlerReleased,
    acts.effectUndone,
  ])
  .meta({ id: 'CaseAct' })

/**
 * POST /api/cases/:caseId/events → the case as it then stands. 409 `case-changed` where somebody acted since `version` (the
 * message says what); 422 `gate-not-passed` names what blocks; 403 `recused` for kin of a candidate.
 */
export const newCaseEvent = z.object({
  version: z.int().min(1).describe('The version of the case that it is made on.'),
  on: day.describe('The day on which it happened; not later than today.'),
  act: caseAct,
})

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

/** GET /api/workdays: the calendar of working days by year. */
export const workdays = z
  .object({
    rule: z.string(),
    noticeDays: z.int().describe('Working days that a notice stands at least.'),
    years: z.array(
      z.object({
        year: z.int(),
        off: z.array(z.object({ name: z.string(), from: date, to: date })),
        on: z.array(date).describe('Make-up working days.'),
        notice: z.string().describe('Where it comes from.'),
        adopted: z.object({ by: z.string(), on: date, document: z.string(), recordedBy: z.string() }).nullable(),
      }),
    ),
    mayAdopt: z.boolean(),
  })
  .meta({ id: 'Workdays' })

/** PUT /api/workdays/:year */
export const workdayParams = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
export const newWorkdays = z.object({
  off: z
    .array(z.object({ name: short, from: day, to: day }))
    .min(1)
    .max(20),
  on: z.array(day).max(20),
  document: short.describe('The notice of the State Council, with its number.'),
  decidedOn: day,
  reason: z.string().trim().max(500).optional(),
})

/** GET /api/officers, PUT /api/officers/:account/person: which cadre an account belongs to, for recusal. */
export const officers = z
  .object({
    officers: z.array(
      officer.extend({
        role: z.string(),
        person: z.object({ cadreId: z.string(), name: z.string(), reason: z.string(), since: instant }).nullable(),
      }),
    ),
    mayLink: z.boolean(),
  })
  .meta({ id: 'Officers' })
export const officerParams = z.object({ account: id })
export const officerPerson = z.object({ cadreId: id.nullable(), reason: says })

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
export type NewCase = z.output<typeof newCase>
export type NewCaseEvent = z.output<typeof newCaseEvent>
export type CaseActShape = z.output<typeof caseAct>
export type RecordedFactsShape = z.output<typeof recordedFacts>
export type Workdays = z.output<typeof workdays>
export type NewWorkdays = z.output<typeof newWorkdays>
export type Officers = z.output<typeof officers>
