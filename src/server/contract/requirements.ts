/** What a seat asks for: element by element with its origin, its versions, and how it is edited. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { date, instant, part, postLevel, text } from './shared.ts'

export const facet = z.enum(identifiersOf('facet'))

/** A seat by name, vacant or not. */
export const namedSeat = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  postLevel,
  vacantFrom: date.nullable(),
})

/** When a list was made, and whether what the seat asks for was changed since. */
export const shortlistAge = z.object({ madeAt: instant, isOutdated: z.boolean() })

/** As it is recorded. Party spirit is read as evidence: its level and weight enter nothing, and are shown nowhere. */
export const askedElement = z.object({
  facet,
  element: z.string(),
  level: z.int(),
  weight: z.number().nullable().describe('Null counts as 1.'),
})

const origin = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recorded'),
    since: instant,
    by: z.string().nullable().describe('Null: it came with an import.'),
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal('library'), rule: z.string(), parameter: z.string() }),
])

const shownElement = askedElement.extend({
  share: z.number().nullable().describe('Part of all weights; null for Party spirit, which gets no number.'),
  origin,
  assessed: z.int().describe('People who were assessed on it.'),
})

const version = z.object({
  version: z.string(),
  at: instant,
  by: z.string().nullable().describe('Null: it came with an import.'),
  reason: z.string().nullable(),
  elements: z.array(askedElement).describe('Empty: the seat followed the library.'),
})

/** GET /api/vacancies/:positionId/requirements, of any seat */
export const seatRequirements = z
  .object({
    asOf: date,
    seat: namedSeat,
    version: z.string().describe('What an edit is based on; empty where nothing was ever recorded.'),
    kind: z.enum(['recorded', 'library']),
    facets: z.array(z.object({ facet, label: text, elements: z.array(shownElement) })),
    versions: z.array(version).describe('The present one first.'),
    library: z.array(askedElement),
    known: z
      .array(z.object({ facet, element: z.string(), assessed: z.int(), seats: z.int() }))
      .describe('Elements that people are assessed on, or other seats ask for.'),
    shortlist: shortlistAge.nullable().describe('The list of the last analysis; null where the seat is not vacant.'),
  })
  .meta({ id: 'SeatRequirements' })

/** POST /api/vacancies/:positionId/requirements. What is wrong with it is said in words of its own. */
export const editRequirements = z
  .object({
    basedOn: z.string().max(40),
    reason: z.string().max(400),
    elements: z
      .array(
        z.object({
          facet: z.string().max(40),
          element: z.string().max(40),
          level: z.number(),
          weight: z.number().nullable(),
        }),
      )
      .max(60)
      .describe('All that the seat asks for; none, to follow the library again.'),
  })
  .meta({ id: 'EditRequirements' })

/** GET /api/vacancies/:positionId/requirements/similar: what seats like it ask for. */
export const similarSeats = z
  .object({
    seats: z.array(
      namedSeat.extend({
        similarity: z.number().describe('From 0 to 1.'),
        parts: z.array(part).describe('They sum to the similarity.'),
        kind: z.enum(['recorded', 'library']),
        elements: z.array(askedElement),
      }),
    ),
  })
  .meta({ id: 'SimilarSeats' })

export type Facet = z.output<typeof facet>
export type NamedSeat = z.output<typeof namedSeat>
export type AskedElementShape = z.output<typeof askedElement>
export type ShortlistAge = z.output<typeof shortlistAge>
export type ShownElement = z.output<typeof shownElement>
export type SeatRequirementsShape = z.output<typeof seatRequirements>
export type EditRequirements = z.output<typeof editRequirements>
export type SimilarSeats = z.output<typeof similarSeats>
