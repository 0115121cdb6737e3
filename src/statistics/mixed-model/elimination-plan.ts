import { type Cliques, eliminationOrder, type FactorLimits } from './elimination-order.ts'

/**
 * Where everything lies in the factor: the order of the unknowns and the supernodes, blocks of consecutive columns that
 * share their rows. Column j of supernode s is stored with all rows of s below it; the fixed effects come last.
 */
export interface EliminationPlan {
  /** Random effects that take part, then `fixed` columns of X. */
  readonly nodes: number
  readonly fixed: number
  readonly positionOf: Int32Array
  readonly supernodeOf: Int32Array
  readonly first: Int32Array
  readonly width: Int32Array
  /** Rows of supernode s below its own columns: `rows[rowStarts[s] .. rowStarts[s + 1])`, ascending positions. */
  readonly rowStarts: Int32Array
  readonly rows: Int32Array
  /** Start of the block of each supernode in the storage, and the size of the storage. */
  readonly offset: Float64Array
  readonly size: number
  readonly tallest: number
  /** Multiplications of one factorisation. */
  readonly work: number
}

export const widest = 128

interface Block {
  readonly first: number
  readonly width: number
  readonly rows: Int32Array
}

/** Undefined where the factor would go beyond `limits`. */
export function planElimination(
  nodes: number,
  fixed: number,
  cliques: Cliques,
  limits?: FactorLimits,
): EliminationPlan | undefined {
  const order = eliminationOrder(nodes, cliques, limits)
  if (!order) return undefined
  const { pivots, rest } = order
  const positionOf = new Int32Array(nodes)
  let position = 0
  for (const pivot of pivots) for (const node of pivot.nodes) positionOf[node] = position++
  for (const node of rest) positionOf[node] = position++

  const total = nodes + fixed
  const fixedPositions = Int32Array.from({ length: fixed }, (_, index) => nodes + index)
  const blocks: Block[] = []
  let start = 0
  for (const pivot of pivots) {
    const later = pivot.touches.map((node) => positionOf[node] ?? 0).sort()
    addBlocks(blocks, start, pivot.nodes.length, concatenate(later, fixedPositions))
    start += pivot.nodes.length
  }
  addBlocks(blocks, start, total - start, new Int32Array(0))
  return layOut(blocks, nodes, fixed, positionOf)
}

/** A supernode wider than the kernels like is cut into panels; each has the columns after it among its rows. */
function addBlocks(blocks: Block[], start: number, width: number, rows: Int32Array): void {
  const end = start + width
  for (let first = start; first < end; first += widest) {
    const taken = Math.min(widest, end - first)
    const own = Int32Array.from({ length: end - first - taken }, (_, index) => first + taken + index)
    blocks.push({ first, width: taken, rows: concatenate(own, rows) })
  }
}

function concatenate(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}

function layOut(blocks: readonly Block[], nodes: number, fixed: number, positionOf: Int32Array): EliminationPlan {
  const supernodeOf = new Int32Array(nodes + fixed)
  const rowStarts = new Int32Array(blocks.length + 1)
  const offset = new Float64Array(blocks.length)
  let size = 0
  let tallest = 0
  let work = 0
  blocks.forEach((block, index) => {
    supernodeOf.fill(index, block.first, block.first + block.width)
    rowStarts[index + 1] = (rowStarts[index] ?? 0) + block.rows.length
    offset[index] = size
    const height = block.width + block.rows.length
    size += height * block.width
    tallest = Math.max(tallest, height)
    work += height * height * block.width
  })
  const rows = new Int32Array(rowStarts[blocks.length] ?? 0)
  blocks.forEach((block, index) => {
    rows.set(block.rows, rowStarts[index])
  })
  return {
    nodes,
    fixed,
    positionOf,
    supernodeOf,
    first: Int32Array.from(blocks, (block) => block.first),
    width: Int32Array.from(blocks, (block) => block.width),
    rowStarts,
    rows,
    offset,
    size,
    tallest,
    work,
  }
}
