/** What is recorded of people, seats and units, as an import is laid beside it. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { type ArrivingRow, type PersonTable, personTables } from '#domain/arrivals.ts'
import type { StandingPerson } from '#domain/import.ts'
import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import { sealingOf } from '../sealing/index.ts'

/** A stored row as canonical text; what is unknown is left out. */
export function canonicalRow(table: TableName, stored: Readonly<Record<string, unknown>>): ArrivingRow {
  const row: Record<string, string> = {}
  for (const field of fieldNamesOf(table)) {
    const value = stored[field]
    if (value !== null && value !== undefined) row[field] = String(value)
  }
  return row
}

/** The facts of some cadres by id; who is not recorded is missing. */
export async function readStanding(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
): Promise<ReadonlyMap<string, StandingPerson>> {
  const cadres = await rowsOf(database, 'cadres', cadreIds)
  const found = new Map<string, { cadre: ArrivingRow; rows: Record<PersonTable, ArrivingRow[]> }>()
  for (const cadre of cadres) {
    const rows = Object.fromEntries(personTables.map((table) => [table, [] as ArrivingRow[]]))
    found.set(cadre.cadre_id ?? '', { cadre, rows: rows as Record<PersonTable, ArrivingRow[]> })
  }
  for (const table of personTables)
    for (const row of await rowsOf(database, table, cadreIds)) found.get(row.cadre_id ?? '')?.rows[table].push(row)
  return new Map([...found].map(([cadreId, facts]) => [cadreId, { cadreId, ...facts }]))
}

async function rowsOf(
  database: QueryExecutorProvider,
  table: PersonTable | 'cadres',
  cadreIds: readonly string[],
): Promise<ArrivingRow[]> {
  const order = sql.join(tableOf(table).key.map((field) => sql.ref(field)))
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where cadre_id = any (${cadreIds}::text[]) order by ${order}`.execute(database)
  return rows.map((row) => canonicalRow(table, row))
}

export interface ListedCadre {
  readonly cadreId: string
  readonly name: string
  readonly sex: string | undefined
  readonly bornOn: string | undefined
  readonly nativePlace: string | undefined
  readonly workStartedOn: string | undefined
  readonly citizenId: string | undefined
  /** Units served in, by id where they are recorded and by name where not. */
  readonly units: readonly string[]
}

/** Everybody, as people are compared. */
export async function readListedCadres(database: QueryExecutorProvider): Promise<readonly ListedCadre[]> {
  const { rows } = await sql<{ [K in keyof ListedCadre]: ListedCadre[K] | null }>`
    with served as (
      select cadre_id, array_agg(distinct coalesce(unit_id, unit_text)) as units
      from tenures left join positions using (position_id)
      where coalesce(unit_id, unit_text) is not null group by cadre_id
    )
    select cadre_id as "cadreId", name, sex, born_on as "bornOn", native_place as "nativePlace",
      work_started_on as "workStartedOn", citizen_id as "citizenId", units
    from cadres left join served using (cadre_id) order by cadre_id`.execute(database)
  return rows.map((row) => ({
    cadreId: row.cadreId ?? '',
    name: row.name ?? '',
    sex: row.sex ?? undefined,
    bornOn: row.bornOn ?? undefined,
    nativePlace: row.nativePlace ?? undefined,
    workStartedOn: row.workStartedOn ?? undefined,
    citizenId: row.citizenId ?? undefined,
    units: row.units ?? [],
  }))
}

/** Units, seats and their appointed holders, and which unit manages those who serve where. */
export interface SeatFacts {
  readonly units: readonly ArrivingRow[]
  readonly seats: readonly {
    readonly positionId: string
    readonly unitId: string
    readonly unitName: string
    readonly title: string
    readonly openFrom: string | undefined
    readonly openTo: string | undefined
  }[]
  readonly holdings: readonly {
    readonly positionId: string
    readonly tenureId: string
    readonly cadreId: string
    readonly name: string
    readonly from: string
    readonly to: string | undefined
  }[]
  /** By unit, the managing unit of most of those who serve there. */
  readonly managedBy: Readonly<Record<string, string>>
}

export async function readSeatFacts(database: QueryExecutorProvider): Promise<SeatFacts> {
  const units = await sql<Record<string, unknown>>`select * from units order by unit_id`.execute(database)
  const seats = await sql<SeatFacts['seats'][number]>`
    select position_id as "positionId", unit_id as "unitId", units.name as "unitName", title,
      open_from as "openFrom", open_to as "openTo"
    from positions join units using (unit_id) order by position_id`.execute(database)
  const holdings = await sql<SeatFacts['holdings'][number]>`
    select position_id as "positionId", tenure_id as "tenureId", cadre_id as "cadreId", name, "from", "to"
    from tenures join cadres using (cadre_id)
    where position_id is not null and kind = 'appointed' order by tenure_id`.execute(database)
  const managers = await sql<{ unit_id: string; authority: string }>`
    select distinct on (unit_id) unit_id, authority_unit_id as authority
    from tenures join positions using (position_id) join cadres using (cadre_id)
    where tenures."to" is null
    group by unit_id, authority_unit_id order by unit_id, count(*) desc, authority_unit_id`.execute(database)
  const known = (value: string | null | undefined): string | undefined => value ?? undefined
  return {
    units: units.rows.map((row) => canonicalRow('units', row)),
    seats: seats.rows.map((row) => ({ ...row, openFrom: known(row.openFrom), openTo: known(row.openTo) })),
    holdings: holdings.rows.map((row) => ({ ...row, to: known(row.to) })),
    managedBy: Object.fromEntries(managers.rows.map(({ unit_id, authority }) => [unit_id, authority])),
  }
}

/** Recorded cadres of these names or citizen numbers: who has come since a match was made shows in it. */
export async function readNamesakes(
  database: QueryExecutorProvider,
  names: readonly string[],
  citizenIds: readonly string[],
): Promise<readonly { readonly cadreId: string; readonly name: string; readonly citizenId: string | null }[]> {
  const tags = sealingOf(database)?.tagsOf('cadres.citizen_id', citizenIds)
  const isNumbered = tags
    ? sql`look_up_tag(citizen_id) = any (${tags}::text[])`
    : sql`citizen_id = any (${citizenIds}::text[])`
  const { rows } = await sql<{ cadreId: string; name: string; citizenId: string | null }>`
    select cadre_id as "cadreId", name, citizen_id as "citizenId" from cadres
    where regexp_replace(name, '\s', '', 'g') = any (${names}::text[]) or ${isNumbered}`.execute(database)
  return rows
}

/** Ids with one of these beginnings, so that a new one meets none of them. */
export async function readImportedIds(
  database: QueryExecutorProvider,
  prefix: { readonly cadre: string; readonly unit: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select cadre_id as id from cadres where starts_with(cadre_id, ${prefix.cadre})
    union all select unit_id from units where starts_with(unit_id, ${prefix.unit})`.execute(database)
  return new Set(rows.map(({ id }) => id))
}
