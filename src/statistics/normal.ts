/** Φ(x), the standard normal distribution function, by Marsaglia's series (2004, J. Stat. Softw. 11(4)); error below 1e-14. */
export function normalCdf(x: number): number {
  if (x < -8) return 0
  if (x > 8) return 1
  let term = x
  let sum = x
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
}

/** φ(x), the standard normal density. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

/** Φ⁻¹(p): bisection of `normalCdf` finished by Newton's method; ±∞ at 0 and 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0)) return Number.NEGATIVE_INFINITY
  if (!(p < 1)) return Number.POSITIVE_INFINITY
  let low = -8
  let high = 8
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
  let x = (low + high) / 2
  for (let step = 0; step < 6; step += 1) x += (p - normalCdf(x)) / normalDensity(x)
  return Math.min(high, Math.max(low, x))
}
