import { type RawBuilder, sql } from 'kysely'
import type { RosterCondition } from '#domain/lexicon/roster-conditions.ts'
import { treeCondition } from './roster-tree.ts'

/** What a list of people may be narrowed by. All that are given hold together; several values of one are alternatives. */
export interface RosterFilter {
  readonly q?: string | undefined
  readonly status: 'serving' | 'left' | 'all'
  readonly postLevel?: readonly string[] | undefined
  readonly role?: readonly string[] | undefined
  readonly sex?: readonly string[] | undefined
  readonly ageFrom?: number | undefined
  readonly ageTo?: number | undefined
  readonly education?: readonly string[] | undefined
  readonly fullTimeEducation?: readonly string[] | undefined
  readonly party?: readonly string[] | undefined
  readonly unit?: string | undefined
  readonly sector?: readonly string[] | undefined
  readonly reserve?: boolean | undefined
  readonly track?: readonly string[] | undefined
  readonly grassrootsFrom?: number | undefined
  readonly grassrootsTo?: number | undefined
  readonly yearsInPostFrom?: number | undefined
  readonly yearsInPostTo?: number | undefined
  readonly yearsAtLevelFrom?: number | undefined
  readonly yearsAtLevelTo?: number | undefined
  readonly evaluation?: readonly string[] | undefined
  readonly excellentFrom?: number | undefined
  readonly excellentTo?: number | undefined
  readonly rating?: 'separable' | 'inseparable' | undefined
  readonly rotation?: readonly string[] | undefined
  readonly need?: readonly string[] | undefined
  readonly vacancy?: string | undefined
  readonly verdict?: readonly string[] | undefined
  readonly unknown?: readonly UnknownFact[] | undefined
  /** Of an advanced search: holds beside all the rest. */
  readonly where?: RosterCondition | undefined
  /** Only these people. */
  readonly cadreIds?: readonly string[] | undefined
}

/** Facts that may be asked to be missing, and when they are. */
export const unknownFacts = {
  sex: sql<boolean>`roster.sex is null`,
  bornOn: sql<boolean>`roster.born_on is null`,
  postSince: sql<boolean>`roster.post_since is null`,
  postLevel: sql<boolean>`roster.post_level is null`,
  education: sql<boolean>`roster.education is null`,
  party: sql<boolean>`roster.party is null`,
  partyJoinedOn: sql<boolean>`roster.party_joined_on is null`,
  workStartedOn: sql<boolean>`roster.work_started_on is null`,
  evaluation: sql<boolean>`roster.evaluations[cardinality(roster.evaluations)] is null`,
  evaluations: sql<boolean>`roster.excellent is null`,
  rating: sql<boolean>`roster.rating_n is null`,
  track: sql<boolean>`roster.track is null`,
}
export type UnknownFact = keyof typeof unknownFacts

/** The filter as one condition on the table `roster`. `runId` names the run whose pairs and needs it asks about. */
export function rosterCondition(filter: RosterFilter, runId: string): RawBuilder<boolean> {
  const conditions = [
    ...statusConditions(filter),
    ...searchConditions(filter.q ?? ''),
    ...oneOf(sql.ref('roster.post_level'), filter.postLevel),
    ...oneOf(sql.ref('roster.role'), filter.role),
    ...oneOf(sql.ref('roster.sex'), filter.sex),
    ...oneOf(sql.ref('roster.education'), filter.education),
    ...oneOf(sql.ref('roster.full_time_education'), filter.fullTimeEducation),
    ...oneOf(sql.ref('roster.party'), filter.party),
    ...oneOf(sql.ref('roster.sector'), filter.sector),
    ...oneOf(sql.ref('roster.track'), filter.track),
    ...oneOf(sql.ref('roster.last_evaluation'), filter.evaluation),
    ...oneOf(sql`coalesce(roster.rotation_state, 'none')`, filter.rotation),
    ...rangeConditions(filter),
    ...resultConditions(filter, runId),
    ...(filter.unknown ?? []).map((fact) => unknownFacts[fact]),
  ]
  if (filter.unit !== undefined) conditions.push(sql`roster.unit_path @> array[${filter.unit}]`)
  conditions.push(...oneOf(sql.ref('roster.cadre_id'), filter.cadreIds))
  if (filter.where !== undefined) conditions.push(treeCondition(filter.where))
  if (filter.reserve !== undefined) conditions.push(sql`roster.reserve = ${filter.reserve}`)
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

const statusConditions = ({ status }: RosterFilter): RawBuilder<boolean>[] =>
  status === 'all' ? [] : [status === 'serving' ? sql`roster.serving` : sql`not roster.serving`]

const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | undefined): RawBuilder<boolean>[] =>
  values === undefined || values.length === 0 ? [] : [sql`${column} = any(${[...values]}::text[])`]

