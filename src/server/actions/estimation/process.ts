/** The far side of `estimateInBackground`: a snapshot and the name of a job in, progress and the answer out. */
import type { Snapshot } from '#domain/snapshot.ts'
import { type JobName, type JobSettings, jobs } from './jobs.ts'

interface Task {
  readonly snapshot: Snapshot
  readonly job: JobName
  readonly settings: JobSettings
}

process.once('message', ({ snapshot, job, settings }: Task) => {
  const result = jobs[job](snapshot, ({ fraction }) => process.send?.({ fraction }), settings)
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.send?.({ result, peakMegabytes }, () => process.disconnect())
})
