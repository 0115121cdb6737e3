/** Intervals of counts that hold however small the count is: each end is where the tail is half of what is left out. */
import { binomialTail } from './multiple-testing.ts'

export interface CountInterval {
  readonly lower: number
  readonly upper: number
}

/**
 * The mean of a Poisson count (Garwood 1936).
 * @example poissonInterval(0, 0.9) // { lower: 0, upper: 2.9957 }
 */
export function poissonInterval(count: number, level: number): CountInterval {
  const tail = (1 - level) / 2
  return {
    lower: count === 0 ? 0 : crossing((mean) => poissonUpTo(count - 1, mean) <= 1 - tail, count),
    upper: crossing((mean) => poissonUpTo(count, mean) <= tail, 2 * count + 10),
  }
}

/**
 * The probability behind `successes` in `trials` (Clopper and Pearson 1934).
 * @example binomialInterval(1, 10, 0.9) // { lower: 0.0051, upper: 0.3942 }
 */
export function binomialInterval(successes: number, trials: number, level: number): CountInterval {
  const tail = (1 - level) / 2
  return {
    lower: successes === 0 ? 0 : crossing((p) => binomialTail(successes, trials, p) >= tail, 1),
    upper: successes === trials ? 1 : crossing((p) => binomialTail(successes + 1, trials, p) >= 1 - tail, 1),
  }
}

/** P(N ≤ count) for a Poisson mean. */
function poissonUpTo(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = term
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k
    sum += term
  }
  return sum
}

/** Where a condition turns true between 0 and `upper`. */
function crossing(isBeyond: (value: number) => boolean, upper: number): number {
  let from = 0
  let to = upper
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (from + to) / 2
    if (isBeyond(middle)) to = middle
    else from = middle
  }
  return (from + to) / 2
}
