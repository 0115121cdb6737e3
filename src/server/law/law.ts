/** The rules as they stand here beside the facts of an edition, and what follows for each vacancy; worked out on first use. */
import { addMonths } from '#domain/calendar.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import {
  comparePlanes,
  expectingResults,
  type Facts,
  factsFor,
  horizon,
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
  /** What time alone changes at a seat, by day, with the yearly results to come taken as competent. */
  turns(positionId: string, months: number): Promise<readonly Turn[]>
}

/** People looked at before others are answered. */
const slice = 500

/** Reads the careers of everybody: about a second for 10,000 cadres, in slices. */
export async function readLaw(
  edition: Edition,
  book: RuleBook,
  snapshot: Snapshot,
  roster: readonly PersonRecord[],
): Promise<Law> {
  const facts = factsFor(snapshot, book)
  const people: Serving[] = []
  for await (const start of inTurns(roster.length, slice)) {
    for (const person of roster.slice(start, start + slice)) {
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
  const horizons = remembered((key: string) => {
    const [positionId = '', months = ''] = key.split('\n')
    return horizonOf(book, planes, facts.seatIndex(positionId), Number(months))
  })
  const turns = (positionId: string, months: number): Promise<readonly Turn[]> => horizons(`${positionId}\n${months}`)
  const compare = remembered(async (positionId: string) => {
    const isVacant = planes.seats.some(({ position }) => position === positionId)
    if (!isVacant) return undefined
    return compareAtSeat({ planes, people, positionId, answersAt, turns: await turns(positionId, matrixHorizon) })
  })
  const impacts = remembered((_: 'all') => impactsOf(planes))
  const impact = async (ruleId: string): Promise<Impact | undefined> => (await impacts('all')).get(ruleId)
  return { edition, book, facts, people, planes, compare, impact, turns }
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
  const turns: Turn[] = []
  for await (const start of inTurns(people.length, slice)) {
    turns.push(...horizon(book, expecting, { people: people.slice(start, start + slice), seats: [seat], months }))
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
