import type { Text } from './text.ts'

/** One addend of an estimate: the parts of an estimate sum to its value. */
export interface Part {
  readonly id: string
  readonly label: Text
  readonly value: number
}

/**
 * A measured quantity with its uncertainty. No bare score crosses a folder border.
 * `lower` and `upper` bound 90 % of the posterior. Two estimates may be compared only inside one `group`: the largest set
 * inside which the data, not the prior alone, connect the values. Where the data cannot tell a value apart
 * (`separable` false) there is no value, and the cause is said.
 */
export type Estimate = SeparableEstimate | InseparableEstimate

export interface SeparableEstimate {
  readonly separable: true
  readonly value: number
  readonly lower: number
  readonly upper: number
  /** Posterior standard deviation. */
  readonly sd: number
  /** Observations it rests on. */
  readonly n: number
  readonly group: string
  readonly parts: readonly Part[]
}

export interface InseparableEstimate {
  readonly separable: false
  readonly n: number
  readonly group: string
  readonly cause: Text
}

/** Half-width of the central 90 % of a normal distribution, in standard deviations: the 0.95 quantile of N(0, 1). */
export const halfWidth90 = 1.6448536269514722

/** How surely something is told apart: P ≥ .95, .80 – .95, less. */
export type Certainty = 'separable' | 'leaning' | 'inseparable'

/** Standard deviations at which one side has a probability of .80: the 0.80 quantile of N(0, 1). */
const leaning = 0.8416212335729143

/** @example certaintyOf(-1.7) // 'separable' */
export function certaintyOf(deviations: number): Certainty {
  const size = Math.abs(deviations)
  if (size >= halfWidth90) return 'separable'
  return size >= leaning ? 'leaning' : 'inseparable'
}
