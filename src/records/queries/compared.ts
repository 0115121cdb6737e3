import { type QueryExecutorProvider, sql } from 'kysely'
import type { RunEstimateRow } from '../database.ts'
import type { RosterRecord } from './roster.ts'

export interface UnitMean {
  readonly unit_id: string
  readonly measure: string
  readonly group: string
  readonly mean: number
  readonly size: number
}

/** What a sheet of comparison shows: rows of the roster, estimates other than those of fit, and means of their units. */
export async function readCompared(
  database: QueryExecutorProvider,
  runId: string,
  cadreIds: readonly string[],
): Promise<{
  readonly people: readonly RosterRecord[]
  readonly estimates: readonly RunEstimateRow[]
  readonly unitMeans: readonly UnitMean[]
  /** Of the forms that stand, whose brought a photo. */
  readonly photographed: readonly string[]
}> {
  const ids = sql`${[...cadreIds]}::text[]`
  const [people, estimates, unitMeans, photos] = await Promise.all([
    sql<RosterRecord>`select * from roster where cadre_id = any(${ids})`.execute(database),
    sql<RunEstimateRow>`
      select * from run_estimate where run_id = ${runId} and cadre_id = any(${ids}) and measure not like 'fit:%'
      order by measure, cadre_id`.execute(database),
    sql<UnitMean>`
      select unit_id, measure, "group", avg(value) as mean, count(*)::integer as size
      from roster join run_estimate using (cadre_id)
      where run_id = ${runId} and serving and separable and measure not like 'fit:%'
        and unit_id in (select unit_id from roster where cadre_id = any(${ids}))
      group by unit_id, measure, "group"`.execute(database),
    sql<{ cadre_id: string }>`
      select distinct cadre_id from appointment_form
      where cadre_id = any(${ids}) and withdrawn_at is null and photo is not null`.execute(database),
  ])
  return {
    people: people.rows,
    estimates: estimates.rows,
    unitMeans: unitMeans.rows,
    photographed: photos.rows.map(({ cadre_id }) => cadre_id),
  }
}
