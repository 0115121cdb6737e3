import { type Block, emptyBlock, inParts } from './conjugate-gradients.ts'
import type { SortedRows } from './sorted-rows.ts'

/** For each leaf, the weighted sum over its rows of the shares times the values of their nodes. */
export const gatherNodes = (rows: SortedRows, nodes: Block): Block =>
  inParts(nodes, rows.together, (part) => gather(rows, part))

function gather({ leaves, leafEntries, entries, products }: SortedRows, { width, values }: Block): Block {
  const sums = emptyBlock(leaves, width)
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const first = leafEntries[leaf] as number
    const end = leafEntries[leaf + 1] as number
    if (width === 1 && !products) {
      sums.values[leaf] = sumAt(values, entries, first, end)
      continue
    }
    const own = leaf * width
    for (let k = first; k < end; k += 1) {
      const product = products ? (products[k] as number) : 1
      const from = (entries[k] as number) * width
      for (let r = 0; r < width; r += 1)
        sums.values[own + r] = (sums.values[own + r] as number) + product * (values[from + r] as number)
    }
  }
  return sums
}

/** For each node, the weighted sum over its rows of the shares times the values of their leaves. */
export const scatterLeaves = (rows: SortedRows, leaves: Block): Block =>
  inParts(leaves, rows.together, (part) => scatter(rows, part))

function scatter({ leaves, nodes, leafEntries, entries, products }: SortedRows, { width, values }: Block): Block {
  const sums = emptyBlock(nodes, width)
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const own = leaf * width
    for (let k = leafEntries[leaf] as number; k < (leafEntries[leaf + 1] as number); k += 1) {
      const product = products ? (products[k] as number) : 1
      const to = (entries[k] as number) * width
      for (let r = 0; r < width; r += 1)
        sums.values[to + r] = (sums.values[to + r] as number) + product * (values[own + r] as number)
    }
  }
  return sums
}

/**
 * (Z'WZ - C'RC) v over the nodes, where C are the sums that leaves see and R a number for each leaf (nothing where absent):
 * the cross-products with the leaves eliminated, in one pass over the rows. `sums` holds `mostRows` × width numbers.
 */
export function multiplyNodes(
  rows: SortedRows,
  leafRatio: Float64Array | undefined,
  { width, values }: Block,
  to: Float64Array,
  sums: Float64Array,
): void {
  if (rows.isSimple && width === 1) {
    multiplySimple(rows, leafRatio, values, to)
    return
  }
  const { leaves, leafStarts, entryStarts, entries, shares, weights } = rows
  const total = new Float64Array(width)
  to.fill(0)
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const first = leafStarts[leaf] as number
    const end = leafStarts[leaf + 1] as number
    total.fill(0)
    sums.fill(0, 0, (end - first) * width)
    for (let row = first, at = 0; row < end; row += 1, at += width) {
      for (let k = entryStarts[row] as number; k < (entryStarts[row + 1] as number); k += 1) {
        const share = shares ? (shares[k] as number) : 1
        const from = (entries[k] as number) * width
        for (let r = 0; r < width; r += 1)
          sums[at + r] = (sums[at + r] as number) + share * (values[from + r] as number)
      }
      const weight = weights ? (weights[row] as number) : 1
      for (let r = 0; r < width; r += 1) total[r] = (total[r] as number) + weight * (sums[at + r] as number)
    }
    const ratio = leafRatio ? (leafRatio[leaf] as number) : 0
    for (let r = 0; r < width; r += 1) total[r] = (total[r] as number) * ratio
    for (let row = first, at = 0; row < end; row += 1, at += width) {
      const weight = weights ? (weights[row] as number) : 1
      for (let k = entryStarts[row] as number; k < (entryStarts[row + 1] as number); k += 1) {
        const share = shares ? weight * (shares[k] as number) : weight
        const target = (entries[k] as number) * width
        for (let r = 0; r < width; r += 1)
          to[target + r] = (to[target + r] as number) + share * ((sums[at + r] as number) - (total[r] as number))
      }
    }
  }
}

/** One vector, and rows of one node each, all alike: two crossed factors. */
function multiplySimple(
  { leafStarts, entries, nodeWeight }: SortedRows,
  leafRatio: Float64Array | undefined,
  values: Float64Array,
  to: Float64Array,
): void {
  for (let node = 0; node < to.length; node += 1) to[node] = (nodeWeight[node] as number) * (values[node] as number)
  if (!leafRatio) return
  for (let leaf = 0; leaf < leafRatio.length; leaf += 1) {
    const first = leafStarts[leaf] as number
    const end = leafStarts[leaf + 1] as number
    const total = (leafRatio[leaf] as number) * sumAt(values, entries, first, end)
    for (let row = first; row < end; row += 1) {
      const node = entries[row] as number
      to[node] = (to[node] as number) - total
    }
  }
}

function sumAt(values: Float64Array, places: Int32Array, from: number, to: number): number {
  let sum = 0
  for (let k = from; k < to; k += 1) sum += values[places[k] as number] as number
  return sum
}
