import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { date, limit, offset } from './shared.ts'

const channel = z.enum(identifiersOf('ratingChannel'))
const conductKind = z
  .enum(['one-score', 'severity', 'inverted', 'unrelated', 'ring', 'unit-block'])
  .describe('Something to look at, no finding against anybody; a rater may be flagged by chance.')

const studyPoint = z.object({ raters: z.int(), generalisability: z.number(), dependability: z.number() }).meta({
  id: 'StudyPoint',
  description: 'Generalisability: among people whom the same raters score. Dependability: whom different raters score.',
})

const flagCount = z.object({ kind: conductKind, count: z.int() })
const group = z.object({ id: z.string(), cadres: z.int() })
const unit = z.object({ unitId: z.string().nullable(), name: z.string() })

/** GET /api/surveys */
export const surveysQuery = z.object({
  channel: channel.optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  unit: z.string().max(80).optional().describe('Part of the name of a unit.'),
  flagged: z.literal('true').optional(),
  offset,
  limit,
})

export const surveyRow = z
  .object({
    surveyId: z.string(),
    channels: z.array(channel),
    from: date,
    to: date,
    units: z.array(unit),
    unitCount: z.int(),
    ballots: z.int(),
    raters: z.int(),
    cadres: z.int(),
    filled: z.number(),
    reliability: studyPoint.nullable(),
    flags: z.array(flagCount),
  })
  .meta({ id: 'SurveyRow' })

export const surveysPage = z
  .object({
    asOf: date,
    total: z.int(),
    offset: z.int(),
    channels: z.array(z.object({ channel, count: z.int() })),
    years: z.array(z.int()).describe('Newest first.'),
    rows: z.array(surveyRow),
  })
  .meta({ id: 'SurveysPage' })

const interval = z.object({ value: z.number(), lower: z.number(), upper: z.number() })

export const conductRow = z
  .object({
    kind: conductKind,
    surveyId: z.string().nullable(),
    raters: z.array(z.string()).describe('Pseudonyms; none where fewer than five raters act together.'),
    size: z.int().nullable().describe('null: fewer than five.'),
    strength: z.number(),
    ballots: z.int().nullable(),
    lifted: z.object({ cadreId: z.string(), name: z.string().nullable() }).nullable(),
    pressed: z.object({ cadreId: z.string(), name: z.string().nullable() }).nullable(),
    press: z.number().nullable(),
    probability: z.number(),
    falseShare: z.number(),
    people: z.array(
      z.object({
        cadreId: z.string(),
        name: z.string().nullable(),
        with: interval,
        without: interval,
        turned: z.int(),
        peers: z.int(),
        sensitive: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ConductRow' })

/** GET /api/surveys/:surveyId */
export const surveyReport = surveyRow
  .extend({
    classes: z.array(z.object({ raterClass: z.enum(['A', 'B', 'C']).nullable(), raters: z.int() })),
    raterUnits: z.object({ known: z.int(), other: z.int() }),
    scales: z.array(
      z.object({
        max: z.number(),
        ballots: z.int(),
        bars: z.array(z.int()).nullable().describe('By tenths of the scale; null where fewer than five answered.'),
      }),
    ),
    perCadre: z.object({ least: z.int(), median: z.int(), most: z.int() }),
    groups: z.array(group),
    study: z.array(studyPoint).describe('Of the measure as a whole.'),
    conduct: z.array(conductRow),
  })
  .meta({ id: 'SurveyReport' })

/** GET /api/rating-quality: the rating as a whole, over all surveys. */
export const ratingQuality = z
  .object({
    ballots: z.int(),
    raters: z.int(),
    cadres: z.int(),
    surveys: z.int(),
    variances: z.array(z.object({ source: z.string(), variance: z.number(), share: z.number() })),
    study: z.array(studyPoint),
    now: studyPoint,
    wanted: z.object({ dependability: z.number(), raters: z.int().nullable() }),
    linking: z.object({
      raters: z.int(),
      crossRaters: z.int(),
      crossShare: z.number(),
      sameUnit: z.number().nullable(),
      across: z.number().nullable(),
      foreseen: z.array(z.object({ share: z.number(), sameUnit: z.number(), across: z.number() })),
      shape: z.object({ units: z.int(), cadresPerUnit: z.int(), ratersPerUnit: z.int() }),
    }),
    groups: z.array(group),
    alone: z.array(z.object({ cadreId: z.string(), name: z.string().nullable() })),
    conduct: z.object({ counts: z.array(flagCount), leftOut: z.int(), rows: z.array(conductRow) }),
    disagreements: z.object({ compared: z.int(), count: z.int() }).nullable(),
  })
  .meta({ id: 'RatingQuality' })

export const oddity = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('burst'),
      survey: z.string(),
      day: date,
      answers: z.int(),
      ofAnswers: z.int(),
      probability: z.number(),
    }),
    z.object({ kind: z.literal('alike'), answers: z.int(), ofAnswers: z.int(), probability: z.number() }),
  ])
  .meta({ id: 'Oddity' })

/** GET /api/rating-quality/disagreements: whose channels of public recognition do not agree. */
export const disagreementList = z
  .object({
    compared: z.int(),
    rows: z.array(
      z.object({
        cadreId: z.string(),
        name: z.string().nullable(),
        channel,
        side: z.enum(['above', 'below']).nullable(),
        distance: z.number().nullable(),
        falseShare: z.number().nullable(),
        oddities: z.array(oddity),
      }),
    ),
  })
  .meta({ id: 'DisagreementList' })

export type SurveysQuery = z.output<typeof surveysQuery>
export type SurveyRow = z.output<typeof surveyRow>
export type SurveysPage = z.output<typeof surveysPage>
export type ConductRowShape = z.output<typeof conductRow>
export type SurveyReport = z.output<typeof surveyReport>
export type RatingQuality = z.output<typeof ratingQuality>
export type StudyPointShape = z.output<typeof studyPoint>
export type OddityShape = z.output<typeof oddity>
export type DisagreementListShape = z.output<typeof disagreementList>
