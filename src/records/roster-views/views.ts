/** Views of the roster that are kept: each saving is a version of its own; one that was put away can be taken back. */
import { randomUUID } from 'node:crypto'
import { type QueryExecutorProvider, sql } from 'kysely'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { officerName } from '../accounts/officer-name.ts'
import type { Records } from '../records.ts'

export interface ViewVersion {
  readonly viewId: string
  /** From 1. */
  readonly version: number
  readonly name: string
  readonly owner: string
  readonly ownerName: Text
  readonly shared: boolean
  /** Null where it was put away. */
  readonly view: unknown
  readonly recordedBy: string
  readonly recordedByName: Text
  readonly recordedAt: Date
}

const columns = sql`view_id as "viewId", version, name, owner, ${officerName('owner')} as "ownerName",
  shared, view, recorded_by as "recordedBy",
  ${officerName('recorded_by')} as "recordedByName", recorded_at as "recordedAt"`

/** The newest version of each view that an account may open, by name; those put away are left out. */
export async function readViews(database: QueryExecutorProvider, account: string): Promise<readonly ViewVersion[]> {
  const { rows } = await sql<ViewVersion>`
    select * from (
      select distinct on (view_id) ${columns} from roster_view order by view_id, version desc
    ) newest where view is not null and (shared or owner = ${account}) order by name, "viewId"`.execute(database)
  return rows
}

/** The newest version of a view, put away or not. */
export async function readView(database: QueryExecutorProvider, viewId: string): Promise<ViewVersion | undefined> {
  const { rows } = await sql<ViewVersion>`
    select ${columns} from roster_view where view_id = ${viewId}::uuid order by version desc limit 1`.execute(database)
  return rows[0]
}

/** The view that opens by itself for an account; undefined where none does, or it may no longer be opened. */
export async function readDefaultView(database: QueryExecutorProvider, account: string): Promise<string | undefined> {
  const { rows } = await sql<{ view_id: string | null }>`
    select view_id from roster_view_default where account = ${account} order by seq desc limit 1`.execute(database)
  return rows[0]?.view_id ?? undefined
}

export async function chooseDefaultView(records: Records, viewId: string | null, actor: string): Promise<void> {
  await records.commit({ actor, action: 'roster-view.default', subject: viewId ?? 'none' }, async (tx) => {
    await sql`insert into roster_view_default (account, view_id) values (${actor}, ${viewId}::uuid)`.execute(tx)
  })
}

export interface ViewSaving {
  /** The view and the version it was made from; a new view where left out. */
  readonly basedOn?: { readonly viewId: string; readonly version: number }
  readonly name: string
  readonly owner: string
  readonly shared: boolean
  /** Left out where it is put away. */
  readonly view?: object
}

/**
 * Saves a view as its next version; returns its id.
 * @throws ProblemError `view-changed` where somebody saved another version since
 */
export async function saveView(records: Records, saving: ViewSaving, actor: string): Promise<string> {
  const { basedOn, name, owner, shared, view } = saving
  const viewId = basedOn?.viewId ?? randomUUID()
  const version = (basedOn?.version ?? 0) + 1
  const action = view === undefined ? 'roster-view.remove' : 'roster-view.save'
  await records.commit({ actor, action, subject: viewId, detail: { name, version, shared } }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren roster views'))`.execute(tx)
    const newest = await readView(tx, viewId)
    if ((newest?.version ?? 0) !== version - 1) throw changedMeanwhile(newest)
    await sql`
      insert into roster_view (view_id, version, name, owner, shared, view, recorded_by)
      values (${viewId}::uuid, ${version}, ${name}, ${owner}, ${shared},
        ${view === undefined ? null : JSON.stringify(view)}::jsonb, ${actor})`.execute(tx)
  })
  return viewId
}

const changedMeanwhile = (newest: ViewVersion | undefined): ProblemError =>
  new ProblemError({
    code: 'view-changed',
    message:
      newest === undefined
        ? { zh: '没有这个视图。', en: 'There is no such view.' }
        : {
            zh: `视图「${newest.name}」已由${newest.recordedByName.zh}另存了第 ${newest.version} 版。`,
            en: `${newest.recordedByName.en} saved version ${newest.version} of the view "${newest.name}" meanwhile.`,
          },
    mend: { zh: '重新打开视图再改，或者另存为新视图。', en: 'Open it again, or save yours as a new view.' },
  })
