import type { Reading } from './channel-reading.ts'
import { type AcceptanceChannel, acceptanceChannels } from './channels.ts'

/** What the channels have in common, over all people. */
export interface Accord extends ChannelScales {
  /** How probable each correlation between the true values of two channels is, given all readings. */
  readonly correlations: readonly { readonly value: number; readonly probability: number }[]
}

/** On the scale of the rating model. */
export interface ChannelScales {
  readonly mean: Readonly<Record<AcceptanceChannel, number>>
  /** Standard deviation of the true values of people. */
  readonly sd: Readonly<Record<AcceptanceChannel, number>>
}

export type PersonReadings = Partial<Readonly<Record<AcceptanceChannel, Reading>>>

/** A normal distribution of the true values in all four channels. */
interface Belief {
  readonly mean: readonly number[]
  readonly covariance: readonly (readonly number[])[]
  /** Of the readings, apart from a constant. */
  readonly logLikelihood: number
  /** Sum over the readings of the squared surprise, each against those before it. */
  readonly surprise: number
}

function prior({ mean, sd }: ChannelScales, correlation: number): Belief {
  return {
    mean: acceptanceChannels.map((channel) => mean[channel]),
    covariance: acceptanceChannels.map((a) =>
      acceptanceChannels.map((b) => sd[a] * sd[b] * (a === b ? 1 : correlation)),
    ),
    logLikelihood: 0,
    surprise: 0,
  }
}

/** Takes in one reading (the update of a Kalman filter). */
function informed(belief: Belief, at: number, reading: Reading): Belief {
  const row = belief.covariance[at] as readonly number[]
  const variance = (row[at] as number) + reading.errorVariance
  const surprise = reading.value - (belief.mean[at] as number)
  const gain = row.map((value) => value / variance)
  return {
    mean: belief.mean.map((value, index) => value + (gain[index] as number) * surprise),
    covariance: belief.covariance.map((line, index) =>
      line.map((value, other) => value - (gain[index] as number) * (row[other] as number)),
    ),
    logLikelihood: belief.logLikelihood - (Math.log(variance) + (surprise * surprise) / variance) / 2,
    surprise: belief.surprise + (surprise * surprise) / variance,
  }
}

function beliefIn(accord: ChannelScales, correlation: number, readings: PersonReadings): Belief {
  return acceptanceChannels.reduce(
    (belief, channel, at) => {
      const reading = readings[channel]
      return reading ? informed(belief, at, reading) : belief
    },
    prior(accord, correlation),
  )
}

/** 0, 0.05 … 0.95 and nearly 1: nothing is known beforehand of how far the channels agree. */
const grid = Array.from({ length: 21 }, (_, step) => Math.min(step / 20, 0.99))

/** The posterior of the correlation from people whom two channels or more have spoken about. */
export function accordOf({ mean, sd }: ChannelScales, people: Iterable<PersonReadings>): Accord {
  const logs = grid.map(() => 0)
  for (const readings of people) {
    if (acceptanceChannels.filter((channel) => readings[channel]).length < 2) continue
    grid.forEach((correlation, index) => {
      logs[index] = (logs[index] as number) + beliefIn({ mean, sd }, correlation, readings).logLikelihood
    })
  }
  const highest = Math.max(...logs)
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0)
  const correlations = grid
    .map((value, index) => ({ value, probability: Math.exp((logs[index] as number) - highest) / total }))
    .filter(({ probability }) => probability > 1e-9)
  return { mean, sd, correlations }
}

export interface JointReading {
  /** Posterior means of the true values, by channel. */
  readonly means: Readonly<Record<AcceptanceChannel, number>>
  readonly value: number
  readonly variance: number
  /** Variance of the weighted sum before anything was read. */
  readonly priorVariance: number
  /** Mean squared surprise of the readings; near 1 where the channels agree as well as those of most people. */
  readonly surprise: number
}

/** The weighted sum of the true values; weights sum to 1. The doubt about the correlation is part of the variance. */
export function joinReadings(
  accord: Accord,
  readings: PersonReadings,
  weights: Readonly<Record<AcceptanceChannel, number>>,
): JointReading {
  const weight = acceptanceChannels.map((channel) => weights[channel])
  const means = acceptanceChannels.map(() => 0)
  let value = 0
  let square = 0
  let variance = 0
  let priorVariance = 0
  let surprise = 0
  for (const { value: correlation, probability } of accord.correlations) {
    const belief = beliefIn(accord, correlation, readings)
    const sum = belief.mean.reduce((total, mean, index) => total + mean * (weight[index] as number), 0)
    belief.mean.forEach((mean, index) => {
      means[index] = (means[index] as number) + probability * mean
    })
    value += probability * sum
    square += probability * sum * sum
    variance += probability * quadratic(belief.covariance, weight)
    priorVariance += probability * quadratic(prior(accord, correlation).covariance, weight)
    surprise += probability * belief.surprise
  }
  const count = acceptanceChannels.filter((channel) => readings[channel]).length
  return {
    means: Object.fromEntries(acceptanceChannels.map((channel, index) => [channel, means[index]])) as Record<
      AcceptanceChannel,
      number
    >,
    value,
    variance: variance + Math.max(0, square - value * value),
    priorVariance,
    surprise: count > 0 ? surprise / count : 0,
  }
}

const quadratic = (matrix: readonly (readonly number[])[], weight: readonly number[]): number =>
  matrix.reduce(
    (sum, row, i) =>
      sum + (weight[i] as number) * row.reduce((inner, value, j) => inner + value * (weight[j] as number), 0),
    0,
  )

/** How far a channel is from what the others let one expect, in standard deviations; undefined where no other has spoken. */
export function disagreementOf(
  accord: Accord,
  readings: PersonReadings,
  channel: AcceptanceChannel,
): number | undefined {
  const { [channel]: own, ...others } = readings
  if (!own || Object.keys(others).length === 0) return undefined
  const only = Object.fromEntries(acceptanceChannels.map((each) => [each, each === channel ? 1 : 0])) as Record<
    AcceptanceChannel,
    number
  >
  const { value, variance } = joinReadings(accord, others, only)
  return (own.value - value) / Math.sqrt(variance + own.errorVariance)
}
