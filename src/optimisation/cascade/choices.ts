/** What a program chooses among: moves at a place in a chain, and exchanges. */
import type { Network } from './network.ts'

/** An arc as move `step` of a chain, counted from its empty seat; or, with step 0, the arcs of an exchange. */
export interface Choice {
  readonly step: number
  readonly arcs: readonly number[]
}

export const keyOf = (choice: Choice): string => `${choice.step}:${choice.arcs.toSorted((a, b) => a - b).join(' ')}`

/** Every move at every place where it can be. */
export const chainChoices = (network: Network): Choice[] => {
  const choices: Choice[] = []
  for (let step = 1; step <= network.depth; step++)
    for (let seat = 0; seat < network.problem.seatCount; seat++) {
      if (!network.open[step]?.[seat]) continue
      for (let at = network.into.starts[seat] ?? 0; at < (network.into.starts[seat + 1] ?? 0); at++)
        choices.push({ step, arcs: [network.into.items[at] ?? 0] })
    }
  return choices
}

/**
 * Exchanges whose weights sum to more than `least` (≤ 0), each once. Some rotation of such a cycle has no partial sum
 * below `least` (the gain criterion of Lin and Kernighan 1973), so the search stops where a sum falls below.
 */
export const exchangesAbove = (network: Network, weight: Float64Array, least: number): Choice[] => {
  const { problem, holder, out } = network
  const { home, arcs, exchangeMost } = problem
  const found = new Map<string, Choice>()
  const from = (person: number, last: number, sum: number, path: readonly number[]): void => {
    for (let at = out.starts[person] ?? 0; at < (out.starts[person + 1] ?? 0); at++) {
      const arc = out.items[at] ?? 0
      const total = sum + (weight[arc] ?? 0)
      const next = holder[arcs.seat[arc] ?? 0] ?? -1
      if (next < 0 || total <= least || path.some((before) => arcs.person[before] === next)) continue
      const longer = [...path, arc]
      const back = arcBetween(network, next, home[last] ?? -1)
      if (back >= 0 && total + (weight[back] ?? 0) > least) {
        const choice = { step: 0, arcs: [...longer, back] }
        found.set(keyOf(choice), choice)
      }
      if (longer.length + 1 < exchangeMost) from(next, last, total, longer)
    }
  }
  if (exchangeMost > 0)
    for (let person = 0; person < home.length; person++)
      if (holder[home[person] ?? -1] === person) from(person, person, 0, [])
  return [...found.values()]
}

const arcBetween = ({ problem, out }: Network, person: number, seat: number): number => {
  let low = out.starts[person] ?? 0
  let high = out.starts[person + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if ((problem.arcs.seat[out.items[middle] ?? 0] ?? 0) < seat) low = middle + 1
    else high = middle
  }
  const arc = out.items[low] ?? -1
  return low < (out.starts[person + 1] ?? 0) && problem.arcs.seat[arc] === seat ? arc : -1
}
