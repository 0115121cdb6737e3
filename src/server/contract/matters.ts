/** Matters of development and management (培养管理事项): their list, one of them with its course, and what happens to it. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { exportPurpose } from './exports.ts'
import { officer } from './officers.ts'
import { citation, date, instant, many, text } from './shared.ts'
import { day, kept, written } from './written.ts'

const id = z.string().min(1).max(64)
export const matterKind = z.enum(identifiersOf('matterKind'))
export const matterActor = z.enum(identifiersOf('matterActor'))
export const matterStanding = z.enum(['open', 'closed', 'withdrawn'])
const dueIn = z.enum(['overdue', 'soon', 'later'])

const fieldKind = z.enum([
  'text',
  'paragraph',
  'date',
  'number',
  'boolean',
  'choice',
  'choices',
  'cadre',
  'account',
  'seat',
  'unit',
  'rows',
])
const plainField = z.object({
  name: z.string(),
  label: text,
  kind: fieldKind,
  required: z.boolean(),
  options: z.array(z.object({ id: z.string(), label: text })),
  help: text.nullable(),
})
export const matterField = plainField
  .extend({ columns: z.array(plainField).describe('Of rows.') })
  .meta({ id: 'MatterField' })

export const matterDeadline = z
  .object({
    id: z.string(),
    label: text,
    on: date,
    due: dueIn.describe('soon: within the days that the place sets.'),
    who: matterActor,
    basis: citation.nullable(),
  })
  .meta({ id: 'MatterDeadline' })

const subject = z.object({
  cadreId: z.string().nullable(),
  name: z.string().nullable(),
  post: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
})

const stage = z.object({ id: z.string(), label: text })

export const matterSummary = z
  .object({
    matterId: z.string(),
    version: z.int(),
    kind: matterKind,
    kindLabel: text,
    title: z.string(),
    subject,
    stage,
    standing: matterStanding,
    handlers: z.array(officer),
    openedOn: date,
    stageSince: date,
    closedOn: date.nullable(),
    next: matterDeadline.nullable().describe('The earliest thing due.'),
  })
  .meta({ id: 'MatterSummary' })

/** GET /api/matters */
export const matterQuery = z.object({
  kind: many(matterKind),
  standing: many(matterStanding),
  handler: id.optional(),
  cadre: id.optional(),
  unit: id.optional(),
  due: dueIn.optional(),
})
export const matterList = z
  .object({ today: date, matters: z.array(matterSummary), handlers: z.array(officer) })
  .meta({ id: 'MatterList' })

/** A recorded value in words, with its field. `value` is as POST events takes it. */
export const matterFact = z.object({ name: z.string(), label: text, value: z.unknown(), shown: text })

const actOffered = z.object({
  id: z.string(),
  label: text,
  fields: z.array(matterField),
  by: z.array(matterActor),
  hindrance: z.object({ says: text, mend: text }).nullable().describe('Why it may not be done now.'),
  isShared: z.boolean().describe('The cadre sees it.'),
  initial: z.record(z.string(), z.unknown()).describe('What its form begins with.'),
  onBehalf: z.boolean().describe('Only the cadre does it: an officer records it from a paper.'),
  basis: citation.nullable(),
})

export const matterEventShown = z.object({
  seq: z.int(),
  kind: z.string(),
  act: z.string().nullable(),
  label: text,
  on: date,
  recordedAt: instant,
  byName: z.string(),
  asPerson: z.boolean().describe('The words of the cadre.'),
  isShared: z.boolean(),
  facts: z.array(matterFact),
  fields: z.array(matterField).describe('Of an act that may be corrected, else none.'),
  note: z.string().nullable(),
  corrected: z.array(z.int()).describe('Later events that corrected it.'),
  letter: z.string().nullable().describe('A letter can be printed of it.'),
  effect: z.array(z.string()).describe('Rows it wrote into the records: `sanctions/…`.'),
  undone: z.boolean(),
  mayUndo: z.boolean().describe('This account may take back what it wrote.'),
})

