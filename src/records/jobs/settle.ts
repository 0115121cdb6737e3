import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Job } from './job.ts'

/**
 * Marks a job as done within the transaction that writes what it made: both or neither.
 * @throws where another worker has been given the job meanwhile, so that what this one made is not written
 */
export async function settleJob(
  transaction: Kysely<Database>,
  { jobId, attempt }: Pick<Job, 'jobId' | 'attempt'>,
): Promise<void> {
  await sql`select settle_job(${jobId}, ${attempt})`.execute(transaction)
}
