import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { RunUnitEstimateRow } from '../database.ts'

/** The condition of a team as it is stored, with what a list says beside it. */
export interface TeamRecord extends RunUnitEstimateRow {
  readonly unit_name: string
  readonly kind: string
  readonly level: string
  readonly filled: number
  readonly quota: number | null
  readonly open_findings: number
  readonly overdue_findings: number
  readonly change: { readonly value: number; readonly lower: number; readonly upper: number } | null
}

export interface TeamSelection {
  readonly kind?: string | undefined
  readonly level?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** Teams of a run by level and kind, each kind in the order of its units. */
export async function readTeams(
  database: QueryExecutorProvider,
  runId: string,
  selection: TeamSelection,
): Promise<{ total: number; rows: readonly TeamRecord[] }> {
  const from = sql`
    run_unit_estimate condition join units using (unit_id)
      join run_paper paper on paper.run_id = condition.run_id and paper.kind = 'condition'
        and paper.subject = condition.unit_id
    where ${sql.join(conditionsOf(runId, selection), sql` and `)}`
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from ${from}`.execute(database),
    sql<TeamRecord>`
      select condition.*, units.name as unit_name, units.kind::text, units.level::text,
        (body -> 'structure' -> 'filled')::integer as filled, (body -> 'structure' -> 'quota')::integer as quota,
        jsonb_array_length(body -> 'findings') as open_findings,
        jsonb_array_length(jsonb_path_query_array(body, '$.findings[*] ? (@.overdue == true)')) as overdue_findings,
        body -> 'trend' -> 'change' as change
      from ${from} order by ${levelOrder}, units.kind, units.unit_id
      limit ${selection.limit} offset ${selection.offset}`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows }
}

const levelOrder = sql`array_position(array['province', 'prefecture', 'county', 'township', 'village'], units.level::text)`

function conditionsOf(runId: string, { kind, level }: TeamSelection): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`condition.run_id = ${runId}`, sql`condition.measure = 'condition'`]
  if (kind !== undefined) conditions.push(sql`units.kind::text = ${kind}`)
  if (level !== undefined) conditions.push(sql`units.level::text = ${level}`)
  return conditions
}

export interface TeamGroup {
  readonly kind: string
  readonly level: string
  readonly count: number
}

/** Groups of comparable teams in a run. */
export async function tallyTeams(database: QueryExecutorProvider, runId: string): Promise<readonly TeamGroup[]> {
  const { rows } = await sql<TeamGroup>`
    select units.kind::text, units.level::text, count(*)::integer as count
    from run_unit_estimate condition join units using (unit_id)
    where condition.run_id = ${runId} and condition.measure = 'condition'
    group by units.kind, units.level order by ${levelOrder}, units.kind`.execute(database)
  return rows
}

/** The condition of the separable teams of a group, at 0, 5, … 100 %: 21 values, or undefined where there are none. */
export async function readTeamQuantiles(
  database: QueryExecutorProvider,
  runId: string,
  group: string,
): Promise<readonly number[] | undefined> {
  const { rows } = await sql<{ quantiles: readonly number[] | null }>`
    select percentile_cont((select array_agg(step / 20.0 order by step) from generate_series(0, 20) step)::float8[])
      within group (order by value) as quantiles
    from run_unit_estimate
    where run_id = ${runId} and measure = 'condition' and "group" = ${group} and separable`.execute(database)
  return rows[0]?.quantiles ?? undefined
}
