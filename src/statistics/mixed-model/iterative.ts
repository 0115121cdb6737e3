import { type Scales, scalesOf } from './assembly.ts'
import { dot } from './design.ts'
import type { Equations } from './equations.ts'
import { addLeaves, type Point, type System, scaled, seenByLeaves, solveSystem } from './system.ts'

/** A system that is solved by conjugate gradients: no factor, memory in proportion to the data. */
export interface IterativeSystem extends System {
  /** The solution for a right side in the scale of u; `start` is a first guess of the same shape. */
  solveScaled(right: Point, start?: Point): Point
}

const tolerance = 1e-10
const mostSteps = 2000

export function iterativeSystem(equations: Equations, theta: readonly number[]): IterativeSystem {
  const scales = scalesOf(equations, theta)
  const preconditioner = inverseDiagonal(equations, scales)
  const apply = (v: Float64Array): Float64Array => applySchur(equations, scales, v)
  const solveScaled = (right: Point, start?: Point): Point =>
    solveSystem(equations, scales, right, (rest) => conjugateGradient(apply, preconditioner, rest, start?.rest))
  return { equations, theta, scales, solveScaled, solve: (moments) => solveScaled(scaled(equations, scales, moments)) }
}

/** The Schur complement of the leaves, times v. */
function applySchur(equations: Equations, scales: Scales, v: Float64Array): Float64Array {
  const { plan, links, nodeWeight, nodeFixed, fixedFixed } = equations
  const { nodes, fixed } = plan
  const product = new Float64Array(v.length)
  for (let node = 0; node < nodes; node += 1) {
    const own = scales.node[node] as number
    const value = v[node] as number
    let sum = value * (1 + own * own * (nodeWeight[node] as number))
    for (let place = links.starts[node] as number; place < (links.starts[node + 1] as number); place += 1) {
      const other = links.columns[place] as number
      const link = own * (scales.node[other] as number) * (links.values[place] as number)
      sum += link * (v[other] as number)
      product[other] = (product[other] as number) + link * value
    }
    for (let x = 0; x < fixed; x += 1) {
      const link = own * (nodeFixed[node * fixed + x] as number)
      sum += link * (v[nodes + x] as number)
      product[nodes + x] = (product[nodes + x] as number) + link * value
    }
    product[node] = (product[node] as number) + sum
  }
  for (let x = 0; x < fixed; x += 1)
    for (let y = 0; y < fixed; y += 1)
      product[nodes + x] =
        (product[nodes + x] as number) + (fixedFixed[x * fixed + y] as number) * (v[nodes + y] as number)
  const seen = seenByLeaves(equations, scales, v).map((value, leaf) => value / (scales.diagonal[leaf] as number))
  addLeaves(equations, scales, seen, product, -1)
  return product
}

function inverseDiagonal(equations: Equations, scales: Scales): Float64Array {
  const { plan, coupling, nodeWeight, leafFixed, fixedFixed } = equations
  const { nodes, fixed } = plan
  const diagonal = new Float64Array(nodes + fixed)
  for (let node = 0; node < nodes; node += 1)
    diagonal[node] = 1 + (scales.node[node] as number) ** 2 * (nodeWeight[node] as number)
  for (let x = 0; x < fixed; x += 1) diagonal[nodes + x] = fixedFixed[x * (fixed + 1)] as number
  scales.diagonal.forEach((own, leaf) => {
    const ratio = (scales.leaf * scales.leaf) / own
    for (let place = coupling.starts[leaf] as number; place < (coupling.starts[leaf + 1] as number); place += 1) {
      const node = coupling.columns[place] as number
      diagonal[node] =
        (diagonal[node] as number) - ratio * ((scales.node[node] as number) * (coupling.values[place] as number)) ** 2
    }
    for (let x = 0; x < fixed; x += 1)
      diagonal[nodes + x] = (diagonal[nodes + x] as number) - ratio * (leafFixed[leaf * fixed + x] as number) ** 2
  })
  return diagonal.map((value) => 1 / value)
}

/** Solves A x = b by preconditioned conjugate gradients; `b` becomes x. */
export function conjugateGradient(
  apply: (v: Float64Array) => Float64Array,
  preconditioner: Float64Array,
  b: Float64Array,
  start?: Float64Array,
): void {
  const x = start ? Float64Array.from(start) : new Float64Array(b.length)
  const rest = Float64Array.from(b)
  if (start) {
    const image = apply(x)
    for (let index = 0; index < rest.length; index += 1)
      rest[index] = (rest[index] as number) - (image[index] as number)
  }
  const enough = tolerance * Math.sqrt(dot(b, b))
  let direction = rest.map((value, index) => value * (preconditioner[index] as number))
  let size = dot(rest, direction)
  for (let step = 0; step < mostSteps && Math.sqrt(dot(rest, rest)) > enough; step += 1) {
    const image = apply(direction)
    const length = size / dot(direction, image)
    for (let index = 0; index < x.length; index += 1) {
      x[index] = (x[index] as number) + length * (direction[index] as number)
      rest[index] = (rest[index] as number) - length * (image[index] as number)
    }
    const next = rest.map((value, index) => value * (preconditioner[index] as number))
    const nextSize = dot(rest, next)
    const keep = nextSize / size
    size = nextSize
    direction = next.map((value, index) => value + keep * (direction[index] as number))
  }
  b.set(x)
}
