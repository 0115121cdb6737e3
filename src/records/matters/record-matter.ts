/** Matters are opened and go on, event by event; what an act writes into the facts is written in the same transaction. */
import { type Kysely, sql } from 'kysely'
import { formatDate } from '#domain/calendar.ts'
import type { MatterAct, MatterEffect, MatterOpening, MatterWrite } from '#domain/matter.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Restriction } from '#domain/restriction.ts'
import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import type { Recorder } from '../cases/record-event.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'
import { type Image, type RowStep, readStored, takeSteps } from '../imports/fact-changes.ts'
import { withholdResults } from './withhold-results.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }
type Transaction = Kysely<Database>

/** Opens a matter; returns its id. */
export function openMatter(records: Commit, opening: MatterOpening, recorder: Recorder): Promise<string> {
  const { kind, subject } = opening
  const entry = { actor: recorder.by, action: 'matter.open', detail: { kind, ...subject } }
  return records.commit(entry, async (tx) => {
    const { rows } = await sql<{ matter_id: string }>`
      insert into matter (kind, cadre_id, unit_id, recorded_by)
      values (${kind}, ${subject.cadreId ?? null}, ${subject.unitId ?? null}, ${recorder.by})
      returning matter_id`.execute(tx)
    const matterId = rows[0]?.matter_id ?? ''
    await insertEvent(tx, { matterId, seq: 1, act: { kind: 'opened', opening }, recorder })
    return matterId
  })
}

export interface NewMatterEvent {
  readonly matterId: string
  /** The version that it was made on. */
  readonly version: number
  readonly act: Exclude<MatterAct, { kind: 'opened' }>
  /** What it writes into the facts; the event then keeps what stood there before. */
  readonly writes?: readonly MatterWrite[]
  /** What it takes back of them. */
  readonly undoes?: readonly MatterEffect[]
  /** What the matter restricts from then on: emptied in the results of analyses, in the same transaction. */
  readonly restricts?: readonly Restriction[]
}

/**
 * Adds an event; returns the version it made.
 * @throws ProblemError `matter-changed` where somebody recorded another event since, `matter-effect-changed` where what is to
 * be taken back is not as it was, and what the constraints of the facts refuse: then nothing is written
 */
export function recordMatterEvent(records: Commit, event: NewMatterEvent, recorder: Recorder): Promise<number> {
  const { matterId, version, act } = event
  const action = act.kind === 'acted' ? `matter.${act.act}` : `matter.${act.kind}`
  const entry = { actor: recorder.by, action, subject: matterId, detail: { version } }
  return records.commit(entry, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren matter ' || ${matterId}))`.execute(tx)
    const { rows } = await sql<{ seq: number }>`
      select coalesce(max(seq), 0) as seq from matter_event where matter_id = ${matterId}::uuid`.execute(tx)
    if (rows[0]?.seq !== version) throw matterChanged()
    const seq = version + 1
    const steps = await stepsTo(tx, event.writes ?? [], `${matterId.slice(-12)}-${seq}`)
    await takeSteps(tx, steps)
    await takeBack(tx, event.undoes ?? [])
    await insertEvent(tx, { matterId, seq, act: withEffect(act, steps), recorder })
    await withholdResults(tx, event.restricts ?? [])
    return seq
  })
}

/** The steps that writes come to: a row that stands is changed in the given fields, another one is added. */
export async function stepsTo(
  tx: Transaction,
  writes: readonly MatterWrite[],
  suffix: string,
): Promise<readonly RowStep[]> {
  const steps: RowStep[] = []
  for (const { table, row, standing } of writes) {
    const given = Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        value?.startsWith('+') ? `${value.slice(1)}-${suffix}` : value,
      ]),
    )
    const [stored] = await readStored(tx, table, [whole(table, given)])
    const before = stored?.image
    if (standing && !isMeant(before, standing)) throw rowNotMeant(table, given)
    steps.push({ table, before, after: before ? { ...before, ...given } : whole(table, given) })
  }
  return steps
}

