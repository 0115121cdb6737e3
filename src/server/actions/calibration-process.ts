/** The far side of `calibrateInBackground`: a snapshot and some measures in, progress and the estimates out. */
import type { Snapshot } from '#domain/snapshot.ts'
import { calibrateRatings } from '#identify/index.ts'

process.once('message', ({ snapshot, measures: wanted }: { snapshot: Snapshot; measures: readonly string[] }) => {
  const { estimates, measures } = calibrateRatings(snapshot, {
    measures: wanted,
    onProgress: ({ fraction }) => process.send?.({ fraction }),
  })
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.send?.({ estimates, measures, peakMegabytes }, () => process.disconnect())
})
