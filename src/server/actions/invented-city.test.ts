import { expect, it } from 'vitest'
import { emptyRecords } from '#records/fixtures.ts'
import { exampleSource } from '#records/queries/example-city.ts'
import { isInventedCity } from './invented-city.ts'

it('is the invented city until anything else is imported', async () => {
  const records = await emptyRecords()
  const imported = async (source: string) => {
    await records.importTables(exampleSource, { actor: 'test', source })
    return isInventedCity(records)
  }
  expect(await isInventedCity(records)).toBe(false)
  // As folders had it that are older than accounts.
  expect(await imported('data package')).toBe(true)
  expect(await imported('sample-city')).toBe(true)
  expect(await imported('2026-personnel')).toBe(false)
  await records.close()
})
