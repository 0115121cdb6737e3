import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { postLevel, text } from './shared.ts'

const visibility = z.enum(['visible', 'latent'])

/** All figures are in standard deviations of a result among its peers. */
const course = z.object({
  year: z.int(),
  visibility,
  n: z.int().describe('Results of the year.'),
  actual: z.number(),
  expected: z.number().describe('What an average team would have reached there.'),
  sd: z.number().describe('SD of where the result of an average team would fall.'),
})

const way = z.object({
  scheme: z.object({
    id: z.string(),
    principal: z.number().nullable().describe('Share of the principals; null = all members alike.'),
    inCharge: z.number(),
    documents: z.boolean().describe('Whether recorded duties are taken.'),
  }),
  lag: z.object({ id: z.string(), after: z.int(), keep: z.number() }).nullable(),
  value: z.number().nullable(),
  evidence: z.number().describe('Twice the log-likelihood above that of the way the place publishes.'),
  isPublished: z.boolean(),
})

const side = z.object({
  visibility,
  n: z.int(),
  years: z.int(),
  isOverride: z.boolean().describe('The results spoke decisively against the way the place publishes otherwise.'),
  ways: z.array(way),
  together: z
    .array(z.object({ cadreId: z.string(), name: z.string(), information: z.number() }))
    .describe('People who always served together with this one: the data cannot tell them apart.'),
})

/** GET /api/cadres/:cadreId/achievement */
export const achievement = z
  .object({
    sentence: text.describe('What is known, and how surely.'),
    correlation: z.number().describe('How far visible and latent achievement go together among everybody, 0 … 1.'),
    latentWeight: z.number(),
    rank: z
      .object({
        sector: z.enum(identifiersOf('sector')).nullable(),
        level: postLevel,
        of: z.int(),
        from: z.int(),
        to: z.int(),
      })
      .nullable()
      .describe('The middle 90 % of ranks inside the same trade and post level.'),
    sides: z.array(side),
    units: z
      .array(
        z.object({
          unitId: z.string(),
          unitName: z.string(),
          isPrincipal: z.boolean(),
          years: z.array(course.extend({ share: z.number(), own: z.number() })),
        }),
      )
      .describe('Latest first.'),
  })
  .meta({ id: 'Achievement' })

/** GET /api/units/:unitId/results */
export const unitResults = z
  .object({
    unitName: z.string(),
    years: z
      .array(
        course.extend({
          credited: z.number().describe('What is credited to the people in office.'),
          people: z.array(z.object({ cadreId: z.string(), name: z.string(), share: z.number() })),
        }),
      )
      .describe('Oldest first.'),
  })
  .meta({ id: 'UnitResults' })

export type Achievement = z.output<typeof achievement>
export type UnitResults = z.output<typeof unitResults>
