import { type Bend, bent } from './bend.ts'
import type { ChannelReadings, Reading } from './channel-reading.ts'
import { type AcceptanceChannel, acceptanceChannels, leastAnswers } from './channels.ts'
import type { PersonReadings } from './joint-reading.ts'

/** A spread estimated from few people leans on that of the other channels, as if these had been so many people. */
const borrowed = 10
/** From so many people on, a few stuffed ones are told from the spread of all. */
const enoughForMedian = 100
/** The spread by the median wavers: only one much smaller than the model's speaks of stuffing. */
const muchSmaller = 0.7
/** Turns the median absolute deviation of a normal sample into its standard deviation. */
const normalMad = 1.4826

/**
 * Channels differ in how kindly they speak and how far apart they put people. On the common scale each has the mean and the
 * spread of all of them together, so that a weight means the same in each.
 */
export interface CommonScale {
  /** By cadre row, the channels with enough answers, as distances from the average person in standard deviations of people. */
  readonly people: ReadonlyMap<number, PersonReadings>
  /** Standard deviations of people, as a share of the full mark near the average. */
  readonly unit: number
  /** The share of the full mark for a distance from the average person. */
  shareOf(distance: number): number
  /** The average person in a channel, by its own way of marking. */
  readonly usual: Readonly<Record<AcceptanceChannel, number>>
}

interface Known {
  readonly channel: string
  readonly mean: number
  readonly spread: number
  readonly size: number
  readonly bend: Bend
}

/** Undefined where no channel tells people apart. */
export function commonScale(channels: readonly ChannelReadings[]): CommonScale | undefined {
  const known = channels.flatMap((channel) => knownOf(channel))
  const largest = known.reduce((best, each) => (each.size > (best?.size ?? 0) ? each : best), known[0])
  if (!largest) return undefined
  const total = known.reduce((sum, { size }) => sum + size, 0)
  const pooled = (of: (each: Known) => number): number =>
    known.reduce((sum, each) => sum + each.size * of(each), 0) / total
  const [mean, spread] = [pooled((each) => each.mean), pooled((each) => each.spread)]
  const unit = Math.sqrt(spread)
  const people = new Map<number, Partial<Record<AcceptanceChannel, Reading>>>()
  for (const { channel, answers, readings } of channels) {
    const own = known.find((each) => each.channel === channel)
    const sd = own && Math.sqrt((own.size * own.spread + borrowed * spread) / (own.size + borrowed))
    for (const row of answers.keys()) {
      const person = people.get(row) ?? {}
      people.set(row, person)
      const found = readings.get(row)
      if (!own || !sd || !found || found.answers < leastAnswers) continue
      const value = (found.value - own.mean) / sd
      person[channel as AcceptanceChannel] = { ...found, value, errorVariance: found.errorVariance / (sd * sd) }
    }
  }
  const average = bent(largest.bend, largest.mean) + mean - largest.mean
  return {
    people,
    unit,
    // The ends of the scales are those of the channel with most people.
    shareOf: (distance) =>
      average + bent(largest.bend, largest.mean + unit * distance) - bent(largest.bend, largest.mean),
    usual: Object.fromEntries(
      acceptanceChannels.map((channel) => {
        const own = known.find((each) => each.channel === channel)
        return [channel, own ? bent(own.bend, own.mean) : average]
      }),
    ) as Record<AcceptanceChannel, number>,
  }
}

function knownOf({ channel, scale, readings }: ChannelReadings): Known[] {
  const used = [...readings.values()].filter(({ answers }) => answers >= leastAnswers)
  if (!scale || used.length === 0) return []
  const { mean, spread, bend } = scale
  const middle = used.length < enoughForMedian ? mean : median(used.map(({ value }) => value))
  return [{ channel, mean: middle, spread: unstuffed(spread, used), size: used.length, bend }]
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