/** GET /api/matters/:matterId */
export const matterParams = z.object({ matterId: z.uuid() })
export const matterDetail = matterSummary
  .extend({
    today: date,
    reason: z.string(),
    origin: z.object({ source: z.string(), says: text }).nullable(),
    stages: z.array(stage.extend({ state: z.enum(['done', 'current', 'ahead']), isEnd: z.boolean() })),
    acts: z.array(actOffered).describe('What this account may do now.'),
    facts: z.array(matterFact),
    deadlines: z.array(matterDeadline),
    timeline: z.array(matterEventShown),
    beside: z
      .array(z.object({ matterId: z.string().nullable(), label: text, on: date, says: text }))
      .describe('Rulings in favour of the cadre that bear on it: tolerance, a cleared name.'),
    actors: z.array(matterActor).describe('What this account is in the matter.'),
    mayWithdraw: z.boolean().describe('This account may withdraw the matter as it stands.'),
    isPrivate: z.boolean().describe('Nobody but its handlers and the head sees it.'),
  })
  .meta({ id: 'MatterDetail' })

/** GET /api/matters/openings?kind=… : who may handle it. */
export const matterOpenings = z
  .object({
    today: date,
    handlers: z.array(officer),
    kinds: z.array(
      z.object({ kind: matterKind, label: text, about: z.enum(['cadre', 'unit', 'either']), isPrivate: z.boolean() }),
    ),
  })
  .meta({ id: 'MatterOpenings' })

/** GET /api/matters/choices?kind=…&q=… : units or seats whose name holds all the words. */
export const matterChoicesQuery = z.object({ kind: z.enum(['units', 'seats']), q: z.string().trim().min(1).max(64) })
export const matterChoices = z
  .object({ choices: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: 'MatterChoices' })

/** POST /api/matters → 201 { matterId } */
export const newMatter = z.object({
  kind: matterKind,
  title: written(120),
  on: day,
  cadreId: id.optional(),
  unitId: id.optional(),
  handlers: z.array(id).max(10).optional().describe('The one who opens it where left out.'),
  reason: written(2_000),
  origin: z.object({ source: written(200), says: z.object({ zh: kept(2_000), en: kept(2_000) }) }).optional(),
})
export const matterOpened = z.object({ matterId: z.string() })

const scalar = z.union([kept(4_000), z.number(), z.boolean()])
export const matterFacts = z.record(
  z.string().max(64),
  z.union([scalar, z.array(z.string().max(200)).max(100), z.array(z.record(z.string().max(64), scalar)).max(200)]),
)

const acts = [
  z.object({ kind: z.literal('acted'), act: id, facts: matterFacts, onBehalf: z.boolean().optional() }),
  z.object({ kind: z.literal('noted'), note: written(4_000) }),
  z.object({ kind: z.literal('handler-assigned'), account: id }),
  z.object({ kind: z.literal('handler-released'), account: id, reason: written(2_000) }),
  z.object({ kind: z.literal('corrected'), event: z.int().min(2), facts: matterFacts, reason: written(2_000) }),
  z.object({ kind: z.literal('effect-undone'), event: z.int().min(2), reason: written(2_000) }),
  z.object({ kind: z.literal('withdrawn'), reason: written(2_000) }),
] as const

/**
 * POST /api/matters/:matterId/events → the matter as it then stands. 409 `matter-changed` where somebody acted since
 * `version`; 422 says which field or condition stands in the way; 403 for whoever is kin, or is no handler.
 */
export const newMatterEvent = z.object({
  version: z.int().min(1).describe('The version of the matter that it is made on.'),
  on: day.describe('The day on which it happened; not later than today.'),
  act: z.discriminatedUnion('kind', acts),
})

/** POST /api/matters/:matterId/letters/:seq → PDF: the letter of an act that has one. */
export const letterParams = z.object({ matterId: z.uuid(), seq: z.coerce.number().int().min(2) })
export const letterOrder = z.object({ purpose: exportPurpose, format: z.literal('pdf').default('pdf') })

export type MatterList = z.output<typeof matterList>
export type MatterSummary = z.output<typeof matterSummary>
export type MatterDetail = z.output<typeof matterDetail>
export type MatterOpenings = z.output<typeof matterOpenings>
export type MatterChoices = z.output<typeof matterChoices>
export type MatterFieldShape = z.output<typeof matterField>
export type MatterFactShape = z.output<typeof matterFact>
export type MatterDeadlineShape = z.output<typeof matterDeadline>
export type MatterEventShape = z.output<typeof matterEventShown>
export type NewMatter = z.output<typeof newMatter>
export type NewMatterEvent = z.output<typeof newMatterEvent>
