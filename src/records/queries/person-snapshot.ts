/** A snapshot of what the rules read about one person, so that one person costs one person however many are on record. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { DateCode } from '#domain/calendar.ts'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { knownRows } from './known-rows.ts'

export interface PersonAsked {
  readonly cadreId: string
  /** Seats that the person is compared with. */
  readonly positionIds: readonly string[]
  readonly asOf: DateCode
  readonly knownAt: Date
}

/** Tables of which only the person's own rows are read. */
const ownTables: readonly TableName[] = ['educations', 'evaluations', 'sanctions']

/**
 * The person, the relatives on record in both directions, and for each seat the holders of the seats of its unit and team;
 * with their seats and careers, and all units and teams. Rules answer from it as from the whole snapshot.
 */
export async function readPersonSnapshot(database: QueryExecutorProvider, asked: PersonAsked): Promise<Snapshot> {
  const { cadreId, asOf, knownAt } = asked
  const ids = async (query: RawBuilder<{ id: string | null }>): Promise<string[]> =>
    (await query.execute(database)).rows.flatMap(({ id }) => id ?? [])
  const known = (table: TableName) => knownRows(table, knownAt)
  const one = sql`cadre_id = ${cadreId}`
  const [kin, near] = await Promise.all([
    ids(sql`
      select case when cadre_id = ${cadreId} then relative_cadre_id else cadre_id end as id from ${known('relatives')}
      where cadre_id = ${cadreId} or relative_cadre_id = ${cadreId}`),
    asked.positionIds.length === 0 ? [] : ids(nearSeats(asked.positionIds, known('positions'))),
  ])
  const holders =
    near.length === 0
      ? []
      : await ids(sql`select distinct cadre_id as id from ${known('tenures')} where position_id = any(${near}::text[])`)
  const people = [...new Set([cadreId, ...kin, ...holders])]
  const held = await ids(sql`
    select distinct position_id as id from ${known('tenures')} where cadre_id = any(${people}::text[])`)
  const seats = [...new Set([...near, ...held])]

  const ofPeople = sql`cadre_id = any(${people}::text[])`
  const wanted: readonly (readonly [TableName, RawBuilder<unknown>])[] = [
    ['units', sql`true`],
    ['teams', sql`true`],
    ['positions', sql`position_id = any(${seats}::text[])`],
    ['cadres', ofPeople],
    ['tenures', ofPeople],
    ['grades', ofPeople],
    ['relatives', sql`cadre_id = ${cadreId} or relative_cadre_id = ${cadreId}`],
    // Somebody else's course says that courses are recorded at all.
    ['trainings', sql`${one} or cadre_id = (select cadre_id from ${known('trainings')} limit 1)`],
    [
      'supervision',
      sql`${one} or (cadre_id is null and unit_id in (
        select unit_id from ${known('positions')} where position_id = any(${held}::text[])))`,
    ],
    ...ownTables.map((table) => [table, one] as const),
  ]
  const builder = new SnapshotBuilder(asOf)
  const read = await Promise.all(
    wanted.map(async ([table, condition]) => ({ table, rows: await canonicalRows(database, asked, table, condition) })),
  )
  for (const { table, rows } of read) for (const row of rows) builder.append(table, row)
  return builder.finish()
}

/** The seats of the units and teams that these seats belong to. */
const nearSeats = (positionIds: readonly string[], positions: RawBuilder<unknown>) => sql<{ id: string }>`
  with seats as (select * from ${positions}), asked as (select * from seats where position_id = any(${[...positionIds]}::text[]))
  select position_id as id from seats
  where unit_id in (select unit_id from asked) or team_id in (select team_id from asked)`

async function canonicalRows(
  database: QueryExecutorProvider,
  { knownAt }: PersonAsked,
  table: TableName,
  condition: RawBuilder<unknown>,
): Promise<(string | null)[][]> {
  const names = fieldNamesOf(table)
  const columns = sql.join(names.map((name) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`))
  const { rows } = await sql<Record<string, string | null>>`
    select ${columns} from ${knownRows(table, knownAt)} where ${condition}`.execute(database)
  return rows.map((row) => names.map((name) => row[name] ?? null))
}
