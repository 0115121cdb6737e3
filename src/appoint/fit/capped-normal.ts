/** A normal quantity that counts only up to a cap. */
import { normalCdf } from '#statistics/index.ts'

export interface Moments {
  readonly mean: number
  readonly variance: number
  /** How the mean moves with the mean of the uncapped quantity. */
  readonly slope: number
}

const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/** Moments of min(X, cap) for X ~ N(mean, sd²). */
export function cappedMoments(mean: number, sd: number, cap: number): Moments {
  if (sd <= 0) return { mean: Math.min(mean, cap), variance: 0, slope: mean < cap ? 1 : 0 }
  const z = (cap - mean) / sd
  const below = normalCdf(z)
  const first = mean * below - sd * density(z) + cap * (1 - below)
  const second = (mean * mean + sd * sd) * below - sd * (mean + cap) * density(z) + cap * cap * (1 - below)
  return { mean: first, variance: Math.max(0, second - first * first), slope: below }
}
