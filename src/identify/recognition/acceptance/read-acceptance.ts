import { textAt } from '#domain/columns.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { ballotsOf } from '../ballots.ts'
import { comparableGroups } from '../comparable-groups.ts'
import { identifyRaters } from '../raters.ts'
import type { RatingFit } from '../rating-model.ts'
import { type ChannelReadings, readChannel } from './channel-reading.ts'
import { acceptanceChannels, besideChannels, publicChannels } from './channels.ts'
import { type OddAnswers, oddAnswers } from './guards.ts'

/** What the channels say, each by itself, before any weight is put on them. */
export interface AcceptanceReading {
  readonly channels: readonly ChannelReadings[]
  readonly beside: readonly ChannelReadings[]
  readonly odd: readonly OddAnswers[]
  /** By row of the cadres table, the comparable group over all four channels; -1 where nobody answered. */
  readonly groupOf: Int32Array
  readonly groupSizes: readonly number[]
}

/**
 * Reads the four channels of public recognition and the two that stand beside them. `similar` is a fit of the ratings from
 * which the search for the yearly rating may start.
 */
export function readAcceptance(snapshot: Snapshot, similar?: RatingFit): AcceptanceReading {
  const raters = identifyRaters(snapshot)
  const { cadres } = snapshot.tables
  const cadreIds = Array.from({ length: cadres.length }, (_, row) => textAt(cadres.columns.cadre_id, row) ?? '')
  const all = ballotsOf(snapshot, 'rating', raters.codes, new Set(acceptanceChannels))
  const { groups, groupOf } = comparableGroups(all, cadreIds, raters.count)
  const read = (channel: string): ChannelReadings => readChannel(snapshot, raters.codes, channel, similar)
  return {
    channels: acceptanceChannels.map(read),
    beside: besideChannels.map(read),
    odd: oddAnswers(snapshot, publicChannels),
    groupOf,
    groupSizes: groups.map(({ cadreIds: members }) => members.length),
  }
}
