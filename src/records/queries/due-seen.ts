import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, parseDate } from '#domain/calendar.ts'

export interface DueSeen {
  readonly id: string
  readonly on: DateCode
  readonly by: string
  readonly at: Date
}

/** Who has seen what is due, the first to see it first. */
export async function readDueSeen(database: QueryExecutorProvider): Promise<readonly DueSeen[]> {
  const { rows } = await sql<{ item_id: string; due_on: string; seen_by: string; seen_at: Date }>`
    select item_id, due_on::text as due_on, seen_by, seen_at from due_seen order by seen_at`.execute(database)
  return rows.map(({ item_id, due_on, seen_by, seen_at }) => ({
    id: item_id,
    on: parseDate(due_on) ?? 0,
    by: seen_by,
    at: seen_at,
  }))
}
