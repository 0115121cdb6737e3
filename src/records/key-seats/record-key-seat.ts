/** What people record about a key seat, event by event; a judgement also changes the seat, in the same transaction. */
import { type Kysely, sql } from 'kysely'
import { formatDate } from '#domain/calendar.ts'
import type { KeySeatAct, SeatJudgement } from '#domain/key-seat.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import type { Recorder } from '../cases/record-event.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }
type Transaction = Kysely<Database>

export interface NewKeySeatEvent {
  readonly positionId: string
  /** The version that it was made on; 0 where nothing is recorded of the seat. */
  readonly version: number
  readonly act: KeySeatAct
}

/** The columns of `positions` that a judgement is about, as they stand. */
interface SeatColumns {
  readonly key_power: boolean | null
  readonly key_fund: boolean | null
  readonly key_resource: boolean | null
  readonly touchpoints: string | null
}

/**
 * Adds an event; returns the version it made.
 * @throws ProblemError `key-seat-changed` where somebody recorded something since, `key-seat-unknown` where there is no such
 * seat, `key-seat-same` where a judgement says what stands already, `key-seat-edited` where what is to be taken back is not
 * as it was written, `key-seat-no-such-event`: then nothing is written
 */
export function recordKeySeatEvent(records: Commit, event: NewKeySeatEvent, recorder: Recorder): Promise<number> {
  const { positionId, version, act } = event
  const detail = { version, ...('reason' in act ? { reason: act.reason } : {}) }
  return records.commit(
    { actor: recorder.by, action: `key-seat.${act.kind}`, subject: positionId, detail },
    async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('zhiren key seat ' || ${positionId}))`.execute(tx)
      const { rows } = await sql<{ seq: number; by: string }>`
      select seq, recorded_by_name as by from key_seat_event where position_id = ${positionId}
      order by seq desc limit 1`.execute(tx)
      if ((rows[0]?.seq ?? 0) !== version) throw changed(rows[0]?.by)
      const stands = await columnsOf(tx, positionId)
      if (act.kind === 'judged') await judge(tx, positionId, stands, act.judgement)
      else if ('event' in act) await takeBack(tx, positionId, stands, act)
      await sql`
      insert into key_seat_event (position_id, seq, kind, happened_on, act, before, recorded_by, recorded_by_name)
      values (${positionId}, ${version + 1}, ${act.kind}, ${formatDate(recorder.on)}::date, ${JSON.stringify(act)}::jsonb,
        ${act.kind === 'judged' ? JSON.stringify(stands) : null}::jsonb, ${recorder.by}, ${recorder.byName})`.execute(
        tx,
      )
      return version + 1
    },
  )
}

async function columnsOf(tx: Transaction, positionId: string): Promise<SeatColumns> {
  const { rows } = await sql<SeatColumns>`
    select key_power, key_fund, key_resource, touchpoints::text as touchpoints
    from positions where position_id = ${positionId} for update`.execute(tx)
  if (!rows[0]) throw unknownSeat(positionId)
  return rows[0]
}

const write = (tx: Transaction, positionId: string, to: SeatColumns): Promise<unknown> =>
  sql`
    update positions set key_power = ${to.key_power}, key_fund = ${to.key_fund}, key_resource = ${to.key_resource},
      touchpoints = ${to.touchpoints}
    where position_id = ${positionId}`.execute(tx)

/** An empty list of touchpoints cannot stand in the facts, where nothing means not known: it stands in the event alone. */
const columnsFrom = ({ power, fund, resource, touchpoints }: SeatJudgement): SeatColumns => ({
  key_power: power,
  key_fund: fund,
  key_resource: resource,
  touchpoints: touchpoints === null || touchpoints.length === 0 ? null : touchpoints.join(';'),
})

const isSame = (a: SeatColumns, b: SeatColumns): boolean =>
  a.key_power === b.key_power &&
  a.key_fund === b.key_fund &&
  a.key_resource === b.key_resource &&
  a.touchpoints === b.touchpoints

async function judge(
  tx: Transaction,
  positionId: string,
  stands: SeatColumns,
  judgement: SeatJudgement,
): Promise<void> {
  const to = columnsFrom(judgement)
  const saysNone = judgement.touchpoints?.length === 0
  if (isSame(stands, to) && !saysNone) throw same()
  if (!isSame(stands, to)) await write(tx, positionId, to)
}

const undoneKinds = { 'judgement-undone': 'judged', 'step-ended': 'step-added', 'check-withdrawn': 'checked' } as const

/** An event of the right kind that stands; a judgement's columns go back to what they were, the last judgement first. */
async function takeBack(
  tx: Transaction,
  positionId: string,
  stands: SeatColumns,
  { kind, event }: Extract<KeySeatAct, { event: number }>,
): Promise<void> {
  const { rows } = await sql<{
    kind: string
    act: KeySeatAct
    before: SeatColumns | null
    later: boolean
    gone: boolean
  }>`
    select kind, act, before,
      exists (select from key_seat_event as other where other.position_id = ${positionId}
        and (other.act ->> 'event')::integer = ${event}) as gone,
      exists (select from key_seat_event as other where other.position_id = ${positionId} and other.seq > ${event}
        and other.kind = 'judged' and not exists (select from key_seat_event as undone
          where undone.position_id = ${positionId} and (undone.act ->> 'event')::integer = other.seq)) as later
    from key_seat_event where position_id = ${positionId} and seq = ${event}`.execute(tx)
  const [found] = rows
  if (!found || found.kind !== undoneKinds[kind] || found.gone) throw noSuchEvent()
  if (found.act.kind !== 'judged' || found.before === null) return
  if (found.later || !isSame(stands, columnsFrom(found.act.judgement))) throw edited()
  if (!isSame(stands, found.before)) await write(tx, positionId, found.before)
}

const refusal = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

const changed = (by = '别人'): ProblemError =>
  refusal(
    'key-seat-changed',
    {
      zh: `打开本页以后，${by}已记录了这个岗位的情况，这次没有写入。`,
      en: `Since the page was opened ${by} recorded something about this seat. Nothing was written.`,
    },
    { zh: '刷新看过新的记录，再记。', en: 'Look at the new record, then record again.' },
  )

const unknownSeat = (positionId: string): ProblemError =>
  refusal(
    'key-seat-unknown',
    { zh: `没有编号为 ${positionId} 的岗位。`, en: `There is no seat ${positionId}.` },
    { zh: '从关键岗位台账里选。', en: 'Choose one of the register.' },
  )

const same = (): ProblemError =>
  refusal(
    'key-seat-same',
    {
      zh: '核定的内容与现有记载相同，没有可写入的改动。',
      en: 'The judgement says what stands already; nothing to write.',
    },
    { zh: '改动一项后再保存。', en: 'Change an item before saving.' },
  )

const noSuchEvent = (): ProblemError =>
  refusal(
    'key-seat-no-such-event',
    { zh: '没有这条可以撤销的记录，或者已经撤销。', en: 'There is no such record to take back, or it was already.' },
    { zh: '刷新后从记录里选。', en: 'Reload, then choose from the record.' },
  )

const edited = (): ProblemError =>
  refusal(
    'key-seat-edited',
    {
      zh: '这次核定以后岗位记载又有改动，撤销会抹掉后来的改动，没有写入。',
      en: 'The seat was changed after this judgement; taking it back would lose that. Nothing was written.',
    },
    { zh: '先撤销后来的核定，或者重新核定。', en: 'Take the later judgement back first, or judge the seat anew.' },
  )
