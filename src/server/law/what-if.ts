/** What another law would change, seat by seat, so that the server answers others meanwhile and stops when nobody waits. */
import type { Verdict } from '#domain/finding.ts'
import { type PairChange, type RuleBook, type SeatChange, whatChanges } from '#policy/index.ts'
import { type Law, planesUnder } from './law.ts'
import { atSeat, inTurns } from './seat-by-seat.ts'

/** Which changed pairs are named, and which page of them. */
export interface Naming {
  readonly from?: Verdict | undefined
  readonly to?: Verdict | undefined
  readonly positionId?: string | undefined
  readonly offset: number
  readonly limit: number
}

export interface LawComparison {
  readonly pairs: number
  readonly changed: number
  readonly changedPeople: number
  readonly seats: readonly SeatChange[]
  readonly transitions: readonly {
    readonly from: Verdict
    readonly to: Verdict
    readonly pairs: number
    readonly people: number
  }[]
  /** Changed pairs that are to be named, and one page of them. */
  readonly total: number
  readonly named: readonly PairChange[]
}

const isNamed = (pair: PairChange, { from, to, positionId }: Naming): boolean =>
  (from === undefined || pair.from === from) &&
  (to === undefined || pair.to === to) &&
  (positionId === undefined || pair.positionId === positionId)

/** @throws the reason of `signal` when it aborts between two seats */
export async function compareLaws(
  law: Law,
  changed: RuleBook,
  naming: Naming,
  signal: AbortSignal,
): Promise<LawComparison> {
  const after = planesUnder(changed, law)
  const people = new Set<string>()
  const transitions = new Map<string, { from: Verdict; to: Verdict; pairs: number; people: Set<string> }>()
  const seats: SeatChange[] = []
  const named: PairChange[] = []
  let total = 0
  for await (const place of inTurns(law.planes.seats.length)) {
    signal.throwIfAborted()
    const found = whatChanges(atSeat(law.planes, place), atSeat(after, place))
    seats.push(...found.seats)
    for (const pair of found.changes) {
      const key = `${pair.from} ${pair.to}`
      const like = transitions.get(key) ?? { from: pair.from, to: pair.to, pairs: 0, people: new Set() }
      transitions.set(key, like)
      like.pairs += 1
      like.people.add(pair.cadreId)
      people.add(pair.cadreId)
      if (!isNamed(pair, naming)) continue
      if (total >= naming.offset && named.length < naming.limit) named.push(pair)
      total += 1
    }
  }
  return {
    pairs: law.planes.people.length * law.planes.seats.length,
    changed: seats.reduce((sum, seat) => sum + seat.changed, 0),
    changedPeople: people.size,
    seats,
    transitions: [...transitions.values()]
      .map((one) => ({ ...one, people: one.people.size }))
      .sort((a, b) => b.pairs - a.pairs),
    total,
    named,
  }
}
