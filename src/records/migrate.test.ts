import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instance, startScratch } from './embedded/instance.ts'
import { createDatabase } from './fixtures.ts'
import { openRecords } from './index.ts'
import { migrate, readMigrations } from './migrate.ts'

let instance: Instance
let session: Client
beforeAll(async () => {
  instance = await startScratch()
  session = new Client(instance.connection)
  await session.connect()
})
afterAll(async () => {
  await session?.end()
  await instance?.close()
})

const first = { name: '0001-first', sql: 'create table first (id integer)' }
const second = { name: '0002-second', sql: 'create table second (id integer)' }
const tablesNow = async () => {
  const { rows } = await session.query("select relname from pg_class where relname in ('first', 'second') order by 1")
  return rows.map((row) => row.relname)
}

test('several processes may bring a schema up to date at once; each migration is applied once', async () => {
  const others = [new Client(instance.connection), new Client(instance.connection)]
  for (const other of others) await other.connect()
  await Promise.all([session, ...others].map((each) => migrate(each, [first])))
  for (const other of others) await other.end()
  expect(await tablesNow()).toEqual(['first'])
})

test('a migration that fails leaves nothing', async () => {
  const broken = { ...second, sql: `${second.sql}; select 1 / 0` }
  await expect(migrate(session, [first, broken])).rejects.toThrow('migration 0002-second failed')
  expect(await tablesNow()).toEqual(['first'])
  await migrate(session, [first, second])
  expect(await tablesNow()).toEqual(['first', 'second'])
})

test('an applied migration that was edited is refused', async () => {
  await expect(migrate(session, [{ ...first, sql: '-- nothing' }, second])).rejects.toMatchObject({
    problems: [{ code: 'migration-changed', message: { zh: '结构变更 0001-first 在应用之后被修改过。' } }],
  })
})

test('a database of a newer version is refused', async () => {
  await expect(migrate(session, [first])).rejects.toMatchObject({ problems: [{ code: 'database-newer' }] })
})

test('no two migrations share a number', () => {
  const numbers = readMigrations().map(({ name }) => Number(name.slice(0, 4)))
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('any PostgreSQL 18 is opened by its address', async () => {
  const databaseUrl = await createDatabase(instance)
  const records = await openRecords({ databaseUrl })
  expect(await records.isEmpty()).toBe(true)
  await records.close()
})

test('a database that cannot be reached is said to be so', async () => {
  await expect(openRecords({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
    problems: [{ code: 'database-unreachable' }],
  })
})
