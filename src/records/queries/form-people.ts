import { type QueryExecutorProvider, sql } from 'kysely'

/** Somebody on record, analysed or not; the post is the one of the newest edition. */
export interface RecordedPerson {
  readonly cadre_id: string
  readonly name: string
  readonly unit_name: string | null
  readonly title: string | null
}

/** People with these ids or exactly these names, in the order of ids. */
export async function readRecordedPeople(
  database: QueryExecutorProvider,
  words: readonly string[],
): Promise<readonly RecordedPerson[]> {
  const { rows } = await sql<RecordedPerson>`
    select cadre_id, cadres.name, roster.unit_name, roster.title
    from cadres left join roster using (cadre_id)
    where cadre_id = any(${[...words]}::text[]) or cadres.name = any(${[...words]}::text[])
    order by cadre_id`.execute(database)
  return rows
}
