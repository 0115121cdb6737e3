/** Classes are opened and go on, event by event; what completion writes into the facts is written in the same transaction. */
import { type Kysely, sql } from 'kysely'
import { formatDate } from '#domain/calendar.ts'
import type { MatterEffect, MatterWrite } from '#domain/matter.ts'
import { ProblemError } from '#domain/problem.ts'
import type { ClassAct } from '#domain/training.ts'
import type { Recorder } from '../cases/record-event.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'
import { takeSteps } from '../imports/fact-changes.ts'
import { stepsTo, takeBack } from '../matters/record-matter.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }
type Transaction = Kysely<Database>
type Opened = Extract<ClassAct, { kind: 'opened' }>

/** Opens a class; returns its id. */
export const openClass = (records: Commit, act: Opened, recorder: Recorder): Promise<string> =>
  records.commit({ actor: recorder.by, action: 'training.open', detail: { name: act.facts.name } }, (tx) =>
    insertClass(tx, [act], recorder),
  )

/** A class with its first events; inside `commit`. */
export async function insertClass(
  tx: Transaction,
  acts: readonly [Opened, ...ClassAct[]],
  recorder: Recorder,
): Promise<string> {
  const { rows } = await sql<{ class_id: string }>`
    insert into training_class (recorded_by) values (${recorder.by}) returning class_id`.execute(tx)
  const classId = rows[0]?.class_id ?? ''
  for (const [place, act] of acts.entries()) await insertEvent(tx, { classId, seq: place + 1, act, recorder })
  return classId
}

export interface NewClassEvent {
  readonly classId: string
  /** The version that it was made on. */
  readonly version: number
  readonly act: Exclude<ClassAct, { kind: 'opened' }>
  /** What it writes into the facts; the event keeps what stood there before. */
  readonly writes?: readonly MatterWrite[]
  /** What it takes back of them. */
  readonly undoes?: readonly MatterEffect[]
}

/**
 * Adds an event; returns the version it made.
 * @throws ProblemError `training-class-changed` where somebody recorded another event since, `matter-effect-changed` where
 * what is to be taken back is not as it was: then nothing is written
 */
export function recordClassEvent(records: Commit, event: NewClassEvent, recorder: Recorder): Promise<number> {
  const { classId, version, act } = event
  const entry = { actor: recorder.by, action: `training.${act.kind}`, subject: classId, detail: { version } }
  return records.commit(entry, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren class ' || ${classId}))`.execute(tx)
    const { rows } = await sql<{ seq: number; by: string }>`
      select seq, recorded_by_name as by from training_class_event where class_id = ${classId}::uuid
      order by seq desc limit 1`.execute(tx)
    if ((rows[0]?.seq ?? 0) !== version) throw classChanged(rows[0]?.by)
    const steps = await stepsTo(tx, event.writes ?? [], classId)
    await takeSteps(tx, steps)
    await takeBack(tx, event.undoes ?? [])
    const effect = steps.map(({ table, before, after }) => ({
      table,
      ...(before ? { before } : {}),
      after: after ?? {},
    }))
    const kept = act.kind === 'completed' && effect.length > 0 ? { ...act, effect } : act
    await insertEvent(tx, { classId, seq: version + 1, act: kept, recorder })
    return version + 1
  })
}

interface Insertion {
  readonly classId: string
  readonly seq: number
  readonly act: ClassAct
  readonly recorder: Recorder
}

async function insertEvent(
  tx: Transaction,
  { classId, seq, act: { kind, ...act }, recorder }: Insertion,
): Promise<void> {
  await sql`insert into training_class_event (class_id, seq, kind, happened_on, act, recorded_by, recorded_by_name)
    values (${classId}::uuid, ${seq}, ${kind}, ${formatDate(recorder.on)}::date, ${JSON.stringify(act)}::jsonb,
      ${recorder.by}, ${recorder.byName})`.execute(tx)
}

export const classChanged = (by = '别人'): ProblemError =>
  new ProblemError({
    code: 'training-class-changed',
    message: {
      zh: `打开本页以后，${by}在这个班里记了一笔，这次没有写入。`,
      en: `Since the page was opened ${by} recorded something in this class. Nothing was written.`,
    },
    mend: { zh: '看过新的一笔，再办理。', en: 'Look at what is new, then go on.' },
  })
