import { seededUniform } from '../seeded.ts'
import type { Method } from './criterion.ts'
import { dot } from './design.ts'
import type { Equations } from './equations.ts'
import type { IterativeSystem } from './iterative.ts'
import { weakTerms } from './large/traces.ts'
import type { TraceRule } from './score.ts'
import { invertSmall } from './small-matrix.ts'
import type { Point } from './system.ts'

/** Traces by probes. */
export interface ProbedTraces {
  readonly at: TraceRule<IterativeSystem>
  /** From here on probes have a part of their own for the terms that are weak at this θ. What was estimated before is void. */
  part(theta: readonly number[]): void
}

/**
 * Hutchinson's estimate of tr Q_kk with fixed random signs: good enough to find the variances, never used for the
 * uncertainty of a single effect. The same probes at every θ make the estimate a smooth function of θ; the solutions at
 * the last θ are the first guess at the next.
 */
export function stochasticTraces(equations: Equations, method: Method, probes: number): ProbedTraces {
  const whole = probesOf(equations, probes)
  let rights = whole
  let last: Point[] | undefined
  return {
    at: (system) => {
      const traces = equations.design.random.map(() => 0)
      last = system.solveAll(rights, last)
      last.forEach((solution, probe) => {
        addProducts(equations, rights[probe] as Point, solution, 1 / probes, traces)
      })
      if (method === 'ML') removeFixed(equations, system, traces)
      return traces
    },
    part: (theta) => {
      const weak = weakTerms(theta)
      rights = weak.size > 0 ? whole.flatMap((probe) => partsOf(equations, probe, weak)) : whole
      last = undefined
    },
  }
}

function probesOf({ plan, leafWeight }: Equations, probes: number): Point[] {
  const uniform = seededUniform(20261122)
  const signs = (): number => (uniform() < 0.5 ? -1 : 1)
  return Array.from({ length: probes }, (): Point => {
    const leaf = new Float64Array(leafWeight.length).map(signs)
    const rest = new Float64Array(plan.nodes + plan.fixed)
    for (let node = 0; node < plan.nodes; node += 1) rest[node] = signs()
    return { leaf, rest }
  })
}

/** The strong part of a probe and its weak part. */
function partsOf({ leafFactor, nodeFactor }: Equations, { leaf, rest }: Point, weak: ReadonlySet<number>): Point[] {
  return [false, true].map((isWeak) => ({
    leaf: weak.has(leafFactor) === isWeak ? leaf : new Float64Array(leaf.length),
    rest: rest.map((sign, at) => (weak.has(nodeFactor[at] ?? -1) === isWeak ? sign : 0)),
  }))
}

/** Adds weight · a'b, summed by factor. */
function addProducts(equations: Equations, a: Point, b: Point, weight: number, sums: number[]): void {
  sums[equations.leafFactor] = (sums[equations.leafFactor] as number) + weight * dot(a.leaf, b.leaf)
  equations.nodeFactor.forEach((factor, node) => {
    sums[factor] = (sums[factor] as number) + weight * (a.rest[node] as number) * (b.rest[node] as number)
  })
}

/** From tr Q_kk to the trace given β: takes away tr(Q_kX Q_XX⁻¹ Q_Xk), exactly. */
function removeFixed(equations: Equations, system: IterativeSystem, traces: number[]): void {
  const { nodes, fixed } = equations.plan
  const units = Array.from({ length: fixed }, (_, x): Point => {
    const rest = new Float64Array(nodes + fixed)
    rest[nodes + x] = 1
    return { leaf: new Float64Array(equations.leafWeight.length), rest }
  })
  const columns = system.solveAll(units)
  const corner = Float64Array.from(columns.flatMap((column) => [...column.rest.subarray(nodes)]))
  const inner = invertSmall(corner, fixed)
  if (!inner) return
  columns.forEach((a, x) => {
    columns.forEach((b, y) => addProducts(equations, a, b, -(inner[x * fixed + y] as number), traces))
  })
}
