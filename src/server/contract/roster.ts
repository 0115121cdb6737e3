import { z } from 'zod'
import {
  date,
  dueState,
  educationLevel,
  estimate,
  evaluationResult,
  flag,
  limit,
  many,
  needName,
  offset,
  postLevel,
  role,
  sector,
  sex,
  text,
  track,
  verdict,
} from './shared.ts'

/** Columns that the roster sorts by; unknown values always come last. */
export const rosterSort = z.enum([
  'name',
  'sex',
  'age',
  'post',
  'postLevel',
  'postSince',
  'yearsInPost',
  'yearsAtLevel',
  'grassrootsYears',
  'education',
  'fullTimeEducation',
  'party',
  'partyJoinedOn',
  'workStartedOn',
  'evaluations',
  'rating',
  'rotation',
])

/** Facts that a filter may ask to be unknown: `evaluation` is the latest yearly result, `evaluations` all of the last three. */
export const rosterUnknown = z.enum([
  'sex',
  'bornOn',
  'postSince',
  'postLevel',
  'education',
  'party',
  'partyJoinedOn',
  'workStartedOn',
  'evaluation',
  'evaluations',
  'rating',
  'track',
])

const years = z.coerce.number().min(0).max(100).optional()

/** The filters of GET /api/cadres. All that are given hold together; several values of one filter are alternatives. */
export const rosterFilter = z.object({
  q: z.string().trim().max(64).optional().describe('Name, pinyin or its initials, unit, post.'),
  status: z.enum(['serving', 'left', 'all']).default('serving'),
  postLevel: many(postLevel),
  role: many(role),
  sex: many(sex),
  ageFrom: years.describe('Completed years as shown, both ends included.'),
  ageTo: years,
  education: many(educationLevel).describe('Highest level of any mode.'),
  fullTimeEducation: many(educationLevel),
  party: many(z.string().max(64)),
  unit: z.string().max(64).optional().describe('A unit and everything under it.'),
  sector: many(sector),
  reserve: flag,
  track: many(track),
  grassrootsFrom: years,
  grassrootsTo: years,
  yearsInPostFrom: years.describe('At least so many years; the upper ends of all year filters are exclusive.'),
  yearsInPostTo: years,
  yearsAtLevelFrom: years,
  yearsAtLevelTo: years,
  evaluation: many(evaluationResult).describe('The latest yearly result.'),
  excellentFrom: z.coerce
    .number()
    .int()
    .min(0)
    .max(3)
    .optional()
    .describe('Excellent results in the last three years.'),
  excellentTo: z.coerce.number().int().min(0).max(3).optional(),
  rating: z.enum(['separable', 'inseparable']).optional(),
  rotation: many(z.enum([...dueState.options, 'none'])),
  need: many(needName),
  vacancy: z
    .string()
    .max(64)
    .optional()
    .describe('The pairs of this vacancy; with verdict, no moves to a lower level.'),
  verdict: many(verdict),
  unknown: many(rosterUnknown),
})

/** GET /api/cadres */
export const rosterQuery = rosterFilter.extend({
  sort: rosterSort.default('post'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset,
  limit,
})

export const rosterRow = z
  .object({
    cadreId: z.string(),
    name: z.string(),
    sex: sex.nullable(),
    bornOn: date.nullable(),
    age: z.int().nullable().describe('Completed years on the as-of date; the lower one where the day decides.'),
    unitId: z.string().nullable(),
    unitName: z.string().nullable(),
    title: z.string().nullable(),
    postLevel: postLevel.nullable(),
    role: role.nullable(),
    postSince: date.nullable(),
    yearsInPost: z.number().nullable().describe('Years to one decimal.'),
    yearsAtLevel: z.number().nullable(),
    grassrootsYears: z.number().nullable(),
    education: educationLevel.nullable().describe('Highest level of any mode.'),
    fullTimeEducation: educationLevel.nullable(),
    inServiceEducation: educationLevel.nullable(),
    party: z.string().nullable(),
    partyJoinedOn: date.nullable(),
    workStartedOn: date.nullable(),
    reserve: z.boolean().nullable(),
    track: track.nullable(),
    evaluations: z
      .array(z.object({ year: z.int(), result: evaluationResult.nullable() }))
      .length(3)
      .describe('The last three years that have been evaluated, oldest first; null where no result is held.'),
    rating: estimate.nullable().describe('Overall rating without its parts; null where there was no ballot.'),
    rotation: z.object({ dueOn: date, state: dueState, rule: z.string() }).nullable().describe('The next duty.'),
    verdict: verdict.nullable().describe('For the vacancy in the filter, otherwise null.'),
  })
  .meta({ id: 'RosterRow' })

/** One bar of the side panel: how many of the selection, how many of everybody, and the filter that opens them. */
export const bucket = z
  .object({
    id: z.string(),
    label: text,
    count: z.int(),
    whole: z.int().describe('Among everybody serving.'),
    filter: z.record(z.string(), z.string()).describe('Query parameters to set; an empty text removes one.'),
  })
  .meta({ id: 'Bucket' })

export const facetName = z.enum([
  'age',
  'yearsInPost',
  'grassroots',
  'education',
  'postLevel',
  'sex',
  'excellent',
  'rotation',
  'rating',
])

/** GET /api/cadres */
export const rosterPage = z
  .object({
    asOf: date,
    total: z.int().describe('People who meet the filter.'),
    whole: z.int().describe('Everybody serving.'),
    offset: z.int(),
    rows: z.array(rosterRow),
    ratingBand: z
      .object({
        group: z.string(),
        size: z.int(),
        lowerQuartile: z.number(),
        median: z.number(),
        upperQuartile: z.number(),
        least: z.number(),
        most: z.number(),
      })
      .nullable()
      .describe('The comparable group of the column, where every row shown belongs to one group.'),
  })
  .meta({ id: 'RosterPage' })

/** GET /api/cadres/statistics, same filters */
export const rosterStatistics = z
  .object({
    asOf: date,
    total: z.int(),
    whole: z.int(),
    facets: z.array(z.object({ name: facetName, label: text, buckets: z.array(bucket) })),
  })
  .meta({ id: 'RosterStatistics' })

/** GET /api/cadres/choices: what the filters offer beside the closed vocabularies. */
export const rosterChoices = z
  .object({
    parties: z.array(z.string()),
    units: z.array(
      z.object({ unitId: z.string(), name: z.string(), parentId: z.string().nullable(), cadres: z.int() }),
    ),
    vacancies: z.array(z.object({ positionId: z.string(), unitName: z.string(), title: z.string() })),
  })
  .meta({ id: 'RosterChoices' })

export type RosterSort = z.output<typeof rosterSort>
export type RosterFilter = z.output<typeof rosterFilter>
export type RosterQuery = z.output<typeof rosterQuery>
export type RosterRow = z.output<typeof rosterRow>
export type RosterPage = z.output<typeof rosterPage>
export type RosterStatistics = z.output<typeof rosterStatistics>
export type RosterChoices = z.output<typeof rosterChoices>
export type FacetName = z.output<typeof facetName>
export type Bucket = z.output<typeof bucket>
