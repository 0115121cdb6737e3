import { floor, moved, newtonStep } from '../average-information.ts'
import { type Convergence, isNear } from '../maximise.ts'
import type { Block } from './conjugate-gradients.ts'
import { type FewLevels, solveFewLevels, termsWithFewLevels } from './few-levels.ts'
import { logDeterminant, type ProbeEstimate } from './log-determinant.ts'
import { probeError, scoreAt } from './score.ts'
import { type LargeSolution, type Problem, solveAt } from './solution.ts'
import { estimateTraces, probeSigns } from './traces.ts'

export interface LargeOptimum {
  readonly solution: LargeSolution
  readonly few: FewLevels
  readonly convergence: Convergence
  readonly probes: number
  /** How far the probes may have moved the variances, in their standard errors. */
  readonly varianceError: number
  /** log |S| of the nodes. */
  readonly logDeterminant: ProbeEstimate
}

const mostIterations = 60
/** Of probes, more where they cost little; entries times probes make the work of a step. */
const fewestProbes = 8
const mostProbes = 64
const usualWork = 2e7
/** Residuals of solutions, in parts of their right sides: on the way, for traces, and at the end. */
const onTheWay = 1e-8
const forTraces = 1e-5
const atTheEnd = 1e-11

/**
 * REML or ML by average information with traces from fixed probes, every solution by conjugate gradients. The score ends at
 * zero for the probes that were drawn; what that leaves open is told by `varianceError`.
 */
export function searchVariances(
  problem: Problem,
  start: readonly number[] | undefined,
  tolerance: number,
): LargeOptimum {
  const affordable = Math.round(usualWork / Math.max(1, problem.rows.entries.length))
  const probes = Math.max(fewestProbes, Math.min(mostProbes, affordable))
  const signs = probeSigns(problem.rows, probes)
  const fewTerms = termsWithFewLevels(problem.rows, 2 * probes)
  let theta = start?.map((value) => Math.max(value, floor)) ?? problem.rows.design.random.map(() => 0.5)
  let guess: Block | undefined
  let traceGuess: Block | undefined
  let fewGuess: Block | undefined
  for (let iterations = 1; ; iterations += 1) {
    const solution = solveAt(problem, theta, onTheWay, guess)
    const few = solveFewLevels(solution.system, fewTerms, onTheWay, fewGuess)
    const estimate = estimateTraces(solution, few, signs, forTraces, traceGuess)
    guess = solution.guess
    fewGuess = few.columns.node
    traceGuess = estimate.solution
    const score = scoreAt(solution, estimate.traces, onTheWay)
    const { norm, move, held } = newtonStep(theta, score)
    const settled = norm < tolerance
    if (settled || iterations === mostIterations) {
      const last = theta.map((value, index) => (held[index] ? 0 : value))
      const final = solveAt(problem, last, atTheEnd, guess)
      const known = solveFewLevels(final.system, fewTerms, onTheWay, fewGuess)
      const { courses } = estimateTraces(final, known, signs, forTraces)
      const { value, error } = logDeterminant(known.without.schur.diagonal, courses)
      return {
        solution: final,
        few: known,
        convergence: { converged: settled, path: 'iterative', iterations, factorisations: 0, gradientNorm: norm },
        probes,
        varianceError: probeError(
          score,
          estimate,
          held.map((isHeld) => !isHeld),
        ),
        logDeterminant: { value: value - known.logDeterminant, error },
      }
    }
    const next = (iterations > 1 || start) && move ? moved(score.variances, move, 1) : undefined
    const isUsual = next?.every((value, index) => isNear(value, theta[index] as number))
    theta = next && isUsual ? next : expectationStep(solution, estimate.traces)
  }
}

/** One step of EM, which never raises the criterion. */
function expectationStep(at: LargeSolution, traces: readonly number[]): number[] {
  const { rows } = at.problem
  const { design } = rows
  let used = design.fixed.length
  const variances = design.random.map((term, index) => {
    const trace = traces[index] as number
    const isLeaf = index === rows.leafTerm
    const { values } = isLeaf ? at.effects.leaf : at.effects.node
    const first = isLeaf ? 0 : (rows.firstNode[index] as number)
    const squares = values.subarray(first, first + term.levels).reduce((sum, value) => sum + value * value, 0)
    used += term.levels - trace
    return ((squares + at.residualVariance * trace) / term.levels) * (at.system.theta[index] as number) ** 2
  })
  const residual = (at.errorSquares + at.residualVariance * used) / design.response.length
  return variances.map((variance) => Math.max(floor, Math.sqrt(variance / residual)))
}
