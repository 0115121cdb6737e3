/** What results of one visibility say of somebody, by themselves: 0 is the average of the comparable group. */
export interface Reading {
  readonly value: number
  readonly variance: number
  /** Variance before any result was seen. */
  readonly prior: number
}

/** Visible and latent results read together. */
export interface JointReading {
  readonly values: readonly [visible: number, latent: number]
  readonly variances: readonly [visible: number, latent: number]
  readonly covariance: number
}

/** No correlation of two qualities is taken for more than this: estimates must not become one another. */
const mostCorrelation = 0.95
/** Fewer people with both kinds of results say nothing of how the two go together. */
const fewestPairs = 20

/**
 * How far two qualities go together among people (or units), from estimates that each shrink towards 0: with reliability
 * r = 1 - variance / prior and independent errors, the mean product of the estimates is ρ σ₁ σ₂ r₁ r₂.
 */
export function correlationOf(pairs: readonly (readonly [Reading, Reading])[]): number {
  if (pairs.length < fewestPairs) return 0
  let products = 0
  let expected = 0
  for (const [a, b] of pairs) {
    products += a.value * b.value
    expected += Math.sqrt(a.prior * b.prior) * reliability(a) * reliability(b)
  }
  return expected > 0 ? Math.max(0, Math.min(mostCorrelation, products / expected)) : 0
}

export const reliability = ({ variance, prior }: Reading): number => (prior > 0 ? Math.max(0, 1 - variance / prior) : 0)

/**
 * The posterior of both qualities of somebody from what each kind of results says by itself: a bivariate normal prior with
 * correlation ρ, and each reading with its own prior taken out again (precision 1/v - 1/σ²).
 */
export function readTogether(visible: Reading, latent: Reading, correlation: number): JointReading {
  const cross = correlation * Math.sqrt(visible.prior * latent.prior)
  const determinant = visible.prior * latent.prior - cross * cross
  if (!(determinant > 0))
    return { values: [visible.value, latent.value], variances: [visible.variance, latent.variance], covariance: 0 }
  const seen = ({ variance, prior }: Reading): number => Math.max(0, 1 / variance - 1 / prior)
  const a = latent.prior / determinant + seen(visible)
  const b = visible.prior / determinant + seen(latent)
  const c = -cross / determinant
  const scale = 1 / (a * b - c * c)
  const [x, y] = [visible.value / visible.variance, latent.value / latent.variance]
  return {
    values: [scale * (b * x - c * y), scale * (a * y - c * x)],
    variances: [scale * b, scale * a],
    covariance: -scale * c,
  }
}
