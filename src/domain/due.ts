/**
 * Something that is due (到期事项): a deadline of a matter or a case, a rotation, a review, the end of an effect period. What a
 * calendar, a list of to-dos and a reminder are made of; each pillar gives its own.
 */
import type { DateCode } from './calendar.ts'
import type { Citation } from './finding.ts'
import type { Text } from './text.ts'

export interface DueItem {
  /** Stable: the same thing has the same id on another day. `matter/…/reply`, `rotation/C0001/P0002/LOCAL-KEY-SEAT`. */
  readonly id: string
  /** Which list it belongs to. */
  readonly kind: string
  readonly label: Text
  readonly on: DateCode
  readonly basis?: Citation
  readonly cadreId?: string
  readonly unitId?: string
  /** Accounts whose it is; empty: the whole department's. */
  readonly accounts: readonly string[]
  /** Nobody but these accounts and the head may see it. */
  readonly isPrivate?: boolean
  /** Page of the workbench, without the origin. */
  readonly link: string
}
