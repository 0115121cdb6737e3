import type { Kernels } from '../kernels/kernels.ts'
import { expectationStep, floor, moved, newtonStep } from './average-information.ts'
import { type Evaluation, evaluate, type Method, solutionOf } from './criterion.ts'
import type { Equations } from './equations.ts'
import type { InverseParts } from './inverse-parts.ts'
import { iterativeSolver } from './iterative.ts'
import { givenFixed, type ModelScore, type Score, scoreAt, tracesOf } from './score.ts'
import { stochasticTraces } from './stochastic-traces.ts'
import { momentsOf } from './system.ts'

/** How the search for the variances went. */
export interface Convergence {
  readonly converged: boolean
  /**
   * `exact`: exact traces at every step. `stochastic`: probes on the way, an exact factor at the end. `iterative`: no factor
   * at all; `approximation` of the fit says what that leaves open.
   */
  readonly path: 'exact' | 'stochastic' | 'iterative'
  readonly iterations: number
  /** Factorisations of the mixed-model equations. */
  readonly factorisations: number
  /** Length of the exact score at the end, in standard errors: how far one more step would move. */
  readonly gradientNorm: number
}

export interface Optimum {
  readonly evaluation: Evaluation
  /** Where the search ended; variances at zero in `evaluation` are next to zero here. */
  readonly score: ModelScore
  readonly inverse: InverseParts
  readonly convergence: Convergence
}

export interface SearchOptions {
  readonly method: Method
  readonly kernels: Kernels
  /** Multiplications per factorisation from which on the stochastic path is taken. */
  readonly exactUpTo: number
  /** θ to start from; without one, the first step is one of EM. */
  readonly start: readonly number[] | undefined
  /** Length of the score, in standard errors, at which the search ends: half its square is what is left to gain. */
  readonly tolerance: number
}

const mostIterations = 60
/** On the stochastic path, an exact score within this many standard errors of zero is near enough for any tolerance. */
const nearEnough = 3e-3
/** What the probes leave open is larger than this. */
const coarse = 0.05
const probes = 8
/** Residuals of iterative solutions, relative to their right sides. */
const solved = 1e-6

/**
 * REML or ML by average information (Gilmour, Thompson and Cullis 1995, Biometrics 51:1440–1450). Variances that the data
 * push to zero are held at the boundary while their score points outward, and are exactly zero at the end.
 */
export function maximiseLikelihood(equations: Equations, options: SearchOptions): Optimum {
  const search = new Search(equations, options)
  const start = options.start?.map((theta) => Math.max(theta, floor)) ?? equations.design.random.map(() => 0.5)
  return equations.plan.work > options.exactUpTo ? search.stochastic(start) : search.exact(start)
}

interface ExactPoint {
  readonly evaluation: Evaluation
  readonly score: ModelScore
  readonly inverse: InverseParts
}

class Search {
  private readonly equations: Equations
  private readonly options: SearchOptions
  private readonly response: ReturnType<typeof momentsOf>
  private iterations = 0
  private factorisations = 0

  constructor(equations: Equations, options: SearchOptions) {
    this.equations = equations
    this.options = options
    this.response = momentsOf(equations, equations.design.response)
  }

  /** Exact traces at every step. */
  exact(start: readonly number[]): Optimum {
    return this.descend('exact', this.differentiate(this.evaluate(start)), this.options.tolerance)
  }

  /**
   * Traces by probes until the score is zero, then one exact factor and inverse; their exact traces correct the probes, and
   * a second round from there brings the exact score to zero but for a second-order error. Exact steps do the rest, if any.
   */
  stochastic(start: readonly number[]): Optimum {
    const { method, tolerance } = this.options
    const enough = Math.max(nearEnough, tolerance)
    const probed = probedScores(this.equations, method, this.response, start)
    let point = this.differentiate(this.evaluate(this.approach(probed, start, Math.max(coarse, tolerance))))
    for (let round = 1; round <= 2; round += 1) {
      const { evaluation, score } = point
      const { norm, move } = newtonStep(evaluation.theta, score)
      const next = move && moved(score.variances, move, 1)
      if (norm < enough || !next) break
      probed.correct(evaluation.theta, score.traces)
      point = this.differentiate(this.evaluate(this.approach(probed, next, enough / 3)))
    }
    return this.descend('stochastic', point, enough)
  }

