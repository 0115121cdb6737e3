import { crossTable, type SparseRows, transpose } from './cross-table.ts'
import type { Cliques } from './elimination-order.ts'
import { type PlacedTerm, type SharedRows, sharedRows } from './placement.ts'

/** What meets what in the rows of a design. */
export interface Meetings {
  /** Leaf × node: Σ of weight times shares. */
  readonly coupling: SparseRows
  /** Node × later node. */
  readonly links: SparseRows
}

export function meetingsOf(
  terms: readonly PlacedTerm[],
  weights: Float64Array | undefined,
  leaves: number,
  nodes: number,
): Meetings {
  const pairs = terms.flatMap((one, index) =>
    terms.slice(one.membership ? index : index + 1).map((other) => sharedRows(one, other, weights)),
  )
  const isWeighted = pairs.some(({ products }) => products)
  const products = isWeighted ? joined(pairs.map(productsOf), Float64Array) : undefined
  const a = joined(
    pairs.map((each) => each.a),
    Int32Array,
  )
  const b = joined(
    pairs.map((each) => each.b),
    Int32Array,
  )
  const leaf = a.map((place, pair) => -1 - Math.min(place, b[pair] as number))
  const low = a.map((place, pair) => Math.min(place, b[pair] as number))
  const high = a.map((place, pair) => Math.max(place, b[pair] as number))
  return {
    coupling: crossTable(leaf, high, products, leaves, nodes),
    links: crossTable(low, high, products, nodes, nodes),
  }
}

const productsOf = ({ a, products }: SharedRows): Float64Array => products ?? new Float64Array(a.length).fill(1)

/** What elimination of the leaves ties together, and the links of nodes that no leaf ties. */
export function cliquesOf({ coupling, links }: Meetings): Cliques {
  const nodes = links.starts.length - 1
  const byNode = transpose(coupling, nodes)
  const tied = new Int32Array(nodes).fill(-1)
  const starts = Array.from(coupling.starts)
  const pairs: number[] = []
  for (let node = 0; node < nodes; node += 1) {
    const [first, end] = [links.starts[node] as number, links.starts[node + 1] as number]
    if (first === end) continue
    for (const leaf of byNode.rows.subarray(byNode.starts[node], byNode.starts[node + 1]))
      for (const other of coupling.columns.subarray(coupling.starts[leaf], coupling.starts[leaf + 1]))
        tied[other] = node
    for (const other of links.columns.subarray(first, end)) {
      if (tied[other] === node) continue
      pairs.push(node, other)
      starts.push(coupling.columns.length + pairs.length)
    }
  }
  return { starts: Int32Array.from(starts), nodes: joined([coupling.columns, Int32Array.from(pairs)], Int32Array) }
}

/** The same meetings with nodes at other positions. */
export function renumbered({ coupling, links }: Meetings, positionOf: Int32Array): Meetings {
  const nodes = links.starts.length - 1
  const moved = (nodes: Int32Array): Int32Array => nodes.map((node) => positionOf[node] as number)
  const [from, to] = [moved(rowsOf(links)), moved(links.columns)]
  const low = from.map((node, link) => Math.min(node, to[link] as number))
  const high = from.map((node, link) => Math.max(node, to[link] as number))
  const leaves = coupling.starts.length - 1
  return {
    coupling: crossTable(rowsOf(coupling), moved(coupling.columns), coupling.values, leaves, nodes),
    links: crossTable(low, high, links.values, nodes, nodes),
  }
}

function rowsOf({ starts, columns }: SparseRows): Int32Array {
  const rows = new Int32Array(columns.length)
  for (let row = 0; row + 1 < starts.length; row += 1) rows.fill(row, starts[row], starts[row + 1])
  return rows
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
