import type { Equations } from './equations.ts'
import { byLevel } from './posterior.ts'
import type { Score } from './score.ts'
import { invertSmall } from './small-matrix.ts'
import { momentsOf } from './system.ts'

/**
 * What the uncertainty of the variances adds to that of the effects (Kackar and Harville 1984, J. Am. Stat. Assoc.
 * 79:853–862): for a weighted sum of effects with derivatives d by the variances, d' C d, where C is their covariance.
 */
export interface VarianceUncertainty {
  /** Covariance of the estimates of the variances (factors in order, then the residual), from the average information. */
  readonly covariance: Float64Array
  /** ∂ mode / ∂ variance: by variance, then by factor, then by level. */
  readonly derivatives: readonly (readonly Float64Array[])[]
}

/** `held` marks the variances at the boundary; they are taken as known. */
export function varianceUncertainty(equations: Equations, score: Score, held: readonly boolean[]): VarianceUncertainty {
  const { variances, information } = score
  const size = variances.length
  const free = variances.flatMap((_, index) => (held[index] ? [] : [index]))
  const reduced = Float64Array.from(free.flatMap((a) => free.map((b) => information[a * size + b] as number)))
  const inverse = invertSmall(reduced, free.length)
  const covariance = new Float64Array(size * size)
  free.forEach((a, row) => {
    free.forEach((b, column) => {
      covariance[a * size + b] = inverse?.[row * free.length + column] ?? 0
    })
  })
  const own = momentsOf(equations, score.projected)
  const derivatives = score.projections.map((projection, variance) => {
    const moments = momentsOf(equations, projection)
    return equations.design.random.map((_, factor) => {
      const first = byLevel(equations, factor, own.leaf, own.rest, 1)
      const scale = variances[factor] as number
      return byLevel(equations, factor, moments.leaf, moments.rest, 1).map(
        (value, level) => (factor === variance ? (first[level] as number) : 0) - scale * value,
      )
    })
  })
  return { covariance, derivatives }
}
