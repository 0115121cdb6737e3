import { crossTable, type SparseRows, type Transpose, transpose } from './cross-table.ts'
import { type Design, dot, type Factor } from './design.ts'
import type { Cliques } from './elimination-order.ts'
import { type EliminationPlan, planElimination } from './elimination-plan.ts'

/**
 * The cross-products of a design, arranged for elimination. The levels of the factor with most levels are eliminated first
 * (their block is diagonal); they are called leaves. All other random effects are nodes, in the order of the plan; a level
 * of the largest factor that meets very many nodes is a node too. The columns of X come last.
 */
export interface Equations {
  readonly design: Design
  readonly plan: EliminationPlan
  /** The leaf of each row, or -1; for each factor, the node of each row, or -1. */
  readonly leafOfRow: Int32Array
  readonly nodeOfRow: readonly Int32Array[]
  /** For each factor and level: its node, or -1 - leaf. */
  readonly standing: readonly Standing[]
  readonly leafFactor: number
  readonly leafWeight: Float64Array
  readonly leafFixed: Float64Array
  readonly nodeFactor: Int32Array
  readonly nodeWeight: Float64Array
  readonly nodeFixed: Float64Array
  readonly fixedFixed: Float64Array
  /** Leaf × node, and its transpose. */
  readonly coupling: SparseRows
  readonly couplingByNode: Transpose
  /** Node × later node, from observations that share both. */
  readonly links: SparseRows
}

/** A leaf that meets more nodes than this would tie them all together, and becomes a node itself. */
const widestLeaf = 48

/** Where a level of a factor stands: its node, or -1 - leaf. */
type Standing = Int32Array

export function arrangeEquations(design: Design): Equations {
  const leafFactor = largestFactor(design.random)
  const { standing, leaves, nodes } = assignLevels(design, leafFactor)
  const drafts = placeRows(design, standing)
  const plan = planElimination(nodes, design.fixed.length, cliquesOf(drafts, leaves, nodes))
  const ordered = standing.map((table) =>
    table.map((place) => (place < 0 ? place : (plan.positionOf[place] as number))),
  )
  const { leafOfRow, nodeOfRow } = placeRows(design, ordered)
  const fixed = design.fixed.length
  const leafWeight = new Float64Array(leaves)
  const leafFixed = new Float64Array(leaves * fixed)
  const nodeFactor = new Int32Array(nodes)
  const nodeWeight = new Float64Array(nodes)
  const nodeFixed = new Float64Array(nodes * fixed)
  design.random.forEach((factor, index) => {
    const sums = levelSums(design, factor)
    ordered[index]?.forEach((place, level) => {
      const own = sums.fixed.subarray(level * fixed, (level + 1) * fixed)
      if (place < 0) {
        leafWeight[-1 - place] = sums.weight[level] as number
        leafFixed.set(own, (-1 - place) * fixed)
        return
      }
      nodeFactor[place] = index
      nodeWeight[place] = sums.weight[level] as number
      nodeFixed.set(own, place * fixed)
    })
  })
  const coupling = coupleLeaves(leafOfRow, nodeOfRow, design.weights, leaves, nodes)
  const couplingByNode = transpose(coupling, nodes)
  const links = linkNodes(nodeOfRow, design.weights, nodes)
  return {
    design,
    plan,
    leafOfRow,
    nodeOfRow,
    standing: ordered,
    leafFactor,
    leafWeight,
    leafFixed,
    nodeFactor,
    nodeWeight,
    nodeFixed,
    fixedFixed: crossProducts(design),
    coupling,
    couplingByNode,
    links,
  }
}

/** The factor with most levels; of equals the first. */
function largestFactor(factors: readonly Factor[]): number {
  let best = 0
  factors.forEach((factor, index) => {
    if (factor.levels > (factors[best]?.levels ?? 0)) best = index
  })
  return best
}

function assignLevels(design: Design, leafFactor: number) {
  const wide = wideLevels(design, leafFactor)
  let nodes = 0
  let leaves = 0
  const standing = design.random.map(
    (factor, index): Standing =>
      Int32Array.from({ length: factor.levels }, (_, level) => {
        if (index !== leafFactor || wide.has(level)) return nodes++
        leaves += 1
        return -leaves
      }),
  )
  return { standing, leaves, nodes }
}

