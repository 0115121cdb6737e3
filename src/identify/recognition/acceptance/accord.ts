import { type Bend, moved } from './bend.ts'
import type { ChannelReadings, Reading } from './channel-reading.ts'
import { type AcceptanceChannel, acceptanceChannels, leastAnswers } from './channels.ts'
import { type Accord, accordOf, disagreementOf, type PersonReadings } from './joint-reading.ts'

/** A spread estimated from few people leans on that of the other channels, as if these had been so many people. */
const borrowed = 10
/** From so many people on, a few stuffed ones are told from the spread of all. */
const enoughForMedian = 100
/** The spread by the median wavers: only one much smaller than the model's speaks of stuffing. */
const muchSmaller = 0.7
/** Turns the median absolute deviation of a normal sample into its standard deviation. */
const normalMad = 1.4826
/** People farther apart than this on a first look do not count in how well channels agree. */
const farApart = 3

/** With the way from the scale of each channel's model to shares of the full mark. */
export interface BentAccord extends Accord {
  readonly bend: Readonly<Record<AcceptanceChannel, Bend>>
}

/**
 * How far people differ in each channel and how alike the channels are. A handful of people whose ballots were stuffed must
 * not make the whole channel look unreliable, and so hide themselves: where the spread by the median is much smaller than
 * the model's, it stands in for it, and people far apart on a first look are left out of a second. Undefined where no channel tells people apart.
 */
export function accordAmong(
  channels: readonly ChannelReadings[],
  people: Iterable<PersonReadings>,
): BentAccord | undefined {
  const read = channels.flatMap(({ channel, scale, readings }) => {
    const used = [...readings.values()].filter(({ answers }) => answers >= leastAnswers)
    if (!scale || used.length === 0) return []
    const { mean, spread, bend } = scale
    const middle = used.length < enoughForMedian ? mean : median(used.map(({ value }) => value))
    return [{ channel, mean: middle, spread: unstuffed(spread, used), size: used.length, bend }]
  })
  const total = read.reduce((sum, { size }) => sum + size, 0)
  const largest = read.reduce((best, each) => (each.size > (best?.size ?? 0) ? each : best), read[0])
  if (!largest) return undefined
  const pooled = (of: (each: (typeof read)[number]) => number): number =>
    read.reduce((sum, each) => sum + each.size * of(each), 0) / total
  const usual = { mean: pooled(({ mean }) => mean), spread: pooled(({ spread }) => spread) }
  const known = (channel: AcceptanceChannel) => read.find((each) => each.channel === channel)
  const scales = {
    mean: byChannel((channel) => known(channel)?.mean ?? usual.mean),
    sd: byChannel((channel) => {
      const { spread, size } = known(channel) ?? { spread: 0, size: 0 }
      return Math.sqrt((size * spread + borrowed * usual.spread) / (size + borrowed))
    }),
  }
  const bend = byChannel((channel) => known(channel)?.bend ?? moved(largest.bend, usual.mean - largest.mean))
  const all = [...people]
  const first = accordOf(scales, all)
  const close = all.filter((readings) =>
    acceptanceChannels.every((channel) => Math.abs(disagreementOf(first, readings, channel) ?? 0) <= farApart),
  )
  return { ...(close.length === all.length ? first : accordOf(scales, close)), bend }
}

/** The variance of true values, by the median of the readings where the model's was blown up by a few. */
function unstuffed(spread: number, used: readonly Reading[]): number {
  if (used.length < enoughForMedian) return spread
  const centre = median(used.map(({ value }) => value))
  const sd = normalMad * median(used.map(({ value }) => Math.abs(value - centre)))
  const byMedian = sd * sd - median(used.map(({ errorVariance }) => errorVariance))
  return byMedian > 0 && byMedian < muchSmaller * spread ? byMedian : spread
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}

const byChannel = <T>(value: (channel: AcceptanceChannel) => T) =>
  Object.fromEntries(acceptanceChannels.map((channel) => [channel, value(channel)])) as Readonly<
    Record<AcceptanceChannel, T>
  >
