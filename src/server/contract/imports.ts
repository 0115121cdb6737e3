/** Files of people on their way into the records: what they brought, how it differs, what is chosen, what was applied. */
import { z } from 'zod'
import { differenceOutcomes } from '#domain/import.ts'
import { instant, limit, offset, text } from './shared.ts'

/** An upload is one file in the body, of the type `application/octet-stream`; its name stands in the address. */
export const largestUpload = 192 * 2 ** 20

export const importState = z.enum(['reading', 'interrupted', 'draft', 'failed', 'applied', 'undone', 'discarded'])
export const arrivalStanding = z.enum(['choose', 'refused', 'conflicting', 'new', 'changed', 'same', 'left-out'])
const outcome = z.enum(differenceOutcomes)

const counted = z.object({ new: z.int(), changed: z.int(), same: z.int(), leftOut: z.int() })
const rowCounts = z.object({ inserted: z.int(), changed: z.int(), deleted: z.int() })
export const appliedCounts = z.object({ people: counted, units: counted, rows: z.record(z.string(), rowCounts) })

export const readingProgress = z.object({
  step: z.enum(['waiting', 'reading', 'matching', 'saving']),
  files: z.int().describe('Files read so far, of `total`.'),
  total: z.int(),
  people: z.int(),
})

export const importSummary = z.object({
  importId: z.string(),
  state: importState,
  files: z.array(z.object({ name: z.string(), size: z.int() })),
  madeBy: text,
  madeAt: instant,
  progress: readingProgress.nullable(),
  standings: z.record(z.string(), z.int()).describe('People and units by where they stand.'),
  problems: z.int(),
  counts: appliedCounts.nullable(),
  appliedBy: text.nullable(),
  appliedAt: instant.nullable(),
  undoneBy: text.nullable(),
  undoneAt: instant.nullable(),
})

export const importList = z.object({ imports: z.array(importSummary) })

export const importProblem = z.object({
  code: z.string(),
  file: z.string().nullable(),
  sheet: z.string().nullable().describe('Of a workbook.'),
  row: z.int().nullable(),
  column: z.string().nullable(),
  message: text,
  mend: text,
  isNotice: z.boolean().describe('Only said; nothing is kept out.'),
})

export const importDetail = importSummary.extend({
  version: z.int().describe('What an edit names, so that two officers do not strike each other.'),
  findings: z.array(importProblem),
  authority: z.object({ unitId: z.string(), name: z.string() }).nullable(),
  managingUnits: z.array(z.object({ unitId: z.string(), name: z.string() })).describe('Units that manage cadres.'),
  withoutAuthority: z.int().describe('New people whose file tells no managing unit.'),
  earlier: z
    .array(z.object({ file: z.string(), importId: z.string(), appliedAt: instant }))
    .describe('Files of this import that have been applied before.'),
  choices: z
    .record(z.string(), z.enum(['file', 'record']))
    .describe('For everybody: `cadres/party`, `tenures/each/to`.'),
})

export const arrivalQuery = z.object({
  standing: arrivalStanding.optional(),
  name: z.string().trim().max(60).optional(),
  offset,
  limit,
})

export const arrivalRow = z.object({
  number: z.int(),
  subject: z.enum(['person', 'unit']),
  name: z.string(),
  told: z.string().describe('Birth and post as the file has them; of a unit its code.'),
  file: z.string(),
  row: z.int().nullable(),
  standing: arrivalStanding,
  tally: z.record(z.string(), z.int()),
  candidates: z.int(),
  sole: z.boolean().describe('Exactly one recorded person is like this one.'),
})

export const arrivalPage = z.object({ total: z.int(), offset: z.int(), rows: z.array(arrivalRow) })

export const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), id: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('same-as'), number: z.int().min(1) }),
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('left-out') }),
])

const side = z.enum(['file', 'record'])
const value = text.nullable()

export const fieldShape = z.object({
  path: z.string(),
  field: z.string(),
  label: text,
  record: value,
  file: value,
  outcome: z.enum(['new', 'changed', 'same', 'conflicting']),
  reason: text.nullable(),
  chosen: side,
  forAll: side.nullable().describe('What is chosen of this field for everybody of the import.'),
})

export const rowShape = z.object({
  path: z.string(),
  outcome,
  title: text.describe('The row in a few words.'),
  reason: text.nullable(),
  chosen: side.nullable().describe('Of a new or absent row: whether it is taken in, or taken away.'),
  fields: z.array(fieldShape),
})

export const arrivalDetail = z.object({
  number: z.int(),
  subject: z.enum(['person', 'unit']),
  name: z.string(),
  file: z.string(),
  row: z.int().nullable(),
  standing: arrivalStanding,
  decision: decision.nullable(),
  target: z.object({ id: z.string(), isNew: z.boolean() }).nullable(),
  match: z.object({
    outcome: z.enum(['known', 'possible', 'new']),
    candidates: z.array(
      z.object({
        id: z.string().nullable(),
        number: z.int().nullable(),
        name: z.string(),
        about: text.describe('Birth, sex and post, to tell namesakes apart.'),
        probability: z.number().nullable(),
        reasons: z.array(text),
      }),
    ),
    notes: z.array(text),
  }),
  authority: z.object({ name: z.string(), reason: text }).nullable(),
  fault: text.nullable(),
  hasForm: z.boolean(),
  fields: z.array(fieldShape),
  tables: z.array(z.object({ table: z.string(), label: text, rows: z.array(rowShape) })),
  previous: z.int().nullable(),
  next: z.int().nullable(),
})

const version = z.int().min(1)

/** Either people by number, or everybody of whom one recorded person is like them. */
export const decideArrivals = z.object({
  version,
  decisions: z
    .array(z.object({ number: z.int().min(1), decision: decision.nullable() }))
    .max(5000)
    .optional(),
  sole: z.boolean().optional(),
})

export const chooseValues = z.object({
  version,
  number: z.int().min(1).nullable().describe('Null: for everybody of the import.'),
  choices: z.record(z.string().max(200), side.nullable()).describe('Null goes back to what is usual.'),
})

export const chooseAuthority = z.object({ version, unitId: z.string().min(1).max(64).nullable() })
export const atVersion = z.object({ version })
export const obstacles = z.object({ problems: z.array(importProblem) })
export const newVersion = z.object({ version })

export type ImportSummary = z.output<typeof importSummary>
export type ImportList = z.output<typeof importList>
export type ImportDetail = z.output<typeof importDetail>
export type ImportProblem = z.output<typeof importProblem>
export type ArrivalStandingName = z.output<typeof arrivalStanding>
export type ArrivalRow = z.output<typeof arrivalRow>
export type ArrivalPage = z.output<typeof arrivalPage>
export type ArrivalDetail = z.output<typeof arrivalDetail>
export type FieldShape = z.output<typeof fieldShape>
export type RowShape = z.output<typeof rowShape>
export type DecisionShape = z.output<typeof decision>
export type ObstaclesShape = z.output<typeof obstacles>
export type AppliedCountsShape = z.output<typeof appliedCounts>
