import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyRecords } from '../fixtures.ts'
import type { Records } from '../index.ts'
import { type ConflictSelection, readConflicts, readPosts, readStatements, tallyConflicts } from './conflicts.ts'
import { writeEdition } from './edition.ts'
import { exampleAnalysis, exampleSnapshot, exampleSource } from './example-city.ts'

let records: Records
let runId = ''

beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  runId = await records.saveAnalysis(exampleAnalysis, { actor: 'test' })
  await records.commit({ actor: 'test', action: 'edition.write' }, (transaction) =>
    writeEdition(transaction, exampleSnapshot(), runId),
  )
})
afterAll(() => records.close())

it.each<[Partial<ConflictSelection>, readonly string[]]>([
  [{}, ['C1', 'C2']],
  [{ field: ['born_on'] }, ['C1']],
  [{ severity: ['moderate', 'minor'] }, ['C2']],
  [{ undecided: true }, ['C2']],
  [{ undecided: false }, ['C1']],
  [{ cadre: 'C2' }, ['C2']],
  [{ field: ['sex'] }, []],
])('conflicts are filtered by %j, the gravest first', async (selection, expected) => {
  const { total, rows } = await readConflicts(records.database, runId, { offset: 0, limit: 50, ...selection })
  expect(rows.map(({ cadre_id }) => cadre_id)).toEqual(expected)
  expect(total).toBe(expected.length)
})

it('conflicts are counted by field, weight and whether they are settled', async () => {
  expect(await tallyConflicts(records.database, runId)).toEqual([
    { field: 'born_on', severity: 'serious', undecided: false, count: 1 },
    { field: 'citizen_id', severity: 'moderate', undecided: true, count: 1 },
  ])
})

it('statements are read by a day, the newest first', async () => {
  const all = await readStatements(records.database, 'C1', 20261122)
  expect(all.length).toBeGreaterThan(0)
  const days = all.map(({ recorded_on }) => recorded_on)
  expect(days).toEqual([...days].sort().reverse())
  expect(await readStatements(records.database, 'C1', 19900101)).toEqual([])
})

it('people are read with their posts', async () => {
  expect((await readPosts(records.database, ['C1', 'nobody'])).get('C1')?.name).toBe('陆承川')
})
