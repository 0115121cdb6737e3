/** The far side of `calibrateInBackground`: one snapshot in, progress and the estimates out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Snapshot } from '#domain/snapshot.ts'
import { calibrateRatings } from '#identify/index.ts'

const { estimates, measures } = calibrateRatings(workerData as Snapshot, {
  onProgress: ({ fraction }) => parentPort?.postMessage({ fraction }),
})
parentPort?.postMessage({ estimates, measures })
