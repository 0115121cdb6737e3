import type { DateCode } from '#domain/calendar.ts'
import type { Finding } from '#domain/finding.ts'
import type { MeetingFacts } from '#domain/meeting.ts'
import type { ProcessFacts } from '#domain/process.ts'
import type { CadreFacts, Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { RuleBook } from '../rulebook/rule-book.ts'
import { findingOf } from './finding.ts'

/**
 * The gates of procedure for one selection case on the snapshot's day, in the order of instruments and articles. Gates of
 * stages after `process.stage` say nothing yet; each finding names what is missing. `today` may be later than the facts: after
 * the appointment the pair is held as it stood before.
 * @example gateFindings(book, facts, cadre, seat, { stage: 'decision', members_due: 12, members_present: 8, votes_for: 6 })
 */
export function gateFindings(
  book: RuleBook,
  facts: Facts,
  cadre: CadreFacts,
  seat: SeatFacts,
  process: ProcessFacts,
  today: DateCode = facts.snapshot.asOf,
): Finding[] {
  const scope = { cadre, seat, process, today, row: undefined }
  return book.inForce('procedure', today).flatMap((rule) => findingOf(rule, scope) ?? [])
}

/**
 * The rules of decision for one item of a meeting, on the day it was held, by the one who presided. Of an appointment the
 * articles of the instrument on appointments speak too, where they have both purposes.
 * @example decisionFindings(book, facts, presider, { members_due: 9, members_present: 5 }, { item: 'funds', held_on: 20260310 })
 */
export function decisionFindings(
  book: RuleBook,
  facts: Facts,
  presider: CadreFacts,
  process: ProcessFacts,
  meeting: MeetingFacts,
): Finding[] {
  const today = meeting.held_on ?? facts.snapshot.asOf
  const scope = { cadre: presider, seat: undefined, process, meeting, today, row: undefined }
  const rules = book.inForce('decision', today)
  const bearing = rules.filter(({ rule }) => meeting.item === 'personnel' || !rule.purposes.includes('procedure'))
  return bearing.flatMap((rule) => findingOf(rule, scope) ?? [])
}
