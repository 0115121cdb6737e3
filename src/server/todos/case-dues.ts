/** Deadlines of cases of appointment as things that are due. */
import { deadlinesOf } from '#appoint/procedure/index.ts'
import type { DueItem } from '#domain/due.ts'
import { fill } from '#domain/text.ts'
import type { DueContext } from './sources.ts'

export async function caseDues({
  cases,
  facts,
  book,
  today,
}: Pick<DueContext, 'cases' | 'facts' | 'book' | 'today'>): Promise<readonly DueItem[]> {
  const open = await cases.all({ openOnly: true })
  return open.flatMap(({ caseId, events, selection }) => {
    const { title, target } = selection.opening
    const place = target.kind === 'seat' ? facts.seatIndex(target.positionId) : undefined
    const unit = place === undefined ? undefined : facts.seat(place).unit
    return deadlinesOf(selection, events, book, today).flatMap(({ id, label, on, basis, cadreId }): DueItem[] =>
      on === undefined
        ? []
        : [
            {
              id: `case/${caseId}/${id}${cadreId === undefined ? '' : `/${cadreId}`}`,
              kind: 'case',
              label: fill({ zh: '{what}：{title}', en: '{what}: {title}' }, { what: label, title }),
              on,
              ...(basis ? { basis } : {}),
              ...(cadreId === undefined ? {} : { cadreId }),
              ...(unit === undefined ? {} : { unitId: unit }),
              accounts: selection.handlers,
              link: `/cases/${caseId}`,
            },
          ],
    )
  })
}
