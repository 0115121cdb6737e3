/**
 * The first load of an empty database: nothing is stored, so rows go straight into their tables, and references, temporal
 * keys and indexes are checked and built over all rows at once instead of row by row. All of it happens in the transaction
 * of the load: when it ends, the same constraints stand as before and every row has been held to them.
 *
 * Constraints are dropped and added again rather than altered to NOT ENFORCED and back, because PostgreSQL 18.4 does not
 * look at the stored rows when a temporal foreign key becomes ENFORCED again.
 */
import type { PoolClient } from 'pg'
import { tableNames } from '#domain/tables.ts'

/** Statements that put back what was dropped, in their order. */
export type Dropped = readonly string[]

export async function isFirstLoad(session: PoolClient): Promise<boolean> {
  const tests = tableNames.map((table) => `exists (select from ${table}) or exists (select from past.${table})`)
  const { rows } = await session.query<{ stored: boolean }>(`select ${tests.join(' or ')} as stored`)
  return rows[0]?.stored === false
}

export async function beginFirstLoad(session: PoolClient): Promise<Dropped> {
  // Foreign keys rest on unique keys: they go first and come back last.
  const constraints = await session.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint
     where conrelid = any ($1::regclass[]) and (contype = 'f' or contype = 'u' and conperiod)
     order by contype, conrelid, conname`,
    [tableNames],
  )
  const indexes = await session.query<{ drop: string; add: string }>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as add
     from pg_index
     where indrelid = any ($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tableNames],
  )
  const all = [...constraints.rows, ...indexes.rows]
  for (const { drop } of all) await session.query(drop)
  return all.map(({ add }) => add).reverse()
}

export async function endFirstLoad(session: PoolClient, dropped: Dropped): Promise<void> {
  for (const statement of dropped) await session.query(statement)
}
