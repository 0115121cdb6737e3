import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import type { Row } from '#domain/tables.ts'
import { clerk, county, emptyRecords, rowOf, sourceOf } from './fixtures.ts'
import type { ImportSource } from './import-tables.ts'
import type { Records } from './index.ts'

let records: Records
beforeEach(async () => {
  records = await emptyRecords()
})
afterEach(() => records?.close())

const { tables, rows } = sourceOf(county)

async function hashOfSource(asOf: number): Promise<string> {
  const builder = new SnapshotBuilder(asOf)
  for (const table of tables.toReversed())
    for await (const batch of rows(table)) for (const row of batch) builder.append(table, row)
  return builder.finish().hash
}

test('what was imported comes back as the same snapshot as from the package itself', async () => {
  expect(await records.isEmpty()).toBe(true)
  await records.importTables({ tables, rows }, clerk)
  expect(await records.isEmpty()).toBe(false)
  for (const asOf of [20261122, 20190101])
    expect((await records.readSnapshot(asOf)).hash).toBe(await hashOfSource(asOf))
})

test('importing twice is importing once', async () => {
  const first = await records.importTables({ tables, rows }, clerk)
  expect(first.tenures).toEqual({ read: 3, inserted: 3, changed: 0, unchanged: 0 })
  const before = await records.database.selectFrom('ratings').select('recorded_at').execute()
  const again = await records.importTables({ tables, rows }, clerk)
  for (const count of Object.values(again))
    expect(count).toMatchObject({ inserted: 0, changed: 0, unchanged: count.read })
  expect(await records.database.selectFrom('ratings').select('recorded_at').execute()).toEqual(before)
})

test('changed and new rows are told apart from unchanged ones', async () => {
  await records.importTables({ tables, rows }, clerk)
  const [rating] = county.ratings
  const counts = await records.importTables(
    sourceOf({
      ...county,
      ratings: [{ ...rating, score: '70' }, { ...rating, rater_id: 'R2' }, ...county.ratings.slice(1)],
    }),
    clerk,
  )
  expect(counts.ratings).toEqual({ read: 3, inserted: 1, changed: 1, unchanged: 1 })
})

test('extra columns are kept beside the row, and a later file without them leaves them there', async () => {
  const cadre = rowOf('cadres', county.cadres[0])
  const source: ImportSource = {
    tables: ['units', 'cadres'],
    async *rows(table) {
      if (table === 'cadres') yield [[...cadre, '{"备注":"一\\t二"}']] satisfies Row[]
      else yield* rows(table)
    },
  }
  await records.importTables(source, clerk)
  await records.importTables({ tables, rows }, clerk)
  const stored = await records.database.selectFrom('cadres').select('extra').orderBy('cadre_id').execute()
  expect(stored).toEqual([{ extra: { 备注: '一\t二' } }, { extra: null }])
})

describe('an import that ends in the middle', () => {
  async function* endless(): AsyncGenerator<readonly Row[]> {
    for (let year = 2000; ; year += 1) {
      await new Promise((resume) => setTimeout(resume, 1))
      yield [rowOf('honours', { cadre_id: 'C1', title: `${year}`, on: '2020-01' })]
    }
  }
  const source: ImportSource = {
    tables: [...tables, 'honours'],
    rows: (table) => (table === 'honours' ? endless() : rows(table)),
  }

  test('is wholly undone when it is aborted', async () => {
    const abort = new AbortController()
    const work = records.importTables(source, clerk, {
      signal: abort.signal,
      onProgress: (done) => {
        if (done.table === 'honours' && done.rows === 20) abort.abort()
      },
    })
    await expect(work).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(await records.isEmpty()).toBe(true)
    // And the database is as good as before.
    await records.importTables({ tables, rows }, clerk)
  })

  test('is wholly undone when its source fails', async () => {
    const broken: ImportSource = {
      tables,
      async *rows(table) {
        if (table === 'statements') throw new Error('the file ends here')
        yield* rows(table)
      },
    }
    await expect(records.importTables(broken, clerk)).rejects.toThrow('the file ends here')
    expect(await records.isEmpty()).toBe(true)
    expect(await records.verifyAudit()).toEqual({ entries: 0 })
  })
})

test('the first load checks what every later load checks', async () => {
  const lost = { ...county, tenures: [{ ...county.tenures[0], cadre_id: 'C9' }] }
  await expect(records.importTables(sourceOf(lost), clerk)).rejects.toMatchObject({
    problems: [{ code: 'dangling-reference' }],
  })
  const crowded = { ...county, tenures: [...county.tenures, { ...county.tenures[0], tenure_id: 'T9' }] }
  await expect(records.importTables(sourceOf(crowded), clerk)).rejects.toMatchObject({
    problems: [{ code: 'seat-held-twice' }],
  })
  const outside = { ...county, tenures: [{ ...county.tenures[0], from: '1999-01' }] }
  await expect(records.importTables(sourceOf(outside), clerk)).rejects.toMatchObject({
    problems: [{ code: 'outside-seat-life' }],
  })
  const doubled = { ...county, ratings: [...county.ratings, ...county.ratings] }
  await expect(records.importTables(sourceOf(doubled), clerk)).rejects.toMatchObject({
    problems: [{ code: 'duplicate-key' }],
  })
  await records.importTables({ tables, rows }, clerk)
})