  /** Average information with step halving and EM in reserve; a first step from nowhere is one of EM. */
  private descend(path: Convergence['path'], start: ExactPoint, tolerance: number): Optimum {
    let point = start
    for (;;) {
      this.iterations += 1
      const { evaluation, score } = point
      const step = newtonStep(evaluation.theta, score)
      const settled = step.norm < tolerance
      if (settled || this.iterations >= mostIterations) return this.finish(path, point, settled)
      const isBlind = this.iterations === 1 && !this.options.start
      point = this.differentiate(this.improve(evaluation, score, isBlind ? undefined : step.move))
    }
  }

  /** θ at which the score by probes is zero, or near it. */
  private approach({ at }: ProbedScores, start: readonly number[], enough: number): readonly number[] {
    let theta = start
    for (let step = 1; step <= mostIterations / 4; step += 1) {
      const isBlind = this.iterations === 0 && !this.options.start
      this.iterations += 1
      const { solution, score } = at(theta)
      const { norm, move } = newtonStep(theta, score)
      if (norm < enough) return theta
      const next = move && !isBlind ? moved(score.variances, move, 1) : undefined
      theta = next?.every((value, index) => isNear(value, theta[index] as number))
        ? next
        : expectationStep(solution, score)
    }
    return theta
  }

  private evaluate(theta: readonly number[]): Evaluation {
    this.factorisations += 1
    return evaluate(this.equations, theta, this.options.method, this.options.kernels, this.response)
  }

  /** The exact score; uses up the factor of the evaluation. */
  private differentiate(evaluation: Evaluation): ExactPoint {
    const { method } = this.options
    const kept: InverseParts[] = []
    const score = scoreAt(evaluation, method, (system) => {
      const parts = system.inverse()
      kept.push(parts)
      return tracesOf(this.equations, method === 'REML' ? parts : givenFixed(this.equations, parts))
    })
    return { evaluation, score, inverse: kept[0] as InverseParts }
  }

  private improve(current: Evaluation, score: Score, move: readonly number[] | undefined): Evaluation {
    const enough = current.criterion + 1e-10 * (1 + Math.abs(current.criterion))
    for (let length = 1; move && length > 0.05; length /= 2) {
      const theta = moved(score.variances, move, length)
      if (!theta) continue
      const next = this.evaluate(theta)
      if (next.criterion <= enough) return next
    }
    return this.evaluate(expectationStep(current, score))
  }

  /** Sets variances at the boundary to exactly zero; the factor and the inverse are then made anew. */
  private finish(path: Convergence['path'], point: ExactPoint, converged: boolean): Optimum {
    const { theta } = point.evaluation
    const { norm, held } = newtonStep(theta, point.score)
    const atZero = theta.some((_, index) => held[index])
    const evaluation = atZero ? this.evaluate(theta.map((value, index) => (held[index] ? 0 : value))) : point.evaluation
    const inverse = atZero ? evaluation.system.inverse() : point.inverse
    const { iterations, factorisations } = this
    const convergence = { converged, path, iterations, factorisations, gradientNorm: norm }
    return { evaluation, score: point.score, inverse, convergence }
  }
}

type ProbedScores = ReturnType<typeof probedScores>

/** Scores whose traces are estimated by probes. `correct` makes them exact at one θ, and nearly so around it. */
function probedScores(
  equations: Equations,
  method: Method,
  response: ReturnType<typeof momentsOf>,
  start: readonly number[],
) {
  const systemAt = iterativeSolver(equations, solved)
  const traces = stochasticTraces(equations, method, probes)
  traces.part(start)
  let offset = equations.design.random.map(() => 0)
  return {
    at: (theta: readonly number[]) => {
      const solution = solutionOf(systemAt(theta), response, method)
      const rule = (system: typeof solution.system) =>
        traces.at(system).map((value, k) => value + (offset[k] as number))
      return { solution, score: scoreAt(solution, method, rule) }
    },
    correct: (theta: readonly number[], exact: readonly number[]): void => {
      traces.part(theta)
      const estimate = traces.at(systemAt(theta))
      offset = exact.map((value, k) => value - (estimate[k] as number))
    },
  }
}

/**
 * A step may overshoot by far where the criterion is far from a parabola; one that raises a ratio this much is left to EM. Ratios
 * below 1 are usual and no overshoot, from whatever they come: EM would never leave the boundary.
 */
export const isNear = (next: number, last: number): boolean => next <= Math.max(1, 8 * last)
