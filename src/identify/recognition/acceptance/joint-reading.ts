import type { Reading } from './channel-reading.ts'
import { type AcceptanceChannel, acceptanceChannels } from './channels.ts'

/** On the common scale: distances from the average person in standard deviations of people. */
export type PersonReadings = Partial<Readonly<Record<AcceptanceChannel, Reading>>>

export type Weights = Readonly<Record<AcceptanceChannel, number>>

/**
 * How alike the true values of two channels are: colleagues with people outside the office, and people outside with each
 * other.
 */
export interface Correlations {
  readonly office: number
  readonly outside: number
}

/** How probable each pair of correlations is, given all readings. */
export type Accord = readonly (Correlations & { readonly probability: number })[]

/** A normal distribution of the true values in all four channels. */
interface Belief {
  readonly mean: readonly number[]
  readonly covariance: readonly (readonly number[])[]
  /** Of the readings, apart from a constant. */
  readonly logLikelihood: number
  /** Sum over the readings of the squared surprise, each against those before it. */
  readonly surprise: number
}

const correlationOf = (a: AcceptanceChannel, b: AcceptanceChannel, { office, outside }: Correlations): number =>
  a === b ? 1 : a === 'annual-rating' || b === 'annual-rating' ? office : outside

const prior = (correlations: Correlations): Belief => ({
  mean: acceptanceChannels.map(() => 0),
  covariance: acceptanceChannels.map((a) => acceptanceChannels.map((b) => correlationOf(a, b, correlations))),
  logLikelihood: 0,
  surprise: 0,
})

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

const beliefIn = (correlations: Correlations, readings: PersonReadings): Belief =>
  acceptanceChannels.reduce((belief, channel, at) => {
    const reading = readings[channel]
    return reading ? informed(belief, at, reading) : belief
  }, prior(correlations))

/** 0, 0.1 … 0.9 and nearly 1: nothing is known beforehand of how far the channels agree. */
const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]
/** All pairs that four channels can have together. */
const grid = steps
  .flatMap((office) => steps.map((outside) => ({ office, outside })))
  .filter(({ office, outside }) => 3 * office * office < 1 + 2 * outside)

/** The posterior of the correlations from people whom two channels or more have spoken about. */
export function correlationsOf(people: Iterable<PersonReadings>): Accord {
  const logs = grid.map(() => 0)
  for (const readings of people) {
    if (acceptanceChannels.filter((channel) => readings[channel]).length < 2) continue
    grid.forEach((correlations, index) => {
      logs[index] = (logs[index] as number) + beliefIn(correlations, readings).logLikelihood
    })
  }
  const highest = Math.max(...logs)
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0)
  return grid
    .map((correlations, index) => ({
      ...correlations,
      probability: Math.exp((logs[index] as number) - highest) / total,
    }))
    .filter(({ probability }) => probability > 1e-6)
}

export interface JointReading {
  /** Posterior means of the true values, in the order of the channels. */
  readonly means: readonly number[]
  /** Again in standard deviations of people: the weighted sum of the true values, stretched to the spread of one. */
  readonly value: number
  /** 1 before anything was read. */
  readonly variance: number
  /** What one unit of the weighted sum is worth: a mean over channels differs less between people than one channel. */
  readonly stretch: number
  /** Mean squared surprise of the readings; near 1 where the channels agree as well as those of most people. */
  readonly surprise: number
}

/**
 * The weighted sum of the true values; weights sum to 1. The doubt about the correlations is part of the variance, and so is
 * what a channel says for itself alone: other channels might have been asked.
 */
export function joinReadings(accord: Accord, readings: PersonReadings, weights: Weights): JointReading {
  const weight = acceptanceChannels.map((channel) => weights[channel])
  const means = acceptanceChannels.map(() => 0)
  let value = 0
  let square = 0
  let variance = 0
  let priorVariance = 0
  let surprise = 0
  for (const { probability, ...correlations } of accord) {
    const belief = beliefIn(correlations, readings)
    const sum = belief.mean.reduce((total, mean, index) => total + mean * (weight[index] as number), 0)
    belief.mean.forEach((mean, index) => {
      means[index] = (means[index] as number) + probability * mean
    })
    value += probability * sum
    square += probability * sum * sum
    variance += probability * (quadratic(belief.covariance, weight) + ownOpinions(belief, correlations, weights))
    priorVariance += probability * quadratic(prior(correlations).covariance, weight)
    surprise += probability * belief.surprise
  }
  const count = acceptanceChannels.filter((channel) => readings[channel]).length
  const stretch = 1 / Math.sqrt(priorVariance)
  return {
    means,
    value: stretch * value,
    variance: (variance + Math.max(0, square - value * value)) / priorVariance,
    stretch,
    surprise: count > 0 ? surprise / count : 0,
  }
}

/**
 * Variance of what the channels do not share with any other, as far as it is told. What is not told is in the covariance
 * already; together they never grow by a reading more.
 */
const ownOpinions = ({ covariance }: Belief, { office, outside }: Correlations, weights: Weights): number =>
  acceptanceChannels.reduce((sum, channel, at) => {
    const alone = 1 - (channel === 'annual-rating' ? office : outside)
    return sum + weights[channel] * weights[channel] * alone * (1 - (covariance[at]?.[at] ?? 1))
  }, 0)

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
  const only = Object.fromEntries(acceptanceChannels.map((each) => [each, each === channel ? 1 : 0])) as Weights
  const { value, variance } = joinReadings(accord, others, only)
  return (own.value - value) / Math.sqrt(variance + own.errorVariance)
}
