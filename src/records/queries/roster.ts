import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { Text } from '#domain/text.ts'
import { type RosterFilter, rosterCondition } from './roster-filter.ts'

/** A row of the table `roster`; `verdict` is of the vacancy in the filter. */
export interface RosterRecord {
  readonly cadre_id: string
  readonly name: string
  readonly serving: boolean
  readonly sex: string | null
  readonly born_on: string | null
  readonly age: number | null
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly sector: string | null
  readonly position_id: string | null
  readonly title: string | null
  readonly post_level: string | null
  readonly role: string | null
  readonly post_since: string | null
  readonly months_in_post: number | null
  readonly level_since: string | null
  readonly months_at_level: number | null
  readonly grassroots_months: number | null
  readonly education: string | null
  readonly full_time_education: string | null
  readonly in_service_education: string | null
  readonly party: string | null
  readonly party_joined_on: string | null
  readonly work_started_on: string | null
  readonly reserve: boolean | null
  readonly track: string | null
  readonly evaluations: readonly (string | null)[]
  readonly rating_value: number | null
  readonly rating_lower: number | null
  readonly rating_upper: number | null
  readonly rating_sd: number | null
  readonly rating_n: number | null
  readonly rating_group: string | null
  readonly rating_separable: boolean | null
  readonly rating_cause: Text | null
  readonly rotation_rule: string | null
  readonly rotation_due_on: string | null
  readonly rotation_state: string | null
  readonly verdict?: string | null
}

const educationRank = (column: string) =>
  sql`array_position(array['lower', 'high-school', 'secondary-vocational', 'junior-college', 'bachelor', 'postgraduate', 'doctorate'], ${sql.ref(column)}::text)`

/** Columns that a roster sorts by. Dates and spans both count so that ascending goes from the small figure to the large. */
const sortKeys = {
  name: [sql`reading`, sql`name`],
  sex: [sql`sex`],
  age: [sql`age`, sql`born_on`],
  post: [sql`post_place`],
  postLevel: [sql`post_rank`],
  postSince: [sql`post_since`],
  yearsInPost: [sql`months_in_post`],
  yearsAtLevel: [sql`months_at_level`],
  grassrootsYears: [sql`grassroots_months`],
  education: [educationRank('education')],
  fullTimeEducation: [educationRank('full_time_education')],
  party: [sql`party`],
  partyJoinedOn: [sql`party_joined_on`],
  workStartedOn: [sql`work_started_on`],
  evaluations: [sql`excellent`],
  rating: [sql`rating_value`],
  rotation: [sql`rotation_due_on`],
} satisfies Record<string, readonly RawBuilder<unknown>[]>

export type RosterSort = keyof typeof sortKeys

export interface RosterSelection {
  readonly filter: RosterFilter
  readonly sort: RosterSort
  readonly order: 'asc' | 'desc'
  readonly offset: number
  readonly limit: number
}

/** One page of the roster and how many people meet the filter. Unknown values come last in both directions. */
export async function readRoster(
  database: QueryExecutorProvider,
  runId: string,
  { filter, sort, order, offset, limit }: RosterSelection,
): Promise<{ total: number; rows: readonly RosterRecord[] }> {
  const condition = rosterCondition(filter, runId)
  const direction = order === 'asc' ? sql`asc` : sql`desc`
  const keys = sortKeys[sort].map((key) => sql`${key} ${direction} nulls last`)
  const verdict =
    filter.vacancy === undefined
      ? sql`null::text`
      : sql`(select verdict::text from run_eligibility pair
          where run_id = ${runId} and pair.position_id = ${filter.vacancy} and pair.cadre_id = roster.cadre_id)`
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from roster where ${condition}`.execute(database),
    sql<RosterRecord>`
      select *, ${verdict} as verdict
      from (
        select cadre_id from roster where ${condition} order by ${sql.join(keys)}, cadre_id limit ${limit} offset ${offset}
      ) page join roster using (cadre_id)
      order by ${sql.join(keys)}, cadre_id`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows }
}

export async function countServing(database: QueryExecutorProvider): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from roster where serving`.execute(
    database,
  )
  return rows[0]?.count ?? 0
}

/** One person of the roster. */
export async function readRosterRow(
  database: QueryExecutorProvider,
  cadreId: string,
): Promise<RosterRecord | undefined> {
  const { rows } = await sql<RosterRecord>`select * from roster where cadre_id = ${cadreId}`.execute(database)
  return rows[0]
}

/** Some people of the roster, in its order. */
export async function readRosterRows(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
): Promise<readonly RosterRecord[]> {
  const { rows } = await sql<RosterRecord>`
    select * from roster where cadre_id = any(${[...cadreIds]}::text[]) order by post_place, cadre_id`.execute(database)
  return rows
}

/** Somebody in a list: who, and the post held. */
export type PersonRecord = Pick<RosterRecord, 'cadre_id' | 'name' | 'unit_name' | 'title' | 'post_level'>

/** Everybody in the order of the roster: by unit and place of the post. */
export async function readPeople(database: QueryExecutorProvider): Promise<readonly PersonRecord[]> {
  const { rows } = await sql<PersonRecord>`
    select cadre_id, name, unit_name, title, post_level from roster
    order by post_place nulls last, cadre_id`.execute(database)
  return rows
}

export interface GroupQuantiles {
  readonly measure: string
  readonly group: string
  readonly size: number
  /** At 0, 5, … 100 %. */
  readonly quantiles: readonly number[]
}

/** The comparable groups of some measures. */
export async function readGroups(
  database: QueryExecutorProvider,
  wanted: readonly { readonly measure: string; readonly group: string }[],
): Promise<readonly GroupQuantiles[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<GroupQuantiles>`
    select measure, "group", size, quantiles from comparable_group
    where (measure, "group") in (
      select * from unnest(${wanted.map(({ measure }) => measure)}::text[], ${wanted.map(({ group }) => group)}::text[]))`.execute(
    database,
  )
  return rows
}

export interface RosterChoices {
  readonly parties: readonly string[]
  readonly units: readonly { unitId: string; name: string; parentId: string | null; cadres: number }[]
  readonly vacancies: readonly { positionId: string; unitName: string; title: string }[]
}

/** What the filters offer beside the closed vocabularies. */
export async function readChoices(database: QueryExecutorProvider): Promise<RosterChoices> {
  const [parties, units, vacancies] = await Promise.all([
    sql<{ party: string }>`
      select party from roster where party is not null group by party order by count(*) desc, party`.execute(database),
    sql<{ unitId: string; name: string; parentId: string | null; cadres: number }>`
      select unit_id as "unitId", name, parent_id as "parentId", coalesce(people.count, 0)::integer as cadres
      from units left join (
        select above as unit_id, count(*) from roster, unnest(unit_path) above where serving group by above
      ) people using (unit_id)
      order by unit_id`.execute(database),
    sql<{ positionId: string; unitName: string; title: string }>`
      select distinct position_id as "positionId", units.name as "unitName", title
      from vacancies join positions using (position_id) join units using (unit_id)
      order by units.name, title, position_id`.execute(database),
  ])
  return { parties: parties.rows.map(({ party }) => party), units: units.rows, vacancies: vacancies.rows }
}
