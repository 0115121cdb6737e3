import { type QueryExecutorProvider, sql } from 'kysely'
import type { RunRotationRow } from '../database.ts'

/** Rotation and term duties of a run that are overdue or fall due within a year, the first to fall due first. */
export async function readDueDuties(
  database: QueryExecutorProvider,
  runId: string,
): Promise<readonly RunRotationRow[]> {
  const { rows } = await sql<RunRotationRow>`
    select * from run_rotation where run_id = ${runId} and state <> 'later' order by due_on, cadre_id, rule`.execute(
    database,
  )
  return rows
}

/** How many people of a run cannot be told apart from the best, by seat; those for whom the list had no room too. */
export async function readFirstTiers(
  database: QueryExecutorProvider,
  runId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ position_id: string; count: number }>`
    select position_id, sum(people)::integer as count from (
      select position_id, count(*) as people from run_shortlist where run_id = ${runId} and rank = 1 group by position_id
      union all
      select position_id, count from run_unlisted where run_id = ${runId} and rank = 1
    ) tier group by position_id`.execute(database)
  return new Map(rows.map(({ position_id, count }) => [position_id, count]))
}
