/** Cases are opened and go on, event by event; what a case writes into the facts is written in the same transaction. */
import { type Kysely, sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { CaseAct, CaseChange, CaseEffect } from '#domain/selection-case.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'
import { undoEffect, writeEffect } from './effect.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }
type Opened = Extract<CaseAct, { kind: 'opened' }>

export interface Recorder {
  /** Account. */
  readonly by: string
  readonly byName: string
  /** The day on which it happened. */
  readonly on: DateCode
}

/** Opens a case; returns its id. */
export function openCase(records: Commit, act: Opened, recorder: Recorder): Promise<string> {
  const { kind } = act.opening
  const entry = { actor: recorder.by, action: 'case.open', detail: { kind } }
  return records.commit(entry, async (tx) => {
    const { rows } = await sql<{ case_id: string }>`
      insert into selection_case (recorded_by) values (${recorder.by}) returning case_id`.execute(tx)
    const caseId = rows[0]?.case_id ?? ''
    await insertEvent(tx, { caseId, seq: 1, act, recorder })
    return caseId
  })
}

export interface NewEvent {
  readonly caseId: string
  /** The version that it was made on. */
  readonly version: number
  readonly act: Exclude<CaseAct, Opened>
  /** What it writes into the facts; the event then names the rows. */
  readonly change?: CaseChange
}

/**
 * Adds an event; returns the version it made.
 * @throws ProblemError `case-changed` where somebody recorded another event since, `case-effect-changed` where what is to be
 * ended or undone is not as it was, and what the constraints of the facts refuse: then nothing is written
 */
export function recordEvent(records: Commit, event: NewEvent, recorder: Recorder): Promise<number> {
  const { caseId, version, change } = event
  const entry = { actor: recorder.by, action: `case.${event.act.kind}`, subject: caseId, detail: { version } }
  return records.commit(entry, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren case ' || ${caseId}))`.execute(tx)
    const { rows } = await sql<{ seq: number }>`
      select coalesce(max(seq), 0) as seq from case_event where case_id = ${caseId}::uuid`.execute(tx)
    if (rows[0]?.seq !== version) throw caseChanged()
    const seq = version + 1
    const act = change ? withEffect(event.act, await writeEffect(tx, change, `case-${caseId}-${seq}`)) : event.act
    if (act.kind === 'effect-undone') await undoEffect(tx, act.effect)
    await insertEvent(tx, { caseId, seq, act, recorder })
    return seq
  })
}

const withEffect = (act: NewEvent['act'], effect: CaseEffect): NewEvent['act'] =>
  act.kind === 'advanced' || act.kind === 'closed' ? { ...act, effect } : act

async function insertEvent(
  tx: Kysely<Database>,
  {
    caseId,
    seq,
    act: { kind, ...act },
    recorder,
  }: { readonly caseId: string; readonly seq: number; readonly act: CaseAct; readonly recorder: Recorder },
): Promise<void> {
  await sql`insert into case_event (case_id, seq, kind, happened_on, act, recorded_by, recorded_by_name)
    values (${caseId}::uuid, ${seq}, ${kind}, ${formatDate(recorder.on)}::date, ${JSON.stringify(act)}::jsonb,
      ${recorder.by}, ${recorder.byName})`.execute(tx)
}

const caseChanged = (): ProblemError =>
  new ProblemError({
    code: 'case-changed',
    message: {
      zh: '打开本页以后，已有别人在这个事项里记了一笔，这次没有写入。',
      en: 'Somebody has recorded something in this case since the page was opened. Nothing was written.',
    },
    mend: { zh: '看过新的一笔，再办理。', en: 'Look at what is new, then go on.' },
  })
