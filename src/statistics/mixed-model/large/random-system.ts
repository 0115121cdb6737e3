import { type Block, type BlockSolution, emptyBlock, type Operator, solveBlock } from './conjugate-gradients.ts'
import { gatherNodes, multiplyNodes, scatterLeaves } from './row-products.ts'
import type { SortedRows } from './sorted-rows.ts'

/** Values of leaves and nodes, several vectors side by side. */
export interface Effects {
  readonly leaf: Block
  readonly node: Block
}

/**
 * A = ΛZ'WZΛ + I at one θ, for the spherical effects u (b = θu) given β, and its Schur complement S over the nodes, with the
 * leaves eliminated. A is well conditioned: none of its eigenvalues is below 1.
 */
export interface RandomSystem {
  readonly rows: SortedRows
  readonly theta: readonly number[]
  readonly leafScale: number
  readonly nodeScale: Float64Array
  /** The block of the leaves: 1 + θ² w. */
  readonly leafDiagonal: Float64Array
  /** S. */
  readonly schur: Operator
}

export function randomSystem(rows: SortedRows, theta: readonly number[]): RandomSystem {
  const leafScale = theta[rows.leafTerm] ?? 0
  const nodeScale = new Float64Array(rows.nodes)
  rows.design.random.forEach((term, index) => {
    const first = rows.firstNode[index] as number
    if (index !== rows.leafTerm) nodeScale.fill(theta[index] as number, first, first + term.levels)
  })
  const leafDiagonal = rows.leafWeight.map((weight) => 1 + leafScale * leafScale * weight)
  const leafRatio = leafDiagonal.map((value) => (leafScale * leafScale) / value)
  let sums = new Float64Array(0)
  const apply = (from: Block, to: Block): void => {
    const { width, values } = from
    if (sums.length < rows.mostRows * width) sums = new Float64Array(rows.mostRows * width)
    multiplyNodes(rows, leafRatio, { width, values: scaledBy(nodeScale, from) }, to.values, sums)
    for (let node = 0, at = 0; node < nodeScale.length; node += 1)
      for (let r = 0; r < width; r += 1, at += 1)
        to.values[at] = (values[at] as number) + (nodeScale[node] as number) * (to.values[at] as number)
  }
  const schur = {
    size: rows.nodes,
    together: rows.together,
    diagonal: schurDiagonal(rows, nodeScale, leafRatio),
    apply,
  }
  return { rows, theta, leafScale, nodeScale, leafDiagonal, schur }
}

function schurDiagonal(rows: SortedRows, nodeScale: Float64Array, leafRatio: Float64Array): Float64Array {
  const { leaves, leafEntries, entries, products } = rows
  const diagonal = Float64Array.from(rows.nodeWeight)
  const met = new Float64Array(rows.nodes)
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const first = leafEntries[leaf] as number
    const end = leafEntries[leaf + 1] as number
    for (let k = first; k < end; k += 1) {
      const node = entries[k] as number
      met[node] = (met[node] as number) + (products ? (products[k] as number) : 1)
    }
    const ratio = leafRatio[leaf] as number
    for (let k = first; k < end; k += 1) {
      const node = entries[k] as number
      diagonal[node] = (diagonal[node] as number) - ratio * (met[node] as number) ** 2
      met[node] = 0
    }
  }
  return diagonal.map((value, node) => 1 + (nodeScale[node] as number) ** 2 * value)
}

/** What the leaves see of the nodes: θ_leaf Z_leaf'W Z_node θ_node v. */
export function seenByLeaves({ rows, leafScale, nodeScale }: RandomSystem, node: Block): Block {
  const { width } = node
  const seen = gatherNodes(rows, { width, values: scaledBy(nodeScale, node) })
  return { width, values: seen.values.map((value) => value * leafScale) }
}

/** A right side with the leaves eliminated. */
export function reduceLeaves({ rows, leafScale, nodeScale, leafDiagonal }: RandomSystem, right: Effects): Block {
  const { width } = right.node
  const share = leafDiagonal.map((value) => leafScale / value)
  const seen = scatterLeaves(rows, { width, values: scaledBy(share, right.leaf) })
  const taken = scaledBy(nodeScale, seen)
  return { width, values: right.node.values.map((value, at) => value - (taken[at] as number)) }
}

/** The effects of the leaves that go with those of the nodes. */
export function leavesGiven(system: RandomSystem, right: Block, node: Block): Block {
  const { width } = right
  const seen = seenByLeaves(system, node).values
  for (let leaf = 0, at = 0; leaf < system.leafDiagonal.length; leaf += 1)
    for (let r = 0; r < width; r += 1, at += 1)
      seen[at] = ((right.values[at] as number) - (seen[at] as number)) / (system.leafDiagonal[leaf] as number)
  return { width, values: seen }
}

/** Solves A u = right; `start` is a first guess of the nodes. */
export function solveRandom(system: RandomSystem, right: Effects, tolerance: number, start?: Block): Effects {
  const node = solveNodes(system, reduceLeaves(system, right), tolerance, start).solution
  return { leaf: leavesGiven(system, right.leaf, node), node }
}

export const solveNodes = ({ schur }: RandomSystem, right: Block, tolerance: number, start?: Block): BlockSolution =>
  solveBlock(schur, right, tolerance, start)

/** Moments in the scale of u. */
export function scaledMoments({ leafScale, nodeScale }: RandomSystem, { leaf, node }: Effects): Effects {
  return {
    leaf: { width: leaf.width, values: leaf.values.map((value) => value * leafScale) },
    node: { width: node.width, values: scaledBy(nodeScale, node) },
  }
}

export function scaledBy(scale: Float64Array, { width, values }: Block): Float64Array {
  const scaled = new Float64Array(values.length)
  for (let row = 0, at = 0; row < scale.length; row += 1)
    for (let r = 0; r < width; r += 1, at += 1) scaled[at] = (scale[row] as number) * (values[at] as number)
  return scaled
}

export const noEffects = ({ leaves, nodes }: SortedRows, width: number): Effects => ({
  leaf: emptyBlock(leaves, width),
  node: emptyBlock(nodes, width),
})