/** Ages count completed years with both ends in; the other spans count months, upper end out. */
function rangeConditions(filter: RosterFilter): RawBuilder<boolean>[] {
  const bound = (value: number | undefined, condition: (value: number) => RawBuilder<boolean>) =>
    value === undefined ? [] : [condition(value)]
  const span = (column: RawBuilder<unknown>, from: number | undefined, to: number | undefined) => [
    ...bound(from, (years) => sql`${column} >= ${Math.ceil(years * 12)}::integer`),
    ...bound(to, (years) => sql`${column} < ${Math.ceil(years * 12)}::integer`),
  ]
  return [
    ...bound(filter.ageFrom, (years) => sql`roster.age >= ${Math.ceil(years)}::integer`),
    ...bound(filter.ageTo, (years) => sql`roster.age <= ${Math.floor(years)}::integer`),
    ...span(sql.ref('roster.grassroots_months'), filter.grassrootsFrom, filter.grassrootsTo),
    ...span(sql.ref('roster.months_in_post'), filter.yearsInPostFrom, filter.yearsInPostTo),
    ...span(sql.ref('roster.months_at_level'), filter.yearsAtLevelFrom, filter.yearsAtLevelTo),
    ...bound(filter.excellentFrom, (times) => sql`roster.excellent >= ${times}::integer`),
    ...bound(filter.excellentTo, (times) => sql`roster.excellent <= ${times}::integer`),
  ]
}

function resultConditions(filter: RosterFilter, runId: string): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = []
  if (filter.rating !== undefined) conditions.push(sql`roster.rating_separable = ${filter.rating === 'separable'}`)
  if (filter.need !== undefined && filter.need.length > 0) {
    conditions.push(sql`exists (
      select from run_need where run_id = ${runId} and run_need.cadre_id = roster.cadre_id
        and need = any(${[...filter.need]}::text[]))`)
  }
  if (filter.vacancy !== undefined) {
    const said =
      filter.verdict === undefined
        ? sql`true`
        : sql`verdict = any(${[...filter.verdict]}::text[]) and move is distinct from 'demotion'`
    conditions.push(sql`exists (
      select from run_eligibility pair where run_id = ${runId} and pair.position_id = ${filter.vacancy}
        and pair.cadre_id = roster.cadre_id and ${said})`)
  }
  return conditions
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Every word of a search is found in the name, its pinyin, the unit, the post, or is the id. */
function searchConditions(search: string): RawBuilder<boolean>[] {
  const words = search.split(/[\s,，、·]+/).filter((word) => word !== '')
  return words.slice(0, 6).map((word) => {
    const anywhere = `%${escapeLike(word)}%`
    const syllable = `% ${escapeLike(word.toLowerCase().replaceAll("'", ''))}%`
    return sql`(roster.name like ${anywhere} or roster.unit_name like ${anywhere} or roster.title like ${anywhere}
      or roster.reading like ${syllable} or roster.cadre_id = ${word})`
  })
}
