/** Every version of everything recorded about one person, and who recorded it. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { TableName } from '#domain/tables.ts'
import { pastRows } from './known-rows.ts'

/** Tables whose rows about a person are shown to whoever may open the dossier; ballots and supervision are not among them. */
export const dossierTables = [
  'cadres',
  'tenures',
  'grades',
  'educations',
  'relatives',
  'evaluations',
  'trainings',
  'honours',
  'sanctions',
  'duties',
  'statements',
  'competencies',
] as const satisfies readonly TableName[]
export type DossierTable = (typeof dossierTables)[number]

/** One version of one row. Moments are instants to the microsecond, in UTC. */
export interface RowVersion {
  readonly table: DossierTable
  readonly facts: Readonly<Record<string, unknown>>
  readonly since: string
  /** Null = still held to be true. */
  readonly until: string | null
}

export async function readCadreVersions(
  database: QueryExecutorProvider,
  cadreId: string,
): Promise<readonly RowVersion[]> {
  const each = dossierTables.map(
    (table) => sql`
      select ${table} as "table", to_jsonb(${sql.ref(table)}) as facts, moment_name(recorded_at) as since, null as until
      from ${sql.table(table)} where cadre_id = ${cadreId}
      union all
      select ${table}, to_jsonb(before) - 'recorded', moment_name(lower(recorded)), moment_name(upper(recorded))
      from ${pastRows(table)} before where cadre_id = ${cadreId}`,
  )
  const { rows } = await sql<RowVersion>`${sql.join(each, sql` union all `)}`.execute(database)
  return rows
}

/** Who recorded what bears a moment: the account and its act, and the import that brought it. */
export interface Recording {
  readonly at: string
  readonly actor: string | null
  readonly action: string | null
  readonly importId: string | null
  readonly files: readonly string[]
}

export async function readRecordings(
  database: QueryExecutorProvider,
  moments: readonly string[],
): Promise<ReadonlyMap<string, Recording>> {
  const { rows } = await sql<Recording>`
    select moment as at, coalesce(entry.actor, import.applied_by) as actor, entry.action, import.import_id as "importId",
      array(select name from import_file file where file.import_id = import.import_id order by place) as files
    from unnest(${[...moments]}::text[]) moment
      left join lateral (
        select actor, action from audit where recorded_at = moment::timestamptz order by id limit 1
      ) entry on true
      left join import on applied_at = moment::timestamptz`.execute(database)
  return new Map(rows.map((row) => [row.at, row]))
}

export async function readUnitNames(
  database: QueryExecutorProvider,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ unit_id: string; name: string }>`
    select unit_id, name from units where unit_id = any(${[...unitIds]}::text[])`.execute(database)
  return new Map(rows.map(({ unit_id, name }) => [unit_id, name]))
}
