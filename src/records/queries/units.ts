import { type QueryExecutorProvider, sql } from 'kysely'

/** A version of a fact about a unit: what was held to be true of it, and when it was held. */
export interface UnitVersion {
  readonly table: 'units' | 'positions' | 'teams'
  readonly id: string
  readonly body: Readonly<Record<string, string | number | boolean | null>>
  readonly known_from: Date
  /** Null where it still stands. */
  readonly known_to: Date | null
}

/** Everything ever recorded of a unit, its seats and its teams, the seats that were once its own included; oldest first. */
export async function readUnitVersions(
  database: QueryExecutorProvider,
  unitId: string,
): Promise<readonly UnitVersion[]> {
  const { rows } = await sql<UnitVersion>`
    with seat as (
      select position_id from positions where unit_id = ${unitId}
      union select position_id from past.positions where unit_id = ${unitId}
    ), team as (
      select team_id from teams where unit_id = ${unitId}
      union select team_id from past.teams where unit_id = ${unitId}
    )
    select * from (
      select 'units' as table, unit_id as id, to_jsonb(units) as body, recorded_at as known_from, null::timestamptz as known_to
      from units where unit_id = ${unitId}
      union all
      select 'units', unit_id, to_jsonb(units), lower(recorded), upper(recorded) from past.units where unit_id = ${unitId}
      union all
      select 'positions', position_id, to_jsonb(positions), recorded_at, null from positions join seat using (position_id)
      union all
      select 'positions', position_id, to_jsonb(positions), lower(recorded), upper(recorded)
      from past.positions join seat using (position_id)
      union all
      select 'teams', team_id, to_jsonb(teams), recorded_at, null from teams join team using (team_id)
      union all
      select 'teams', team_id, to_jsonb(teams), lower(recorded), upper(recorded) from past.teams join team using (team_id)
    ) version order by "table", id, known_from`.execute(database)
  return rows
}

/** People in service whose post is in a unit or below it, and whether the condition of its team was compared in a run. */
export async function readUnitStanding(
  database: QueryExecutorProvider,
  runId: string,
  unitId: string,
): Promise<{ readonly people: number; readonly compared: boolean }> {
  const { rows } = await sql<{ people: number; compared: boolean }>`
    select (select count(*)::integer from roster where serving and unit_path @> array[${unitId}]) as people,
      exists (select from run_paper where run_id = ${runId} and kind = 'condition' and subject = ${unitId}) as compared`.execute(
    database,
  )
  return rows[0] ?? { people: 0, compared: false }
}
