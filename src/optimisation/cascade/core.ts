/**
 * The core: choices that a better set of moves can still contain. Whoever takes another loses more of the bound than there
 * is between the bound and the best set known (reduced-cost fixing; Dantzig, Fulkerson and Johnson 1954).
 */
import type { Bound } from './bound.ts'
import { type Choice, exchangesAbove } from './choices.ts'
import type { Network } from './network.ts'

export interface Graded {
  readonly choice: Choice
  /** Sets of moves with this choice have at most the bound less this. */
  readonly loss: number
}

/** Choices that lose at most `most` of the bound. */
export const coreOf = (network: Network, bound: Bound, most: number): Graded[] => {
  const { problem, open, depth, into, holder } = network
  const core: Graded[] = []
  // reach[k][seat]: what the cheapest chain up to here loses before it enters the seat at place k.
  const reach = open.map((seats) => new Float64Array(seats.length).fill(Number.POSITIVE_INFINITY))
  for (let step = 1; step <= depth; step++)
    for (let seat = 0; seat < problem.seatCount; seat++) {
      if (!open[step]?.[seat]) continue
      const before = step === 1 ? 0 : (reach[step]?.[seat] ?? 0)
      if (before > most) continue
      const rest = bound.rest[step]?.[seat] ?? 0
      for (let at = into.starts[seat] ?? 0; at < (into.starts[seat + 1] ?? 0); at++) {
        const arc = into.items[at] ?? 0
        const person = problem.arcs.person[arc] ?? 0
        const left = problem.home[person] ?? -1
        const opens = step < depth && left >= 0 && holder[left] === person
        const next = opens ? (bound.rest[step + 1]?.[left] ?? 0) : 0
        const loss = before + Math.max(0, rest - (bound.weight[arc] ?? 0) - next)
        if (loss > most) continue
        core.push({ choice: { step, arcs: [arc] }, loss })
        const reached = reach[step + 1]
        if (opens && reached) reached[left] = Math.min(reached[left] ?? 0, loss)
      }
    }
  for (const choice of exchangesAbove(network, bound.weight, -most))
    core.push({ choice, loss: -choice.arcs.reduce((sum, arc) => sum + (bound.weight[arc] ?? 0), 0) })
  return core
}
