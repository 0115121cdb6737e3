/** The far side of `calibrateInBackground`: one snapshot in, progress and the estimates out. */
import type { Snapshot } from '#domain/snapshot.ts'
import { calibrateRatings } from '#identify/index.ts'

process.once('message', (snapshot: Snapshot) => {
  const { estimates, measures } = calibrateRatings(snapshot, {
    onProgress: ({ fraction }) => process.send?.({ fraction }),
  })
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  process.send?.({ estimates, measures, peakMegabytes }, () => process.disconnect())
})
