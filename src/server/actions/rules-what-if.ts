import { type DateCode, formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Verdict } from '#domain/finding.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import {
  comparePlanes,
  type Facts,
  factsFor,
  factTables,
  type PairChange,
  type RuleBook,
  readOverlayFile,
  type VerdictPlanes,
  whatChanges,
} from '#policy/index.ts'
import { bookWith } from './book.ts'
import { packageSnapshot } from './package-snapshot.ts'

export interface ChangedPair {
  readonly cadre: string
  readonly name: string
  readonly position: string
  readonly seat: string
  readonly from: Verdict
  readonly to: Verdict
  /** The rules that say something else; null where a rule does not bear on the pair. */
  readonly rules: readonly { readonly rule: string; readonly from: Verdict | null; readonly to: Verdict | null }[]
}

export interface LawStudy {
  readonly asOf: string
  readonly vacancies: number
  readonly people: number
  readonly pairs: number
  readonly changed: number
  readonly changedPeople: number
  /** The most pairs first. */
  readonly transitions: readonly {
    readonly from: Verdict
    readonly to: Verdict
    readonly pairs: number
    readonly people: number
  }[]
  readonly changes: readonly ChangedPair[]
}

/**
 * Who would be affected if the place adopted an overlay: every vacancy with everybody in service, under the law as it is
 * (with what is adopted already) and as it would be. Nothing is stored; the overlay needs no document.
 * @throws ProblemError for a package or an overlay that cannot be read
 */
export async function studyOverlay(question: {
  readonly package: string
  /** What is asked about, and what is adopted already. */
  readonly overlay: string
  readonly adopted?: string | undefined
  readonly asOf: DateCode
}): Promise<LawStudy> {
  const { asOf } = question
  const present = bookWith(question.adopted)
  const changed = present.with(readOverlayFile(question.overlay), { study: true })
  const snapshot = await packageSnapshot(question.package, asOf, { tables: [...factTables, 'vacancies'] })
  const before = planesUnder(present, snapshot)
  const after = planesUnder(changed, snapshot)
  const found = whatChanges(before, after)
  return {
    asOf: formatDate(asOf),
    vacancies: before.seats.length,
    people: before.people.length,
    pairs: found.pairs,
    changed: found.changed,
    changedPeople: found.changedPeople,
    transitions: found.transitions,
    changes: found.changes.map((pair) => named(pair, before.facts)),
  }
}

/** Vacant seats, each once, against everybody who has not left. */
function planesUnder(book: RuleBook, snapshot: Snapshot): VerdictPlanes {
  const facts = factsFor(snapshot, book)
  const { vacancies, positions } = snapshot.tables
  const seats = resolve(vacancies.columns.position_id, positions.columns.position_id).filter((row) => row >= 0)
  const people = Array.from({ length: facts.cadreCount }, (_, row) => row).filter((row) => !facts.cadre(row).hasLeft)
  return comparePlanes(book.inForce('appointment', snapshot.asOf), facts, { people, seats: [...new Set(seats)] })
}

function named({ cadreId, positionId, from, to, rules }: PairChange, facts: Facts): ChangedPair {
  const { cadres } = facts.snapshot.tables
  const seat = facts.seat(facts.seatIndex(positionId) ?? -1)
  return {
    cadre: cadreId,
    name: textAt(cadres.columns.name, facts.cadreIndex(cadreId) ?? -1) ?? '',
    position: positionId,
    seat: `${seat.unitName}${seat.title}`,
    from,
    to,
    rules: rules.map((rule) => ({ rule: rule.rule, from: rule.from ?? null, to: rule.to ?? null })),
  }
}
