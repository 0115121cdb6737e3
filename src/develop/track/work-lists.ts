import type { WorkList } from '#domain/results.ts'
import type { TrackProposal } from './track-proposals.ts'

/** `tracks.csv` */
export const trackList = (proposals: readonly TrackProposal[]): WorkList => ({
  name: 'tracks',
  columns: ['cadre_id', 'recorded', 'proposed', 'verdict', 'reasons'],
  rows: proposals.map(({ cadreId, recorded, proposed, verdict, finding }) => [
    cadreId,
    recorded ?? null,
    proposed ?? null,
    verdict,
    finding.reasons.map(({ zh }) => zh).join(''),
  ]),
})
