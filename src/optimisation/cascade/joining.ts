/** Which choices a linear program of some of them lacks. */
import type { Choice } from './choices.ts'
import { type Network, opens } from './network.ts'
import type { Prices } from './program.ts'

/** Of the moves into one seat at one place, so many join at a time. */
const JOIN_MOST = 3
const TOLERANCE = 1e-7

/**
 * Moves at places that would better the program. Where it has no row for a seat at a place, the seat is worth what the best
 * chain from there on adds, and that chain joins with the move that opens it.
 */
export const joiningChains = (network: Network, weight: Float64Array, prices: Prices): Choice[] => {
  const { problem, open, depth, into } = network
  const worth: Float64Array[] = open.map((seats) => new Float64Array(seats.length))
  const follow: Int32Array[] = open.map((seats) => new Int32Array(seats.length).fill(-1))
  const found: Choice[] = []
  const join = (arc: number, step: number): void => {
    found.push({ step, arcs: [arc] })
    const left = opens(network, arc)
    const next = left < 0 ? -1 : (follow[step + 1]?.[left] ?? -1)
    if (next >= 0) join(next, step + 1)
  }
  for (let step = depth; step >= 1; step--) {
    const here = worth[step]
    const next = worth[step + 1]
    const chain = follow[step]
    if (!here || !chain) continue
    for (let seat = 0; seat < problem.seatCount; seat++) {
      if (!open[step]?.[seat]) continue
      const price = prices.seat[step]?.[seat] ?? Number.NaN
      const floor = Number.isNaN(price) ? 0 : price
      const top: { arc: number; value: number }[] = []
      for (let at = into.starts[seat] ?? 0; at < (into.starts[seat + 1] ?? 0); at++) {
        const arc = into.items[at] ?? 0
        const left = opens(network, arc)
        const value = (weight[arc] ?? 0) + (left < 0 ? 0 : (next?.[left] ?? 0)) - floor
        if (value <= TOLERANCE || (top.length === JOIN_MOST && value <= (top.at(-1)?.value ?? 0))) continue
        top.push({ arc, value })
        top.sort((a, b) => b.value - a.value)
        if (top.length > JOIN_MOST) top.pop()
      }
      if (step > 1 && Number.isNaN(price)) {
        here[seat] = top[0]?.value ?? 0
        chain[seat] = top[0]?.arc ?? -1
        continue
      }
      here[seat] = floor
      for (const { arc } of top) join(arc, step)
    }
  }
  return found
}
