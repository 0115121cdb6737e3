import type { Evaluation } from './criterion.ts'
import { byLevel } from './posterior.ts'
import type { ModelScore } from './score.ts'
import { invertSmall } from './small-matrix.ts'
import { momentsOf } from './system.ts'

/**
 * How far the data leave the variances open, and how the modes follow them: what posteriors given the variances leave out.
 * The variances are those of the terms in order, then that of the residual.
 */
export interface VarianceDoubt {
  /** The inverse of the average information (Gilmour, Thompson and Cullis 1995), row-major. */
  readonly covariance: Float64Array
  /** By variance, by term: the derivatives of the modes. */
  readonly slopes: readonly (readonly Float64Array[])[]
}

/**
 * The doubt at an evaluation and the score there; undefined where the information is singular. With
 * P = V⁻¹ - V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹ the modes are σ_j² Z_j'P y, and their derivative by σ_k² is
 * [j = k] Z_j'P y - σ_j² Z_j'P V_k P y. `units` are those of the terms in the equations.
 */
export function varianceDoubt(
  { system, residuals, residualVariance }: Evaluation,
  { information, answers }: ModelScore,
  units: readonly number[],
): VarianceDoubt | undefined {
  const size = answers.length
  const inverse = invertSmall(information, size)
  if (!inverse) return undefined
  const { equations, theta } = system
  const unitOf = (index: number): number => units[index] ?? 1
  const projected = momentsOf(
    equations,
    residuals.map((value) => value / residualVariance),
  )
  const covariance = inverse.map((value, at) => value / (unitOf(Math.floor(at / size)) * unitOf(at % size)) ** 2)
  const slopes = answers.map(({ leaf, rest }, variance) =>
    theta.map((scale, term) => {
      const own = variance === term ? byLevel(equations, term, projected.leaf, projected.rest) : undefined
      return byLevel(equations, term, leaf, rest).map(
        (taken, level) => (((own?.[level] ?? 0) - scale * taken) * unitOf(variance) ** 2) / unitOf(term),
      )
    }),
  )
  return { covariance, slopes }
}
