/** The rules as they stand here beside the facts of an edition, and what follows for each vacancy; worked out on first use. */
import { addMonths } from '#domain/calendar.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import {
  comparePlanes,
  expectingResults,
  type Facts,
  factsFor,
  horizon,
  moveOf,
  pairsIn,
  type RuleBook,
  type Turn,
  type VerdictPlanes,
} from '#policy/index.ts'
import type { Edition, PersonRecord } from '#records/queries/index.ts'
import { type Comparison, compareAtSeat, type Serving } from './comparison.ts'
import { type Impact, impactsOf } from './impact.ts'
import { inTurns } from './seat-by-seat.ts'

/** How far ahead a matrix looks for the day on which a verdict turns, in months. */
export const matrixHorizon = 24

export interface Law {
  readonly edition: Edition
  /** The national rules with what this place has adopted. */
  readonly book: RuleBook
  readonly facts: Facts
  /** Everybody in service, in the order of the roster. */
  readonly people: readonly Serving[]
  /** Every rule of appointment for everybody in service × every vacant seat. */
  readonly planes: VerdictPlanes
  /** Undefined where the seat is not vacant. */
  compare(positionId: string): Promise<Comparison | undefined>
  /** What a rule does at all vacancies together; undefined where it is no rule of appointment in force. */
  impact(ruleId: string): Promise<Impact | undefined>
  /**
   * What time alone changes at a seat, by day, with the yearly results to come taken as competent. Moves to a lower level
   * are not looked at.
   */
  turns(positionId: string, months: number): Promise<readonly Turn[]>
  /** The same where somebody has asked before and it is worked out. */
  turnsKnown(positionId: string, months: number): readonly Turn[] | undefined
}

/** People whose careers are read, and whose days ahead are looked at, before others are answered. */
const slice = { careers: 500, horizon: 50 }

/** Reads the careers of everybody: about a second for 10,000 cadres, in slices. */
export async function readLaw(
  edition: Edition,
  book: RuleBook,
  snapshot: Snapshot,
  roster: readonly PersonRecord[],
): Promise<Law> {
  const facts = factsFor(snapshot, book)
  const people: Serving[] = []
  for await (const start of inTurns(roster.length, slice.careers)) {
    for (const person of roster.slice(start, start + slice.careers)) {
      const cadre = facts.cadreIndex(person.cadre_id)
      if (cadre !== undefined && !facts.cadre(cadre).hasLeft) people.push({ cadre, person })
    }
  }
  const planes = comparePlanes(book.inForce('appointment', snapshot.asOf), facts, {
    people: people.map(({ cadre }) => cadre),
    seats: vacantSeats(snapshot),
  })
  return lawOver(edition, book, people, planes)
}

/** The same people and seats under other rules; only what differs is computed again. */
export const lawUnder = (book: RuleBook, { edition, people, ...law }: Law): Law =>
  lawOver(edition, book, people, planesUnder(book, law))

/** Where grades mean other levels than before, the facts differ too. */
export function planesUnder(book: RuleBook, { planes, book: before }: Pick<Law, 'planes' | 'book'>): VerdictPlanes {
  const { snapshot } = planes.facts
  const rules = book.inForce('appointment', snapshot.asOf)
  const [was, is] = [before, book].map((one) => JSON.stringify(one.gradeLevels(snapshot.asOf)))
  if (was === is) return planes.withRules(rules)
  const seats = planes.seats.map(({ index }) => index)
  return comparePlanes(rules, factsFor(snapshot, book), { people: planes.people, seats })
}

function lawOver(edition: Edition, book: RuleBook, people: readonly Serving[], planes: VerdictPlanes): Law {
  const { facts } = planes
  const answersAt = pairsIn(planes)
  const worked = new Map<string, readonly Turn[]>()
  const keyOf = (positionId: string, months: number): string => `${positionId}\n${months}`
  const horizons = remembered(async (key: string) => {
    const [positionId = '', months = ''] = key.split('\n')
    const found = await horizonOf(book, planes, facts.seatIndex(positionId), Number(months))
    worked.set(key, found)
    return found
  })
  const turns = (positionId: string, months: number): Promise<readonly Turn[]> => horizons(keyOf(positionId, months))
  const turnsKnown = (positionId: string, months: number): readonly Turn[] | undefined =>
    worked.get(keyOf(positionId, months))
  const compare = remembered(async (positionId: string) => {
    const isVacant = planes.seats.some(({ position }) => position === positionId)
    if (!isVacant) return undefined
    return compareAtSeat({ planes, people, positionId, answersAt })
  })
  const impacts = remembered((_: 'all') => impactsOf(planes))
  const impact = async (ruleId: string): Promise<Impact | undefined> => (await impacts('all')).get(ruleId)
  return { edition, book, facts, people, planes, compare, impact, turns, turnsKnown }
}

/** Rows of the seats that are vacant, each once. */
function vacantSeats({ tables: { vacancies, positions } }: Snapshot): number[] {
  return [...new Set(resolve(vacancies.columns.position_id, positions.columns.position_id))].filter((row) => row >= 0)
}

/** About a quarter of a second for 1,000 people, in slices. */
async function horizonOf(
  book: RuleBook,
  { facts, people }: VerdictPlanes,
  seat: number | undefined,
  months: number,
): Promise<readonly Turn[]> {
  if (seat === undefined) return []
  const expecting = expectingResults(facts, addMonths(facts.snapshot.asOf, months))
  const candidates = people.filter((cadre) => moveOf(facts.cadre(cadre), facts.seat(seat)) !== 'demotion')
  const turns: Turn[] = []
  for await (const start of inTurns(candidates.length, slice.horizon)) {
    const some = candidates.slice(start, start + slice.horizon)
    turns.push(...horizon(book, expecting, { people: some, seats: [seat], months }))
  }
  return turns.sort((a, b) => a.on - b.on)
}

/** Makes each once; what failed is made again. */
function remembered<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>()
  return (key) => {
    const found = known.get(key)
    if (found) return found
    const made = make(key)
    known.set(key, made)
    made.catch(() => known.delete(key))
    return made
  }
}