const isMeant = (stored: Image | undefined, { subject, kinds }: NonNullable<MatterWrite['standing']>): boolean =>
  stored !== undefined &&
  kinds?.includes(String(stored['kind'])) !== false &&
  isNoOther(stored['cadre_id'], subject.cadreId) &&
  isNoOther(stored['unit_id'], subject.unitId)

const isNoOther = (stored: unknown, meant: string | undefined): boolean =>
  stored === null || stored === undefined || meant === undefined || stored === meant

const whole = (table: TableName, row: Image): Image =>
  Object.fromEntries([...fieldNamesOf(table), 'extra'].map((column) => [column, row[column] ?? null]))

const withEffect = (act: NewMatterEvent['act'], steps: readonly RowStep[]): NewMatterEvent['act'] =>
  act.kind === 'acted' && steps.length > 0
    ? {
        ...act,
        effect: steps.map(({ table, before, after }) => ({ table, ...(before ? { before } : {}), after: after ?? {} })),
      }
    : act

/** Takes rows back, the last one written first. */
export async function takeBack(tx: Transaction, effects: readonly MatterEffect[]): Promise<void> {
  for (const { table, before, after } of effects.toReversed()) {
    const [stored] = await readStored(tx, table, [after])
    if (!stored || !isSame(stored.image, after)) throw effectChanged(table, after)
    await takeSteps(tx, [{ table, before: after, after: before }])
  }
}

/** Stored values may be typed where written ones are text. */
const isSame = (stored: Image, written: Image): boolean =>
  Object.entries(written).every(([field, value]) => String(stored[field] ?? '') === String(value ?? ''))

async function insertEvent(
  tx: Transaction,
  {
    matterId,
    seq,
    act: { kind, ...act },
    recorder,
  }: { readonly matterId: string; readonly seq: number; readonly act: MatterAct; readonly recorder: Recorder },
): Promise<void> {
  await sql`insert into matter_event (matter_id, seq, kind, happened_on, act, recorded_by, recorded_by_name)
    values (${matterId}::uuid, ${seq}, ${kind}, ${formatDate(recorder.on)}::date, ${JSON.stringify(act)}::jsonb,
      ${recorder.by}, ${recorder.byName})`.execute(tx)
}

const matterChanged = (): ProblemError =>
  new ProblemError({
    code: 'matter-changed',
    message: {
      zh: '打开本页以后，已有别人在这个事项里记了一笔，这次没有写入。',
      en: 'Somebody has recorded something in this matter since the page was opened. Nothing was written.',
    },
    mend: { zh: '看过新的一笔，再办理。', en: 'Look at what is new, then go on.' },
  })

const idOf = (table: TableName, row: Image): string =>
  tableOf(table)
    .key.map((field) => row[field])
    .join('/')

const rowNotMeant = (table: TableName, row: Image): ProblemError =>
  new ProblemError({
    code: 'matter-row-unknown',
    message: {
      zh: `没有记录 ${table}/${idOf(table, row)}，或者它不是关于本事项所涉干部、单位的，没有写入。`,
      en: `There is no record ${table}/${idOf(table, row)}, or it is not about whom this matter concerns. Nothing was written.`,
    },
    mend: { zh: '核对编号，更正后再办理。', en: 'Check the number, correct it, then go on.' },
  })

function effectChanged(table: TableName, row: Image): ProblemError {
  const id = idOf(table, row)
  return new ProblemError({
    code: 'matter-effect-changed',
    message: {
      zh: `记录 ${table}/${id} 已被改动，与写入时不同，没有撤销。`,
      en: `The record ${table}/${id} is no longer as it was written; nothing was taken back.`,
    },
    mend: {
      zh: '核对这条记录，再撤销或者在记录里更正。',
      en: 'Check the record, then take it back or correct the record itself.',
    },
  })
}
