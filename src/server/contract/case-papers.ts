/** The papers of a case, its file as one PDF, and what was known on the day of its decision. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { caseStage, gateItem } from './cases.ts'
import { exportPurpose } from './exports.ts'
import { date, estimate, finding, instant, text } from './shared.ts'
import { day, kept, written } from './written.ts'

export const paperKind = z.enum(identifiersOf('paperKind'))
export const paperFormat = z.enum(identifiersOf('paperFormat'))
const id = z.string().min(1).max(64)

/** One version of a paper. */
export const casePaper = z
  .object({
    paperId: z.string(),
    documentId: z.string().describe('What its versions have in common.'),
    version: z.int(),
    isPresent: z.boolean().describe('False: a later version has superseded it.'),
    kind: paperKind,
    stage: caseStage.nullable().describe('Null: of the case as a whole.'),
    cadreId: z.string().nullable().describe('The candidate it is about.'),
    title: z.string(),
    fileName: z.string(),
    format: paperFormat,
    bytes: z.int(),
    sha256: z.string(),
    datedOn: date.nullable(),
    note: z.string(),
    bySystem: z.string().nullable().describe('What made it, where it was not handed in.'),
    byName: z.string(),
    recordedAt: instant,
    withdrawn: z.object({ reason: z.string(), byName: z.string(), at: instant }).nullable(),
  })
  .meta({ id: 'CasePaper' })

/** GET /api/cases/:caseId/papers */
export const casePapers = z
  .object({
    papers: z.array(casePaper).describe('Every version, as filed; the withdrawn stay.'),
    missing: z
      .array(z.object({ kind: paperKind, stage: caseStage.nullable(), cadreId: z.string().nullable() }))
      .describe('What this place asks for at the stages so far and the file does not hold; it stops nothing.'),
    places: z
      .array(z.object({ kind: paperKind, stage: caseStage.nullable(), each: z.enum(['case', 'candidate']) }))
      .describe('Kinds of papers, where each belongs, and whether there is one for each candidate.'),
    rule: z.string().describe('The local rule that lists what is asked for.'),
    largest: z.int().describe('Bytes that one paper may have.'),
  })
  .meta({ id: 'CasePapers' })

/** POST /api/cases/:caseId/papers: the body is the file itself, `application/octet-stream`. */
export const paperFields = z.object({
  kind: paperKind,
  stage: caseStage.optional().describe('The one its kind belongs to, or the present one, where left out.'),
  cadreId: id.optional(),
  title: kept(120).default('').describe('The name of the file where left out.'),
  fileName: written(200),
  datedOn: day.optional(),
  note: kept(500).default(''),
  documentId: z.uuid().optional().describe('The document that this is a new version of.'),
})
export const paperFiled = z.object({
  paperId: z.string(),
  documentId: z.string(),
  version: z.int(),
  sha256: z.string(),
})

export const paperParams = z.object({ caseId: z.uuid(), paperId: z.uuid() })
export const documentParams = z.object({ caseId: z.uuid(), documentId: z.uuid() })

/** POST /api/cases/:caseId/documents/:documentId/withdrawal */
export const paperWithdrawal = z.object({ reason: z.string().max(500) })

/** POST /api/cases/:caseId/files: begins to bind the file; what for is said first. */
export const caseFileAsked = z.object({ purpose: exportPurpose })
export const caseFileParams = z.object({ caseId: z.uuid(), fileId: z.uuid() })

/** GET /api/cases/:caseId/files/:fileId */
export const caseFile = z
  .object({
    fileId: z.string(),
    state: z.enum(['binding', 'ready', 'failed']),
    done: z.int().describe('Papers bound so far.'),
    papers: z.int(),
    pages: z.int().nullable(),
    unread: z.array(z.string()).describe('Papers whose pages could not be taken over.'),
  })
  .meta({ id: 'CaseFile' })

/** GET /api/cases/:caseId/known?on=…&known=… */
export const knownAsked = z.object({
  on: day.optional().describe('Facts as of this day; the day of the decision where left out.'),
  known: day.or(instant).optional().describe('As known at this moment, or at the end of this day.'),
})

const knownFact = z.object({
  label: text,
  then: text.nullable().describe('Null: not known then.'),
  now: text.nullable().describe('What the records say now of the same day.'),
  changed: z.boolean(),
})

const knownFinding = z.object({
  finding,
  now: finding.nullable().describe('What the same rules say now of that day, where it differs.'),
})

export const knownCandidate = z.object({
  cadreId: z.string(),
  name: z.string(),
  facts: z.array(knownFact),
  eligibility: z.array(knownFinding).describe('The rules of the seat; empty where the case is about no seat.'),
  estimates: z.array(z.object({ measure: z.string(), label: text, estimate })),
})

export const caseKnown = z
  .object({
    on: date,
    knownAt: instant,
    basis: z
      .enum(['asked', 'day', 'recorded'])
      .describe('recorded: the case came into the records after the day, so the moment of recording is taken.'),
    decision: z.object({ event: z.int(), on: date, recordedAt: instant, byName: z.string() }).nullable(),
    isEmpty: z.boolean().describe('Nothing at all was recorded at that moment.'),
    candidates: z.array(knownCandidate),
    gate: z.array(gateItem).describe('As it was kept with the event that passed it; empty before.'),
    estimatesOf: instant.nullable().describe('When the analysis was made that the estimates come from.'),
    since: z.object({
      facts: z
        .int()
        .describe('Rows about the candidates that arrived or changed later and speak of that day or before.'),
      tables: z.array(z.object({ table: z.string(), label: text, count: z.int() })),
      events: z.int(),
      papers: z.int(),
      localRules: z.int(),
    }),
  })
  .meta({ id: 'CaseKnown' })

export type CasePaperShape = z.output<typeof casePaper>
export type CasePapers = z.output<typeof casePapers>
export type PaperFields = z.input<typeof paperFields>
export type PaperFiled = z.output<typeof paperFiled>
export type CaseFileShape = z.output<typeof caseFile>
export type CaseKnown = z.output<typeof caseKnown>
export type KnownCandidate = z.output<typeof knownCandidate>
