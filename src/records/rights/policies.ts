/**
 * The rights of the database, written from the table of guards: two roles without ownership, of which one reads on behalf of
 * an account and sees what its grants hold, and one does the work of the system itself. Written anew at each opening where
 * they differ from what this version says.
 */
import { createHash } from 'node:crypto'
import type { Client, PoolClient } from 'pg'
import { invariant } from '#domain/problem.ts'
import { closerColumns, type Guard, guardedTables } from './guarded-tables.ts'

/** Reads on behalf of an account. */
export const readerRole = 'zhiren_reader'
/** Works for the system: reads and writes every row, owns nothing, and cannot change what is append-only. */
export const engineRole = 'zhiren_engine'

type Session = Client | PoolClient

/** Every table and view of ours, with its columns. */
async function presentTables(session: Session): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await session.query<{ name: string; columns: string[] }>(`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'past', 'rights') and c.relkind in ('r', 'p')
    group by 1`)
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

const granted = (held: string, column: string): string =>
  `((select rights.holds_everywhere('${held}')) or rights.is_granted('${held}', ${column}))`

/** The condition under which a reader sees a row; undefined where every row may be seen. */
function rowCondition(guard: Guard): string | undefined {
  if (guard.by === 'subject') {
    const { held, column } = guard
    return `not rights.is_person(${column}) or ${ofPerson(held, column)}`
  }
  if (guard.by !== 'person') return undefined
  const { held, column, unit } = guard
  if (guard.isScanned)
    return `((select rights.sees_everybody('${held}')) or ${column} in (select rights.people('${held}')))`
  const own = ofPerson(held, column)
  if (unit === undefined) return own
  const ofUnit = `((select rights.holds_everywhere('${held}')) or rights.is_granted_unit('${held}', ${unit}))`
  return `case when ${column} is null then ${ofUnit} else ${own} end`
}

const ofPerson = (held: string, column: string): string =>
  `(${column} = (select rights.own_record()) or ${column} <> all ((select rights.own_and_kin())::text[]) and ${granted(held, column)})`

function statementsFor(table: string, guard: Guard, columns: readonly string[]): readonly string[] {
  const all = [`revoke all on ${table} from ${readerRole}, ${engineRole}`]
  if (guard.by === 'owner') return all
  all.push(`grant select, insert, update, delete on ${table} to ${engineRole}`)
  if (guard.by === 'nobody') return all
  const closer = closerColumns(table)
  all.push(closer.size > 0 ? '' : `grant select on ${table} to ${readerRole}`)
  const condition = rowCondition(guard)
  if (closer.size > 0) all.push(...viewOf(table, guard, columns))
  if (condition === undefined) return all
  return [
    ...all,
    `alter table ${table} enable row level security`,
    `drop policy if exists seen_by_reader on ${table}`,
    `drop policy if exists worked_on on ${table}`,
    `create policy seen_by_reader on ${table} for select to ${readerRole} using (${condition})`,
    `create policy worked_on on ${table} to ${engineRole} using (true) with check (true)`,
  ]
}

/**
 * Where some columns are held more closely than their rows, a reader is given a view in place of the table, under its own
 * name: `seen` comes first on a reader's search path. In it a column that is not within his grants is empty.
 */
function viewOf(table: string, guard: Guard, columns: readonly string[]): readonly string[] {
  invariant(guard.by === 'person', `${table}: only rows of people have columns held more closely`)
  const closer = closerColumns(table)
  const shown = columns.map((column) => {
    const held = closer.get(column)
    return held === undefined
      ? `"${column}"`
      : `case when ${ofPerson(held, guard.column)} then "${column}" end as "${column}"`
  })
  const view = seenAs(table)
  return [
    `drop view if exists ${view}`,
    `create view ${view} with (security_barrier) as select ${shown.join(', ')} from ${table} where ${rowCondition(guard)}`,
    `grant select on ${view} to ${readerRole}`,
  ]
}

/** @example seenAs('past.cadres') // 'seen.past_cadres' */
const seenAs = (table: string): string => `seen.${table.replace(/^public\./, '').replace('.', '_')}`

/** Where a reader looks for a table that is named without its schema. */
export const readerSearchPath = 'seen,public'

/** What this version says, statement by statement; throws where a table is not guarded. */
export async function rightsStatements(session: Session): Promise<readonly string[]> {
  const present = await presentTables(session)
  const unguarded = [...present.keys()].filter((table) => !guardedTables.has(table))
  invariant(unguarded.length === 0, `tables without a guard in guarded-tables.ts: ${unguarded.join(', ')}`)
  return [
    'create schema if not exists seen',
    `grant usage on schema public, past, rights, seen to ${readerRole}, ${engineRole}`,
    `grant usage on all sequences in schema public, past, rights to ${engineRole}`,
    ...[...guardedTables].flatMap(([table, guard]) => {
      const columns = present.get(table)
      return columns === undefined ? [] : statementsFor(table, guard, columns)
    }),
    `grant select on past_cadres to ${engineRole}`,
    // The page of the administrator tells where the data lie and how full the disk is; an owner who may not let it say so does not.
    `do $$ begin grant pg_read_all_settings to ${engineRole}; exception when insufficient_privilege then null; end $$`,
    // Statistics of what was just written are worked out by the one who wrote it.
    `grant maintain on roster to ${engineRole}`,
  ].filter((statement) => statement !== '')
}

/** Brings roles, privileges and policies to what this version says; several processes may try at once. */
export async function applyRights(session: Session): Promise<void> {
  await session.query("select pg_advisory_lock(hashtext('zhiren rights'))")
  try {
    for (const role of [readerRole, engineRole]) await makeRole(session, role, 'nologin')
    const statements = await rightsStatements(session)
    const digest = createHash('sha256').update(statements.join('\n')).digest('hex')
    const { rows } = await session.query<{ said: string | null }>(
      "select obj_description('rights'::regnamespace, 'pg_namespace') as said",
    )
    if (rows[0]?.said === digest) return
    await session.query(['begin', ...statements, `comment on schema rights is '${digest}'`, 'commit'].join(';\n'))
  } catch (error) {
    await session.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await session.query("select pg_advisory_unlock(hashtext('zhiren rights'))")
  }
}

/** Roles belong to the whole server, where another database of ours may be making the same one. */
async function makeRole(session: Session, role: string, kind: string): Promise<void> {
  const { rows } = await session.query('select from pg_roles where rolname = $1', [role])
  if (rows.length > 0) return
  await session.query(`create role ${role} ${kind}`).catch((error: { code?: string }) => {
    if (error.code !== '42710' && error.code !== '23505') throw error
  })
}
