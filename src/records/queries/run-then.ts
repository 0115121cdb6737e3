import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { rosterFacts } from './roster-facts.ts'

/** An analysis that had been made by a moment. */
export interface RunThen {
  readonly runId: string
  readonly madeAt: Date
  readonly asOf: DateCode
}

/** The last analysis made by a moment; undefined before the first. */
export async function readRunAt(database: QueryExecutorProvider, knownAt: Date): Promise<RunThen | undefined> {
  const { rows } = await sql<{ run_id: string; made_at: Date; as_of: string }>`
    select run_id, made_at, as_of from run where made_at <= ${knownAt} order by made_at desc limit 1`.execute(database)
  const [row] = rows
  return row && { runId: row.run_id, madeAt: row.made_at, asOf: parseDate(row.as_of) ?? 0 }
}

/** The roster line of one person as a snapshot has it, as far as a dossier reads it. */
export function rosterLineOf(snapshot: Snapshot, cadreId: string) {
  const line = rosterFacts(snapshot).rows.find((row) => row.cadreId === cadreId)
  const day = (date: DateCode | null): string | null => (date === null ? null : formatDate(date))
  return (
    line && {
      cadre_id: line.cadreId,
      serving: line.serving,
      sex: line.sex,
      age: line.age,
      unit_name: line.unitName,
      title: line.title,
      track: line.track,
      reserve: line.reserve,
      post_level: line.postLevel,
      post_since: day(line.postSince),
      months_in_post: line.monthsInPost,
      level_since: day(line.levelSince),
      months_at_level: line.monthsAtLevel,
      grassroots_months: line.grassrootsMonths,
    }
  )
}
