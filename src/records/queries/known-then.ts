/** What had been recorded at a moment, and what came after: for a decision that is looked at again. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { CadreEstimate } from '#domain/results.ts'
import { type TableName, tableNames, tableOf } from '#domain/tables.ts'
import { readingForSystem } from '../rights/reader.ts'
import { readEstimates } from './estimates.ts'
import { pastRows } from './known-rows.ts'
import { readRunAt } from './run-then.ts'

/** The estimates of the last analysis before a moment, of these cadres, with when it was made; undefined before the first. */
export async function readEstimatesAt(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
  knownAt: Date,
): Promise<{ readonly madeAt: Date; readonly estimates: readonly CadreEstimate[] } | undefined> {
  const run = await readRunAt(database, knownAt)
  if (!run) return undefined
  const wanted = new Set(cadreIds)
  const estimates = await readEstimates(database, run.runId)
  return { madeAt: run.madeAt, estimates: estimates.filter(({ cadreId }) => wanted.has(cadreId)) }
}

/** Tables that speak of cadres. */
const cadreTables: readonly TableName[] = tableNames.filter((table) => 'cadre_id' in tableOf(table).fields)

export interface ArrivalCount {
  readonly table: TableName
  readonly count: number
}

/** How many rows about these cadres were added, changed or removed after a moment, by table; ballots are counted, not read. */
export const countArrivals = (
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
  knownAt: Date,
): Promise<readonly ArrivalCount[]> =>
  readingForSystem(() => countSince(database, cadreTables, knownAt, sql`cadre_id = any (${[...cadreIds]})`))

/** The same of everything recorded, ballots too: how much, and of nobody. */
export const countAllArrivals = (database: QueryExecutorProvider, knownAt: Date): Promise<readonly ArrivalCount[]> =>
  readingForSystem(() => countSince(database, tableNames, knownAt, sql`true`))

async function countSince(
  database: QueryExecutorProvider,
  among: readonly TableName[],
  knownAt: Date,
  wanted: RawBuilder<unknown>,
): Promise<readonly ArrivalCount[]> {
  const each = among.map((table) => {
    const key = tableOf(table).key.map(
      (name) => sql`now_so.${sql.ref(name)} is not distinct from before.${sql.ref(name)}`,
    )
    return sql`select ${table} as table, (
      (select count(*) from ${sql.table(table)} where ${wanted} and recorded_at > ${knownAt})
      + (select count(*) from ${pastRows(table)} as before
        where ${wanted} and recorded @> ${knownAt}::timestamptz
          and not exists (select from ${sql.table(table)} as now_so where ${sql.join(key, sql` and `)}))
    )::integer as count`
  })
  const { rows } = await sql<{ table: TableName; count: number }>`${sql.join(each, sql` union all `)}`.execute(database)
  return rows.filter(({ count }) => count > 0)
}
