import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textAt } from '#domain/columns.ts'
import { clerk, county, emptyRecords, sourceOf } from './fixtures.ts'
import type { Records } from './index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const later = () => new Promise((resume) => setTimeout(resume, 5))
async function now(): Promise<Date> {
  await later()
  const moment = new Date()
  await later()
  return moment
}

test('a snapshot says what was known at a moment', async () => {
  const beforeAnything = await now()
  await records.importTables(sourceOf(county), clerk)
  const asImported = await now()
  await records.commit({ actor: 'clerk', action: 'correct' }, (tx) =>
    tx.updateTable('cadres').set({ name: '王 铭' }).where('cadre_id', '=', 'C1').execute(),
  )
  const asCorrected = await now()
  await records.commit({ actor: 'clerk', action: 'remove' }, (tx) =>
    tx.deleteFrom('ratings').where('cadre_id', '=', 'C1').execute(),
  )

  const at = async (knownAt?: Date) => {
    const { tables } = await records.readSnapshot(20261122, knownAt ? { knownAt } : {})
    return [textAt(tables.cadres.columns.name, 0), tables.ratings.length]
  }
  expect(await at(beforeAnything)).toEqual([undefined, 0])
  expect(await at(asImported)).toEqual(['王 明', 2])
  expect(await at(asCorrected)).toEqual(['王 铭', 2])
  expect(await at()).toEqual(['王 铭', 1])
  expect((await records.readSnapshot(20261122, { knownAt: new Date() })).hash).toBe(
    (await records.readSnapshot(20261122)).hash,
  )
})

test('a version that lived only inside one transaction was never known', async () => {
  const name = (value: string) => ({ name: value })
  await records.commit({ actor: 'clerk', action: 'correct' }, async (tx) => {
    for (const value of ['甲', '乙'])
      await tx.updateTable('cadres').set(name(value)).where('cadre_id', '=', 'C2').execute()
  })
  const { rows } = await sql<{
    name: string
  }>`select name from past.cadres where cadre_id = 'C2'`.execute(records.database)
  expect(rows).toEqual([{ name: '李\t"华"\\' }])
})
