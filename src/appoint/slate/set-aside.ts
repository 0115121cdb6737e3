import { addMonths, hasElapsed, isOnOrBefore } from '#domain/calendar.ts'
import type { Lock, SlateRequest } from '#domain/slate.ts'
import { retirementCalendar } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import type { SlateSettings } from './settings.ts'

/**
 * Who is not moved unless a lock asks for it: who surely only just took the present post, and who surely retires soon, at
 * the latest age that the law knows. (Interim Provisions on Terms 2006, art. 4: posts are to be stable within a term.)
 */
export function setAsideReader(
  { facts, book, snapshot: { asOf } }: Ground,
  { locks }: SlateRequest,
  { settledMonths, remainingMonths }: SlateSettings,
): (cadre: number) => boolean {
  const locked = new Set(locks.flatMap((lock) => (admits(lock) ? [lock.cadreId] : [])))
  const calendar = retirementCalendar(book, asOf)
  const soon = addMonths(asOf, remainingMonths)
  return (cadre) => {
    const { id, postSince, bornOn } = facts.cadre(cadre)
    if (locked.has(id)) return false
    if (postSince !== undefined && hasElapsed(postSince, settledMonths, asOf) === 'no') return true
    // Women from the level of division up retire as late as men; nobody retires later.
    const retires = calendar?.({ bornOn, sex: 'male' })
    return retires !== undefined && 'month' in retires && isOnOrBefore(retires.month, soon) === 'yes'
  }
}

/** A lock on what somebody does lets him or her move who would not be looked at; one that only keeps somebody out does not. */
export const admits = (lock: Lock): lock is Exclude<Lock, { kind: 'must-not' | 'leave-empty' }> =>
  'cadreId' in lock && lock.kind !== 'must-not'
