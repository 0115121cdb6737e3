import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

export interface SurveySelection {
  readonly channel?: string | undefined
  readonly year?: number | undefined
  /** Part of the name of a unit. */
  readonly unit?: string | undefined
  readonly flagged?: boolean | undefined
  readonly offset: number
  readonly limit: number
}

/** Reports of the surveys of a run, newest first, as they were made. */
export async function readSurveys<Body extends object>(
  database: QueryExecutorProvider,
  runId: string,
  selection: SurveySelection,
): Promise<{ total: number; rows: readonly Body[] }> {
  const from = sql`run_paper where ${sql.join(conditionsOf(runId, selection), sql` and `)}`
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::integer as total from ${from}`.execute(database),
    sql<{ body: Body }>`
      select body from ${from} order by body ->> 'to' desc, subject
      limit ${selection.limit} offset ${selection.offset}`.execute(database),
  ])
  return { total: counted.rows[0]?.total ?? 0, rows: page.rows.map(({ body }) => body) }
}

function conditionsOf(runId: string, { channel, year, unit, flagged }: SurveySelection): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`run_id = ${runId}`, sql`kind = 'survey'`]
  if (channel !== undefined) conditions.push(sql`body -> 'channels' ? ${channel}`)
  if (year !== undefined) conditions.push(sql`left(body ->> 'to', 4) = ${String(year)}`)
  if (unit !== undefined) conditions.push(sql`strpos((body -> 'units')::text, ${unit}) > 0`)
  if (flagged) conditions.push(sql`jsonb_array_length(body -> 'flags') > 0`)
  return conditions
}

/** How many surveys of a run each channel has, and in which years they were closed, newest first. */
export async function tallySurveys(database: QueryExecutorProvider, runId: string) {
  const of = sql`run_paper where run_id = ${runId} and kind = 'survey'`
  const [channels, years] = await Promise.all([
    sql<{ channel: string; count: number }>`
      select channel, count(*)::integer as count
      from (select jsonb_array_elements_text(body -> 'channels') as channel from ${of}) found
      group by channel order by channel`.execute(database),
    sql<{ year: number }>`
      select distinct left(body ->> 'to', 4)::integer as year from ${of} order by year desc`.execute(database),
  ])
  return { channels: channels.rows, years: years.rows.map(({ year }) => year) }
}
