import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'

/** A team with its quotas and how many people hold its posts. */
export interface TeamPosts {
  readonly unit_name: string
  readonly level: string
  readonly kind: string
  readonly quota_principal: number | null
  readonly quota_deputy: number | null
  readonly principals: number
  /** Deputies and other members of the team: they count against one quota. */
  readonly deputies: number
}

/**
 * Teams of the units there are on a day, in the order of the units: all, or those of a unit and everything under it.
 * Acting and seconded people hold no seat; each person counts once in a team and role.
 */
export async function readTeamPosts(
  database: QueryExecutorProvider,
  asOf: DateCode,
  unitId?: string,
): Promise<readonly TeamPosts[]> {
  const day = formatDate(asOf)
  const { rows } = await sql<TeamPosts>`
    with recursive tree as (
      select unit_id, array[unit_id] as path from units
      where case when ${unitId ?? null}::text is null then parent_id is null else unit_id = ${unitId ?? null} end
      union all
      select units.unit_id, path || units.unit_id from units join tree on units.parent_id = tree.unit_id
      where units.unit_id <> all(path)
    ), held as (
      select team_id, positions.role = 'principal' as principal, count(distinct cadre_id)::integer as people
      from tenures join positions using (position_id) join roster using (cadre_id)
      where roster.serving and team_id is not null and positions.role in ('principal', 'deputy', 'member')
        and tenures.kind in ('appointed', 'concurrent') and earliest_day(tenures."from") <= ${day}::date
        and (tenures."to" is null or earliest_day(tenures."to") > ${day}::date)
      group by team_id, positions.role = 'principal'
    )
    select units.name as unit_name, units.level::text, units.kind::text, quota_principal, quota_deputy,
      coalesce((select people from held where held.team_id = teams.team_id and principal), 0) as principals,
      coalesce((select people from held where held.team_id = teams.team_id and not principal), 0) as deputies
    from teams join tree using (unit_id) join units using (unit_id)
    where coalesce(earliest_day(founded_on) <= ${day}::date, true)
      and coalesce(earliest_day(abolished_on) > ${day}::date, true)
    order by path, team_id`.execute(database)
  return rows
}
