import { type QueryExecutorProvider, sql } from 'kysely'
import type { Finding, Verdict } from '#domain/finding.ts'
import type { NeedKind, NeedName } from '#domain/results.ts'
import type { RunEstimateRow, RunFindingRow, RunNeedRow, RunRotationRow } from '../database.ts'

/** What a run says of one cadre. */
export interface CadreResults {
  readonly estimates: readonly RunEstimateRow[]
  readonly findings: readonly RunFindingRow[]
  readonly rotation: readonly RunRotationRow[]
  readonly needs: readonly NeedRecord[]
  readonly vacancies: readonly ComparedVacancy[]
}

/** A need as it is stored, with its finding. */
export type NeedRecord = RunNeedRow & { readonly kind: NeedKind; readonly need: NeedName; readonly finding: Finding }

export interface ComparedVacancy {
  readonly positionId: string
  readonly unitName: string
  readonly title: string
  readonly listed: boolean
  readonly verdict: Verdict
}

/** Estimates other than those of fit, findings, duties, needs, and the vacancies that nothing excludes the cadre from. */
export async function readCadreResults(
  database: QueryExecutorProvider,
  runId: string,
  cadreId: string,
): Promise<CadreResults> {
  const [estimates, findings, rotation, needs, vacancies] = await Promise.all([
    sql<RunEstimateRow>`
      select * from run_estimate where run_id = ${runId} and cadre_id = ${cadreId} and measure not like 'fit:%'
      order by measure`.execute(database),
    sql<RunFindingRow>`
      select * from run_finding where run_id = ${runId} and subject = ${cadreId} order by rule`.execute(database),
    sql<RunRotationRow>`
      select * from run_rotation where run_id = ${runId} and cadre_id = ${cadreId} order by due_on, rule`.execute(
      database,
    ),
    sql<NeedRecord>`
      select * from run_need where run_id = ${runId} and cadre_id = ${cadreId} order by kind, need`.execute(database),
    sql<ComparedVacancy>`
      select position_id as "positionId", units.name as "unitName", title, listed.cadre_id is not null as listed, pair.verdict
      from run_eligibility pair
        join positions using (position_id) join units using (unit_id)
        left join run_shortlist listed using (run_id, position_id, cadre_id)
      where run_id = ${runId} and pair.cadre_id = ${cadreId} and pair.verdict <> 'unmet'
        and pair.move is distinct from 'demotion'
      order by listed desc, units.name, title limit 100`.execute(database),
  ])
  return {
    estimates: estimates.rows,
    findings: findings.rows,
    rotation: rotation.rows,
    needs: needs.rows,
    vacancies: vacancies.rows,
  }
}

/** Others in a comparable group whose 90 % interval of the difference to this cadre spans zero, by measure. */
export async function countIndistinguishable(
  database: QueryExecutorProvider,
  runId: string,
  cadreId: string,
  deviations: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ measure: string; count: number }>`
    select measure, (
      select count(*)::integer - 1 from unnest(members, deviations) other (value, sd)
      where abs(other.value - own.value) < ${deviations}::float8 * sqrt(other.sd * other.sd + own.sd * own.sd)
    ) as count
    from run_estimate own join comparable_group using (measure, "group")
    where run_id = ${runId} and cadre_id = ${cadreId} and separable`.execute(database)
  return new Map(rows.map(({ measure, count }) => [measure, count]))
}
