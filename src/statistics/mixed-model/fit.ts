import type { Kernels } from '../kernels/kernels.ts'
import { loadKernels } from '../kernels/wasm.ts'
import { evaluate, type Method } from './criterion.ts'
import { checkDesign, type Design } from './design.ts'
import { arrangeEquations } from './equations.ts'
import { type Convergence, maximiseLikelihood } from './maximise.ts'
import { byLevel, type Posterior, posteriorOf } from './posterior.ts'
import { type Diagonals, givenFixed } from './score.ts'
import { momentsOf } from './system.ts'

/** The effects of one factor, by level. */
export interface RandomEffects {
  readonly name: string
  readonly levels: number
  readonly variance: number
  /** Conditional modes, also called BLUPs. */
  readonly modes: Float64Array
  /** Standard deviation of an effect given y, β and the variances: what lme4 calls the conditional SD. */
  readonly conditionalSd: Float64Array
  /** Standard deviation of an effect given y and the variances, with the uncertainty of β in it (√PEV). */
  readonly predictionSd: Float64Array
}

export interface FixedEffect {
  readonly name: string
  readonly estimate: number
  readonly se: number
}

export type Notice = { readonly kind: 'boundary'; readonly factor: string } | { readonly kind: 'not-converged' }

export interface MixedModelFit {
  readonly method: Method
  readonly observations: number
  /** -2 log-likelihood (ML) or -2 restricted log-likelihood (REML). */
  readonly criterion: number
  readonly logLik: number
  readonly fixed: readonly FixedEffect[]
  readonly random: readonly RandomEffects[]
  readonly residualVariance: number
  /** σ_k / σ for each factor. */
  readonly theta: readonly number[]
  readonly convergence: Convergence
  readonly notices: readonly Notice[]
  /** y - Xβ - Σ Z b, row by row. */
  readonly residuals: Float64Array
  readonly posterior: Posterior
}

export interface FitOptions {
  /** REML unless said otherwise. */
  readonly method?: Method
  /** Multiplications per factorisation up to which exact traces are used at every step. */
  readonly exactUpTo?: number
  readonly kernels?: Kernels
  /** θ from which the search starts; that of a similar fit saves steps. */
  readonly start?: readonly number[]
  /** How near the optimum the variances must be, in their standard errors; 1e-6 unless set. */
  readonly tolerance?: number
}

/** A factor and its inverse take about ten seconds then. */
const usualLimit = 6e10

/**
 * Fits a linear mixed model with crossed or nested random intercepts.
 *
 * @example
 * const { factor } = factorOf('batch', batches)
 * const fit = fitMixedModel({ response, fixed: [intercept(response.length)], random: [factor] })
 */
export function fitMixedModel(design: Design, options: FitOptions = {}): MixedModelFit {
  checkDesign(design)
  const method = options.method ?? 'REML'
  const equations = arrangeEquations(design)
  const kernels = options.kernels ?? loadKernels()
  const optimum = maximiseLikelihood(equations, {
    method,
    kernels,
    exactUpTo: options.exactUpTo ?? usualLimit,
    start: options.start,
    tolerance: options.tolerance ?? 1e-6,
  })
  const { evaluation, inverse: parts, convergence } = optimum
  const { point, criterion, residualVariance, theta } = evaluation
  const given = givenFixed(equations, parts)
  const fixed = design.fixed.map((column, x) => ({
    name: column.name,
    estimate: point.rest[equations.plan.nodes + x] as number,
    se: Math.sqrt(residualVariance * (parts.fixed[x * (design.fixed.length + 1)] as number)),
  }))
  const random = design.random.map((factor, index): RandomEffects => {
    const scale = theta[index] as number
    const take = (leaf: Float64Array, node: Float64Array) => byLevel(equations, index, leaf, node)
    const spread = ({ leaf, node }: Diagonals): Float64Array =>
      take(leaf, node).map((value) => scale * Math.sqrt(residualVariance * value))
    return {
      name: factor.name,
      levels: factor.levels,
      variance: scale * scale * residualVariance,
      modes: take(point.leaf, point.rest).map((value) => scale * value),
      conditionalSd: spread(given),
      predictionSd: spread(parts),
    }
  })
  return {
    method,
    observations: design.response.length,
    criterion,
    logLik: -criterion / 2,
    fixed,
    random,
    residualVariance,
    theta,
    convergence,
    notices: noticesOf(design, theta, convergence),
    residuals: evaluation.residuals,
    posterior: posteriorOf(equations, evaluation, parts, kernels),
  }
}

function noticesOf(design: Design, theta: readonly number[], convergence: Convergence): Notice[] {
  const notices: Notice[] = []
  design.random.forEach((factor, index) => {
    if (theta[index] === 0) notices.push({ kind: 'boundary', factor: factor.name })
  })
  if (!convergence.converged) notices.push({ kind: 'not-converged' })
  return notices
}

/** The criterion at a given θ (in the order of the factors), profiled over β and σ². */
export function devianceAt(design: Design, theta: readonly number[], method: Method = 'REML'): number {
  checkDesign(design)
  const equations = arrangeEquations(design)
  return evaluate(equations, theta, method, loadKernels(), momentsOf(equations, design.response)).criterion
}
