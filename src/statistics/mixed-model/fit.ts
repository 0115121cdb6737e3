import type { Kernels } from '../kernels/kernels.ts'
import { loadKernels } from '../kernels/wasm.ts'
import { evaluate, type Method } from './criterion.ts'
import { checkDesign, type Design, isMembership, type RandomTerm } from './design.ts'
import { arrangeEquations, arrangeWithin, type Equations } from './equations.ts'
import { type Approximation, fitLarge, largeModelAt } from './large/fit.ts'
import { hasTooManyPairs, largestFactor } from './large/size.ts'
import { type Convergence, maximiseLikelihood } from './maximise.ts'
import { byLevel, type Posterior, posteriorOf } from './posterior.ts'
import { type Diagonals, givenFixed } from './score.ts'
import { momentsOf } from './system.ts'
import { type VarianceDoubt, varianceDoubt } from './variance-doubt.ts'

/** The effects of one term, by level. */
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
  /** σ_k / σ for each term. */
  readonly theta: readonly number[]
  readonly convergence: Convergence
  /** Of a fit by iteration alone: how much rests on random probes. Absent where everything is exact. */
  readonly approximation?: Approximation
  /** How well the variances are known. Absent where nothing can be said, and of a fit by iteration alone. */
  readonly doubt?: VarianceDoubt | undefined
  readonly notices: readonly Notice[]
  /** y - Xβ - Σ Z b, row by row. */
  readonly residuals: Float64Array
  readonly posterior: Posterior
}

export interface FitOptions {
  /** REML unless said otherwise. */
  readonly method?: Method
  /** Multiplications per factorisation up to which exact traces are used at every step; 2e11 unless set. */
  readonly exactUpTo?: number
  readonly kernels?: Kernels
  /** θ from which the search starts; that of a similar fit saves steps. */
  readonly start?: readonly number[]
  /** How near the optimum the variances must be, in their standard errors; 1e-6 unless set, 1e-3 by iteration alone. */
  readonly tolerance?: number
  /** Fit by iteration alone, without a factor? Where the design is too large to factorise, unless set. */
  readonly iterative?: boolean
}

/** A factor and its inverse take about 40 seconds then, and an exact search needs four to ten: no more than probes would. */
const usualLimit = 2e11

/**
 * Fits a linear mixed model with crossed or nested random intercepts and multiple memberships, in any mix.
 *
 * @example
 * const { factor } = factorOf('batch', batches)
 * const fit = fitMixedModel({ response, fixed: [intercept(response.length)], random: [factor] })
 */
export function fitMixedModel(design: Design, options: FitOptions = {}): MixedModelFit {
  checkDesign(design)
  const method = options.method ?? 'REML'
  const units = design.random.map(unitOf)
  const start = options.start?.map((theta, index) => theta * (units[index] as number))
  const scaled = inUnits(design, units)
  const equations = equationsOf(scaled, options.iterative)
  if (!equations) {
    const fit = fitLarge(scaled, { method, units, start, tolerance: options.tolerance ?? 1e-3 })
    return { ...fit, notices: noticesOf(design, fit.theta, fit.convergence) }
  }
  const kernels = options.kernels ?? loadKernels()
  const optimum = maximiseLikelihood(equations, {
    method,
    kernels,
    exactUpTo: options.exactUpTo ?? usualLimit,
    start,
    tolerance: options.tolerance ?? 1e-6,
  })
  const { evaluation, score, inverse: parts, convergence } = optimum
  const { point, criterion, residualVariance } = evaluation
  const theta = evaluation.theta.map((value, index) => value / (units[index] as number))
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
    doubt: varianceDoubt(evaluation, score, units),
    notices: noticesOf(design, theta, convergence),
    residuals: evaluation.residuals,
    posterior: posteriorOf({ equations, evaluation, parts, kernels, theta }),
  }
}

/** Undefined where the fit is to be made by iteration. */
function equationsOf(design: Design, isIterative: boolean | undefined): Equations | undefined {
  if (isIterative === false) return arrangeEquations(design)
  return isIterative || hasTooManyPairs(design) ? undefined : arrangeWithin(design, largestFactor)
}

/** The usual length of a row of Z_k, to the next power of two: dividing by that changes no digit. */
function unitOf(term: RandomTerm): number {
  if (!isMembership(term)) return 1
  const squares = term.shares.reduce((sum, share) => sum + share * share, 0)
  return 2 ** Math.round(Math.log2(squares / (term.starts.length - 1)) / 2)
}

/** Shares in their units, so that one sense of "near zero" does for every θ. */
const inUnits = (design: Design, units: readonly number[]): Design => ({
  ...design,
  random: design.random.map((term, index) =>
    isMembership(term) ? { ...term, shares: term.shares.map((share) => share / (units[index] as number)) } : term,
  ),
})

function noticesOf(design: Design, theta: readonly number[], convergence: Convergence): Notice[] {
  const notices: Notice[] = []
  design.random.forEach((factor, index) => {
    if (theta[index] === 0) notices.push({ kind: 'boundary', factor: factor.name })
  })
  if (!convergence.converged) notices.push({ kind: 'not-converged' })
  return notices
}

/** What a model says at ratios that are known already: no search, no uncertainty. */
export interface ModelAt {
  readonly theta: readonly number[]
  readonly residualVariance: number
  /** y - Xβ - Σ Z b, row by row. */
  readonly residuals: Float64Array
}

/** The solution at a given θ (in the order of the terms), profiled over β and σ². */
export function modelAt(
  design: Design,
  theta: readonly number[],
  options: Pick<FitOptions, 'method' | 'iterative'> = {},
): ModelAt {
  checkDesign(design)
  const method = options.method ?? 'REML'
  const equations = equationsOf(design, options.iterative)
  if (!equations) return { theta, ...largeModelAt(design, theta, method) }
  const { residualVariance, residuals } = evaluate(
    equations,
    theta,
    method,
    loadKernels(),
    momentsOf(equations, design.response),
  )
  return { theta, residualVariance, residuals }
}

/** The criterion at a given θ (in the order of the terms), profiled over β and σ². */
export function devianceAt(design: Design, theta: readonly number[], method: Method = 'REML'): number {
  checkDesign(design)
  const equations = arrangeEquations(design)
  return evaluate(equations, theta, method, loadKernels(), momentsOf(equations, design.response)).criterion
}
