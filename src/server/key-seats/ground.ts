import type { KeySeatGround } from '#manage/index.ts'
import type { Records } from '#records/index.ts'
import { readKeySeatEvents } from '#records/queries/index.ts'
import { dutiesOf } from '../board/rotation-duties.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'

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
  return { facts, book, duties: dutiesOf(facts, book), recorded }
}
