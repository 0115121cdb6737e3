import type { Verdict } from '#domain/finding.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Eligibility } from '#domain/results.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import {
  columnReader,
  type Facts,
  factsFor,
  notApplicable,
  type RuleBook,
  type SeatFacts,
  type VerdictColumn,
  verdictCodes,
} from '#policy/index.ts'
import { type Combinations, combinations } from './combinations.ts'

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
  const holders = holdersOf(facts, people)
  const columnsFor = columnReader(book.inForce('appointment', snapshot.asOf), facts, people, snapshot.asOf)
  const sets = combinations()
  const seats = vacantSeats(snapshot, facts)
  const eligibility: Eligibility[] = []
  const step = { zh: '比对任职资格', en: 'Comparing eligibility' }
  seats.forEach((seat, done) => {
    const seated = holders.get(seat.position)
    const candidates = seated ? people.filter((cadre) => !seated.has(cadre)) : people
    const joined = joinColumns(columnsFor(seat), candidates, facts.cadreCount, sets)
    for (const cadre of candidates) {
      eligibility.push({
        positionId: seat.position,
        cadreId: facts.cadre(cadre).id,
        verdict: verdictCodes[joined.worst[cadre] ?? 0] as Verdict,
        blocking: sets.items(joined.blocking[cadre] ?? 0),
        missing: sets.items(joined.missing[cadre] ?? 0),
      })
    }
    options.onProgress?.({ step, fraction: (done + 1) / seats.length })
  })
  return { eligibility }
}

/** The rules of one seat taken together: the worst verdict, and which rules block and which facts are missing. */
function joinColumns(columns: readonly VerdictColumn[], people: readonly number[], size: number, sets: Combinations) {
  const worst = new Uint8Array(size)
  const blocking = new Int32Array(size)
  const missing = new Int32Array(size)
  for (const { rule, codes, missing: missingOf } of columns) {
    for (const cadre of people) {
      const code = codes[cadre] ?? notApplicable
      if (code === 0 || code === notApplicable) continue
      if (code > (worst[cadre] ?? 0)) worst[cadre] = code
      const verdict = verdictCodes[code]
      if (verdict === 'unmet') blocking[cadre] = sets.add(blocking[cadre] ?? 0, rule)
      if (verdict !== 'unknown') continue
      for (const field of missingOf(cadre)) missing[cadre] = sets.add(missing[cadre] ?? 0, field)
    }
  }
  return { worst, blocking, missing }
}
