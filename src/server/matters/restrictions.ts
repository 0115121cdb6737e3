/** What upheld objections restrict, as the analysis, the pages and the transaction of a decision ask for it. */
import type { QueryExecutorProvider } from 'kysely'
import type { DateCode } from '#domain/calendar.ts'
import type { MatterDesign, MatterEvent } from '#domain/matter.ts'
import { replayMatter } from '#domain/matter-course.ts'
import type { Restriction } from '#domain/restriction.ts'
import { restrictionsOn } from '#manage/index.ts'
import type { RuleBook } from '#policy/index.ts'
import { readMatters } from '#records/queries/index.ts'
import { designsOn } from './designs.ts'

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

/** What a matter restricts once an event is added to it. */
export function restrictedAfter(
  design: MatterDesign,
  matterId: string,
  events: readonly MatterEvent[],
  on: DateCode,
): readonly Restriction[] {
  return restrictionsOn([{ matterId, matter: replayMatter(design, events) }], on)
}
