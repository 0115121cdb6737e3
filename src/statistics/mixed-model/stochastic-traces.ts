import { seededUniform } from '../seeded.ts'
import type { Method } from './criterion.ts'
import { dot } from './design.ts'
import type { Equations } from './equations.ts'
import type { IterativeSystem } from './iterative.ts'
import type { TraceRule } from './score.ts'
import { invertSmall } from './small-matrix.ts'
import type { Point } from './system.ts'

/**
 * Hutchinson's estimate of tr Q_kk with fixed random signs: good enough to find the variances, never used for the
 * uncertainty of a single effect. The same probes at every θ make the estimate a smooth function of θ; the solutions at
 * the last θ are the first guess at the next.
 */
export function stochasticTraces(equations: Equations, method: Method, probes: number): TraceRule<IterativeSystem> {
  const uniform = seededUniform(20261122)
  const signs = (): number => (uniform() < 0.5 ? -1 : 1)
  const { plan, leafWeight } = equations
  const rights = Array.from({ length: probes }, (): Point => {
    const leaf = new Float64Array(leafWeight.length).map(signs)
    const rest = new Float64Array(plan.nodes + plan.fixed)
    for (let node = 0; node < plan.nodes; node += 1) rest[node] = signs()
    return { leaf, rest }
  })
  let last: Point[] | undefined
  return (system) => {
    const traces = equations.design.random.map(() => 0)
    last = system.solveAll(rights, last)
    last.forEach((solution, probe) => {
      addProducts(equations, rights[probe] as Point, solution, 1 / probes, traces)
    })
    if (method === 'ML') removeFixed(equations, system, traces)
    return traces
  }
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
