/** The order of units and people kept by hand: every change is a version, none is overwritten; an undo is a version too. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { officerName } from '../accounts/officer-name.ts'
import type { Records } from '../records.ts'
import { type HandOrder, inHandOrder, keptOrder, type PlacedPerson } from './placing.ts'

export type OrderKind = 'units' | 'people'

/** Where moved ones go among the rest. */
export type OrderPlace = { readonly before: string } | { readonly after: string } | { readonly to: 'first' | 'last' }

export interface OrderState {
  /** 0 where nobody touched it. */
  readonly version: number
  /** The latest change that was not taken back. */
  readonly undoable:
    | {
        readonly version: number
        readonly kind: OrderKind | 'reset'
        readonly recordedBy: string
        readonly recordedAt: Date
      }
    | undefined
}

interface OrderRow {
  readonly kind: OrderKind
  readonly scope: string
  readonly ids: readonly string[] | null
}

/** The order as it stands. */
export async function readHandOrder(database: QueryExecutorProvider): Promise<HandOrder> {
  const { rows } = await sql<OrderRow>`
    select distinct on (kind, scope) kind, scope, ids from roster_order order by kind, scope, version desc`.execute(
    database,
  )
  const of = (wanted: OrderKind) =>
    new Map(rows.flatMap(({ kind, scope, ids }) => (kind === wanted && ids !== null ? [[scope, ids] as const] : [])))
  return { units: of('units'), people: of('people') }
}

export async function readOrderState(database: QueryExecutorProvider): Promise<OrderState> {
  const { rows } = await sql<{
    version: number
    act: OrderKind | 'reset' | 'undo'
    undone: boolean
    recordedBy: string
    recordedAt: Date
  }>`
    select distinct version, act, recorded_by as "recordedBy", recorded_at as "recordedAt",
      exists (select from roster_order later where later.undoes = change.version) as undone
    from roster_order change order by version desc limit 200`.execute(database)
  const latest = rows.find(({ act, undone }) => act !== 'undo' && !undone)
  return {
    version: rows[0]?.version ?? 0,
    undoable:
      latest === undefined || latest.act === 'undo'
        ? undefined
        : { version: latest.version, kind: latest.act, recordedBy: latest.recordedBy, recordedAt: latest.recordedAt },
  }
}

/**
 * Moves units of one parent, or people of one unit, together to a place among the rest.
 * @throws ProblemError `order-changed` where somebody was quicker, `order-apart` where they do not stand together
 */
export async function moveInOrder(
  records: Records,
  move: {
    readonly kind: OrderKind
    readonly ids: readonly string[]
    readonly place: OrderPlace
    /** The unit of the people. */
    readonly unitId?: string
    readonly basedOn: number
  },
  actor: string,
): Promise<void> {
  await changeOrder(records, move.basedOn, actor, move.kind, async (tx) => {
    const { scope, customary } = await scopeOf(tx, move.kind, move.ids)
    if (move.unitId !== undefined && move.unitId !== scope) throw notTogether(move.kind)
    const order = await readHandOrder(tx)
    const standing = keptOrder(customary, order[move.kind].get(scope))
    return [{ kind: move.kind, scope, ids: moved(standing, move.ids, move.place, move.kind) }]
  })
}

/** Back to the customary order: of the people of one unit, or of everything. */
export async function resetOrder(
  records: Records,
  { unitId, basedOn }: { readonly unitId?: string | undefined; readonly basedOn: number },
  actor: string,
): Promise<void> {
  await changeOrder(records, basedOn, actor, 'reset', async (tx) => {
    const { units, people } = await readHandOrder(tx)
    const touched = [
      ...(unitId === undefined ? [...units.keys()] : []).map((scope) => ({ kind: 'units' as const, scope, ids: null })),
      ...[...people.keys()]
        .filter((scope) => unitId === undefined || scope === unitId)
        .map((scope) => ({ kind: 'people' as const, scope, ids: null })),
    ]
    if (touched.length === 0) throw nothingKept()
    return touched
  })
}

/** Takes back the latest change that still stands. @throws ProblemError `order-nothing-to-undo` */
export async function undoOrder(records: Records, basedOn: number, actor: string): Promise<void> {
  await changeOrder(records, basedOn, actor, 'undo', async (tx) => {
    const { undoable } = await readOrderState(tx)
    if (!undoable) throw nothingKept()
    const { rows } = await sql<OrderRow>`
      select kind, scope, (
        select ids from roster_order before
        where before.kind = change.kind and before.scope = change.scope and before.version < change.version
        order by before.version desc limit 1
      ) as ids
      from roster_order change where version = ${undoable.version}`.execute(tx)
    return rows.map((row) => ({ ...row, undoes: undoable.version }))
  })
}

type Change = OrderRow & { readonly undoes?: number }

