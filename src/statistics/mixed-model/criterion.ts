import type { Kernels } from '../kernels/kernels.ts'
import type { Equations } from './equations.ts'
import { type FactorisedSystem, factoriseSystem, type Point, residuals, type System } from './system.ts'

export type Method = 'REML' | 'ML'

/** What one θ gives: the solution of the mixed-model equations, and σ² at its profile. */
export interface Solution<S extends System = System> {
  readonly theta: readonly number[]
  readonly residualVariance: number
  readonly point: Point
  /** y - Xβ - Zb. */
  readonly residuals: Float64Array
  readonly system: S
}

/** A solution with the profiled criterion: -2 log-likelihood (ML) or -2 restricted log-likelihood (REML). */
export interface Evaluation extends Solution<FactorisedSystem> {
  readonly criterion: number
}

/** `response` holds the moments of the response of the design. */
export function solutionOf<S extends System>(system: S, response: Point, method: Method): Solution<S> {
  const { equations, scales, theta } = system
  const point = system.solve(response)
  const rest = residuals(equations, scales, point, equations.design.response)
  const residualVariance = penalisedSquares(equations, point, rest) / degreesOfFreedom(equations, method)
  return { theta, residualVariance, point, residuals: rest, system }
}

/** Bates, Mächler, Bolker and Walker 2015 (J. Stat. Softw. 67(1)), equations 34 and 41; prior weights enter as Σ log w. */
export function evaluate(
  equations: Equations,
  theta: readonly number[],
  method: Method,
  kernels: Kernels,
  response: Point,
): Evaluation {
  const system = factoriseSystem(equations, theta, kernels)
  const solution = solutionOf(system, response, method)
  const degrees = degreesOfFreedom(equations, method)
  let criterion = system.logDeterminant + degrees * (1 + Math.log(2 * Math.PI * solution.residualVariance))
  if (method === 'REML') criterion += system.logFixedDeterminant
  for (const weight of equations.design.weights ?? []) criterion -= Math.log(weight)
  return { ...solution, criterion }
}

const degreesOfFreedom = (equations: Equations, method: Method): number =>
  equations.design.response.length - (method === 'REML' ? equations.plan.fixed : 0)

/** |y - Xβ - Zb|² + |u|², summed from the residuals themselves. */
function penalisedSquares(equations: Equations, point: Point, rest: Float64Array): number {
  const { weights } = equations.design
  let sum = 0
  for (let row = 0; row < rest.length; row += 1)
    sum += (weights ? (weights[row] as number) : 1) * (rest[row] as number) ** 2
  for (const effect of point.leaf) sum += effect * effect
  for (let node = 0; node < equations.plan.nodes; node += 1) sum += (point.rest[node] as number) ** 2
  return sum
}
