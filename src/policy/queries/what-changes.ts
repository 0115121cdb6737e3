/** What another law would change: the same people and seats under two rule books, or two days, or two records. */
import type { Verdict } from '#domain/finding.ts'
import { eachBit } from '../planes/bits.ts'
import { mayBeConsidered, overallAt, overallVerdict } from '../planes/overall.ts'
import { type VerdictPlanes, verdictAt } from '../planes/verdict-planes.ts'

export interface RuleChange {
  readonly rule: string
  /** Undefined where the rule does not bear on the pair, or does not exist on that side. */
  readonly from: Verdict | undefined
  readonly to: Verdict | undefined
}

/** A pair whose verdict over all rules is another, and the rules that say something else. */
export interface PairChange {
  readonly cadreId: string
  readonly positionId: string
  readonly from: Verdict
  readonly to: Verdict
  readonly rules: readonly RuleChange[]
}

export interface Transition {
  readonly from: Verdict
  readonly to: Verdict
  readonly pairs: number
  /** Each counted once, however many seats. */
  readonly people: number
}

export interface SeatChange {
  readonly positionId: string
  readonly before: Readonly<Record<Verdict, number>>
  readonly after: Readonly<Record<Verdict, number>>
  readonly changed: number
  /** Pairs that become met or discretion, and pairs that cease to be. */
  readonly gains: number
  readonly losses: number
}

export interface WhatChanges {
  readonly pairs: number
  readonly changed: number
  readonly changedPeople: number
  /** Seats with at least one changed pair, in the order of the planes. */
  readonly seats: readonly SeatChange[]
  /** The most pairs first; pairs that stay as they are are left out. */
  readonly transitions: readonly Transition[]
  /** In the order of seats and people. */
  readonly changes: readonly PairChange[]
}

const none = (): Record<Verdict, number> => ({ met: 0, unmet: 0, unknown: 0, discretion: 0 })

/**
 * Compares two sets of planes over the same people and seats.
 * @throws Error where they are not about the same people and seats
 * @example whatChanges(planes, planes.withRules(changed.inForce('appointment', asOf))).transitions
 */
export function whatChanges(before: VerdictPlanes, after: VerdictPlanes): WhatChanges {
  const { people, seats } = before
  if (people.length !== after.people.length || seats.length !== after.seats.length) {
    throw new Error('what-if compares the same people and seats')
  }
  const rules = pairedRules(before, after)
  const changes: PairChange[] = []
  const bySeat: SeatChange[] = []
  seats.forEach(({ position }, seat) => {
    const [one, other] = [overallAt(before, seat), overallAt(after, seat)]
    const [was, is] = [none(), none()]
    const differing = one.high.map(
      (word, w) => (word ^ (other.high[w] ?? 0)) | ((one.low[w] ?? 0) ^ (other.low[w] ?? 0)),
    )
    const from = changes.length
    eachBit(differing, (person) => {
      const changed = rules.map(([id, a, b]) => ({
        rule: id,
        from: a < 0 ? undefined : verdictAt(before, a, seat, person),
        to: b < 0 ? undefined : verdictAt(after, b, seat, person),
      }))
      changes.push({
        cadreId: before.facts.cadre(people[person] ?? -1).id,
        positionId: position,
        from: overallVerdict(one, person),
        to: overallVerdict(other, person),
        rules: changed.filter((rule) => rule.from !== rule.to),
      })
    })
    if (changes.length === from) return
    for (let person = 0; person < people.length; person += 1) {
      was[overallVerdict(one, person)] += 1
      is[overallVerdict(other, person)] += 1
    }
    const here = changes.slice(from)
    const gains = here.filter((pair) => mayBeConsidered(pair.to) && !mayBeConsidered(pair.from)).length
    const losses = here.filter((pair) => mayBeConsidered(pair.from) && !mayBeConsidered(pair.to)).length
    bySeat.push({ positionId: position, before: was, after: is, changed: here.length, gains, losses })
  })
  return {
    pairs: people.length * seats.length,
    changed: changes.length,
    changedPeople: new Set(changes.map((pair) => pair.cadreId)).size,
    seats: bySeat,
    transitions: transitionsOf(changes),
    changes,
  }
}

/** Rules of either side by id, with their places, or -1. */
function pairedRules(before: VerdictPlanes, after: VerdictPlanes): (readonly [id: string, a: number, b: number])[] {
  const places = ({ rules }: VerdictPlanes) => new Map(rules.map(({ rule }, place) => [rule.id, place]))
  const [a, b] = [places(before), places(after)]
  return [...new Set([...a.keys(), ...b.keys()])].map((id) => [id, a.get(id) ?? -1, b.get(id) ?? -1])
}

function transitionsOf(changes: readonly PairChange[]): Transition[] {
  const groups = Map.groupBy(changes, ({ from, to }) => `${from} ${to}`)
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      const people = new Set(group.map((pair) => pair.cadreId)).size
      return first ? [{ from: first.from, to: first.to, pairs: group.length, people }] : []
    })
    .sort((a, b) => b.pairs - a.pairs)
}
