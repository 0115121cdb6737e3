import { loadKernels } from '../kernels/wasm.ts'
import { evaluate } from './criterion.ts'
import type { Design } from './design.ts'
import { arrangeEquations } from './equations.ts'
import { type Posterior, posteriorOf } from './posterior.ts'
import { momentsOf } from './system.ts'

/**
 * The posterior covariances that a design would give at known variances, in the order of its random terms. No response is
 * needed: what a survey can tell apart is known before anybody has answered.
 *
 * @example foreseenPosterior({ fixed, random: [leader, rater] }, [0.25, 0.16], 0.64).covariances([sum])
 */
export function foreseenPosterior(
  { fixed, random }: Pick<Design, 'fixed' | 'random'>,
  variances: readonly number[],
  residualVariance: number,
): Posterior {
  const rows = fixed[0]?.values.length ?? 0
  const equations = arrangeEquations({ response: new Float64Array(rows), fixed, random })
  const theta = variances.map((variance) => Math.sqrt(variance / residualVariance))
  const kernels = loadKernels()
  const evaluation = evaluate(equations, theta, 'REML', kernels, momentsOf(equations, equations.design.response))
  return posteriorOf({
    equations,
    evaluation: { ...evaluation, residualVariance },
    parts: evaluation.system.inverse(),
    kernels,
    theta,
  })
}
