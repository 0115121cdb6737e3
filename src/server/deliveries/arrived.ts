/** Statements that wait for an officer, each with those on record by its name. */
import type { QueryExecutorProvider } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { readDeliveries } from '#records/index.ts'
import { readRecordedPeople } from '#records/queries/index.ts'
import type { ArrivedDeliveries } from '../contract/index.ts'

export async function arrivedNow(database: QueryExecutorProvider, today: DateCode): Promise<ArrivedDeliveries> {
  const waiting = await readDeliveries(database, { waiting: true })
  const names = waiting.flatMap(({ statement }) => statement?.person ?? [])
  const people = Map.groupBy(await readRecordedPeople(database, names), ({ name }) => name)
  return {
    today: formatDate(today),
    rows: waiting.flatMap(({ deliveryId, channel, unitName, deliveredAt, statement }) =>
      statement === null
        ? []
        : [
            {
              deliveryId,
              channel,
              label: labelOf('statementChannel', channel),
              unitName,
              deliveredAt: deliveredAt.toISOString(),
              statement: { ...statement },
              people: (people.get(statement.person) ?? []).map(({ cadre_id, name, unit_name, title }) => ({
                cadreId: cadre_id,
                name,
                post: `${unit_name ?? ''}${title ?? ''}`,
              })),
            },
          ],
    ),
  }
}
