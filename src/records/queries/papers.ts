import { type QueryExecutorProvider, sql } from 'kysely'

/** The working paper of a run about one subject, as it was made; undefined where there is none. */
export async function readPaper<Body extends object>(
  database: QueryExecutorProvider,
  runId: string,
  kind: string,
  subject: string,
): Promise<Body | undefined> {
  const { rows } = await sql<{ body: Body }>`
    select body from run_paper where run_id = ${runId} and kind = ${kind} and subject = ${subject}`.execute(database)
  return rows[0]?.body
}

/** All working papers of a kind, by subject. */
export async function readPapers<Body extends object>(
  database: QueryExecutorProvider,
  runId: string,
  kind: string,
): Promise<readonly { readonly subject: string; readonly body: Body }[]> {
  const { rows } = await sql<{ subject: string; body: Body }>`
    select subject, body from run_paper where run_id = ${runId} and kind = ${kind} order by subject`.execute(database)
  return rows
}

/** Working papers of a kind about some subjects, by subject. */
export async function readPapersOf<Body extends object>(
  database: QueryExecutorProvider,
  runId: string,
  kind: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Body>> {
  const { rows } = await sql<{ subject: string; body: Body }>`
    select subject, body from run_paper
    where run_id = ${runId} and kind = ${kind} and subject = any(${[...subjects]}::text[])`.execute(database)
  return new Map(rows.map(({ subject, body }) => [subject, body]))
}
