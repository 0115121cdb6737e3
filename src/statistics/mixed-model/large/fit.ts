import type { Method } from '../criterion.ts'
import type { Design } from '../design.ts'
import type { MixedModelFit, RandomEffects } from '../fit.ts'
import { choleskyRoot } from '../small-matrix.ts'
import { momentsOf, residualsOf } from './moments.ts'
import { largePosterior } from './posterior.ts'
import { type LargeOptimum, searchVariances } from './search.ts'
import { solveAt } from './solution.ts'
import { sortRows } from './sorted-rows.ts'
import { estimateDiagonals } from './spread.ts'
import { quadraticForm } from './traces.ts'

/** What a fit by iteration leaves open, because it rests on random probes. The seeds are fixed: the same data, the same bytes. */
export interface Approximation {
  /** Probes for traces, and how far they may have moved the variances: root mean square, in standard errors of the variances. */
  readonly probes: number
  readonly varianceError: number
  /** Standard error of the criterion. */
  readonly criterionError: number
  /** Joint draws for the standard deviations, and for each term the root mean square of their relative errors. */
  readonly draws: number
  readonly sdErrors: readonly number[]
}

export interface LargeOptions {
  readonly method: Method
  readonly start: readonly number[] | undefined
  readonly tolerance: number
  /** The unit of each term: `design` has the shares divided by it. */
  readonly units: readonly number[]
}

/** Residuals of the solutions of `largeModelAt`, in parts of their right sides. */
const enough = 1e-8

/** All of a fit but its notices. */
export type LargeFit = Omit<MixedModelFit, 'notices'>

/**
 * Fits a mixed model whose equations cannot be factorised: conjugate gradients for every solution, random probes for traces
 * and standard deviations. Time and memory go with the number of rows.
 */
export function fitLarge(design: Design, options: LargeOptions): LargeFit {
  const { method, units } = options
  const rows = sortRows(design)
  const moments = momentsOf(rows)
  const optimum = searchVariances({ rows, moments, method }, options.start, options.tolerance)
  const { solution, convergence } = optimum
  const { system, residualVariance, shift, slopes, fixedInverse, effects } = solution
  const diagonals = estimateDiagonals(optimum.few)
  const size = design.fixed.length
  const beta = shift.map((value, x) => value + (moments.leastSquares[x] as number))
  const fixed = design.fixed.map(({ name }, x) => ({
    name,
    estimate: beta[x] as number,
    se: Math.sqrt(residualVariance * (fixedInverse[x * (size + 1)] as number)),
  }))
  const theta = system.theta.map((value, index) => value / (units[index] as number))
  const scaled: Float64Array[] = []
  const random = design.random.map((term, index): RandomEffects => {
    const isLeaf = index === rows.leafTerm
    const first = isLeaf ? 0 : (rows.firstNode[index] as number)
    const last = first + term.levels
    const scale = theta[index] as number
    const modes = (isLeaf ? effects.leaf : effects.node).values.subarray(first, last)
    const given = (isLeaf ? diagonals.leaf : diagonals.node).subarray(first, last)
    const own = (isLeaf ? slopes.leaf : slopes.node).values
    const sd = (variance: number): number => scale * Math.sqrt(residualVariance * variance)
    scaled.push(modes.map((value) => (system.theta[index] as number) * value))
    return {
      name: term.name,
      levels: term.levels,
      variance: scale * scale * residualVariance,
      modes: modes.map((value) => scale * value),
      conditionalSd: given.map(sd),
      predictionSd: given.map((value, level) =>
        sd(value + quadraticForm(fixedInverse, own.subarray((first + level) * size, (first + level + 1) * size))),
      ),
    }
  })
  const criterion = criterionOf(optimum)
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
    approximation: {
      probes: optimum.probes,
      varianceError: optimum.varianceError,
      criterionError: optimum.logDeterminant.error,
      draws: diagonals.draws,
      sdErrors: diagonals.errors,
    },
    residuals: residualsOf(design, beta, scaled),
    posterior: largePosterior(solution, theta),
  }
}

/** The solution at a given θ, with nothing of what the data leave open. */
export function largeModelAt(design: Design, theta: readonly number[], method: Method) {
  const rows = sortRows(design)
  const moments = momentsOf(rows)
  const { residualVariance, shift, effects } = solveAt({ rows, moments, method }, theta, enough)
  const beta = shift.map((value, x) => value + (moments.leastSquares[x] as number))
  const scaled = design.random.map((term, index) => {
    const { values } = index === rows.leafTerm ? effects.leaf : effects.node
    const first = index === rows.leafTerm ? 0 : (rows.firstNode[index] as number)
    return values.subarray(first, first + term.levels).map((value) => (theta[index] as number) * value)
  })
  return { residualVariance, residuals: residualsOf(design, beta, scaled) }
}

/** Bates, Mächler, Bolker and Walker 2015 (J. Stat. Softw. 67(1)), equations 34 and 41, with log |S| estimated. */
function criterionOf({ solution, logDeterminant }: LargeOptimum): number {
  const { problem, system, residualVariance, fixedInverse } = solution
  const { design } = problem.rows
  const size = design.fixed.length
  const isRestricted = problem.method === 'REML'
  const degrees = design.response.length - (isRestricted ? size : 0)
  let criterion = logDeterminant.value + degrees * (1 + Math.log(2 * Math.PI * residualVariance))
  for (const diagonal of system.leafDiagonal) criterion += Math.log(diagonal)
  const root = choleskyRoot(fixedInverse, size)
  if (isRestricted && root) for (let x = 0; x < size; x += 1) criterion -= 2 * Math.log(root[x * (size + 1)] as number)
  for (const weight of design.weights ?? []) criterion -= Math.log(weight)
  return criterion
}
