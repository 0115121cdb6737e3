/** An upgrade that is killed again and again goes on where it was, and ends as one that was let alone. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instance, startScratch } from './embedded/instance.ts'
import { createDatabase } from './fixtures.ts'
import { knownMigrations, openRecords } from './index.ts'

let server: Instance
beforeAll(async () => {
  server = await startScratch()
})
afterAll(() => server?.close())

const upgrade = `import { openRecords } from '#records/index.ts'
const records = await openRecords({ databaseUrl: process.argv[1] })
await records.close()`

const begin = (databaseUrl: string): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '--eval', upgrade, databaseUrl], { stdio: ['ignore', 'ignore', 2] })

async function connected(databaseUrl: string): Promise<Client> {
  const session = new Client(databaseUrl)
  await session.connect()
  return session
}

async function applied(session: Client): Promise<number> {
  const { rows } = await session.query<{ count: number }>(
    "select case when to_regclass('migration') is null then 0 else (xpath('/row/c/text()', query_to_xml('select count(*) as c from migration', false, true, '')))[1]::text::int end as count",
  )
  return rows[0]?.count ?? 0
}

/** All that migrations make, in words. */
async function schemaOf(session: Client): Promise<unknown> {
  const own = "n.nspname in ('public', 'past', 'rights')"
  const { rows } = await session.query(`
    select 'column' as kind, concat_ws(' ', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      pg_get_expr(d.adbin, d.adrelid)) as text
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    where ${own} and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
    union all select 'constraint', concat_ws(' ', n.nspname, conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${own}
    union all select 'index', indexdef from pg_indexes n where ${own.replace('nspname', 'schemaname')}
    union all select 'trigger', pg_get_triggerdef(t.oid)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${own} and not t.tgisinternal
    union all select 'function', pg_get_functiondef(p.oid)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${own} and p.prokind = 'f'
    union all select 'policy', concat_ws(' ', schemaname, tablename, policyname, roles, cmd, qual, with_check) from pg_policies
    order by 1, 2`)
  return rows
}

test('killed at five places, then let alone', async () => {
  const [killed, straight] = [await createDatabase(server), await createDatabase(server)]
  const session = await connected(killed)
  const places = Array.from({ length: 5 }, (_, at) => Math.floor(((at + 1) * (knownMigrations() - 2)) / 5))
  const reached: number[] = []
  for (const [at, place] of places.entries()) {
    const child = begin(killed)
    const ended = once(child, 'exit')
    let isGone = false
    void ended.then(() => {
      isGone = true
    })
    while (!isGone && (await applied(session)) < place) await sleep(1)
    await sleep(at * 3)
    child.kill('SIGKILL')
    await ended
    reached.push(await applied(session))
  }
  expect(reached).toEqual([...reached].sort((a, b) => a - b))
  expect(new Set(reached.filter((count) => count > 0 && count < knownMigrations())).size).toBeGreaterThan(2)

  await (await openRecords({ databaseUrl: killed })).close()
  await (await openRecords({ databaseUrl: straight })).close()
  const other = await connected(straight)
  expect(await applied(session)).toBe(knownMigrations())
  expect(await schemaOf(session)).toEqual(await schemaOf(other))
  await session.end()
  await other.end()
}, 120_000)
