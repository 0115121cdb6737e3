/** A worker that a test starts in a process of its own, to be killed. */
import type { Records } from '#records/index.ts'
import { runnersOf } from './runner.ts'
import { openWorker } from './worker.ts'

process.once('message', (connection: Records['connection']) => {
  const onFault = (error: unknown): void => console.error(error)
  openWorker({ connection, runners: runnersOf(connection), concurrency: 1, onFault })
})
