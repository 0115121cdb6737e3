import { acceptanceChannels } from './channels.ts'
import { type Accord, correlationsOf, disagreementOf, type PersonReadings } from './joint-reading.ts'

/** People farther apart than this on a first look do not count in how well channels agree. */
const farApart = 3

/**
 * How alike the channels are over all people. A handful of people whose ballots were stuffed must not make a channel look
 * unreliable, and so hide themselves: who is far apart on a first look is left out of the second.
 */
export function accordAmong(people: Iterable<PersonReadings>): Accord {
  const all = [...people]
  const first = correlationsOf(all)
  const close = all.filter((readings) =>
    acceptanceChannels.every((channel) => Math.abs(disagreementOf(first, readings, channel) ?? 0) <= farApart),
  )
  return close.length === all.length ? first : correlationsOf(close)
}
