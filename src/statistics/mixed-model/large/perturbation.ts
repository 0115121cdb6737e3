import { type Effects, noEffects, type RandomSystem, scaledMoments } from './random-system.ts'
import type { SortedRows } from './sorted-rows.ts'

/** Fills a few numbers with independent draws of mean 0 and variance 1. */
export type Noise = (numbers: Float64Array) => void

/** ΛZ'W^½ e + z with e by row and z by effect: its covariance is A, so that A⁻¹ times it has covariance A⁻¹. */
export function perturbation(system: RandomSystem, width: number, noise: Noise): Effects {
  const sums = noEffects(system.rows, width)
  addRows(system.rows, sums, noise)
  const { leaf, node } = scaledMoments(system, sums)
  const own = new Float64Array(width)
  for (const { values } of [leaf, node])
    for (let at = 0; at < values.length; at += width) {
      noise(own)
      for (let r = 0; r < width; r += 1) values[at + r] = (values[at + r] as number) + (own[r] as number)
    }
  return { leaf, node }
}

function addRows(rows: SortedRows, { leaf, node }: Effects, noise: Noise): void {
  const { leaves, leafStarts, entryStarts, entries, shares, weights } = rows
  const { width } = leaf
  const own = new Float64Array(width)
  for (let at = 0; at < leaves; at += 1)
    for (let row = leafStarts[at] as number; row < (leafStarts[at + 1] as number); row += 1) {
      noise(own)
      const root = weights ? Math.sqrt(weights[row] as number) : 1
      for (let r = 0; r < width; r += 1) {
        own[r] = root * (own[r] as number)
        leaf.values[at * width + r] = (leaf.values[at * width + r] as number) + (own[r] as number)
      }
      for (let k = entryStarts[row] as number; k < (entryStarts[row + 1] as number); k += 1) {
        const share = shares ? (shares[k] as number) : 1
        const to = (entries[k] as number) * width
        for (let r = 0; r < width; r += 1)
          node.values[to + r] = (node.values[to + r] as number) + share * (own[r] as number)
      }
    }
}
