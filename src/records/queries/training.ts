import { type QueryExecutorProvider, sql } from 'kysely'
import type { ClassEvent, TrainingYearPlan } from '#domain/training.ts'
import { type EventRow, eventOf } from './event-row.ts'

interface ClassEventRow extends EventRow {
  readonly class_id: string
}

/** The events of classes in order, by class: the newest class first. */
export async function readClasses(
  database: QueryExecutorProvider,
  classId?: string,
): Promise<ReadonlyMap<string, readonly ClassEvent[]>> {
  const { rows } = await sql<ClassEventRow>`
    select class_id, seq, kind, happened_on::text as happened_on, act, recorded_by, recorded_by_name, recorded_at
    from training_class_event
    where (${classId ?? null}::text is null or class_id::text = ${classId ?? null})
    order by class_id desc, seq`.execute(database)
  return new Map(
    [...Map.groupBy(rows, ({ class_id }) => class_id)].map(([id, events]) => [id, events.map(eventOf<ClassEvent>)]),
  )
}

export interface PlanVersion {
  readonly version: number
  readonly state: 'made' | 'edited' | 'adopted'
  readonly plan: TrainingYearPlan
  readonly byName: string
  readonly recordedAt: string
}

/** The newest version of the plan of a year; undefined where there is none. */
export async function readTrainingPlan(
  database: QueryExecutorProvider,
  year: number,
): Promise<PlanVersion | undefined> {
  const { rows } = await sql<Omit<PlanVersion, 'recordedAt'> & { recorded_at: Date }>`
    select version, state, plan, recorded_by_name as "byName", recorded_at
    from training_plan where year = ${year} order by version desc limit 1`.execute(database)
  const [row] = rows
  return row && { ...row, recordedAt: row.recorded_at.toISOString() }
}
