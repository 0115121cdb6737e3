import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { RunSignalRow } from '../database.ts'

/** A sign as it is stored, with the standing of the person or the name of the unit. */
export interface SignRecord extends RunSignalRow {
  readonly unit_name: string | null
  readonly post_level: string | null
}

export interface SignSelection {
  readonly kind?: readonly string[] | undefined
  readonly severity?: readonly string[] | undefined
  readonly cadre?: string | undefined
  readonly unit?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** Signs of a run, the gravest first and of those the newest, and how many there are. */
export async function readSigns(
  database: QueryExecutorProvider,
  runId: string,
  selection: SignSelection,
): Promise<{ total: number; rows: readonly SignRecord[] }> {
  const from = sql`
    run_signal sign left join roster using (cadre_id) left join units on units.unit_id = sign.unit_id
    where ${sql.join(conditionsOf(runId, selection), sql` and `)}`
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from ${from}`.execute(database),
    sql<SignRecord>`
      select sign.*, units.name as unit_name, roster.post_level from ${from}
      order by array_position(array['serious', 'moderate', 'minor'], sign.severity), sign.raised_on desc,
        sign.kind, sign.cadre_id, sign.unit_id
      limit ${selection.limit} offset ${selection.offset}`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows }
}

function conditionsOf(runId: string, { kind, severity, cadre, unit }: SignSelection): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`sign.run_id = ${runId}`]
  if (kind !== undefined && kind.length > 0) conditions.push(sql`sign.kind = any(${[...kind]}::text[])`)
  if (severity !== undefined && severity.length > 0) conditions.push(sql`sign.severity = any(${[...severity]}::text[])`)
  if (cadre !== undefined) conditions.push(sql`sign.cadre_id = ${cadre}`)
  if (unit !== undefined) conditions.push(sql`sign.unit_id = ${unit}`)
  return conditions
}

export interface SignTally {
  readonly kind: string
  readonly severity: RunSignalRow['severity']
  readonly count: number
}

/** Signs of a run by kind and severity. */
export async function tallySigns(database: QueryExecutorProvider, runId: string): Promise<readonly SignTally[]> {
  const { rows } = await sql<SignTally>`
    select kind, severity, count(*)::integer as count from run_signal where run_id = ${runId}
    group by kind, severity order by kind, severity`.execute(database)
  return rows
}
