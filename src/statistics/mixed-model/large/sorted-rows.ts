import { type Design, type Factor, isMembership } from '../design.ts'
import { fitting } from './conjugate-gradients.ts'

/**
 * The rows of a design in the order of the levels of its largest factor, which are called leaves: they are eliminated, since
 * their block is diagonal. The levels of all other terms are nodes. Only where a row's nodes lie is kept, no cross-products:
 * memory goes with the number of rows.
 */
export interface SortedRows {
  readonly design: Design
  /** The term whose levels are leaves; -1 where all terms are memberships. Leaves then mean nothing, and have scale 0. */
  readonly leafTerm: number
  readonly leaves: number
  readonly nodes: number
  /** The first node of each term. */
  readonly firstNode: readonly number[]
  /** Rows of leaf l: leafStarts[l] .. leafStarts[l + 1]. */
  readonly leafStarts: Int32Array
  /** Nodes of sorted row i: entries[k] with shares[k] (1 where absent), for k in entryStarts[i] .. entryStarts[i + 1]. */
  readonly entryStarts: Int32Array
  readonly entries: Int32Array
  readonly shares: Float64Array | undefined
  readonly weights: Float64Array | undefined
  /** Weight times share of each entry, 1 where absent, and the entries of leaf l: leafEntries[l] .. leafEntries[l + 1]. */
  readonly products: Float64Array | undefined
  readonly leafEntries: Int32Array
  /** Σ of weight over the rows of each leaf, and of weight times squared share over those of each node. */
  readonly leafWeight: Float64Array
  readonly nodeWeight: Float64Array
  /** Rows of the leaf that has most. */
  readonly mostRows: number
  /** Does every row have one node, with share and weight 1? */
  readonly isSimple: boolean
  /** Vectors that are best taken through the rows at once; one where rows are simple, since that has a pass of its own. */
  readonly together: number
}

/** Rows of a leaf that means nothing. */
const chunk = 64

export function sortRows(design: Design): SortedRows {
  const leafTerm = largestFactor(design)
  const rows = design.response.length
  let nodes = 0
  const firstNode = design.random.map((term, index) => {
    const first = nodes
    if (index !== leafTerm) nodes += term.levels
    return first
  })
  const order = orderOf(design, leafTerm)
  const leafStarts = leafStartsOf(design, leafTerm)
  const leaves = leafStarts.length - 1
  const { entryStarts, entries, shares } = entriesOf(design, leafTerm, firstNode, order)
  const { weights: given } = design
  const weights = given && new Float64Array(rows).map((_, at) => given[order[at] as number] as number)
  const leafEntries = leafStarts.map((row) => entryStarts[row] as number)
  const products = productsOf(entryStarts, shares, weights)
  const leafWeight = new Float64Array(leaves)
  const nodeWeight = new Float64Array(nodes)
  let mostRows = 0
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const end = leafStarts[leaf + 1] as number
    mostRows = Math.max(mostRows, end - (leafStarts[leaf] as number))
    for (let row = leafStarts[leaf] as number; row < end; row += 1) {
      const weight = weights ? (weights[row] as number) : 1
      leafWeight[leaf] = (leafWeight[leaf] as number) + weight
      for (let k = entryStarts[row] as number; k < (entryStarts[row + 1] as number); k += 1) {
        const node = entries[k] as number
        nodeWeight[node] = (nodeWeight[node] as number) + weight * (shares ? (shares[k] as number) ** 2 : 1)
      }
    }
  }
  const isSimple = !shares && !weights && entries.length === rows
  const together = isSimple ? 1 : fitting(nodes)
  const sorted = {
    entryStarts,
    entries,
    shares,
    weights,
    products,
    leafEntries,
    leafWeight,
    nodeWeight,
    mostRows,
    isSimple,
    together,
  }
  return { design, leafTerm, leaves, nodes, firstNode, leafStarts, ...sorted }
}

/** The factor with most levels; of equals the first. */
function largestFactor({ random }: Design): number {
  let best = -1
  random.forEach((term, index) => {
    if (!isMembership(term) && term.levels > (random[best]?.levels ?? 0)) best = index
  })
  return best
}

/** By leaf, then by the other factors, so that sums and draws do not depend on the order in which rows came. */
function orderOf({ random, response }: Design, leafTerm: number): Int32Array {
  let order = new Int32Array(response.length).map((_, row) => row)
  const factors = random.filter((term, index): term is Factor => index !== leafTerm && !isMembership(term))
  const leaf = random[leafTerm]
  const keys = leaf && !isMembership(leaf) ? [leaf, ...factors] : factors
  for (const { codes, levels } of keys.toReversed()) {
    const next = startsOf(codes, levels)
    const sorted = new Int32Array(order.length)
    for (const row of order) {
      const code = codes[row] as number
      const place = next[code] as number
      sorted[place] = row
      next[code] = place + 1
    }
    order = sorted
  }
  return order
}

function startsOf(codes: Int32Array, levels: number): Int32Array {
  const starts = new Int32Array(levels + 1)
  for (const code of codes) starts[code + 1] = (starts[code + 1] as number) + 1
  for (let level = 0; level < levels; level += 1)
    starts[level + 1] = (starts[level + 1] as number) + (starts[level] as number)
  return starts
}

function leafStartsOf({ random, response }: Design, leafTerm: number): Int32Array {
  const leaf = random[leafTerm]
  if (leaf && !isMembership(leaf)) return startsOf(leaf.codes, leaf.levels)
  const rows = response.length
  return new Int32Array(Math.ceil(rows / chunk) + 1).map((_, at) => Math.min(rows, at * chunk))
}

function entriesOf({ random, response }: Design, leafTerm: number, firstNode: readonly number[], order: Int32Array) {
  const entryStarts = new Int32Array(response.length + 1)
  const others = random.flatMap((term, index) => (index === leafTerm ? [] : [{ term, first: firstNode[index] ?? 0 }]))
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number
    let own = entryStarts[at] as number
    for (const { term } of others)
      own += isMembership(term) ? (term.starts[row + 1] as number) - (term.starts[row] as number) : 1
    entryStarts[at + 1] = own
  }
  const entries = new Int32Array(entryStarts[order.length] as number)
  const shares = others.some(({ term }) => isMembership(term)) ? new Float64Array(entries.length).fill(1) : undefined
  let entry = 0
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number
    for (const { term, first } of others) {
      if (!isMembership(term)) {
        entries[entry] = first + (term.codes[row] as number)
        entry += 1
        continue
      }
      for (let k = term.starts[row] as number; k < (term.starts[row + 1] as number); k += 1) {
        entries[entry] = first + (term.members[k] as number)
        if (shares) shares[entry] = term.shares[k] as number
        entry += 1
      }
    }
  }
  return { entryStarts, entries, shares }
}

function productsOf(
  entryStarts: Int32Array,
  shares: Float64Array | undefined,
  weights: Float64Array | undefined,
): Float64Array | undefined {
  if (!weights) return shares
  const products = new Float64Array(entryStarts.at(-1) ?? 0)
  weights.forEach((weight, row) => {
    for (let k = entryStarts[row] as number; k < (entryStarts[row + 1] as number); k += 1)
      products[k] = weight * (shares ? (shares[k] as number) : 1)
  })
  return products
}
