import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { type DateCode, earliest, formatDate, parseDate, yearOf } from '#domain/calendar.ts'
import { type TableName, tableOf, type tables } from '#domain/tables.ts'
import type { Fact } from '../database.ts'
import { knownRows } from './known-rows.ts'

type Personal = {
  [T in TableName]: 'cadre_id' extends keyof (typeof tables)[T]['fields'] ? T : never
}[TableName]

/** The facts of one cadre as of a date, as `Fact` rows of each table. */
export interface CadreFacts {
  readonly cadre: Fact<'cadres'>
  readonly authority: Fact<'units'> | undefined
  readonly tenures: readonly TenureFact[]
  readonly grades: readonly Fact<'grades'>[]
  readonly educations: readonly Fact<'educations'>[]
  readonly evaluations: readonly Fact<'evaluations'>[]
  readonly trainings: readonly Fact<'trainings'>[]
  readonly honours: readonly Fact<'honours'>[]
  readonly sanctions: readonly Fact<'sanctions'>[]
  readonly relatives: readonly Fact<'relatives'>[]
  readonly duties: readonly DutyFact[]
}

/** A duty with the name of its unit. */
export interface DutyFact extends Fact<'duties'> {
  readonly unit_name: string | null
}

/** A tenure with what its seat adds. */
export interface TenureFact extends Fact<'tenures'> {
  readonly seat_title: string | null
  readonly seat_level: string | null
  readonly seat_role: string | null
  readonly seat_unit: string | null
  readonly hardship: boolean | null
  readonly seat_unit_id: string | null
  readonly seat_team: string | null
  readonly seat_portfolio: string | null
}

/** The facts of a cadre, as they were known at a moment where one is given; undefined when there is no such person. */
export async function readCadreFacts(
  database: QueryExecutorProvider,
  cadreId: string,
  asOf: DateCode,
  knownAt?: Date,
): Promise<CadreFacts | undefined> {
  const known = (table: TableName) => knownRows(table, knownAt)
  const { rows } = await sql<Fact<'cadres'>>`
    select * from ${known('cadres')} where cadre_id = ${cadreId}`.execute(database)
  const [cadre] = rows
  if (!cadre) return undefined
  const own = async <T extends Personal>(table: T): Promise<readonly Fact<T>[]> => {
    const found = await sql<Fact<T>>`select * from ${known(table)} where cadre_id = ${cadreId}`.execute(database)
    return asOfDate(table, found.rows, asOf)
  }
  const [authority, tenures, grades, educations, evaluations, trainings, honours, sanctions, relatives, duties] =
    await Promise.all([
      sql<Fact<'units'>>`select * from ${known('units')} where unit_id = ${cadre.authority_unit_id}`.execute(database),
      tenuresWhere(database, sql`cadre_id = ${cadreId}`, knownAt).then((rows) => asOfDate('tenures', rows, asOf)),
      own('grades'),
      own('educations'),
      own('evaluations'),
      own('trainings'),
      own('honours'),
      own('sanctions'),
      own('relatives'),
      sql<DutyFact>`
        select duties.*, units.name as unit_name from ${known('duties')} left join ${known('units')} using (unit_id)
        where cadre_id = ${cadreId} order by duties."from" desc, indicator`
        .execute(database)
        .then(({ rows: found }) => asOfDate('duties', found, asOf)),
    ])
  return {
    cadre,
    authority: authority.rows[0],
    tenures,
    grades,
    educations,
    evaluations,
    trainings,
    honours,
    sanctions,
    relatives,
    duties,
  }
}

/** Whether a form that stands brought a photo of the person. */
export async function readHasPhoto(database: QueryExecutorProvider, cadreId: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (
      select from appointment_form where cadre_id = ${cadreId} and withdrawn_at is null and photo is not null
    ) as held`.execute(database)
  return rows[0]?.held ?? false
}

/** Tenures with what their seats add, by their first day. */
export async function tenuresWhere(
  database: QueryExecutorProvider,
  condition: RawBuilder<unknown>,
  knownAt?: Date,
): Promise<readonly TenureFact[]> {
  const known = (table: TableName) => knownRows(table, knownAt)
  const { rows } = await sql<TenureFact>`
    select tenures.*, positions.title as seat_title, positions.post_level as seat_level, positions.role as seat_role,
      units.name as seat_unit, coalesce(positions.hardship, units.hardship) as hardship, positions.unit_id as seat_unit_id,
      (select teams.name from ${known('teams')} where teams.team_id = positions.team_id) as seat_team,
      positions.portfolio as seat_portfolio
    from ${known('tenures')} left join ${known('positions')} using (position_id)
      left join ${known('units')} using (unit_id)
    where ${condition} order by tenures."from", tenure_id`.execute(database)
  return rows
}

/** What the snapshot of the same date would hold: later rows do not exist yet, later ends are not known yet. */
export function asOfDate<R extends object>(table: TableName, rows: readonly R[], asOf: DateCode): readonly R[] {
  const { since, ends = [] } = tableOf(table)
  const isLater = (value: unknown): boolean => {
    if (typeof value === 'number') return value > yearOf(asOf)
    const date = typeof value === 'string' ? parseDate(value) : undefined
    return date !== undefined && earliest(date) > asOf
  }
  const valueOf = (row: R, field: string): unknown => (row as Record<string, unknown>)[field]
  return rows
    .filter((row) => since === undefined || !isLater(valueOf(row, since)))
    .map((row) => {
      const hidden = ends.filter((field) => isLater(valueOf(row, field)))
      return hidden.length === 0 ? row : { ...row, ...Object.fromEntries(hidden.map((field) => [field, null])) }
    })
}

/** How many statements a channel has made about a cadre by a date. */
export interface StatementTally {
  readonly channel: string
  readonly count: number
  readonly major: number
  readonly minor: number
  readonly lastOn: string
}

export async function readStatementTally(
  database: QueryExecutorProvider,
  cadreId: string,
  asOf: DateCode,
  knownAt?: Date,
): Promise<readonly StatementTally[]> {
  const { rows } = await sql<StatementTally>`
    select channel, count(*)::integer as count,
      (count(*) filter (where aspect = 'political-major'))::integer as major,
      (count(*) filter (where aspect = 'political-minor'))::integer as minor,
      max(recorded_on) as "lastOn"
    from ${knownRows('statements', knownAt)}
    where cadre_id = ${cadreId} and recorded_on <= ${formatDate(asOf)}
    group by channel order by count(*) desc, channel`.execute(database)
  return rows
}
