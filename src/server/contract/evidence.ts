import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, flag, limit, many, offset, text } from './shared.ts'

const severity = z.enum(['minor', 'moderate', 'serious'])

/** A person in a list. */
const person = z
  .object({ cadreId: z.string(), name: z.string(), unitName: z.string().nullable(), title: z.string().nullable() })
  .meta({ id: 'ListedPerson' })

/** GET /api/conflicts */
export const conflictQuery = z.object({
  field: many(z.string().max(64)),
  severity: many(severity),
  undecided: flag.describe('Only those that nothing could settle, or only those that are settled.'),
  offset,
  limit,
})

export const conflict = z
  .object({
    field: z.string(),
    fieldLabel: text,
    values: z.array(z.object({ value: z.string(), label: text })),
    accepted: z.object({ value: z.string(), label: text }).nullable().describe('Null where it cannot be decided.'),
    severity,
    rule: z.string(),
    basis: citation.nullable(),
    reason: text,
    mend: text,
  })
  .meta({ id: 'Conflict', description: 'Sources that disagree, or a record that disagrees with itself.' })

export const conflictRow = conflict.extend({ person }).meta({ id: 'ConflictRow' })

export const conflictPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    counts: z
      .object({
        all: z.int(),
        undecided: z.int(),
        severities: z.array(z.object({ severity, count: z.int() })),
        fields: z.array(z.object({ field: z.string(), label: text, count: z.int() })),
      })
      .describe('Of the whole list.'),
    rows: z.array(conflictRow),
  })
  .meta({ id: 'ConflictPage' })

const claim = z.object({
  id: z.string(),
  source: text,
  unit: z.string().nullable(),
  value: text,
  observedOn: date.nullable(),
  recordedOn: date.nullable(),
})

const side = z.enum(identifiersOf('evidenceSide'))
const breadth = z.enum(identifiersOf('breadth'))

export const disputedFact = z
  .object({
    field: z.string(),
    fieldLabel: text,
    by: z.enum(identifiersOf('settledBy')).describe('What settled it, or why nothing did.'),
    accepted: text.nullable(),
    governing: text.nullable().describe('The value that precedence names.'),
    candidates: z.array(
      z.object({
        value: text,
        isAccepted: z.boolean(),
        posterior: z.number().describe('By the reliability of the sources.'),
        origins: z.array(z.array(claim)).describe('Claims of one origin count once.'),
      }),
    ),
  })
  .meta({ id: 'DisputedFact' })

const duplicate = z
  .object({
    people: z.array(person),
    probability: z.number(),
    priorBits: z.number().describe('With the parts it sums to the log-odds, in bits.'),
    parts: z.array(
      z.object({
        comparison: z.enum(identifiersOf('linkComparison')),
        level: z.enum(identifiersOf('linkLevel')),
        bits: z.number(),
      }),
    ),
  })
  .meta({ id: 'SuspectedDuplicate' })

const statement = z.object({
  id: z.string(),
  channel: z.string(),
  channelLabel: text,
  sourceName: z.string().nullable(),
  observedOn: date.nullable(),
  recordedOn: date,
  aspect: z.string().nullable(),
  tone: z.string().nullable(),
  event: z.string().nullable(),
  text: z.string().nullable(),
  asserts: z.object({ field: text, value: text }).nullable(),
  repeats: z.string().nullable().describe('The statement whose words it repeats.'),
})

/** GET /api/cadres/:cadreId/evidence */
export const evidenceSheet = z
  .object({
    asOf: date,
    recentMonths: z.int(),
    enoughSources: z.int(),
    coverage: z.object({
      breadth,
      sources: z.int().describe('Independent ones within the recent months.'),
      sides: z.array(side),
      channels: z.array(
        z.object({
          channel: z.string(),
          label: text,
          side,
          entries: z.int(),
          independent: z.int(),
          latest: date,
          isRecent: z.boolean(),
        }),
      ),
    }),
    facts: z.array(disputedFact),
    conflicts: z.array(conflict).describe('All of them, those of the facts above included.'),
    statements: z.array(statement),
    duplicates: z.array(duplicate),
  })
  .meta({ id: 'EvidenceSheet' })

/** GET /api/evidence */
export const evidenceQuery = z.object({ breadth: z.enum(['none', 'little', 'one-sided']).optional(), offset, limit })

export const evidenceOverview = z
  .object({
    asOf: date,
    serving: z.int(),
    recentMonths: z.int(),
    enoughSources: z.int(),
    thinlyKnown: z.object({
      counts: z.object({ none: z.int(), little: z.int(), oneSided: z.int() }),
      total: z.int(),
      offset: z.int(),
      rows: z.array(z.object({ person, breadth, sources: z.int(), sides: z.array(side), latest: date.nullable() })),
    }),
    duplicates: z.object({
      rows: z.array(duplicate),
      pairsCompared: z.int(),
      falseMatchRate: z.number().nullable().describe('Expected share of false ones among the sure.'),
    }),
    reliability: z.array(
      z.object({
        source: text,
        kind: z.enum(['date', 'term', 'text']),
        before: z.number(),
        estimated: z.number(),
        lower: z.number(),
        upper: z.number(),
        facts: z.int(),
      }),
    ),
  })
  .meta({ id: 'EvidenceOverview' })

export type ConflictQuery = z.output<typeof conflictQuery>
export type ConflictShape = z.output<typeof conflict>
export type ConflictRow = z.output<typeof conflictRow>
export type ConflictPage = z.output<typeof conflictPage>
export type DisputedFact = z.output<typeof disputedFact>
export type EvidenceSheet = z.output<typeof evidenceSheet>
export type EvidenceOverview = z.output<typeof evidenceOverview>
export type SuspectedDuplicate = z.output<typeof duplicate>
