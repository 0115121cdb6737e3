import type { Snapshot } from '#domain/snapshot.ts'
import { type Ballots, workingChannels } from '../../ballots.ts'
import type { RatingFit } from '../../rating-model.ts'
import type { BlockFlag, RaterFlag } from './flags.ts'
import { againstConsensus, extremeSeverity } from './lone-raters.ts'
import { oneScoreForAll } from './one-score.ts'
import { rings } from './rings.ts'
import { type Sensitivity, sensitivities } from './sensitivity.ts'
import { unitBlocks } from './unit-blocks.ts'

export interface Conduct {
  readonly raterFlags: readonly RaterFlag[]
  readonly blockFlags: readonly BlockFlag[]
  /** By cadre row: with and without all raters flagged for anything but severity, which the model has taken off already. */
  readonly sensitivities: ReadonlyMap<number, Sensitivity>
  readonly leftOut: number
}

/** How ballots were filled in, for a human look. Nothing is weighted down. */
export function raterConduct(snapshot: Snapshot, raters: Int32Array, ballots: Ballots, model: RatingFit): Conduct {
  const raterFlags = [
    ...oneScoreForAll(snapshot, raters, workingChannels),
    ...extremeSeverity(ballots, model),
    ...againstConsensus(ballots, model),
  ]
  const blockFlags = [...rings(ballots, model), ...unitBlocks(ballots, model)]
  const flagged = new Set([
    ...raterFlags.filter(({ kind }) => kind !== 'severity').map(({ rater }) => rater),
    ...blockFlags.flatMap((flag) => flag.raters),
  ])
  return {
    raterFlags,
    blockFlags,
    sensitivities: sensitivities(ballots, model, flagged),
    leftOut: flagged.size,
  }
}
