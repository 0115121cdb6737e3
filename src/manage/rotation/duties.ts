import { addMonths, type DateCode, earliest, isOnOrBefore, latest } from '#domain/calendar.ts'
import type { DueState, RotationDuty } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, dutyOf, factsFor, type RuleBook } from '#policy/index.ts'

/**
 * Rotation and term duties of everybody in a seat, with the day on which each falls due; where a begin is known to the
 * month, so is the due date. Sorted by due date.
 * @example rotationDuties(snapshot, book)[0]?.state // 'overdue'
 */
export function rotationDuties(snapshot: Snapshot, book: RuleBook): RotationDuty[] {
  const facts = factsFor(snapshot, book)
  const rules = book.inForce('rotation', snapshot.asOf)
  const duties: RotationDuty[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft) continue
    for (const position of seatsHeld(cadre)) {
      const seat = facts.seatIndex(position)
      if (seat === undefined) continue
      for (const rule of rules) {
        const duty = dutyOf(rule, facts, cadre, facts.seat(seat))
        if (!duty) continue
        duties.push({
          cadreId: cadre.id,
          positionId: position,
          rule: duty.finding.rule,
          basis: duty.finding.basis,
          since: duty.since,
          dueOn: duty.dueOn,
          state: stateOf(duty.dueOn, snapshot.asOf),
          reason: duty.finding.reasons[0] ?? duty.finding.basis.title,
        })
      }
    }
  }
  return duties.sort((a, b) => latest(a.dueOn) - latest(b.dueOn) || (a.cadreId < b.cadreId ? -1 : 1))
}

/** Seats held now in one's own right; secondments and acting time have no term. */
function seatsHeld(cadre: CadreFacts): Set<string> {
  const own = cadre.stretches.filter(({ kind, to }) => to === 0 && (kind === 'appointed' || kind === 'concurrent'))
  return new Set(own.flatMap(({ position }) => (position === undefined ? [] : [position])))
}

/** Overdue only when the due day has surely come. */
export function stateOf(dueOn: DateCode, asOf: DateCode): DueState {
  if (isOnOrBefore(dueOn, asOf) === 'yes') return 'overdue'
  return earliest(dueOn) <= addMonths(asOf, 12) ? 'due-within-year' : 'later'
}
