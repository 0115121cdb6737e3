import { type QueryExecutorProvider, sql } from 'kysely'
import type { Estimate } from '#domain/estimate.ts'
import type { CadreEstimate } from '#domain/results.ts'
import type { RunEstimateRow, RunUnitEstimateRow } from '../database.ts'

/** What a run measured of all cadres, but for their fit for seats. */
export async function readEstimates(database: QueryExecutorProvider, runId: string): Promise<readonly CadreEstimate[]> {
  const { rows } = await sql<RunEstimateRow>`
    select * from run_estimate where run_id = ${runId} and measure not like 'fit:%'
    order by measure, cadre_id`.execute(database)
  return rows.map((row) => ({ cadreId: row.cadre_id, measure: row.measure, estimate: estimateOf(row) }))
}

/** What a run measured of units, by unit id. */
export async function readUnitEstimates(
  database: QueryExecutorProvider,
  runId: string,
  measure: string,
): Promise<ReadonlyMap<string, RunUnitEstimateRow>> {
  const { rows } = await sql<RunUnitEstimateRow>`
    select * from run_unit_estimate where run_id = ${runId} and measure = ${measure}`.execute(database)
  return new Map(rows.map((row) => [row.unit_id, row]))
}

function estimateOf({ separable, value, lower, upper, sd, n, group, parts, cause }: RunEstimateRow): Estimate {
  if (!separable || value === null || lower === null || upper === null || sd === null)
    return { separable: false, n, group, cause: cause ?? { zh: '', en: '' } }
  return { separable: true, value, lower, upper, sd, n, group, parts: parts ?? [] }
}

/** The last moment at which what seats ask for was changed; tells whether what was worked out from it still holds. */
export async function requirementsChangedAt(database: QueryExecutorProvider): Promise<string> {
  const { rows } = await sql<{ at: string | null }>`
    select greatest((select max(recorded_at) from requirements), (select max(upper(recorded)) from past.requirements))::text as at`.execute(
    database,
  )
  return rows[0]?.at ?? ''
}
