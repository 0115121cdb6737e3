/** The standard normal distribution, and what a capped normal quantity has for mean and variance. */

export const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/**
 * P(Z ≤ z), to about 1e-15: the algorithm of Hart (1968) as given by West, "Better approximations to cumulative normal
 * functions" (Wilmott, 2005).
 */
export function cumulative(z: number): number {
  const x = Math.abs(z)
  if (x > 37) return z > 0 ? 1 : 0
  const e = Math.exp((-x * x) / 2)
  let tail: number
  if (x < 7.07106781186547) {
    const above = [0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376]
    const below = [0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752]
    const horner = (sum: number, coefficient: number): number => sum * x + coefficient
    tail = (e * above.reduce(horner)) / below.reduce(horner)
  } else {
    tail = e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631
  }
  return z > 0 ? 1 - tail : tail
}

export interface Moments {
  readonly mean: number
  readonly variance: number
  /** Mean slope: how the mean moves with the mean of the capped quantity. */
  readonly slope: number
}

/** Moments of min(X, cap) for X ~ N(mean, sd²). */
export function cappedMoments(mean: number, sd: number, cap: number): Moments {
  if (sd <= 0) return { mean: Math.min(mean, cap), variance: 0, slope: mean < cap ? 1 : 0 }
  const z = (cap - mean) / sd
  const below = cumulative(z)
  const first = mean * below - sd * density(z) + cap * (1 - below)
  const second = (mean * mean + sd * sd) * below - sd * (mean + cap) * density(z) + cap * cap * (1 - below)
  return { mean: first, variance: Math.max(0, second - first * first), slope: below }
}
