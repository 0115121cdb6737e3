/** People and events with places: who is given a place where, so that most of what is wanted is met. */

export interface AllotmentEvent {
  readonly places: number
  /** Days by any count, both included; events that share a day clash. */
  readonly from: number
  readonly to: number
  /** How much of an amount wanted it gives. */
  readonly gives: number
}

export interface AllotmentPerson {
  /** Group of which only so many may be away at once, or −1. */
  readonly group: number
  /** How much is wanted, and what each unit of it is worth; more than wanted is worth nothing. */
  readonly wants: number
  readonly unitValue: number
}

/** A person may have a place. */
export interface AllotmentArc {
  readonly person: number
  readonly event: number
  /** What it is worth beside the amount, less what it costs. */
  readonly value: number
  /** Arcs of one person with the same theme meet the same want: one of them at most. −1: none. */
  readonly theme: number
}

export interface AllotmentProblem {
  readonly people: readonly AllotmentPerson[]
  readonly events: readonly AllotmentEvent[]
  readonly arcs: readonly AllotmentArc[]
  /** How many of each group may be away at once. */
  readonly awayMost: readonly number[]
  /** Events of one person, at most. */
  readonly eventsMost: number
}

export interface Allotment {
  /** Indices of the chosen arcs, ascending. */
  readonly chosen: readonly number[]
  readonly objective: number
  /** No allotment is worth more. */
  readonly bound: number
  /** (bound − objective) / bound; 0 = proven best. */
  readonly gap: number
}

/** Sets of events of which every two share a day: at the beginning of each event, those that run then. Each set once. */
export function clashSets(events: readonly AllotmentEvent[]): readonly (readonly number[])[] {
  const sets = events.map(({ from: day }) =>
    events.flatMap(({ from, to }, event) => (from <= day && day <= to ? [event] : [])),
  )
  const isWithin = (small: readonly number[], large: readonly number[]): boolean =>
    small.length <= large.length && small.every((event) => large.includes(event))
  return sets.filter(
    (set, place) =>
      !sets.some(
        (other, otherPlace) =>
          otherPlace !== place && isWithin(set, other) && (other.length > set.length || otherPlace < place),
      ),
  )
}

/** What a set of arcs is worth. */
export function worthOf({ people, events, arcs }: AllotmentProblem, chosen: Iterable<number>): number {
  const given = new Float64Array(people.length)
  let worth = 0
  for (const index of chosen) {
    const arc = arcs[index] as AllotmentArc
    worth += arc.value
    given[arc.person] = (given[arc.person] as number) + (events[arc.event] as AllotmentEvent).gives
  }
  for (const [person, { wants, unitValue }] of people.entries())
    worth += unitValue * Math.min(wants, given[person] as number)
  return worth
}

export type AllotmentFault =
  | { readonly kind: 'full'; readonly event: number }
  | { readonly kind: 'clash' | 'theme'; readonly person: number; readonly events: readonly [number, number] }
  | { readonly kind: 'too-many'; readonly person: number }
  | { readonly kind: 'away'; readonly group: number; readonly event: number }

/** Every rule that a set of arcs breaks, told from the problem alone: for what a search or a person has chosen. */
export function faultsOf(problem: AllotmentProblem, chosen: readonly number[]): readonly AllotmentFault[] {
  const { people, events, arcs, awayMost, eventsMost } = problem
  const own = chosen.map((index) => arcs[index] as AllotmentArc)
  const faults: AllotmentFault[] = []
  for (const [event, of] of Map.groupBy(own, (arc) => arc.event))
    if (of.length > (events[event] as AllotmentEvent).places) faults.push({ kind: 'full', event })
  for (const [person, of] of Map.groupBy(own, (arc) => arc.person)) {
    if (of.length > eventsMost) faults.push({ kind: 'too-many', person })
    for (const [place, a] of of.entries())
      for (const b of of.slice(place + 1)) {
        if (shareDay(events[a.event], events[b.event]))
          faults.push({ kind: 'clash', person, events: [a.event, b.event] })
        if (a.theme >= 0 && a.theme === b.theme) faults.push({ kind: 'theme', person, events: [a.event, b.event] })
      }
  }
  for (const [group, of] of Map.groupBy(own, (arc) => people[arc.person]?.group ?? -1))
    if (group >= 0)
      for (const [event, { from }] of events.entries()) {
        const away = new Set(of.filter((arc) => runsOn(events[arc.event], from)).map(({ person }) => person))
        if (away.size > (awayMost[group] as number)) faults.push({ kind: 'away', group, event })
      }
  return faults
}

const runsOn = (event: AllotmentEvent | undefined, day: number): boolean =>
  event !== undefined && event.from <= day && day <= event.to

const shareDay = (a: AllotmentEvent | undefined, b: AllotmentEvent | undefined): boolean =>
  a !== undefined && b !== undefined && a.from <= b.to && b.from <= a.to