/** Levels of the largest factor that meet more than `widestLeaf` levels of another. */
function wideLevels(design: Design, leafFactor: number): Set<number> {
  const wide = new Set<number>()
  const own = design.random[leafFactor] as Factor
  for (const factor of design.random) {
    if (factor === own || factor.levels <= widestLeaf) continue
    const table = crossTable(own.codes, factor.codes, undefined, own.levels, factor.levels)
    for (let level = 0; level < own.levels; level += 1)
      if ((table.starts[level + 1] as number) - (table.starts[level] as number) > widestLeaf) wide.add(level)
  }
  return wide
}

function placeRows(design: Design, standing: readonly Standing[]) {
  const leafOfRow = new Int32Array(design.response.length).fill(-1)
  const nodeOfRow = design.random.map((factor, index) => {
    const table = standing[index] as Standing
    const nodes = new Int32Array(factor.codes.length)
    factor.codes.forEach((code, row) => {
      const place = table[code] as number
      nodes[row] = place < 0 ? -1 : place
      if (place < 0) leafOfRow[row] = -1 - place
    })
    return nodes
  })
  return { leafOfRow, nodeOfRow }
}

function coupleLeaves(
  leafOfRow: Int32Array,
  nodeOfRow: readonly Int32Array[],
  weights: Float64Array | undefined,
  leaves: number,
  nodes: number,
): SparseRows {
  const repeated = nodeOfRow.map(() => leafOfRow)
  const all =
    weights &&
    joined(
      nodeOfRow.map(() => weights),
      Float64Array,
    )
  return crossTable(joined(repeated, Int32Array), joined(nodeOfRow, Int32Array), all, leaves, nodes)
}

function linkNodes(nodeOfRow: readonly Int32Array[], weights: Float64Array | undefined, nodes: number): SparseRows {
  const low: Int32Array[] = []
  const high: Int32Array[] = []
  const all: Float64Array[] = []
  nodeOfRow.forEach((a, index) => {
    for (const b of nodeOfRow.slice(index + 1)) {
      low.push(a.map((node, row) => Math.min(node, b[row] as number)))
      high.push(a.map((node, row) => Math.max(node, b[row] as number)))
      if (weights) all.push(weights)
    }
  })
  return crossTable(
    joined(low, Int32Array),
    joined(high, Int32Array),
    weights && joined(all, Float64Array),
    nodes,
    nodes,
  )
}

/** What elimination of the leaves ties together, and the links of the nodes among themselves. */
function cliquesOf(rows: { leafOfRow: Int32Array; nodeOfRow: Int32Array[] }, leaves: number, nodes: number): Cliques {
  const coupling = coupleLeaves(rows.leafOfRow, rows.nodeOfRow, undefined, leaves, nodes)
  const links = linkNodes(rows.nodeOfRow, undefined, nodes)
  const pairs = new Int32Array(links.columns.length * 2)
  const pairStarts = Int32Array.from(links.columns, (_, index) => coupling.columns.length + 2 * (index + 1))
  for (let node = 0; node < nodes; node += 1) {
    for (let place = links.starts[node] as number; place < (links.starts[node + 1] as number); place += 1) {
      pairs[2 * place] = node
      pairs[2 * place + 1] = links.columns[place] as number
    }
  }
  return {
    starts: joined([coupling.starts, pairStarts], Int32Array),
    nodes: joined([coupling.columns, pairs], Int32Array),
  }
}

function levelSums(design: Design, factor: Factor): { weight: Float64Array; fixed: Float64Array } {
  const columns = design.fixed.length
  const weight = new Float64Array(factor.levels)
  const fixed = new Float64Array(factor.levels * columns)
  factor.codes.forEach((code, row) => {
    const own = design.weights ? (design.weights[row] as number) : 1
    weight[code] = (weight[code] as number) + own
    for (let x = 0; x < columns; x += 1) {
      const place = code * columns + x
      fixed[place] = (fixed[place] as number) + own * (design.fixed[x]?.values[row] as number)
    }
  })
  return { weight, fixed }
}

function crossProducts({ fixed, weights }: Design): Float64Array {
  const products = new Float64Array(fixed.length * fixed.length)
  fixed.forEach((a, x) => {
    const weighted = weights ? a.values.map((value, row) => value * (weights[row] as number)) : a.values
    fixed.forEach((b, y) => {
      products[x * fixed.length + y] = dot(weighted, b.values)
    })
  })
  return products
}

function joined<A extends Int32Array | Float64Array>(arrays: readonly A[], kind: { new (length: number): A }): A {
  const all = new kind(arrays.reduce((sum, array) => sum + array.length, 0))
  let length = 0
  for (const array of arrays) {
    all.set(array, length)
    length += array.length
  }
  return all
}
