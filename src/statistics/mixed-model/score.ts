import type { Method, Solution } from './criterion.ts'
import { dot } from './design.ts'
import type { Equations } from './equations.ts'
import type { InverseParts } from './inverse-parts.ts'
import { addEffects } from './placement.ts'
import { invertSmall } from './small-matrix.ts'
import { momentsOf, type Point, residuals, type System, scaled } from './system.ts'

/** Diagonals of the inverse of the mixed-model equations (in units of σ²/θ²), by leaf and node. */
export interface Diagonals {
  readonly leaf: Float64Array
  readonly node: Float64Array
}

/** The diagonal as it is when β is given: what is left after taking away the part that β's uncertainty adds. */
export function givenFixed(equations: Equations, parts: InverseParts): Diagonals {
  const { fixed } = equations.plan
  const inner = invertSmall(parts.fixed, fixed) ?? new Float64Array(fixed * fixed)
  const reduce = (diagonal: Float64Array, rows: Float64Array): Float64Array =>
    diagonal.map((value, index) => {
      let added = 0
      for (let x = 0; x < fixed; x += 1)
        for (let y = 0; y < fixed; y += 1)
          added +=
            (rows[index * fixed + x] as number) * (inner[x * fixed + y] as number) * (rows[index * fixed + y] as number)
      return value - added
    })
  return { leaf: reduce(parts.leaf, parts.leafFixed), node: reduce(parts.node, parts.nodeFixed) }
}

/** Σ of a diagonal over the levels of each factor. */
export function tracesOf(equations: Equations, diagonals: Diagonals): number[] {
  const traces = equations.design.random.map(() => 0)
  diagonals.node.forEach((value, node) => {
    const factor = equations.nodeFactor[node] as number
    traces[factor] = (traces[factor] as number) + value
  })
  for (const value of diagonals.leaf) traces[equations.leafFactor] = (traces[equations.leafFactor] as number) + value
  return traces
}

/** Derivatives of the log-likelihood by the variances (the factors in order, then the residual), and their information. */
export interface Score {
  readonly variances: readonly number[]
  readonly gradient: readonly number[]
  /** Average information (Gilmour, Thompson and Cullis 1995), row-major. */
  readonly information: Float64Array
  /** tr Q_kk of each factor. */
  readonly traces: readonly number[]
}

/** A score with what it was worked out from. */
export interface ModelScore extends Score {
  /** The solution of the equations for each V_k P y as the response. */
  readonly answers: readonly Point[]
}

/** tr Q_kk for each factor, where Q is the inverse of the scaled equations: the full one for REML, given β for ML. */
export type TraceRule<S extends System> = (system: S) => readonly number[]

/** The score rests on tr(P V_k) = (levels - tr Q_kk) / σ_k². θ must be positive throughout. */
export function scoreAt<S extends System>(solution: Solution<S>, method: Method, rule: TraceRule<S>): ModelScore {
  const { system, residualVariance } = solution
  const { equations } = system
  const { design, plan } = equations
  const variances = [...solution.theta.map((theta) => theta * theta * residualVariance), residualVariance]
  const projected = solution.residuals.map((value) => value / residualVariance)
  const directions = directionsOf(equations, projected)
  const size = directions.length
  const information = new Float64Array(size * size)
  const answers = answersTo(system, directions)
  answers.forEach((answer, column) => {
    const image = projectedBy(solution, answer, directions[column] as Float64Array)
    directions.forEach((other, row) => {
      information[row * size + column] = dot(other, image) / 2
    })
  })
  const traces = rule(system)
  let explained = method === 'REML' ? plan.fixed : 0
  const projectedTraces = design.random.map((factor, index) => {
    const used = factor.levels - (traces[index] as number)
    explained += used
    return used / (variances[index] as number)
  })
  projectedTraces.push((design.response.length - explained) / residualVariance)
  const weights = weighted(equations, projected)
  const gradient = directions.map(
    (direction, index) => (dot(weights, direction) - (projectedTraces[index] as number)) / 2,
  )
  return { variances, gradient, information, traces, answers }
}

/** V_k P y for every term, and for the residual; `projected` is W⁻¹ P y. */
function directionsOf(equations: Equations, projected: Float64Array): Float64Array[] {
  const { leaf, rest } = momentsOf(equations, projected)
  const directions = equations.terms.map((term) => {
    const direction = new Float64Array(projected.length)
    addEffects(term, leaf, rest, 1, direction)
    return direction
  })
  return [...directions, projected]
}

function answersTo(system: System, responses: readonly Float64Array[]): Point[] {
  const { equations, scales } = system
  return system.solveAll(responses.map((values) => scaled(equations, scales, momentsOf(equations, values))))
}

/** P v, from the solution for v as the response. */
function projectedBy({ system, residualVariance }: Solution, answer: Point, v: Float64Array): Float64Array {
  const { equations, scales } = system
  return weighted(equations, residuals(equations, scales, answer, v)).map((value) => value / residualVariance)
}

function weighted({ design }: Equations, values: Float64Array): Float64Array {
  const { weights } = design
  return weights ? values.map((value, row) => value * (weights[row] as number)) : values
}
