/** How much is held of what, and where files went: numbers for the processing register. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { type TableName, tableNames } from '#domain/tables.ts'

/** Rows of every fact table. */
export async function countHeld(database: QueryExecutorProvider): Promise<ReadonlyMap<TableName, number>> {
  const counts = await Promise.all(
    tableNames.map(async (table): Promise<[TableName, number]> => {
      const { rows } = await sql<{ rows: number }>`select count(*)::integer as rows from ${sql.table(table)}`.execute(
        database,
      )
      return [table, rows[0]?.rows ?? 0]
    }),
  )
  return new Map(counts)
}

export interface TakenOut {
  readonly kind: string
  readonly files: number
  readonly people: number
  readonly lastAt: Date
}

/** Files that left, by kind, as far as their records are kept. */
export async function countTakenOut(database: QueryExecutorProvider): Promise<readonly TakenOut[]> {
  const { rows } = await sql<TakenOut>`
    select kind, count(*)::integer as files, sum(cardinality(subjects))::integer as people, max(recorded_at) as "lastAt"
    from export_log group by kind order by files desc, kind`.execute(database)
  return rows
}
