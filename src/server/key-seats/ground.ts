import type { RotationDuty } from '#domain/results.ts'
import { type KeySeatGround, rotationDuties } from '#manage/index.ts'
import type { Facts } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { readKeySeatEvents } from '#records/queries/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'

const duties = new WeakMap<Facts, readonly RotationDuty[]>()

/**
 * What the register of key seats is read from: the facts as recorded now, today. A seat judged a minute ago is key at once;
 * the list of rotation duties follows with the next analysis.
 */
export async function keySeatGround(records: Records, matters: MatterDesk): Promise<KeySeatGround> {
  const [facts, book, recorded] = await Promise.all([
    matters.facts(),
    matters.book(),
    readKeySeatEvents(records.database),
  ])
  const known = duties.get(facts) ?? rotationDuties(facts.snapshot, book)
  duties.set(facts, known)
  return { facts, book, duties: known, recorded }
}
