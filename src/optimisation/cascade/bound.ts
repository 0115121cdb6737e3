/**
 * A bound from prices. With a price on each person's time and on each limit, what is left falls apart by empty seat: the
 * best chain from each one, which is dynamic programming from the last place to the first. So any prices give a bound
 * that holds for all moves, those that no program has seen among them (Lagrangian relaxation; Geoffrion 1974).
 */
import { type Choice, exchangesAbove } from './choices.ts'
import type { Network } from './network.ts'
import type { Limit } from './problem.ts'

export interface Duals {
  /** By person, ≥ 0. */
  readonly person: Float64Array
  /** By limit: > 0 where `most` is dear, < 0 where `least` is. */
  readonly limit: Float64Array
}

export interface Bound {
  /** No set of moves has a greater objective. */
  readonly value: number
  /** By arc: gain less the prices of the person and the limits. */
  readonly weight: Float64Array
  /** rest[k][seat]: the most that a chain can add from entering this seat at place k on; 0 where it is better not entered. */
  readonly rest: readonly Float64Array[]
  /** Exchanges that are worth more than the prices of their people. */
  readonly exchanges: readonly Choice[]
}

export const weightsOf = ({ problem, limitsOf, coefficients }: Network, duals: Duals): Float64Array => {
  const { person, gain } = problem.arcs
  const { starts, items } = limitsOf
  const weight = new Float64Array(gain.length)
  for (let arc = 0; arc < gain.length; arc++) {
    let sum = (gain[arc] ?? 0) - (duals.person[person[arc] ?? 0] ?? 0)
    for (let at = starts[arc] ?? 0; at < (starts[arc + 1] ?? 0); at++)
      sum -= (coefficients[at] ?? 0) * (duals.limit[items[at] ?? 0] ?? 0)
    weight[arc] = sum
  }
  return weight
}

/** The nearest price that a limit can have: on a side that it has, and not above its price. */
export const possiblePrice = ({ least, most, price = Number.POSITIVE_INFINITY }: Limit, dual: number): number => {
  const lowest = Number.isFinite(least) ? -price : 0
  const highest = Number.isFinite(most) ? price : 0
  return Math.min(highest, Math.max(lowest, dual))
}

export const restsOf = (network: Network, weight: Float64Array): Float64Array[] => {
  const { problem, open, depth, into, holder } = network
  const rest = open.map((seats) => new Float64Array(seats.length))
  for (let step = depth; step >= 1; step--) {
    const here = rest[step]
    const next = rest[step + 1]
    if (!here) continue
    for (let seat = 0; seat < problem.seatCount; seat++) {
      if (!open[step]?.[seat]) continue
      let best = 0
      for (let at = into.starts[seat] ?? 0; at < (into.starts[seat + 1] ?? 0); at++) {
        const arc = into.items[at] ?? 0
        const person = problem.arcs.person[arc] ?? 0
        const left = problem.home[person] ?? -1
        const opens = next !== undefined && left >= 0 && holder[left] === person
        best = Math.max(best, (weight[arc] ?? 0) + (opens ? (next[left] ?? 0) : 0))
      }
      here[seat] = best
    }
  }
  return rest
}

export const boundOf = (network: Network, duals: Duals): Bound => {
  const { problem } = network
  const limit = duals.limit.map((dual, index) => {
    const row = problem.limits[index]
    return row ? possiblePrice(row, dual) : 0
  })
  const weight = weightsOf(network, { person: duals.person, limit })
  const rest = restsOf(network, weight)
  const exchanges = exchangesAbove(network, weight, 0)
  let value = 0
  for (const price of duals.person) value += price
  limit.forEach((dual, index) => {
    const { least, most } = problem.limits[index] ?? { least: 0, most: 0 }
    if (dual !== 0) value += dual * (dual > 0 ? most : least)
  })
  for (let seat = 0; seat < problem.seatCount; seat++) value += rest[1]?.[seat] ?? 0
  for (const { arcs } of exchanges) value += arcs.reduce((sum, arc) => sum + (weight[arc] ?? 0), 0)
  return { value, weight, rest, exchanges }
}