async function changeOrder(
  records: Records,
  basedOn: number,
  actor: string,
  act: OrderKind | 'reset' | 'undo',
  change: (tx: QueryExecutorProvider) => Promise<readonly Change[]>,
): Promise<void> {
  const version = basedOn + 1
  await records.commit({ actor, action: `roster-order.${act}`, subject: String(version) }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren roster order'))`.execute(tx)
    const { version: newest } = await readOrderState(tx)
    if (newest !== basedOn) throw changedMeanwhile(await lastMover(tx))
    for (const { kind, scope, ids, undoes } of await change(tx)) {
      const kept = ids === null ? sql`null` : sql`${[...ids]}::text[]`
      await sql`
        insert into roster_order (version, kind, scope, ids, act, undoes, recorded_by)
        values (${version}, ${kind}, ${scope}, ${kept}, ${act}, ${undoes ?? null}, ${actor})`.execute(tx)
    }
    await placeEverybody(tx)
  })
}

/** Writes the places anew where they differ, and marks the edition, so that nothing counted or cut before is shown. */
async function placeEverybody(tx: QueryExecutorProvider): Promise<void> {
  const { rows } = await sql<PlacedPerson & { readonly place: number }>`
    select cadre_id as "cadreId", unit_path as "unitPath", manual_place as place from roster order by post_place`.execute(
    tx,
  )
  const shifted = inHandOrder(rows, await readHandOrder(tx)).flatMap((person, place) =>
    person.place === place ? [] : [{ id: person.cadreId, place }],
  )
  await sql`
    update roster set manual_place = shifted.place
    from unnest(${shifted.map(({ id }) => id)}::text[], ${shifted.map(({ place }) => place)}::integer[]) shifted (id, place)
    where cadre_id = shifted.id`.execute(tx)
  await sql`update edition set stamp = stamp + 1`.execute(tx)
}

/** Among whom these stand, in customary order. */
async function scopeOf(tx: QueryExecutorProvider, kind: OrderKind, ids: readonly string[]) {
  const { rows } =
    kind === 'units'
      ? await sql<{ id: string; scope: string }>`
          select unit_id as id, coalesce(parent_id, '') as scope from units
          where coalesce(parent_id, '') in (select coalesce(parent_id, '') from units where unit_id = any(${[...ids]}::text[]))
          order by unit_id`.execute(tx)
      : await sql<{ id: string; scope: string }>`
          select cadre_id as id, unit_id as scope from roster
          where unit_id in (select unit_id from roster where cadre_id = any(${[...ids]}::text[])) order by post_place`.execute(
          tx,
        )
  const scope = rows[0]?.scope ?? ''
  const present = new Set(rows.map(({ id }) => id))
  if (!ids.every((id) => present.has(id)) || rows.some((row) => row.scope !== scope)) throw notTogether(kind)
  return { scope, customary: rows.map(({ id }) => id) }
}

/** @example moved(['a', 'b', 'c'], ['c'], { before: 'a' }, 'units') // ['c', 'a', 'b'] */
export function moved(
  standing: readonly string[],
  ids: readonly string[],
  place: OrderPlace,
  kind: OrderKind,
): readonly string[] {
  const going = new Set(ids)
  const rest = standing.filter((id) => !going.has(id))
  if ('to' in place) return place.to === 'first' ? [...going, ...rest] : [...rest, ...going]
  const at = rest.indexOf('before' in place ? place.before : place.after)
  if (at < 0) throw notTogether(kind)
  return rest.toSpliced('before' in place ? at : at + 1, 0, ...going)
}

const notTogether = (kind: OrderKind): ProblemError =>
  new ProblemError({
    code: 'order-apart',
    message:
      kind === 'units'
        ? {
            zh: '这些单位不属于同一个上级，或者目标位置不在其中。',
            en: 'These units, or the place, are not below one unit.',
          }
        : {
            zh: '这些人员不在同一个单位，或者目标位置不在其中。',
            en: 'These people, or the place, are not of one unit.',
          },
    mend: {
      zh: '在同一个单位之内移动；换单位要变更任职记载。',
      en: 'Move within one unit; a change of unit is a matter of record.',
    },
  })

const nothingKept = (): ProblemError =>
  new ProblemError({
    code: 'order-nothing-to-undo',
    message: { zh: '没有可以撤销的调整，现在就是习惯顺序。', en: 'There is nothing to take back.' },
    mend: { zh: '无需处理。', en: 'Nothing needs doing.' },
  })

async function lastMover(tx: QueryExecutorProvider): Promise<Text> {
  const { rows } = await sql<{ name: Text }>`
    select ${officerName('recorded_by')} as name from roster_order order by version desc limit 1`.execute(tx)
  return rows[0]?.name ?? { zh: '别人', en: 'Somebody else' }
}

const changedMeanwhile = (by: Text): ProblemError =>
  new ProblemError({
    code: 'order-changed',
    message: {
      zh: `顺序刚刚由${by.zh}调整过，这次没有移动。`,
      en: `${by.en} changed the order meanwhile. Nothing was moved.`,
    },
    mend: { zh: '看过新顺序后再移动。', en: 'Look at the new order, then move again.' },
  })
