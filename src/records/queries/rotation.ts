import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { KeyKind } from '#domain/key-seat.ts'
import type { Text } from '#domain/text.ts'
import type { RunRotationRow } from '../database.ts'

export interface RotationRecord extends RunRotationRow {
  readonly name: string
  readonly unit_name: string | null
  readonly position_title: string | null
  readonly post_level: string | null
}

export interface RotationSelection {
  readonly state?: readonly string[] | undefined
  readonly rule?: readonly string[] | undefined
  readonly unit?: string | undefined
  /** `overdue`, a half-year such as `2027H1`, a year `2027` or a month `2027-03`. */
  readonly period?: string | undefined
  /** Of key seats: any of these kinds. */
  readonly kind?: readonly KeyKind[] | undefined
  readonly level?: readonly string[] | undefined
  readonly sort: 'dueOn' | 'name' | 'unit' | 'since'
  readonly order: 'asc' | 'desc'
  readonly offset: number
  readonly limit: number
}

const sortKeys = {
  dueOn: sql`duty.due_on`,
  name: sql`roster.reading`,
  unit: sql`roster.unit_order`,
  since: sql`duty.since`,
}

/** A duty belongs to the half-year of its day, unless that day has passed. */
const periodOfDuty = sql<string>`case when state = 'overdue' then 'overdue'
  else substr(due_on, 1, 4) || case when substr(due_on, 6, 2) <= '06' then 'H1' else 'H2' end end`

/** Duties with who has them, and with seat and unit where these are known. */
const duties = sql`
  run_rotation duty join roster using (cadre_id)
    left join positions on positions.position_id = duty.position_id
    left join units on units.unit_id = positions.unit_id`

/** One page of the duties of a run, and how many there are. */
export async function readRotation(
  database: QueryExecutorProvider,
  runId: string,
  selection: RotationSelection,
): Promise<{ total: number; rows: readonly RotationRecord[] }> {
  const from = sql`${duties} where ${sql.join(conditionsOf(runId, selection), sql` and `)}`
  const key = sql`${sortKeys[selection.sort]} ${selection.order === 'asc' ? sql`asc` : sql`desc`} nulls last`
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from ${from}`.execute(database),
    sql<RotationRecord>`
      select duty.*, roster.name, coalesce(units.name, roster.unit_name) as unit_name,
        positions.title as position_title, coalesce(positions.post_level, roster.post_level) as post_level
      from ${from} order by ${key}, duty.due_on, duty.cadre_id, duty.rule
      limit ${selection.limit} offset ${selection.offset}`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows }
}

function conditionsOf(
  runId: string,
  { state, rule, unit, period, kind, level }: Omit<RotationSelection, 'sort' | 'order' | 'offset' | 'limit'>,
): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`duty.run_id = ${runId}`]
  if (state !== undefined && state.length > 0) conditions.push(sql`duty.state = any(${[...state]}::text[])`)
  if (rule !== undefined && rule.length > 0) conditions.push(sql`duty.rule = any(${[...rule]}::text[])`)
  if (unit !== undefined) conditions.push(sql`(roster.unit_path @> array[${unit}] or positions.unit_id = ${unit})`)
  if (kind !== undefined && kind.length > 0)
    conditions.push(
      sql`(${sql.join(
        kind.map((one) => sql.ref(`positions.key_${one}`)),
        sql` or `,
      )})`,
    )
  if (level !== undefined && level.length > 0)
    conditions.push(sql`positions.post_level::text = any(${[...level]}::text[])`)
  if (period !== undefined)
    conditions.push(
      /^\d{4}(-\d{2})?$/.test(period)
        ? sql`duty.state <> 'overdue' and starts_with(due_on, ${period})`
        : sql`${periodOfDuty} = ${period}`,
    )
  return conditions
}

export interface RotationCalendar {
  /** Duties that are not overdue, by month, `2027-03`. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  /** What the list can be narrowed to, with how many duties there are. */
  readonly rules: readonly { readonly rule: string; readonly title: Text; readonly count: number }[]
  readonly units: readonly { readonly unit_id: string; readonly name: string; readonly count: number }[]
}

/** The months of the duties that are chosen, whatever the period; and the rules and units of all. */
export async function readRotationCalendar(
  database: QueryExecutorProvider,
  runId: string,
  { unit, rule, kind, level }: Pick<RotationSelection, 'unit' | 'rule' | 'kind' | 'level'>,
): Promise<RotationCalendar> {
  const chosen = sql.join(conditionsOf(runId, { unit, rule, kind, level }), sql` and `)
  const [months, rules, units] = await Promise.all([
    sql<RotationCalendar['months'][number]>`
      select substr(due_on, 1, 7) as month, count(*)::integer as count
      from ${duties} where ${chosen} and duty.state <> 'overdue' group by 1 order by 1`.execute(database),
    sql<RotationCalendar['rules'][number]>`
      select rule, title, count(*)::integer as count from run_rotation where run_id = ${runId}
      group by rule, title order by count desc, rule`.execute(database),
    sql<RotationCalendar['units'][number]>`
      select units.unit_id, units.name, count(*)::integer as count
      from ${duties} where duty.run_id = ${runId} and units.unit_id is not null
      group by units.unit_id, units.name order by count desc, units.unit_id`.execute(database),
  ])
  return { months: months.rows, rules: rules.rows, units: units.rows }
}

export interface RotationTally {
  readonly rule: string
  readonly instrument: string
  readonly article: string
  readonly title: Text
  readonly period: string
  readonly count: number
}

/** Duties of a run by rule and half-year. */
export async function tallyRotation(database: QueryExecutorProvider, runId: string): Promise<readonly RotationTally[]> {
  const { rows } = await sql<RotationTally>`
    select rule, instrument, article, title, ${periodOfDuty} as period, count(*)::integer as count
    from run_rotation where run_id = ${runId}
    group by rule, instrument, article, title, ${periodOfDuty} order by rule`.execute(database)
  return rows
}

/** Duties of a run by state. */
export async function countRotation(
  database: QueryExecutorProvider,
  runId: string,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::integer as count from run_rotation where run_id = ${runId} group by state`.execute(database)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
