/**
 * Which moves of the best set to reconsider together while the others stay: large neighbourhood search (Shaw 1998), with
 * moves that the relaxation does not take first (Danna, Rothberg and Le Pape 2005).
 */
import { type Choice, keyOf } from './choices.ts'
import type { Network } from './network.ts'
import { peopleOf } from './part.ts'

export type Random = () => number

/** Uniform on [0, 1): mulberry32. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How choices hang together: by the seats that they enter, the people whom they move and the limits that they are under. */
export interface Relations {
  readonly byPerson: ReadonlyMap<number, readonly Choice[]>
  readonly bySeat: ReadonlyMap<number, readonly Choice[]>
  /** What the relaxation takes of a choice. */
  readonly fraction: (choice: Choice) => number
}

export const relationsOf = (
  network: Network,
  candidates: readonly Choice[],
  fractions: ReadonlyMap<string, number>,
): Relations => {
  const byPerson = Map.groupBy(
    candidates.flatMap((choice) => peopleOf(network, choice).map((person) => ({ person, choice }))),
    ({ person }) => person,
  )
  const bySeat = Map.groupBy(
    candidates.flatMap((choice) => choice.arcs.map((arc) => ({ seat: network.problem.arcs.seat[arc] ?? 0, choice }))),
    ({ seat }) => seat,
  )
  const plain = (groups: typeof byPerson | typeof bySeat) =>
    new Map([...groups].map(([key, members]) => [key, members.map(({ choice }) => choice)]))
  return {
    byPerson: plain(byPerson),
    bySeat: plain(bySeat),
    fraction: (choice) => fractions.get(keyOf(choice)) ?? 0,
  }
}

/** Limits of more arcs than this say little about which moves hang together. */
const WIDE_LIMIT = 2000

/** At most `size` of the chosen at random, `share` of them such as the relaxation does not take. */
export const loose = (
  chosen: readonly Choice[],
  { fraction }: Relations,
  size: number,
  share: number,
  random: Random,
): Set<Choice> => {
  const { taken = [], left = [] } = Object.groupBy(shuffled(chosen, random), (choice) =>
    fraction(choice) < 0.5 ? 'left' : 'taken',
  )
  const first = left.slice(0, Math.max(Math.round(size * share), size - taken.length))
  return new Set([...first, ...taken.slice(0, size - first.length)])
}

const shuffled = <Item>(items: readonly Item[], random: Random): Item[] => {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [order[last], order[other]]
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a]
  }
  return order
}

/** At most `size` of the chosen, that hang together through candidates. */
export const related = (
  network: Network,
  chosen: readonly Choice[],
  { byPerson, bySeat, fraction }: Relations,
  size: number,
  random: Random,
): Set<Choice> => {
  if (chosen.length <= size) return new Set(chosen)
  const { problem, limitsOf } = network
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const moveOf = new Map(chosen.flatMap((choice) => peopleOf(network, choice).map((person) => [person, choice])))
  const entering = new Map(chosen.flatMap((choice) => choice.arcs.map((arc) => [problem.arcs.seat[arc] ?? 0, choice])))
  const left = chosen.filter((choice) => fraction(choice) < 0.5)
  const found = new Set<Choice>()
  for (let tries = 0; found.size < size && tries < 20 * size; tries++) {
    const from = pick([...found])
    if (!from || random() < 0.1) {
      const start = pick(left.length > 0 && random() < 0.8 ? left : chosen)
      if (start) found.add(start)
      continue
    }
    const arc = pick(from.arcs) ?? 0
    const kind = random()
    if (kind < 0.4) {
      // Who else could enter the seat, and what they do now.
      const other = pick(bySeat.get(problem.arcs.seat[arc] ?? 0) ?? [])
      const move = other && moveOf.get(peopleOf(network, other)[0] ?? -1)
      if (move) found.add(move)
    } else if (kind < 0.8) {
      // Where else the person could go, and who goes there now.
      const other = pick(byPerson.get(problem.arcs.person[arc] ?? 0) ?? [])
      const move = other && entering.get(problem.arcs.seat[other.arcs[0] ?? 0] ?? -1)
      if (move) found.add(move)
    } else {
      const limits = limitsOf.items.subarray(limitsOf.starts[arc] ?? 0, limitsOf.starts[arc + 1] ?? 0)
      const limit = problem.limits[limits[Math.floor(random() * limits.length)] ?? -1]
      if (!limit || limit.arcs.length > WIDE_LIMIT) continue
      for (const member of limit.arcs) {
        const move = moveOf.get(problem.arcs.person[member] ?? 0)
        if (move && found.size < size && (move.arcs.includes(member) || random() < 0.2)) found.add(move)
      }
    }
  }
  return found
}
