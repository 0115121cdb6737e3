import { afterAll, beforeAll, expect, test } from 'vitest'
import { county, emptyRecords, sourceOf } from './fixtures.ts'
import type { Records } from './index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(sourceOf(county), { actor: 'test', source: 'county' })
})
afterAll(() => records?.close())

test('what is still being recorded lies after the settled moment; what is committed, before it', async () => {
  const { promise: written, resolve: go } = Promise.withResolvers<void>()
  const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>()
  const writing = records.commit({ actor: 'test', action: 'rename' }, async (transaction) => {
    await transaction.updateTable('units').set({ name: '改名' }).where('unit_id', '=', 'U2').execute()
    hasBegun()
    await written
  })
  await begun
  const during = await records.settledMoment()
  const before = await records.readSnapshot(20261122, { knownAt: during })
  go()
  await writing
  expect((await records.readSnapshot(20261122, { knownAt: during })).hash).toBe(before.hash)
  const after = await records.settledMoment()
  expect(after > during).toBe(true)
  expect((await records.readSnapshot(20261122, { knownAt: after })).hash).toBe(
    (await records.readSnapshot(20261122)).hash,
  )
  expect((await records.readSnapshot(20261122, { knownAt: after })).hash).not.toBe(before.hash)
})
