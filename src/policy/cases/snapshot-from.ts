import type { DateCode } from '#domain/calendar.ts'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'

/** One row by field; what is left out or empty is unknown. */
export type RowFacts = Readonly<Record<string, string>>

/**
 * A snapshot of a few rows written by hand.
 * @example snapshotFrom(20261122, [['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }]])
 */
export function snapshotFrom(asOf: DateCode, rows: Iterable<readonly [TableName, RowFacts]>): Snapshot {
  const builder = new SnapshotBuilder(asOf)
  for (const [table, facts] of rows)
    builder.append(
      table,
      fieldNamesOf(table).map((name) => facts[name] || null),
    )
  return builder.finish()
}
