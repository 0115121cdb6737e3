/** The plan of a year: made, edited, adopted; every version is kept, and adopting opens its classes. */
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '#domain/problem.ts'
import type { TrainingYearPlan } from '#domain/training.ts'
import type { Recorder } from '../cases/record-event.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'
import { insertClass } from './record-class.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

export interface NewPlanVersion {
  readonly plan: TrainingYearPlan
  readonly state: 'made' | 'edited' | 'adopted'
  /** The version that it was made on; 0 where there is none. */
  readonly on: number
}

/**
 * Saves a version; returns its number. An adopted one opens its classes, with those who were allotted places invited.
 * @throws ProblemError `training-plan-changed` where somebody saved another version since
 */
export function savePlan(records: Commit, { plan, state, on }: NewPlanVersion, recorder: Recorder): Promise<number> {
  const entry = { actor: recorder.by, action: `training-plan.${state}`, subject: String(plan.year) }
  return records.commit(entry, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren training plan ' || ${plan.year}::text))`.execute(tx)
    const { rows } = await sql<{ version: number; by: string }>`
      select version, recorded_by_name as by from training_plan where year = ${plan.year}
      order by version desc limit 1`.execute(tx)
    if ((rows[0]?.version ?? 0) !== on) throw planChanged(rows[0]?.by)
    await sql`insert into training_plan (year, version, state, plan, recorded_by, recorded_by_name)
      values (${plan.year}, ${on + 1}, ${state}, ${JSON.stringify(plan)}::jsonb, ${recorder.by}, ${recorder.byName})`.execute(
      tx,
    )
    if (state === 'adopted')
      for (const { key, ...facts } of plan.classes) {
        const cadreIds = plan.places.filter((place) => place.key === key).map(({ cadreId }) => cadreId)
        const opened = { kind: 'opened' as const, facts, plan: `${plan.year}/${key}` }
        await insertClass(tx, cadreIds.length > 0 ? [opened, { kind: 'invited', cadreIds }] : [opened], recorder)
      }
    return on + 1
  })
}

const planChanged = (by = '别人'): ProblemError =>
  new ProblemError({
    code: 'training-plan-changed',
    message: {
      zh: `打开本页以后，${by}存了这一年计划的新的一版，这次没有写入。`,
      en: `Since the page was opened ${by} saved another version of the plan. Nothing was written.`,
    },
    mend: { zh: '看过新的一版，再办理。', en: 'Look at the new version, then go on.' },
  })
