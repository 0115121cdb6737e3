/** What left the house as a file: written in the same transaction as its audit entry, never changed. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { Records } from '../records.ts'

export interface ExportEntry {
  /** What kind of paper, e.g. `roster`, `appointment-form`. */
  readonly kind: string
  /** Between 2 and 200 characters. */
  readonly purpose: string
  readonly format: string
  readonly fileName: string
  /** Lower-case hexadecimal. */
  readonly fileSha256: string
  readonly byteCount: number
  /** Ids of the cadres in it. */
  readonly subjects: readonly string[]
}

/** Writes down that a file leaves; returns the id of the entry. */
export async function logExport(records: Records, entry: ExportEntry, actor: string): Promise<string> {
  const { kind, purpose, format, fileName, fileSha256, byteCount, subjects } = entry
  // The name of the file may hold that of a person, and the audit log is never changed: the name stands in the row alone.
  const detail = { purpose, format, fileSha256, people: subjects.length }
  return records.commit({ actor, action: 'export', subject: kind, detail }, async (tx) => {
    const { export_id } = await tx
      .insertInto('export_log')
      .values({
        kind,
        purpose,
        format,
        file_name: fileName,
        file_sha256: fileSha256,
        byte_count: byteCount,
        subjects: [...subjects],
        recorded_by: actor,
      })
      .returning('export_id')
      .executeTakeFirstOrThrow()
    return export_id
  })
}

/** Which exports: all that are given hold together. */
export interface ExportSelection {
  /** The account that made them. */
  readonly by?: string | undefined
  /** Those that hold papers of one person. */
  readonly cadreId?: string | undefined
  readonly kind?: string | undefined
  /** Words of the purpose or the name of the file. */
  readonly words?: string | undefined
  /** Days, both ends included, `YYYY-MM-DD`. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly offset: number
  readonly limit: number
}

export interface ExportRecord extends Omit<ExportEntry, 'subjects'> {
  readonly exportId: string
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly people: number
  /** The first people in it, by name where they are on record. */
  readonly names: readonly string[]
}

const namesShown = 12

/** The log, the newest first. */
export async function readExports(
  database: QueryExecutorProvider,
  { by, cadreId, kind, words, from, to, offset, limit }: ExportSelection,
): Promise<{ total: number; rows: readonly ExportRecord[] }> {
  const conditions = [sql`true`]
  if (by !== undefined) conditions.push(sql`recorded_by = ${by}`)
  if (cadreId !== undefined) conditions.push(sql`subjects @> array[${cadreId}]`)
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`)
  if (words) conditions.push(sql`strpos(lower(purpose || ' ' || file_name), lower(${words})) > 0`)
  if (from !== undefined) conditions.push(sql`recorded_at >= ${from}::date`)
  if (to !== undefined) conditions.push(sql`recorded_at < ${to}::date + 1`)
  const where = sql.join(conditions, sql` and `)
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from export_log where ${where}`.execute(database),
    sql<ExportRecord>`
      select export_id as "exportId", kind, purpose, format, file_name as "fileName", file_sha256 as "fileSha256",
        byte_count::float8 as "byteCount", recorded_by as "recordedBy", recorded_at as "recordedAt",
        cardinality(subjects) as people,
        array(select coalesce(name, subject) from unnest(subjects[:${sql.lit(namesShown)}]) with ordinality as listed (subject, place)
          left join cadres on cadre_id = subject order by place) as names
      from export_log where ${where}
      order by recorded_at desc, export_id desc limit ${limit} offset ${offset}`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows }
}
