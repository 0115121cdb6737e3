/** What is sent about cases: one to be opened, and what happens to it, in one shape for each kind of event. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { processCatalogues, processFields, processRolls, rollFields } from '#domain/process.ts'
import { caseKind, caseOutcome, caseStage, caseTarget } from './cases.ts'
import { day, written } from './written.ts'

const id = z.string().min(1).max(64)
const says = written(2_000)
const short = written(200)
const leaving = z.enum(identifiersOf('candidateLeaving'))

/** POST /api/cases → 201 { caseId } */
export const newCase = z.object({
  kind: caseKind,
  title: written(120),
  on: day,
  target: caseTarget,
  batch: written(80).optional(),
  candidates: z.array(id).max(30),
  handlers: z.array(id).max(10).optional().describe('The one who opens it where left out.'),
  reason: says.optional(),
  slateId: z.uuid().optional(),
})
export const caseOpened = z.object({ caseId: z.string() })

const single = {
  text: written(500),
  date: day,
  number: z.int().min(0).max(100_000),
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
  Object.keys(processRolls).map((name) => [name, z.array(rollEntry).min(1).max(500).optional()]),
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

export type NewCase = z.output<typeof newCase>
export type NewCaseEvent = z.output<typeof newCaseEvent>
export type CaseActShape = z.output<typeof caseAct>
export type RecordedFactsShape = z.output<typeof recordedFacts>
