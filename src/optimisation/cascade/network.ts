/** Where chains can run: who holds what, which moves enter a seat, and how far from an empty seat each one can come. */
import type { CascadeProblem } from './problem.ts'

/** Numbers in groups: group i has `items[starts[i] … starts[i + 1])`. */
export interface Groups {
  readonly starts: Int32Array
  readonly items: Int32Array
}

export interface Network {
  readonly problem: CascadeProblem
  /** The person who holds a seat, or −1. */
  readonly holder: Int32Array
  /** Arcs that enter a seat. */
  readonly into: Groups
  /** Arcs of a person, by seat. */
  readonly out: Groups
  /** Limits of an arc, and its coefficients at the same places. */
  readonly limitsOf: Groups
  readonly coefficients: Float64Array
  /** open[k][seat] = 1: the seat can be entered by move k of a chain; open[0] is nothing. */
  readonly open: readonly Uint8Array[]
  /** The most moves that a chain can have. */
  readonly depth: number
}

/** Items by key, in the order given inside each group; a negative key is in none. */
const groupBy = (keys: Int32Array, groupCount: number, order: Int32Array = Int32Array.from(keys.keys())): Groups => {
  const starts = new Int32Array(groupCount + 1)
  for (const item of order) {
    const key = keys[item] ?? -1
    if (key >= 0) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  }
  for (let group = 0; group < groupCount; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const next = starts.slice()
  const items = new Int32Array(starts[groupCount] ?? 0)
  for (const item of order) {
    const key = keys[item] ?? -1
    if (key < 0) continue
    const at = next[key] ?? 0
    items[at] = item
    next[key] = at + 1
  }
  return { starts, items }
}

/** The network of a problem; moves to one's own seat and into seats that nobody can leave are left out. */
export const networkOf = (problem: CascadeProblem): Network => {
  const { home, seatCount, empty, arcs, chainMost } = problem
  const holder = new Int32Array(seatCount).fill(-1)
  for (let person = 0; person < home.length; person++) {
    const seat = home[person] ?? -1
    if (seat >= 0 && !empty[seat]) holder[seat] = person
  }
  const seats = arcs.seat.map((seat, arc) => {
    const own = home[arcs.person[arc] ?? -1] === seat
    return own || (!empty[seat] && (holder[seat] ?? -1) < 0) ? -1 : seat
  })
  const into = groupBy(seats, seatCount)
  const out = groupBy(arcs.person, home.length, into.items)
  const open = openSeats(problem, into, holder, chainMost)
  return { problem, holder, into, out, ...limitsByArc(problem), open, depth: open.length - 1 }
}

/** The seat that an arc leaves for others, or −1. */
export const opens = ({ problem, holder }: Network, arc: number): number => {
  const person = problem.arcs.person[arc] ?? 0
  const left = problem.home[person] ?? -1
  return left >= 0 && holder[left] === person ? left : -1
}

/** Breadth first from the empty seats: who can enter a seat at move k opens their own for move k + 1. */
const openSeats = (
  { home, seatCount, empty, arcs }: CascadeProblem,
  into: Groups,
  holder: Int32Array,
  chainMost: number,
): Uint8Array[] => {
  const open = [new Uint8Array(seatCount)]
  let front = Uint8Array.from({ length: seatCount }, (_, seat) => (empty[seat] ? 1 : 0))
  // A chain moves each holder once at most, and one person more.
  const longest = Math.min(chainMost, 1 + holder.reduce((sum, person) => sum + (person < 0 ? 0 : 1), 0))
  for (let step = 1; step <= longest && front.includes(1); step++) {
    open.push(front)
    const next = new Uint8Array(seatCount)
    for (let seat = 0; seat < seatCount; seat++) {
      if (!front[seat]) continue
      for (let at = into.starts[seat] ?? 0; at < (into.starts[seat + 1] ?? 0); at++) {
        const left = home[arcs.person[into.items[at] ?? 0] ?? 0] ?? -1
        if (left >= 0 && (holder[left] ?? -1) >= 0) next[left] = 1
      }
    }
    front = next
  }
  return open
}

const limitsByArc = ({ arcs, limits }: CascadeProblem): { limitsOf: Groups; coefficients: Float64Array } => {
  const count = limits.reduce((sum, limit) => sum + limit.arcs.length, 0)
  const arcOf = new Int32Array(count)
  const limitOf = new Int32Array(count)
  const coefficientOf = new Float64Array(count)
  let at = 0
  limits.forEach((limit, index) => {
    arcOf.set(limit.arcs, at)
    limitOf.fill(index, at, at + limit.arcs.length)
    coefficientOf.set(limit.coefficients, at)
    at += limit.arcs.length
  })
  const { starts, items } = groupBy(arcOf, arcs.person.length)
  return {
    limitsOf: { starts, items: items.map((entry) => limitOf[entry] ?? 0) },
    coefficients: Float64Array.from(items, (entry) => coefficientOf[entry] ?? 0),
  }
}
