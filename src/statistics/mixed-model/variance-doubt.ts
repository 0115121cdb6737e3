import type { Evaluation } from './criterion.ts'
import { byLevel } from './posterior.ts'
import type { ModelScore } from './score.ts'
import { momentsOf } from './system.ts'

/**
 * How far the data leave the variances open, and how the modes follow them. The variances are those of the terms in order,
 * then that of the residual.
 */
export interface VarianceDoubt {
  /** Derivatives of the log-likelihood: zero, but for variances at the boundary, where they are negative. */
  readonly gradient: readonly number[]
  /** Average information about the variances (Gilmour, Thompson and Cullis 1995), row-major. */
  readonly information: Float64Array
  /** By variance, by term: the derivatives of the modes. */
  readonly slopes: readonly (readonly Float64Array[])[]
}

/**
 * The doubt at an evaluation and the score there. With P = V⁻¹ - V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹ the modes are σ_j² Z_j'P y, and their
 * derivative by σ_k² is [j = k] Z_j'P y - σ_j² Z_j'P V_k P y. `units` are those of the terms in the equations.
 */
export function varianceDoubt(
  { system, residuals, residualVariance }: Evaluation,
  { gradient, information, answers }: ModelScore,
  units: readonly number[],
): VarianceDoubt {
  const { equations, theta } = system
  const projected = momentsOf(
    equations,
    residuals.map((value) => value / residualVariance),
  )
  const unitOf = (index: number): number => units[index] ?? 1
  const square = (index: number): number => unitOf(index) ** 2
  const slopes = answers.map(({ leaf, rest }, variance) =>
    theta.map((scale, term) => {
      const taken = byLevel(equations, term, leaf, rest)
      const own = variance === term ? byLevel(equations, term, projected.leaf, projected.rest) : undefined
      return taken.map((value, level) => (((own?.[level] ?? 0) - scale * value) * square(variance)) / unitOf(term))
    }),
  )
  return {
    gradient: gradient.map((value, index) => value * square(index)),
    information: information.map(
      (value, entry) => value * square(Math.floor(entry / answers.length)) * square(entry % answers.length),
    ),
    slopes,
  }
}
