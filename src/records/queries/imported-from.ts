import { type QueryExecutorProvider, sql } from 'kysely'

/** From where data packages were imported, by the names of their folders or files. */
export async function readImportSources(database: QueryExecutorProvider): Promise<readonly string[]> {
  const { rows } = await sql<{ source: string }>`
    select distinct subject as source from audit where action = 'import' and subject is not null`.execute(database)
  return rows.map(({ source }) => source)
}
