import { type RawBuilder, sql } from 'kysely'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'

/** What is no longer known so, for a `from` clause; of people as far as the reader may see each field. */
export const pastRows = (table: TableName): RawBuilder<unknown> =>
  table === 'cadres' ? sql`past_cadres` : sql`${sql.table(`past.${table}`)}`

/**
 * The rows of a table as they were known at a moment, for a `from` clause, under the name of the table; as they are now
 * where no moment is given.
 *
 * @example sql`select name from ${knownRows('cadres', knownAt)} where cadre_id = ${cadreId}`
 */
export function knownRows(table: TableName, knownAt: Date | undefined): RawBuilder<unknown> {
  if (!knownAt) return sql`${sql.table(table)}`
  const columns = sql.join([...fieldNamesOf(table), 'extra', 'recorded_at'].map((name) => sql.ref(name)))
  return sql`(
    select ${columns} from ${sql.table(table)} where recorded_at <= ${knownAt}
    union all select ${columns} from ${pastRows(table)} where recorded @> ${knownAt}::timestamptz
  ) as ${sql.ref(table)}`
}
