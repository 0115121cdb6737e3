import type { Text } from '#domain/text.ts'
import { openRecords, type RecordsOptions } from '#records/index.ts'
import { runnersOf } from '../jobs/runner.ts'
import { openWorker } from '../jobs/worker.ts'

export interface WorkOptions {
  /** The database, and by what its sealed fields open. */
  readonly place: Omit<RecordsOptions, 'onMessage'>
  readonly replicaUrl?: string
  /** Jobs of each kind at a time. */
  readonly concurrency: number
  readonly onMessage: (message: Text) => void
  readonly onFault: (error: unknown) => void
}

/** Does jobs of a site until it is closed. */
export async function startWork({
  place,
  replicaUrl,
  concurrency,
  onMessage,
  onFault,
}: WorkOptions): Promise<{ close(): Promise<void> }> {
  const records = await openRecords({ ...place, onMessage })
  const { connection } = records
  const replica = replicaUrl === undefined ? undefined : { connectionString: replicaUrl }
  const worker = openWorker({ connection, runners: runnersOf(connection, replica), concurrency, onFault })
  return {
    async close() {
      await worker.close()
      await records.close()
    },
  }
}
