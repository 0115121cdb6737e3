import { type QueryExecutorProvider, sql } from 'kysely'
import type { RosterFieldName } from '#domain/lexicon/roster-fields.ts'
import type { Text } from '#domain/text.ts'
import { orderBy, type SortKey, sourceOf } from './roster-columns.ts'
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

export interface RosterSelection {
  readonly filter: RosterFilter
  /** The first key first. */
  readonly sort: readonly SortKey[]
  readonly offset: number
  readonly limit: number
  /** Only the columns of these fields, beside id and name; all of them where left out. */
  readonly fields?: readonly RosterFieldName[] | undefined
}

/** Which edition a page was cut from: what was counted or cut under another mark is out of date. */
export interface EditionMark {
  readonly runId: string
  /** Goes up where the order is changed by hand. */
  readonly stamp: number
}

export interface RosterCut {
  readonly mark: EditionMark | undefined
  readonly total: number
  readonly rows: readonly RosterRecord[]
}

export const marked = sql`(select json_build_object('runId', run_id, 'stamp', stamp) from edition)`

/**
 * One page of the roster and how many people meet the filter, in one round trip. Unknown values come last in both directions.
 */
export async function readRoster(
  database: QueryExecutorProvider,
  runId: string,
  { filter, sort, offset, limit, fields }: RosterSelection,
): Promise<RosterCut> {
  const condition = rosterCondition(filter, runId)
  const counted = sql`(select count(*)::integer from roster where ${condition})`
  const { rows } = await sql<RosterRecord & { total: number; mark: EditionMark }>`
    select ${counted} as total, ${marked} as mark, ${columnsOf(fields, filter, runId)}
    from roster where ${condition} order by ${orderBy(sort)} limit ${limit} offset ${offset}`.execute(database)
  const [first] = rows
  if (first) return { mark: first.mark, total: first.total, rows }
  const { rows: empty } = await sql<{ total: number; mark: EditionMark | null }>`
    select ${counted} as total, ${marked} as mark`.execute(database)
  return { mark: empty[0]?.mark ?? undefined, total: empty[0]?.total ?? 0, rows: [] }
}

export function columnsOf(fields: readonly RosterFieldName[] | undefined, filter: RosterFilter, runId: string) {
  const verdict =
    filter.vacancy === undefined
      ? sql`null::text as verdict`
      : sql`(select verdict::text from run_eligibility pair
          where run_id = ${runId} and pair.position_id = ${filter.vacancy} and pair.cadre_id = roster.cadre_id) as verdict`
  if (fields === undefined) return sql`roster.*, ${verdict}`
  const columns = new Set([
    'cadre_id',
    'name',
    ...fields.flatMap((field) => (field === 'verdict' ? [] : sourceOf(field).columns)),
  ])
  const written = [...columns].map((column) => sql`${sql.ref(`roster.${column}`)}`)
  return sql.join(fields.includes('verdict') ? [...written, verdict] : written)
}

/** Everybody of a selection in its order, up to `most`, and how many they are. */
export async function readRosterIds(
  database: QueryExecutorProvider,
  runId: string,
  { filter, sort }: Pick<RosterSelection, 'filter' | 'sort'>,
  most: number,
): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const condition = rosterCondition(filter, runId)
  const { rows } = await sql<{ total: number; ids: string[] }>`
    select (select count(*)::integer from roster where ${condition}) as total,
      array(select cadre_id from roster where ${condition} order by ${orderBy(sort)} limit ${most}) as ids`.execute(
    database,
  )
  return rows[0] ?? { total: 0, ids: [] }
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
