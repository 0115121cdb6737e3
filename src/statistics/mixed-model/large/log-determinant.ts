import type { Course } from './conjugate-gradients.ts'
import type { ProbePart } from './traces.ts'

/** An estimate by random probes, and its standard error. */
export interface ProbeEstimate {
  readonly value: number
  readonly error: number
}

/**
 * log |S| by stochastic Lanczos quadrature (Ubaru, Chen and Saad 2017, SIAM J. Matrix Anal. Appl. 38:1075–1099): the steps of
 * the conjugate gradients for a random probe, started from zero, are a Lanczos process on D^-½ S D^-½; the logarithms of
 * its Ritz values, with their weights, estimate the part of the log-determinant that the diagonal D does not give.
 */
export function logDeterminant(diagonal: Float64Array, courses: readonly (readonly ProbePart[])[]): ProbeEstimate {
  const known = diagonal.reduce((sum, value) => sum + Math.log(value), 0)
  const values = courses.map((parts) =>
    parts.reduce((total, { course, nodes }) => {
      const { eigenvalues, weights } = ritzValues(course)
      return total + nodes * eigenvalues.reduce((sum, value, at) => sum + (weights[at] as number) * Math.log(value), 0)
    }, 0),
  )
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { value: known + mean, error: Math.sqrt(squares / (values.length * (values.length - 1))) }
}

/** Eigenvalues of the tridiagonal matrix of a course, and the squared first components of its eigenvectors. */
export function ritzValues({ lengths, shares }: Course): { eigenvalues: number[]; weights: number[] } {
  const size = lengths.length
  const diagonal = lengths.map((length, step) =>
    step === 0 ? 1 / length : 1 / length + (shares[step - 1] as number) / (lengths[step - 1] as number),
  )
  const beside = lengths.map((length, step) => Math.sqrt(shares[step] as number) / length)
  const first = lengths.map((_, step) => (step === 0 ? 1 : 0))
  for (let low = 0; low < size; low += 1) {
    for (;;) {
      let high = low
      while (
        high + 1 < size &&
        !isNegligible(beside[high] as number, diagonal[high] as number, diagonal[high + 1] as number)
      )
        high += 1
      if (high === low) break
      turnOnce(diagonal, beside, first, low, high)
    }
  }
  return { eigenvalues: diagonal, weights: first.map((value) => value * value) }
}

const isNegligible = (off: number, a: number, b: number): boolean =>
  Math.abs(off) <= 1e-15 * (Math.abs(a) + Math.abs(b))

/** One implicit QL step with Wilkinson's shift on rows low … high (Golub and Welsch 1969, Math. Comp. 23:221–230). */
function turnOnce(diagonal: number[], beside: number[], first: number[], low: number, high: number): void {
  const at = (values: readonly number[], index: number): number => values[index] as number
  const half = (at(diagonal, low + 1) - at(diagonal, low)) / (2 * at(beside, low))
  const root = Math.hypot(half, 1)
  let g = at(diagonal, high) - at(diagonal, low) + at(beside, low) / (half + (half >= 0 ? root : -root))
  let s = 1
  let c = 1
  let p = 0
  for (let i = high - 1; i >= low; i -= 1) {
    const f = s * at(beside, i)
    const b = c * at(beside, i)
    const r = Math.hypot(f, g)
    if (i + 1 < high) beside[i + 1] = r
    s = r === 0 ? 0 : f / r
    c = r === 0 ? 1 : g / r
    g = at(diagonal, i + 1) - p
    const t = (at(diagonal, i) - g) * s + 2 * c * b
    p = s * t
    diagonal[i + 1] = g + p
    g = c * t - b
    const upper = at(first, i + 1)
    first[i + 1] = s * at(first, i) + c * upper
    first[i] = c * at(first, i) - s * upper
  }
  diagonal[low] = at(diagonal, low) - p
  beside[low] = g
  beside[high] = 0
}
