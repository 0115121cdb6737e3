/** The far side of `estimateInBackground`: a snapshot and the name of a job in, progress and the answer out. */
import type { Snapshot } from '#domain/snapshot.ts'
import { type JobName, jobs } from './jobs.ts'

process.once('message', ({ snapshot, job }: { snapshot: Snapshot; job: JobName }) => {
  const result = jobs[job](snapshot, ({ fraction }) => process.send?.({ fraction }))
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.send?.({ result, peakMegabytes }, () => process.disconnect())
})
