import type { Pool } from 'pg'
import type { BallotDesign } from '#domain/ballot.ts'

export type CastAnswer = 'cast' | 'already-cast' | 'unknown'

export interface KnownCode {
  readonly design: BallotDesign
  readonly classId: string
  readonly isUsed: boolean
}

/** The open ballot and class a code belongs to, and whether it was used. */
export async function findCode(pool: Pool, hash: Uint8Array): Promise<KnownCode | undefined> {
  const { rows } = await pool.query<KnownCode>(
    `select design, class as "classId", $1 = any(used) as "isUsed"
     from ballot_box join ballot using (ballot_id) join ballot_step using (ballot_id)
     where step = 'opened' and ($1 = any(unused) or $1 = any(used))`,
    [Buffer.from(hash)],
  )
  return rows[0]
}

/**
 * Takes the code and puts in the sheet, in one statement. Of two at once the second waits for the first, finds the code gone
 * from the new version of the row, and changes nothing.
 */
export async function castSheet(pool: Pool, hash: Uint8Array, sheet: string): Promise<CastAnswer> {
  const code = Buffer.from(hash)
  const { rowCount } = await pool.query(
    `update ballot_box box
     set unused = array_remove(unused, $1), used = array_sort(used || $1::bytea), sheets = array_sort(sheets || $2::text)
     where $1 = any(unused) and exists (select from ballot_step where ballot_id = box.ballot_id and step = 'opened')`,
    [code, sheet],
  )
  if (rowCount === 1) return 'cast'
  const { rows } = await pool.query('select 1 from ballot_box where $1 = any(used)', [code])
  return rows.length > 0 ? 'already-cast' : 'unknown'
}
