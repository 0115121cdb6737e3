import type { OnProgress } from '#domain/progress.ts'
import type { Eligibility } from '#domain/results.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { comparePlanes, type Facts, factsFor, moveOf, pairsIn, type RuleBook } from '#policy/index.ts'

export interface Comparison {
  /** Every vacancy × every cadre in service who does not hold that seat. */
  readonly eligibility: readonly Eligibility[]
}

/** Rows of the vacant seats that exist on the day, each once, in the order of their ids. */
function vacantSeats(snapshot: Snapshot, facts: Facts): number[] {
  const { vacancies, positions } = snapshot.tables
  const rows = new Set(resolve(vacancies.columns.position_id, positions.columns.position_id))
  const idOf = (row: number): string => facts.seat(row).position
  return [...rows].filter((row) => row >= 0).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

/** Cadres who have not left the service. */
function inService(facts: Facts): number[] {
  return Array.from({ length: facts.cadreCount }, (_, index) => index).filter((index) => !facts.cadre(index).hasLeft)
}

/** Who holds each seat now. */
function holdersOf(facts: Facts, people: readonly number[]): ReadonlyMap<string, ReadonlySet<number>> {
  const holders = new Map<string, Set<number>>()
  for (const cadre of people) {
    for (const { position, to } of facts.cadre(cadre).stretches) {
      if (position === undefined || to !== 0) continue
      const seated = holders.get(position) ?? new Set()
      holders.set(position, seated.add(cadre))
    }
  }
  return holders
}

/**
 * Compares every vacancy with every cadre in service. A move to a lower level is in the list too, as a question for people:
 * it goes by another procedure.
 */
export function compareVacancies(
  snapshot: Snapshot,
  book: RuleBook,
  options: { readonly onProgress?: OnProgress } = {},
): Comparison {
  const facts = factsFor(snapshot, book)
  const people = inService(facts)
  const holders = holdersOf(facts, people)
  const rules = book.inForce('appointment', snapshot.asOf)
  const planes = comparePlanes(rules, facts, { people, seats: vacantSeats(snapshot, facts) })
  const verdictsAt = pairsIn(planes)
  const eligibility: Eligibility[] = []
  const step = { zh: '比对任职资格', en: 'Comparing eligibility' }
  planes.seats.forEach((seat, place) => {
    const seated = holders.get(seat.position)
    const verdicts = verdictsAt(place)
    people.forEach((cadre, person) => {
      if (seated?.has(cadre)) return
      eligibility.push({
        positionId: seat.position,
        cadreId: facts.cadre(cadre).id,
        verdict: verdicts.verdict(person),
        blocking: verdicts.blocking(person),
        missing: verdicts.missing(person),
        move: moveOf(facts.cadre(cadre), seat),
      })
    })
    options.onProgress?.({ step, fraction: (place + 1) / planes.seats.length })
  })
  return { eligibility }
}
