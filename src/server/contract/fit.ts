/** How somebody fits a seat, opened up: element by element what is asked, known and missing, and what speaks for it. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { facet, namedSeat, shortlistAge } from './requirements.ts'
import { date, estimate, part, text } from './shared.ts'

const evidenceKind = z.enum([
  'assessment',
  'rating',
  'contribution',
  'recognition',
  'evaluation',
  'service',
  'training',
])

const known = z.object({
  mean: z.number(),
  lower: z.number(),
  upper: z.number(),
  parts: z.array(part).describe('They sum to the mean.'),
  isDirect: z
    .boolean()
    .describe('An assessment of it, service or a course speaks of it, not ratings and results alone.'),
})

const closing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assess'), says: text }),
  z.object({ kind: z.literal('train'), topics: z.array(z.string()), says: text }),
  z.object({
    kind: z.literal('serve'),
    counted: z.enum(identifiersOf('experienceKind')),
    sector: z.string().nullable(),
    says: text,
  }),
])

const elementFit = z.object({
  element: z.string(),
  level: z.int(),
  weight: z.number(),
  known,
  gap: z.number().describe('Asked minus known: above 0 where something is missing.'),
  below: z.number().describe('Probability that the level is below what is asked.'),
  state: z.enum(['met', 'short', 'open']),
  certainty: z.enum(['separable', 'leaning', 'inseparable']),
  share: z.number().describe('Part of the fit; the shares of all elements sum to it.'),
  shareAsAsked: z.number().describe('What the share would be with the level that is asked.'),
  evidence: z
    .array(z.object({ kind: evidenceKind, id: z.string(), says: text }))
    .describe('None: the level is no more than that of comparable people.'),
  closing: z.array(closing),
})

/** GET /api/vacancies/:positionId/cadres/:cadreId/fit, of any seat and anybody. Opening one is recorded in the audit. */
export const fitDetail = z
  .object({
    asOf: date,
    seat: namedSeat,
    cadre: z.object({
      cadreId: z.string(),
      name: z.string(),
      unitName: z.string().nullable(),
      title: z.string().nullable(),
    }),
    requirements: z.enum(['recorded', 'library']),
    fit: estimate.nullable().describe('Its parts are the facets; null where nothing is asked.'),
    facets: z.array(
      z.object({
        facet,
        label: text,
        weight: z.number(),
        share: z.number(),
        shareAsAsked: z.number(),
        elements: z.array(elementFit),
      }),
    ),
    partySpirit: z.object({
      asked: z.array(z.string()),
      statements: z
        .array(
          z.object({
            evidence: z.string(),
            aspect: z.enum(identifiersOf('aspect')),
            channel: z.enum(identifiersOf('statementChannel')),
            tone: z.enum(identifiersOf('tone')).nullable(),
            on: date,
            source: z.string().nullable().describe('The unit that says it.'),
            event: z.string().nullable(),
            text: z.string().nullable(),
            repeats: z.string().nullable(),
          }),
        )
        .describe('For people to read; never added up.'),
    }),
    service: z
      .array(
        z.object({
          evidence: z.string(),
          label: text,
          years: z.number(),
          similarity: z.number(),
          parts: z.array(part).describe('They sum to the similarity.'),
          likeness: z.enum(['same', 'similar', 'other']),
          counted: z.number(),
        }),
      )
      .nullable()
      .describe('Null where too much of the career is in seats not known here.'),
    shortlist: shortlistAge.nullable().describe('The list of the last analysis; null where the seat is not vacant.'),
  })
  .meta({ id: 'FitDetail' })

export type FitDetail = z.output<typeof fitDetail>
export type ElementFitShape = FitDetail['facets'][number]['elements'][number]
