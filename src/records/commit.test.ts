import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, clerk, county, emptyRecords, sourceOf } from './fixtures.ts'
import type { Records } from './index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const lastEntry = () =>
  records.database
    .selectFrom('audit')
    .select(['actor', 'action', 'subject', 'detail'])
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
const addUnit = (id: string) => (tx: Records['database']) =>
  tx
    .insertInto('units')
    .values({ ...unit, unit_id: id })
    .execute()
const unit = {
  unit_id: '',
  parent_id: null,
  name: '某局',
  kind: 'department',
  level: 'county',
  sector: null,
  region_code: null,
  hardship: null,
  growth_front: null,
  founded_on: null,
  abolished_on: null,
  extra: null,
}

test('the work and its audit entry are kept together', async () => {
  await records.commit({ actor: 'wang', action: 'add-unit', subject: 'U7', detail: { 说明: '新设' } }, addUnit('U7'))
  expect(await lastEntry()).toEqual([{ actor: 'wang', action: 'add-unit', subject: 'U7', detail: { 说明: '新设' } }])
})

test('when the work fails neither is kept', async () => {
  const before = await records.verifyAudit()
  const work = records.commit({ actor: 'wang', action: 'add-unit' }, async (tx) => {
    await addUnit('U8')(tx)
    throw new Error('on second thought')
  })
  await expect(work).rejects.toThrow('on second thought')
  expect(await records.verifyAudit()).toEqual(before)
  expect(await records.database.selectFrom('units').where('unit_id', '=', 'U8').select('unit_id').execute()).toEqual([])
})

test('when the audit entry cannot be written the work is not kept', async () => {
  const work = records.commit({ actor: null as unknown as string, action: 'add-unit' }, addUnit('U9'))
  await expect(work).rejects.toMatchObject({ problems: [{ code: 'missing-value', column: 'actor' }] })
  expect(await records.database.selectFrom('units').where('unit_id', '=', 'U9').select('unit_id').execute()).toEqual([])
})

test('there is no second way to write', async () => {
  await expect(addUnit('U9')(records.database)).rejects.toThrow('read-only transaction')
})

test('an import leaves its counts in the audit log', async () => {
  await records.importTables(sourceOf({ units: county.units }), clerk)
  expect(await lastEntry()).toEqual([
    {
      actor: 'clerk',
      action: 'import',
      subject: 'test',
      detail: { counts: { units: { read: 2, inserted: 2, changed: 0, unchanged: 0 } } },
    },
  ])
})

test('entries are chained in one order, however many write at once', async () => {
  const { entries } = await records.verifyAudit()
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => records.commit({ actor: 'a', action: `${index}` }, async () => undefined)),
  )
  expect(await records.verifyAudit()).toEqual({ entries: entries + 12 })
})

test('an entry can be neither changed nor removed, and one changed behind our back shows', async () => {
  const attempt = (statement: string) => asOwner(records, statement)
  for (const statement of ["update audit set actor = 'nobody'", 'delete from audit', 'truncate audit'])
    await expect(attempt(statement)).rejects.toThrow('the audit log is append-only')
  await attempt(
    "alter table audit disable trigger all; update audit set actor = 'nobody' where id = 2; alter table audit enable trigger all",
  )
  expect(await records.verifyAudit()).toMatchObject({ brokenAt: 2 })
})

test('the system itself changes nothing of where a person stands, and is told so', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select event_object_table as name from information_schema.triggers
    where trigger_name = 'refuse_automatic_decision' group by 1 order by 1`.execute(records.database)
  expect(tables.map(({ name }) => name)).toEqual([
    'cadres',
    'case_event',
    'erasure',
    'evaluations',
    'expiry',
    'grades',
    'impact_assessment',
    'judgement',
    'local_rule',
    'matter_event',
    'sanctions',
    'tenures',
    'track_event',
  ])
  const decided = new Set(['cadres', 'evaluations', 'grades', 'sanctions', 'tenures'])
  for (const { name } of tables) {
    const work = (actor: string, statement: RawBuilder<unknown>) =>
      records.commit({ actor, action: 'decide' }, (tx) => statement.execute(tx))
    await expect(work('system', sql`insert into ${sql.table(name)} default values`), name).rejects.toMatchObject({
      problems: [{ code: 'decision-without-person', file: name }],
    })
    if (!decided.has(name)) continue
    const removal = sql`delete from ${sql.table(name)} where false`
    await expect(work('system', removal), name).rejects.toMatchObject({
      problems: [{ code: 'decision-without-person' }],
    })
    await work('officer', removal)
  }
  await records.commit({ actor: 'system', action: 'add-unit' }, addUnit('U10'))
})
