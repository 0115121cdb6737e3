import { type QueryExecutorProvider, sql } from 'kysely'
import type { JudgementRow } from '../database.ts'

/** A signed judgement with the as-of date of the sheet it was made beside. */
export type Judgement = { readonly [K in keyof JudgementFields]: JudgementFields[K] }

interface JudgementFields extends Pick<JudgementRow, 'cadre_id' | 'output' | 'stance' | 'text' | 'signed_by'> {
  judgement_id: string
  recorded_at: Date
  as_of: string
}

/** What people have judged of a cadre, oldest first. */
export async function readJudgements(database: QueryExecutorProvider, cadreId: string): Promise<readonly Judgement[]> {
  const { rows } = await sql<Judgement>`
    select judgement_id, cadre_id, output, stance, text, signed_by, recorded_at, as_of
    from judgement join run using (run_id)
    where cadre_id = ${cadreId} order by recorded_at, judgement_id`.execute(database)
  return rows
}
