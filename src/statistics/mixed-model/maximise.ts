import type { Kernels } from '../kernels/kernels.ts'
import { expectationStep, floor, moved, newtonStep } from './average-information.ts'
import { type Evaluation, evaluate, type Method, solutionOf } from './criterion.ts'
import type { Equations } from './equations.ts'
import type { InverseParts } from './inverse-parts.ts'
import { iterativeSystem } from './iterative.ts'
import { givenFixed, type Score, scoreAt, tracesOf } from './score.ts'
import { stochasticTraces } from './stochastic-traces.ts'
import { momentsOf } from './system.ts'

/** How the search for the variances went. */
export interface Convergence {
  readonly converged: boolean
  /** `exact`: exact traces at every step. `stochastic`: probes on the way, an exact factor at the end. */
  readonly path: 'exact' | 'stochastic'
  readonly iterations: number
  /** Factorisations of the mixed-model equations. */
  readonly factorisations: number
  /** Length of the exact score at the end, in standard errors: how far one more step would move. */
  readonly gradientNorm: number
}

export interface Optimum {
  readonly evaluation: Evaluation
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
/** On the stochastic path, a score within this many standard errors of zero is near enough. */
const nearEnough = 1e-2
const probes = 24

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
  readonly score: Score
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

  /** Exact traces at every step: EM first, then average information with step halving and EM in reserve. */
  exact(start: readonly number[]): Optimum {
    let current = this.evaluate(start)
    for (;;) {
      this.iterations += 1
      const point = this.differentiate(current)
      const step = newtonStep(current.theta, point.score)
      const settled = step.norm < this.options.tolerance
      if (settled || this.iterations >= mostIterations) return this.finish('exact', point, settled)
      const isBlind = this.iterations === 1 && !this.options.start
      current = this.improve(current, point.score, isBlind ? undefined : step.move)
    }
  }

  /**
   * Traces by probes until the score is zero, then one exact factor and inverse; their exact traces correct the probes, and
   * a second round from there brings the exact score to zero but for a second-order error.
   */
  stochastic(start: readonly number[]): Optimum {
    const traces = stochasticTraces(this.equations, this.options.method, probes)
    let theta = start
    let offset = start.map(() => 0)
    for (let round = 1; ; round += 1) {
      theta = this.approach(theta, (system) => traces(system).map((value, index) => value + (offset[index] as number)))
      const point = this.differentiate(this.evaluate(theta))
      const settled = newtonStep(theta, point.score).norm < nearEnough
      if (settled || round === 3) return this.finish('stochastic', point, settled)
      const estimate = traces(iterativeSystem(this.equations, theta))
      offset = point.score.traces.map((value, index) => value - (estimate[index] as number))
    }
  }

  private approach(start: readonly number[], rule: ReturnType<typeof stochasticTraces>): readonly number[] {
    const { method } = this.options
    let theta = start
    for (let step = 1; step <= mostIterations; step += 1) {
      this.iterations += 1
      const solution = solutionOf(iterativeSystem(this.equations, theta), this.response, method)
      const score = scoreAt(solution, method, rule)
      const { norm, move } = newtonStep(theta, score)
      if (norm < nearEnough / 10) return theta
      const next = step > 1 && move ? moved(score.variances, move, 1) : undefined
      theta = next?.every((value, index) => within(value, theta[index] as number))
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
    return { evaluation, inverse, convergence }
  }
}

/** A first step may overshoot by far; one that changes a ratio by more than this is left to EM. */
const within = (next: number, last: number): boolean => next <= 8 * last
