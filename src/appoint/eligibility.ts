import type { OnProgress } from '#domain/progress.ts'
import { type Verdict, worst } from '#domain/finding.ts'
import type { Eligibility } from '#domain/results.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { columnReader, type Facts, factsFor, type RuleBook, type SeatFacts, type VerdictColumn } from '#policy/index.ts'
import { combinations } from './combinations.ts'

export interface Comparison {
  /** Every vacancy × every cadre in service who does not hold that seat. */
  readonly eligibility: readonly Eligibility[]
}

/** Vacant seats that exist on the day, each once, in the order of their ids. */
export function vacantSeats(snapshot: Snapshot, facts: Facts): SeatFacts[] {
  const { vacancies, positions } = snapshot.tables
  const rows = resolve(vacancies.columns.position_id, positions.columns.position_id)
  const seats = [...new Set(rows)].filter((row) => row >= 0).map((row) => facts.seat(row))
  return seats.sort((a, b) => (a.position < b.position ? -1 : 1))
}

/** Cadres who have not left the service. */
export function inService(facts: Facts): number[] {
  return Array.from({ length: facts.cadreCount }, (_, index) => index).filter((index) => !facts.cadre(index).hasLeft)
}

const holds = (facts: Facts, cadre: number, seat: SeatFacts): boolean =>
  facts.cadre(cadre).stretches.some((stretch) => stretch.to === 0 && stretch.position === seat.position)

/**
 * Compares every vacancy with every cadre in service. Verdicts come from columns that seats alike share, so the cost grows
 * with kinds of seat rather than with pairs; lists of reasons are shared, not copied.
 */
export function compareVacancies(
  snapshot: Snapshot,
  book: RuleBook,
  options: { readonly onProgress?: OnProgress } = {},
): Comparison {
  const facts = factsFor(snapshot, book)
  const people = inService(facts)
  const columnsFor = columnReader(book.inForce('appointment', snapshot.asOf), facts, snapshot.asOf)
  const sets = combinations()
  const seats = vacantSeats(snapshot, facts)
  const eligibility: Eligibility[] = []
  const step = { zh: '比对任职资格', en: 'Comparing eligibility' }
  seats.forEach((seat, done) => {
    const columns = columnsFor(seat)
    for (const cadre of people) {
      if (!holds(facts, cadre, seat)) eligibility.push(pairOf(columns, facts, seat, cadre, sets))
    }
    options.onProgress?.({ step, fraction: (done + 1) / seats.length })
  })
  return { eligibility }
}

function pairOf(
  columns: readonly VerdictColumn[],
  facts: Facts,
  seat: SeatFacts,
  cadre: number,
  sets: ReturnType<typeof combinations>,
): Eligibility {
  let verdict: Verdict = 'met'
  let blocking = 0
  let missing = 0
  for (const column of columns) {
    const found = column.verdictOf(cadre)
    if (found === undefined || found === 'met') continue
    verdict = worst([verdict, found])
    if (found === 'unmet') blocking = sets.add(blocking, column.rule)
    if (found === 'unknown') for (const field of column.missingOf(cadre)) missing = sets.add(missing, field)
  }
  return {
    positionId: seat.position,
    cadreId: facts.cadre(cadre).id,
    verdict,
    blocking: sets.items(blocking),
    missing: sets.items(missing),
  }
}
