/** The rules as they stand here beside the facts of an edition, and what follows for each vacancy; worked out on first use. */
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import {
  comparePlanes,
  eachBit,
  exclusions,
  type Facts,
  factsFor,
  horizon,
  pairsIn,
  type RuleBook,
  type Turn,
  type VerdictPlanes,
} from '#policy/index.ts'
import type { Edition, PersonRecord } from '#records/queries/index.ts'
import type { RuleDetail } from '../contract/index.ts'
import { type Comparison, compareAtSeat } from './comparison.ts'

/** How far ahead a matrix looks for the day on which a verdict turns, in months. */
export const matrixHorizon = 24

export interface Law {
  readonly edition: Edition
  /** The national rules with what this place has adopted. */
  readonly book: RuleBook
  readonly facts: Facts
  /** Everybody in service, in the order of the roster; `cadre` is the row in the facts. */
  readonly people: readonly { readonly cadre: number; readonly person: PersonRecord }[]
  /** Every rule of appointment for everybody in service × every vacant seat. */
  readonly planes: VerdictPlanes
  /** Undefined where the seat is not vacant. */
  compare(positionId: string): Comparison | undefined
  /** What a rule of appointment does at all vacancies together; null for other rules. */
  impact(ruleId: string): RuleDetail['impact']
  /** What time alone changes at a seat, by day. */
  turns(positionId: string, months: number): readonly Turn[]
}

/** Rows of the seats that are vacant, each once. */
function vacantSeats({ tables: { vacancies, positions } }: Snapshot): number[] {
  return [...new Set(resolve(vacancies.columns.position_id, positions.columns.position_id))].filter((row) => row >= 0)
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}

export function lawOf(edition: Edition, book: RuleBook, snapshot: Snapshot, roster: readonly PersonRecord[]): Law {
  const facts = factsFor(snapshot, book)
  const people = roster.flatMap((person) => {
    const cadre = facts.cadreIndex(person.cadre_id)
    return cadre === undefined || facts.cadre(cadre).hasLeft ? [] : [{ cadre, person }]
  })
  const planes = comparePlanes(book.inForce('appointment', snapshot.asOf), facts, {
    people: people.map(({ cadre }) => cadre),
    seats: vacantSeats(snapshot),
  })
  const turnsOf = remembered((key: string): readonly Turn[] => {
    const [positionId = '', months = ''] = key.split('\n')
    const seat = facts.seatIndex(positionId)
    return seat === undefined
      ? []
      : horizon(book, facts, { people: planes.people, seats: [seat], months: Number(months) })
  })
  const turns = (positionId: string, months: number): readonly Turn[] => turnsOf(`${positionId}\n${months}`)
  const answersAt = pairsIn(planes)
  const compare = remembered((positionId: string) =>
    compareAtSeat({ planes, people, positionId, answersAt, turns: turns(positionId, matrixHorizon) }),
  )
  const impact = remembered((ruleId: string) => impactOf(planes, ruleId))
  return { edition, book, facts, people, planes, compare, impact, turns }
}

function impactOf(planes: VerdictPlanes, ruleId: string): RuleDetail['impact'] {
  const index = planes.rules.findIndex(({ rule }) => rule.id === ruleId)
  const found = exclusions(planes).find(({ rule }) => rule === ruleId)
  if (!found) return null
  const { counts, excludes, alone } = found
  const columns = planes.seats.map((_, seat) => planes.column(index, seat))
  const people = new Set<number>()
  for (const { high, low } of found.decides ? columns : []) {
    eachBit(
      high.map((word, at) => word & (low[at] ?? 0)),
      (person) => people.add(person),
    )
  }
  return {
    vacancies: columns.filter(({ bears }) => bears.some((word) => word !== 0)).length,
    pairs: counts.met + counts.unmet + counts.unknown + counts.discretion,
    excluded: excludes,
    alone,
    people: people.size,
    unknown: counts.unknown,
  }
}
