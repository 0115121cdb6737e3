import { z } from 'zod'
import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { facetNames } from '#domain/lexicon/roster-facets.ts'
import { rosterField, rosterFieldNames } from '#domain/lexicon/roster-fields.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { whereParameter } from './roster-condition.ts'
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

const sortableFields = rosterFieldNames.filter((name) => rosterField(name).sort)

/**
 * Fields that a roster sorts by, besides `manual`, the order kept by hand (the customary one where nobody touched it), and `post`,
 * the customary order: unit by unit, from the highest post down. Unknown values come last in both directions.
 */
const rosterSort = z.enum(['manual', 'post', ...sortableFields])

/** One key, or several: `sort=postLevel:desc,age:asc,manual`; a key without a direction goes by `order`. */
export const rosterSortKeys = z
  .string()
  .max(200)
  .refine((text) => sortKeysOf(text, 'asc') !== undefined)

export interface SortKey {
  readonly by: RosterSort
  readonly order: 'asc' | 'desc'
}

const mostKeys = 5

/** @example sortKeysOf('age:desc,name', 'asc') // [{ by: 'age', order: 'desc' }, { by: 'name', order: 'asc' }] */
export function sortKeysOf(text: string, order: 'asc' | 'desc'): readonly SortKey[] | undefined {
  const keys = text.split(',').map((key): SortKey | undefined => {
    const [name, direction = order] = key.split(':')
    const by = rosterSort.safeParse(name)
    return by.success && (direction === 'asc' || direction === 'desc') ? { by: by.data, order: direction } : undefined
  })
  return keys.length <= mostKeys && keys.every((key) => key !== undefined) ? keys : undefined
}

/** Facts that a filter may ask to be unknown: `evaluation` is the latest yearly result, `evaluations` all of the last three. */
const rosterUnknown = z.enum([
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
  where: whereParameter.optional().describe('A tree of conditions as JSON, joined by "and"; see roster-condition.'),
})

/** GET /api/cadres */
export const rosterQuery = rosterFilter.extend({
  fields: many(z.enum(rosterFieldNames)).describe(
    'Only these columns, beside id and name; the usual ones where left out.',
  ),
  sort: rosterSortKeys.default('manual'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset,
  limit,
})

const term = <N extends EnumerationName>(name: N) => z.enum(identifiersOf(name)).nullable()
const words = z.string().nullable()
const number = z.number().nullable()
const whole = z.int().nullable()
const day = date.nullable()
const truth = z.boolean().nullable()

/** A row of GET /api/cadres: the id, the name, and the fields asked for, each under its name; null is unknown. */
export const rosterLine = z
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
    ethnicity: words,
    nativePlace: words,
    birthPlace: words,
    partyYears: number,
    workYears: number,
    retiresOn: day,
    degree: term('degree'),
    school: words,
    major: words,
    studyFields: z.array(z.enum(identifiersOf('studyField'))).nullable(),
    unitKind: term('unitKind'),
    unitLevel: term('unitLevel'),
    sector: sector.nullable(),
    teamMember: truth,
    levelSince: day,
    grade: term('grade'),
    gradeSince: day,
    yearsAtGrade: number,
    concurrentPosts: whole,
    secondedNow: truth,
    secondedEver: truth,
    townshipYears: number,
    townshipPrincipalYears: number,
    hardshipYears: number,
    frontYears: number,
    enterpriseYears: number,
    secondmentUpYears: number,
    principalYears: number,
    unitsServed: whole,
    regionsServed: whole,
    levelsServed: whole,
    sectorsServed: whole,
    sectorYears: z.partialRecord(sector, z.number()).nullable(),
    mainSector: sector.nullable(),
    background: z.array(sector).nullable(),
    evaluation: evaluationResult.nullable(),
    excellent: whole,
    honours: whole,
    achievement: estimate.nullable(),
    recognition: estimate.nullable(),
    needs: z.array(needName).nullable(),
    trainingHours: whole,
    missingFacts: whole,
    serving: z.boolean(),
  })
  .partial()
  .required({ cadreId: true, name: true })
  .meta({ id: 'RosterLine' })

/** One bar of the side panel: how many of the selection, how many of everybody, and the filter that opens them. */
export const bucket = z
  .object({
    id: z.string(),
    label: text,
    count: z.int(),
    whole: z.int().describe('Among everybody serving.'),
    filter: z
      .record(z.string(), z.string())
      .describe('Query parameters to set; an empty text removes one. `where` holds the present tree and the band.'),
  })
  .meta({ id: 'Bucket' })

const facetName = z.enum(facetNames)

/** GET /api/cadres/statistics */
export const rosterStatisticsQuery = rosterFilter.extend({
  facets: many(facetName).describe('The first nine where left out.'),
})

/** GET /api/cadres */
export const rosterPage = z
  .object({
    asOf: date,
    total: z.int().describe('People who meet the filter.'),
    whole: z.int().describe('Everybody serving.'),
    offset: z.int(),
    rows: z.array(rosterLine),
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
export type RosterLine = z.output<typeof rosterLine>
export type RosterPage = z.output<typeof rosterPage>
export type RosterStatistics = z.output<typeof rosterStatistics>
export type RosterChoices = z.output<typeof rosterChoices>
export type Bucket = z.output<typeof bucket>
