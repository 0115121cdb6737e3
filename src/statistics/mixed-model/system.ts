import type { Kernels } from '../kernels/kernels.ts'
import { assemble, type Scales, scalesOf } from './assembly.ts'
import { type BlockStorage, reserveStorage } from './block-storage.ts'
import { diagonalAt, factorise } from './cholesky.ts'
import { DesignError } from './design.ts'
import type { Equations } from './equations.ts'
import { type InverseParts, readInverse } from './inverse-parts.ts'
import { addEffects, addMoments } from './placement.ts'
import { invert } from './selected-inverse.ts'
import { columnsAtOnce, solveColumns, solveTransposed } from './triangular-solves.ts'

/** The spherical random effects u (b = θ u) of leaves and nodes and the fixed effects: a point in the model's space. */
export interface Point {
  readonly leaf: Float64Array
  /** Nodes, then fixed effects. */
  readonly rest: Float64Array
}

/** The mixed-model equations at one θ. */
export interface System {
  readonly equations: Equations
  readonly theta: readonly number[]
  readonly scales: Scales
  /** The solution for the moments Z'Wv, X'Wv of a response v. */
  solve(moments: Point): Point
  /** The solution for a right side in the scale of u. */
  solveScaled(right: Point): Point
  /** The same for several. */
  solveAll(rights: readonly Point[]): Point[]
}

/** A system with its factor. Valid until the next one is made with the same kernels. */
export interface FactorisedSystem extends System {
  /** log |ΛZ'WZΛ + I| and log |R_X|². */
  readonly logDeterminant: number
  readonly logFixedDeterminant: number
  /** L⁻ᵀ times columns over nodes and fixed effects, in place, where L L' is the Schur complement of the leaves. */
  solveTransposed(columns: Float64Array, count: number): void
  /** Uses up the factor: no `solve` after this. */
  inverse(): InverseParts
}

export function factoriseSystem(equations: Equations, theta: readonly number[], kernels: Kernels): FactorisedSystem {
  const { plan } = equations
  const scales = scalesOf(equations, theta)
  const storage = reserveStorage(plan, kernels)
  assemble(equations, scales, storage)
  const failed = factorise(storage)
  if (failed >= 0) throw new DesignError('collinear', equations.design.fixed[failed - plan.nodes]?.name ?? '')
  let logDeterminant = 0
  for (const diagonal of scales.diagonal) logDeterminant += Math.log(diagonal)
  const solveAll = (rights: readonly Point[]): Point[] =>
    solveSystem(equations, scales, rights, (columns, count) => solveColumns(storage, columns, count))
  const solveScaled = (right: Point): Point => solveAll([right])[0] as Point
  return {
    equations,
    theta,
    scales,
    logDeterminant: logDeterminant + 2 * sumLogs(storage, 0, plan.nodes),
    logFixedDeterminant: 2 * sumLogs(storage, plan.nodes, plan.nodes + plan.fixed),
    solve: (moments) => solveScaled(scaled(equations, scales, moments)),
    solveScaled,
    solveAll,
    solveTransposed: (columns, count) => solveTransposed(storage, columns, count),
    inverse: () => {
      invert(storage)
      return readInverse(equations, scales, storage)
    },
  }
}

function sumLogs(storage: BlockStorage, from: number, to: number): number {
  let sum = 0
  for (let position = from; position < to; position += 1) sum += Math.log(diagonalAt(storage, position))
  return sum
}

/** Sums of W v over every level and column of X: Z'Wv and X'Wv, not scaled by θ. */
export function momentsOf(equations: Equations, values: Float64Array): Point {
  const { design, plan, terms } = equations
  const leaf = new Float64Array(equations.leafWeight.length)
  const rest = new Float64Array(plan.nodes + plan.fixed)
  const weighted = design.weights ? values.map((value, row) => value * (design.weights?.[row] as number)) : values
  for (const term of terms) addMoments(term, weighted, leaf, rest)
  design.fixed.forEach((column, x) => {
    let sum = 0
    for (let row = 0; row < weighted.length; row += 1) sum += (weighted[row] as number) * (column.values[row] as number)
    rest[plan.nodes + x] = sum
  })
  return { leaf, rest }
}

