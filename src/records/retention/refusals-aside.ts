import type { PoolClient } from 'pg'

/** Puts aside, or back, the triggers of one table that refuse changes or keep what was changed; for its owner alone. */
export async function setRefusals(session: PoolClient, table: string, how: 'enable' | 'disable'): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `select quote_ident(tgname) as name from pg_trigger
     where tgrelid = $1::regclass and not tgisinternal and (tgname like 'refuse%' or tgname = 'keep_past')`,
    [table],
  )
  for (const { name } of rows) await session.query(`alter table ${table} ${how} trigger ${name}`)
}
