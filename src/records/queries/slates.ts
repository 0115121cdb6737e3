import { type QueryExecutorProvider, sql } from 'kysely'
import { parseDate } from '#domain/calendar.ts'
import type { RotationDuty } from '#domain/results.ts'
import type { Slate, SlateRequest } from '#domain/slate.ts'
import type { RunRotationRow } from '../database.ts'

/** A saved slate with what its search gave; `state` is null while it is searched, or where the search was cut off. */
export interface SlateRecord {
  readonly slate_id: string
  readonly name: string
  readonly request: SlateRequest
  readonly run_id: string
  readonly book_hash: string
  readonly based_on: string | null
  readonly made_by: string
  readonly recorded_at: Date
  readonly as_of: string
  /** What was recorded by then went into the run that it rests on. */
  readonly known_at: Date
  readonly snapshot_hash: string
  readonly state: 'found' | 'clash' | 'stopped' | 'failed' | null
  readonly result: Slate | null
  readonly seconds: number | null
}

/** Every slate, the newest first, or one. */
export async function readSlates(database: QueryExecutorProvider, slateId?: string): Promise<readonly SlateRecord[]> {
  const { rows } = await sql<SlateRecord>`
    select slate_id, name, request, run_id, slate.book_hash, based_on, made_by, slate.recorded_at, run.as_of::text as as_of,
      run.known_at, run.snapshot_hash, state, result, seconds
    from slate join run using (run_id) left join slate_result using (slate_id)
    where ${slateId ?? null}::text is null or slate_id::text = ${slateId ?? null}
    order by slate.recorded_at desc, slate_id desc limit 500`.execute(database)
  return rows
}

/** Rotation and term duties of a run, as it worked them out. */
export async function readDuties(database: QueryExecutorProvider, runId: string): Promise<readonly RotationDuty[]> {
  const { rows } = await sql<RunRotationRow>`
    select * from run_rotation where run_id = ${runId} order by due_on, cadre_id, position_id, rule`.execute(database)
  return rows.map((row) => ({
    cadreId: row.cadre_id,
    positionId: row.position_id,
    rule: row.rule,
    basis: { instrument: row.instrument, article: row.article, title: row.title },
    since: parseDate(row.since) ?? 0,
    dueOn: parseDate(row.due_on) ?? 0,
    state: row.state,
    reason: row.reason,
  }))
}
