/**
 * Brings what is stored under the keys in use: values that lie open are sealed, values under a retired set are sealed anew.
 * Batch by batch, each a transaction of its own, so that it may be stopped anywhere and goes on where it was; the rows say
 * for themselves what is still to do.
 */
import { escapeIdentifier, type PoolClient } from 'pg'
import type { FieldSealing } from './field-sealing.ts'
import { type SealedField, sealedCopies, sealedFacts, sealedFieldsOf } from './sealed-fields.ts'

const batchSize = 2000

export interface SealingProgress {
  readonly done: number
  readonly total: number
}

export interface SealingOptions {
  onProgress?(progress: SealingProgress): void
  readonly signal?: AbortSignal
}

interface SealedTable {
  readonly table: string
  readonly stored: string
  /** Has a trigger that keeps the row as it was before. */
  readonly keepsPast: boolean
}

/** The facts and their past. */
const factTables: readonly SealedTable[] = sealedFacts.flatMap((table) => [
  { table, stored: `public.${table}`, keepsPast: true },
  { table, stored: `past.${table}`, keepsPast: false },
])

/** Every table with sealed columns. */
const tables: readonly SealedTable[] = [
  ...factTables,
  ...sealedCopies.map((table) => ({ table, stored: `public.${table}`, keepsPast: false })),
]

/** The sealed text that a column holds. */
const sealedText = ({ column, isWhole }: SealedField): string =>
  isWhole ? `(${escapeIdentifier(column)} #>> '{}')` : escapeIdentifier(column)

const meant = ({ column, where }: SealedField): string =>
  `${escapeIdentifier(column)} is not null` + (where ? ` and ${escapeIdentifier(where.column)} = '${where.value}'` : '')

const isBehind = (field: SealedField, number: number): string =>
  `(${meant(field)} and sealed_under(${sealedText(field)}) is distinct from ${number})`

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
      (field) => `select sealed_under(${sealedText(field)}) as under from ${stored} where ${meant(field)}`,
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

/** Rows of the facts that are not under the set of this number. */
export const countFactsBehind = (session: Pick<PoolClient, 'query'>, number: number): Promise<number> =>
  countBehind(session, number, factTables)

async function countBehind(
  session: Pick<PoolClient, 'query'>,
  number: number,
  among: readonly SealedTable[] = tables,
): Promise<number> {
  const each = among.map(({ table, stored }) => `select count(*) from ${stored} where ${anyBehind(table, number)}`)
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
  for (const table of tables) {
    for (;;) {
      signal?.throwIfAborted()
      const count = total === 0 ? 0 : await sealBatch(session, sealing, table)
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
  { table, stored, keepsPast }: SealedTable,
): Promise<number> {
  await session.query('begin')
  try {
    // The value stays what it was: that it lies sealed is no new version of the fact.
    if (keepsPast) await session.query(`alter table ${stored} disable trigger keep_past`)
    const { rows } = await session.query<Record<string, string>>(
      `select ctid::text as "ctid", ${columnsOf(table)} from ${stored} where ${anyBehind(table, sealing.inUse)}
       limit ${batchSize} for update`,
    )
    const opened = await sealing.transformResult({ queryId: { queryId: '' }, result: { rows } })
    const sealed = opened.rows.map((row) => sealing.sealRow(table, row))
    if (sealed.length > 0) await rewrite(session, table, stored, sealed)
    if (keepsPast) await session.query(`alter table ${stored} enable trigger keep_past`)
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
  const whole = fields.flatMap(({ column, isWhole }) => (isWhole ? [escapeIdentifier(column)] : []))
  const names = fields.flatMap(({ key, column, where, isWhole }) => [
    ...key,
    ...(isWhole ? [] : [column]),
    ...(where ? [where.column] : []),
  ])
  return [...whole, ...[...new Set(names)].map((name) => `${escapeIdentifier(name)}::text`)].join(', ')
}

async function rewrite(
  session: PoolClient,
  table: string,
  stored: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const fields = sealedFieldsOf(table)
  const columns = fields.map(({ column }) => escapeIdentifier(column))
  const typed = fields.map(({ column, isWhole }) => `${escapeIdentifier(column)} ${isWhole ? 'jsonb' : 'text'}`)
  await session.query(
    `update ${stored} as kept set ${columns.map((column) => `${column} = anew.${column}`).join(', ')}
     from jsonb_to_recordset($1::jsonb) as anew (ctid text, ${typed.join(', ')})
     where kept.ctid = anew.ctid::tid`,
    [JSON.stringify(rows)],
  )
}

/** From now on the database itself refuses a value that lies open in a field that is sealed. */
export async function refuseOpenValues(session: PoolClient): Promise<void> {
  const { rows } = await session.query<{ place: string }>(
    `select concat_ws(' ', conrelid::regclass, conname) as place from pg_constraint where conname like '%\\_is\\_sealed'`,
  )
  const present = new Set(rows.map(({ place }) => place.replace(/^public\./, '')))
  for (const { table, stored } of tables)
    for (const field of sealedFieldsOf(table)) {
      const name = `${field.column}_is_sealed`
      if (present.has(`${stored.replace(/^public\./, '')} ${name}`)) continue
      const held = `check (not (${meant(field)}) or is_sealed(${sealedText(field)}))`
      await session.query(`alter table ${stored} add constraint ${escapeIdentifier(name)} ${held} not valid`)
    }
}

/** Holds every stored row to it, once all are sealed. */
export async function validateSealed(session: PoolClient): Promise<void> {
  const { rows } = await session.query<{ owner: string; name: string }>(`
    select conrelid::regclass::text as owner, quote_ident(conname) as name from pg_constraint
    where contype = 'c' and not convalidated and conname like '%\\_is\\_sealed'`)
  for (const { owner, name } of rows) await session.query(`alter table ${owner} validate constraint ${name}`)
}

/** Tables in which something lies open. */
export async function openTables(session: PoolClient): Promise<readonly string[]> {
  const open = (field: SealedField): string => `${meant(field)} and sealed_under(${sealedText(field)}) is null`
  const each = tables.map(({ table, stored }) => {
    const any = sealedFieldsOf(table).map(open).join(' or ')
    return `select '${stored}' as stored where exists (select from ${stored} where ${any})`
  })
  const { rows } = await session.query<{ stored: string }>(each.join(' union all '))
  return rows.map(({ stored }) => stored)
}

/** Rewrites tables, so that no page still holds what was there before they were sealed. */
export async function clearPages(session: PoolClient, stored: readonly string[]): Promise<void> {
  for (const one of stored) await session.query(`vacuum (full, analyze) ${one}`)
  await session.query('checkpoint').catch(() => undefined)
}