/** Λ'Z'Wv and X'Wv: moments in the scale of u. */
export function scaled(equations: Equations, scales: Scales, moments: Point): Point {
  const rest = Float64Array.from(moments.rest)
  for (let node = 0; node < equations.plan.nodes; node += 1)
    rest[node] = (rest[node] as number) * (scales.node[node] as number)
  return { leaf: moments.leaf.map((value) => scales.leaf * value), rest }
}

/** Solves the scaled equations: eliminates the leaves, solves for the rest in place, substitutes back. */
function solveSystem(
  equations: Equations,
  scales: Scales,
  rights: readonly Point[],
  solveRest: (columns: Float64Array, count: number) => void,
): Point[] {
  const length = equations.plan.nodes + equations.plan.fixed
  const solutions: Point[] = []
  for (let first = 0; first < rights.length; first += columnsAtOnce) {
    const some = rights.slice(first, first + columnsAtOnce)
    const columns = new Float64Array(some.length * length)
    const rests = some.map((right, column) => {
      const rest = columns.subarray(column * length, (column + 1) * length)
      rest.set(right.rest)
      const reduced = right.leaf.map((value, leaf) => value / (scales.diagonal[leaf] as number))
      takeLeaves(equations, scales, reduced, rest)
      return rest
    })
    solveRest(columns, some.length)
    some.forEach((right, column) => {
      const rest = rests[column] as Float64Array
      const seen = seenByLeaves(equations, scales, rest)
      const leaf = right.leaf.map((value, own) => (value - (seen[own] as number)) / (scales.diagonal[own] as number))
      solutions.push({ leaf, rest })
    })
  }
  return solutions
}

/** (coupling of the leaves with nodes and X) v. */
export function seenByLeaves(equations: Equations, scales: Scales, v: Float64Array): Float64Array {
  const { plan, coupling, leafFixed } = equations
  const { nodes, fixed } = plan
  const seen = new Float64Array(scales.diagonal.length)
  for (let leaf = 0; leaf < seen.length; leaf += 1) {
    let sum = 0
    for (let place = coupling.starts[leaf] as number; place < (coupling.starts[leaf + 1] as number); place += 1) {
      const node = coupling.columns[place] as number
      sum += (scales.node[node] as number) * (coupling.values[place] as number) * (v[node] as number)
    }
    for (let x = 0; x < fixed; x += 1) sum += (leafFixed[leaf * fixed + x] as number) * (v[nodes + x] as number)
    seen[leaf] = scales.leaf * sum
  }
  return seen
}

/** rest -= (coupling of the leaves with nodes and X)' v. */
function takeLeaves(equations: Equations, scales: Scales, v: Float64Array, rest: Float64Array): void {
  const { plan, coupling, leafFixed } = equations
  const { nodes, fixed } = plan
  v.forEach((value, leaf) => {
    const scaled = scales.leaf * value
    for (let place = coupling.starts[leaf] as number; place < (coupling.starts[leaf + 1] as number); place += 1) {
      const node = coupling.columns[place] as number
      rest[node] = (rest[node] as number) - scaled * (scales.node[node] as number) * (coupling.values[place] as number)
    }
    for (let x = 0; x < fixed; x += 1)
      rest[nodes + x] = (rest[nodes + x] as number) - scaled * (leafFixed[leaf * fixed + x] as number)
  })
}

/** values - Xβ - ΣZb, row by row. */
export function residuals(equations: Equations, scales: Scales, point: Point, values: Float64Array): Float64Array {
  const { design, plan, terms } = equations
  const rest = Float64Array.from(values)
  const leaf = point.leaf.map((effect) => scales.leaf * effect)
  const node = scales.node.map((scale, place) => scale * (point.rest[place] as number))
  for (const term of terms) addEffects(term, leaf, node, -1, rest)
  design.fixed.forEach((column, x) => {
    const effect = point.rest[plan.nodes + x] as number
    for (let row = 0; row < rest.length; row += 1)
      rest[row] = (rest[row] as number) - effect * (column.values[row] as number)
  })
  return rest
}
