import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Severity } from '#domain/results.ts'
import type { Fact, RunConflictRow } from '../database.ts'
import type { PersonRecord } from './roster.ts'

/** A conflict as it is stored, with the standing of the person. */
export interface ConflictRecord extends RunConflictRow {
  readonly name: string
  readonly unit_name: string | null
  readonly title: string | null
}

export interface ConflictSelection {
  readonly field?: readonly string[] | undefined
  readonly severity?: readonly Severity[] | undefined
  /** Only those that nothing could settle, or only those that are settled. */
  readonly undecided?: boolean | undefined
  readonly cadre?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** Conflicts of a run, the gravest first and of those the undecided, and how many there are. */
export async function readConflicts(
  database: QueryExecutorProvider,
  runId: string,
  selection: ConflictSelection,
): Promise<{ total: number; rows: readonly ConflictRecord[] }> {
  const from = sql`run_conflict conflict join roster using (cadre_id)
    where ${sql.join(conditionsOf(runId, selection), sql` and `)}`
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from ${from}`.execute(database),
    sql<ConflictRecord>`
      select conflict.*, roster.name, roster.unit_name, roster.title from ${from}
      order by array_position(array['serious', 'moderate', 'minor'], conflict.severity),
        conflict.accepted is not null, conflict.field, conflict.cadre_id, conflict."values"
      limit ${selection.limit} offset ${selection.offset}`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows }
}

function conditionsOf(runId: string, { field, severity, undecided, cadre }: ConflictSelection): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`conflict.run_id = ${runId}`]
  if (field !== undefined && field.length > 0) conditions.push(sql`conflict.field = any(${[...field]}::text[])`)
  if (severity !== undefined && severity.length > 0)
    conditions.push(sql`conflict.severity = any(${[...severity]}::text[])`)
  if (undecided !== undefined)
    conditions.push(undecided ? sql`conflict.accepted is null` : sql`conflict.accepted is not null`)
  if (cadre !== undefined) conditions.push(sql`conflict.cadre_id = ${cadre}`)
  return conditions
}

export interface ConflictTally {
  readonly field: string
  readonly severity: Severity
  readonly undecided: boolean
  readonly count: number
}

/** Conflicts of a run by field, severity and whether they are settled. */
export async function tallyConflicts(
  database: QueryExecutorProvider,
  runId: string,
): Promise<readonly ConflictTally[]> {
  const { rows } = await sql<ConflictTally>`
    select field, severity, accepted is null as undecided, count(*)::integer as count from run_conflict
    where run_id = ${runId} group by field, severity, accepted is null order by field, severity, undecided`.execute(
    database,
  )
  return rows
}

export interface StatementRecord extends Fact<'statements'> {
  readonly source_name: string | null
}

/** What sources have stated about a cadre by a day, the newest first. */
export async function readStatements(
  database: QueryExecutorProvider,
  cadreId: string,
  asOf: DateCode,
): Promise<readonly StatementRecord[]> {
  const { rows } = await sql<StatementRecord>`
    select statements.*, units.name as source_name
    from statements left join units on units.unit_id = statements.source_unit_id
    where cadre_id = ${cadreId} and recorded_on <= ${formatDate(asOf)}
    order by recorded_on desc, statement_id`.execute(database)
  return rows
}

/** Some cadres as the roster has them, by id. */
export async function readPosts(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
): Promise<ReadonlyMap<string, PersonRecord>> {
  const { rows } = await sql<PersonRecord>`
    select cadre_id, name, unit_name, title, post_level from roster
    where cadre_id = any(${[...cadreIds]}::text[])`.execute(database)
  return new Map(rows.map((row) => [row.cadre_id, row]))
}
