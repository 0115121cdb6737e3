/** What upheld objections restrict, as the analysis, the pages and the transaction of a decision ask for it. */
import type { QueryExecutorProvider } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { MatterDesign, MatterEvent } from '#domain/matter.ts'
import { replayMatter } from '#domain/matter-course.ts'
import type { Restriction } from '#domain/restriction.ts'
import type { Text } from '#domain/text.ts'
import { restrictionsOn } from '#manage/index.ts'
import type { RuleBook } from '#policy/index.ts'
import { readMatters } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import { designsOn } from './designs.ts'
import type { MatterDesk } from './matter-desk.ts'

/**
 * Restrictions that stand on a day, as recorded by a moment. The day is that of the computing, not the day that is computed
 * about: what is objected to is being processed now, whichever date the result is of.
 */
export async function readRestrictions(
  database: QueryExecutorProvider,
  book: RuleBook,
  { on, knownAt, cadreId }: { readonly on: DateCode; readonly knownAt?: Date; readonly cadreId?: string },
): Promise<readonly Restriction[]> {
  const kinds = ['objection'] as const
  const found = await readMatters(database, {
    kinds,
    ...(cadreId === undefined ? {} : { cadreId }),
    ...(knownAt === undefined ? {} : { knownAt }),
  })
  const design = found.size === 0 ? undefined : designsOn(book, on).get('objection')
  if (!design) return []
  return restrictionsOn(
    [...found].map(([matterId, events]) => ({ matterId, matter: replayMatter(design, events) })),
    on,
  )
}

/** What stands restricted of a person, with the matters that an account may open. */
export async function restrictionsShown(
  database: QueryExecutorProvider,
  desk: MatterDesk,
  { cadreId, account }: { readonly cadreId: string; readonly account: Account },
): Promise<{ label: Text; since: string; until: string | null; matterId: string | null }[]> {
  const found = await readRestrictions(database, await desk.book(), { on: desk.today(), cadreId })
  const seen = found.length === 0 ? [] : await desk.seenBy(account, { kinds: ['objection'], cadreId })
  const open = new Set(seen.map(({ matterId }) => matterId))
  return found.map(({ of, since, until, matterId }) => ({
    label: labelOf('restricted', of),
    since: formatDate(since),
    until: until === undefined ? null : formatDate(until),
    matterId: open.has(matterId) ? matterId : null,
  }))
}

/** What a matter restricts once an event is added to it. */
export function restrictedAfter(
  design: MatterDesign,
  matterId: string,
  events: readonly MatterEvent[],
  on: DateCode,
): readonly Restriction[] {
  return restrictionsOn([{ matterId, matter: replayMatter(design, events) }], on)
}
