import { type QueryExecutorProvider, sql } from 'kysely'
import type { SameText } from '#domain/results.ts'

/** Texts that a run found to repeat another or to say nothing particular. */
export async function readSameness(database: QueryExecutorProvider, runId: string): Promise<readonly SameText[]> {
  const { rows } = await sql<{
    statement_id: string
    other_id: string | null
    similarity: number
    kind: SameText['kind']
  }>`
    select statement_id, other_id, similarity, kind from run_sameness where run_id = ${runId}
    order by statement_id, other_id nulls first`.execute(database)
  return rows.map(({ statement_id, other_id, similarity, kind }) => ({
    statementId: statement_id,
    otherId: other_id ?? undefined,
    similarity,
    kind,
  }))
}
