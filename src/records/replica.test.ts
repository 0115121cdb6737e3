/** A streaming replica made of two embedded servers: snapshots are taken there, and lack nothing that was committed. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instance, startRestored } from './embedded/instance.ts'
import { clerk, county, sourceOf } from './fixtures.ts'
import { openRecords, type Records } from './index.ts'
import { snapshotOf } from './replica.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiren-replica-'))
const [first, second] = [join(folder, 'primary'), join(folder, 'replica')]
let [primary, replica]: Instance[] = []
let records: Records

const settings = {
  fsync: 'off',
  archive_mode: 'off',
  wal_level: 'replica',
  max_wal_senders: '5',
  shared_buffers: '32MB',
}
/** The password of the owner, with which the replica signs in too. */
const primaryOf = ({ connection }: Instance): string =>
  `host=${connection.host} user=${connection.user} password=${connection.password}`

beforeAll(async () => {
  chmodSync(folder, 0o711)
  for (const path of [first, second]) mkdirSync(path, { mode: 0o711 })
  const before = await startRestored(first, false, settings)
  await before.close()
  // Between two starts the files may simply be copied.
  for (const name of ['postgres-18', 'password']) spawnSync('cp', ['-a', join(first, name), join(second, name)])
  writeFileSync(join(second, 'postgres-18', 'standby.signal'), '')
  primary = await startRestored(first, false, settings)
  replica = await startRestored(second, false, { ...settings, primary_conninfo: primaryOf(primary) })
  records = await openRecords({ connection: primary.connection })
  await records.importTables(sourceOf(county), clerk)
}, 120_000)
afterAll(async () => {
  await records?.close()
  await replica?.close()
  await primary?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a snapshot from the replica is that of the primary, also of what was written a moment ago', async () => {
  const there = snapshotOf(replica?.connection ?? {}, records)
  const newcomer = { ...county.cadres[1], cadre_id: 'C9', name: '后到' }
  await records.importTables(sourceOf({ cadres: [newcomer] }), clerk)
  const [here, read] = [await records.readSnapshot(20261122), await there(20261122)]
  expect(read.tables.cadres.length).toBe(county.cadres.length + 1)
  expect(read.hash).toBe(here.hash)
})

test('a replica that is behind is waited for', async () => {
  const session = new Client(replica?.connection)
  await session.connect()
  await session.query('select pg_wal_replay_pause()')
  const newcomer = { ...county.cadres[1], cadre_id: 'C10', name: '再到' }
  await records.importTables(sourceOf({ cadres: [newcomer] }), clerk)
  const snapshot = snapshotOf(replica?.connection ?? {}, records)(20261122)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await session.query('select pg_wal_replay_resume()')
  await session.end()
  expect((await snapshot).tables.cadres.length).toBe(county.cadres.length + 2)
})

test('a database that follows nobody is refused', async () => {
  await expect(snapshotOf(records.connection, records)(20261122)).rejects.toMatchObject({
    problems: [{ code: 'not-a-replica', message: { zh: 'ANALYSIS_DATABASE_URL 指的数据库没有在跟随主库。' } }],
  })
})
