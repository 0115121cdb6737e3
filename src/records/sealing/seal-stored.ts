/**
 * Brings what is stored under the keys in use: values that lie open are sealed, values under a retired set are sealed anew.
 * Batch by batch, each a transaction of its own, so that it may be stopped anywhere and goes on where it was; the rows say
 * for themselves what is still to do.
 */
import { escapeIdentifier, type PoolClient } from 'pg'
import type { FieldSealing } from './field-sealing.ts'
import { type SealedField, sealedFacts, sealedFieldsOf } from './sealed-fields.ts'

const batchSize = 2000

export interface SealingProgress {
  readonly done: number
  readonly total: number
}

export interface SealingOptions {
  onProgress?(progress: SealingProgress): void
  readonly signal?: AbortSignal
}

/** Tables with sealed columns: the facts and their past. */
const tables = sealedFacts.flatMap((table) => [
  { table, stored: `public.${table}` },
  { table, stored: `past.${table}` },
])

const meant = ({ column, where }: SealedField): string =>
  `${escapeIdentifier(column)} is not null` + (where ? ` and ${escapeIdentifier(where.column)} = '${where.value}'` : '')

const isBehind = (field: SealedField, number: number): string =>
  `(${meant(field)} and sealed_under(${escapeIdentifier(field.column)}) is distinct from ${number})`

const anyBehind = (table: string, number: number): string =>
  sealedFieldsOf(table)
    .map((field) => isBehind(field, number))
    .join(' or ')

export interface SealedCount {
  readonly open: number
  readonly retired: number
  readonly sealed: number
}

/** How many values lie open, how many under retired keys, how many as they should. */
export async function countSealed(session: Pick<PoolClient, 'query'>): Promise<SealedCount> {
  const each = tables.flatMap(({ table, stored }) =>
    sealedFieldsOf(table).map(
      (field) => `select sealed_under(${escapeIdentifier(field.column)}) as under from ${stored} where ${meant(field)}`,
    ),
  )
  const { rows } = await session.query<SealedCount>(`
    select (count(*) filter (where under is null))::integer as open,
      (count(*) filter (where under is distinct from used.number and under is not null))::integer as retired,
      (count(*) filter (where under = used.number))::integer as sealed
    from (${each.join(' union all ')}) as lying
      left join (select number from field_key where retired_at is null) as used on true`)
  return rows[0] ?? { open: 0, retired: 0, sealed: 0 }
}

/** Rows that are not under the set of this number. */
export async function countBehind(session: Pick<PoolClient, 'query'>, number: number): Promise<number> {
  const each = tables.map(({ table, stored }) => `select count(*) from ${stored} where ${anyBehind(table, number)}`)
  const { rows } = await session.query<{ count: number }>(
    `select (${each.map((one) => `(${one})`).join(' + ')})::integer as count`,
  )
  return rows[0]?.count ?? 0
}

/** Seals what is behind; returns how many rows. Outside a transaction. */
export async function sealStored(
  session: PoolClient,
  sealing: FieldSealing,
  { onProgress, signal }: SealingOptions = {},
): Promise<number> {
  const total = await countBehind(session, sealing.inUse)
  let done = 0
  for (const { table, stored } of tables) {
    for (;;) {
      signal?.throwIfAborted()
      const count = total === 0 ? 0 : await sealBatch(session, sealing, table, stored)
      if (count === 0) break
      done += count
      onProgress?.({ done, total: Math.max(total, done) })
    }
  }
  return done
}

async function sealBatch(
  session: PoolClient,
  sealing: FieldSealing,
  table: (typeof tables)[number]['table'],
  stored: string,
): Promise<number> {
  await session.query('begin')
  try {
    // The value stays what it was: that it lies sealed is no new version of the fact.
    if (stored.startsWith('public.')) await session.query(`alter table ${stored} disable trigger keep_past`)
    const { rows } = await session.query<Record<string, string>>(
      `select ctid::text as "ctid", ${columnsOf(table)} from ${stored} where ${anyBehind(table, sealing.inUse)}
       limit ${batchSize} for update`,
    )
    const opened = await sealing.transformResult({ queryId: { queryId: '' }, result: { rows } })
    const sealed = opened.rows.map((row) => sealing.sealRow(table, row))
    if (sealed.length > 0) await rewrite(session, table, stored, sealed)
    if (stored.startsWith('public.')) await session.query(`alter table ${stored} enable trigger keep_past`)
    await session.query('commit')
    return sealed.length
  } catch (error) {
    await session.query('rollback').catch(() => undefined)
    throw error
  }
}

/** The key of the row, the sealed columns, and what tells whether they are meant. */
function columnsOf(table: string): string {
  const fields = sealedFieldsOf(table)
  const names = fields.flatMap(({ key, column, where }) => [...key, column, ...(where ? [where.column] : [])])
  return [...new Set(names)].map((name) => `${escapeIdentifier(name)}::text`).join(', ')
}

async function rewrite(
  session: PoolClient,
  table: string,
  stored: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = sealedFieldsOf(table).map(({ column }) => escapeIdentifier(column))
  await session.query(
    `update ${stored} as kept set ${columns.map((column) => `${column} = anew.${column}`).join(', ')}
     from jsonb_to_recordset($1::jsonb) as anew (ctid text, ${columns.map((column) => `${column} text`).join(', ')})
     where kept.ctid = anew.ctid::tid`,
    [JSON.stringify(rows)],
  )
}

/** From now on the database itself refuses a value that lies open in a field that is sealed. */
export async function refuseOpenValues(session: PoolClient): Promise<void> {
  for (const { table, stored } of tables)
    for (const field of sealedFieldsOf(table)) {
      const name = escapeIdentifier(`${field.column}_is_sealed`)
      const { rows } = await session.query<{ validated: boolean }>(
        'select convalidated as validated from pg_constraint where conrelid = $1::regclass and conname = $2',
        [stored, `${field.column}_is_sealed`],
      )
      const held = `check (not (${meant(field)}) or is_sealed(${escapeIdentifier(field.column)}))`
      if (rows.length === 0) await session.query(`alter table ${stored} add constraint ${name} ${held} not valid`)
    }
}

/** Holds every stored row to it, once all are sealed. */
export async function validateSealed(session: PoolClient): Promise<void> {
  const { rows } = await session.query<{ owner: string; name: string }>(`
    select conrelid::regclass::text as owner, quote_ident(conname) as name from pg_constraint
    where contype = 'c' and not convalidated and conname like '%\\_is\\_sealed'`)
  for (const { owner, name } of rows) await session.query(`alter table ${owner} validate constraint ${name}`)
}

/** Rewrites the tables, so that no page still holds what was there before they were sealed. */
export async function clearPages(session: PoolClient): Promise<void> {
  for (const { stored } of tables) await session.query(`vacuum (full, analyze) ${stored}`)
  await session.query('checkpoint').catch(() => undefined)
}
