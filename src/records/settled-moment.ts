import type { Pool } from 'pg'
import { writers } from './database.ts'

/**
 * The latest moment of which everything is known: what was recorded by then is committed, so a snapshot as known at that
 * moment is the same whenever it is read. A fact bears the time at which its transaction began.
 */
export async function settledMoment(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ moment: Date }>(
    `select least(clock_timestamp(), min(xact_start)) - interval '1 millisecond' as moment
    from pg_stat_activity where datname = current_database() and application_name = $1`,
    [writers],
  )
  return rows[0]?.moment ?? new Date()
}
