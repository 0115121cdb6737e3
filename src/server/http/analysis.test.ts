import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldNamesOf } from '#domain/tables.ts'
import { type AnalysisState, analysisState, type RosterPage, requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let people = 0
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  people = await rosterSize()
}, 120_000)
afterAll(() => city?.close())

const state = async (): Promise<AnalysisState> => analysisState.parse(await city.ask('/api/analysis'))
const rosterSize = async (): Promise<number> => ((await city.ask('/api/cadres?status=serving')) as RosterPage).total

async function post(url: string, payload: object = {}): Promise<{ status: number; body: unknown }> {
  const headers = { cookie: city.cookie, [requestHeader.name]: requestHeader.value }
  const response = await city.server.inject({ method: 'POST', url, headers, payload })
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() }
}

/** The state once nothing is under way; meanwhile the screens go on. */
async function ended(): Promise<AnalysisState> {
  for (;;) {
    const found = await state()
    if (!found.underWay) return found
    await city.ask('/api/home')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function auditOf(action: string): Promise<readonly { actor: string; detail: unknown }[]> {
  const rows = city.records.database.selectFrom('audit').select(['actor', 'detail']).where('action', '=', action)
  return rows.orderBy('id').execute()
}

/** Somebody new, as an import records them. */
async function importNewcomer(): Promise<void> {
  const { unit_id } = await city.records.database
    .selectFrom('units')
    .select('unit_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const newcomer: Record<string, string> = { cadre_id: 'NEW-1', name: '新到人员', authority_unit_id: unit_id }
  const source = {
    tables: ['cadres'] as const,
    async *rows() {
      yield [fieldNamesOf('cadres').map((field) => newcomer[field] ?? null)]
    },
  }
  await city.records.importTables(source, { actor: 'test', source: 'later' })
}

test('what is recorded after the analysis is counted, and shown after the next one', async () => {
  const before = await state()
  expect(before).toMatchObject({ asOf: '2026-11-22', arrivals: [], rulesChanged: false, underWay: null, last: null })
  await importNewcomer()
  expect((await state()).arrivals).toEqual([
    { table: 'cadres', label: { zh: '基本信息', en: 'Basic facts' }, count: 1 },
  ])
  expect(await rosterSize()).toBe(people)

  expect(await post('/api/analysis', { asOf: '2026-11-22' })).toEqual({ status: 202, body: null })
  expect(await post('/api/analysis')).toMatchObject({ status: 409, body: { code: 'analysis-under-way' } })
  expect((await state()).underWay).toMatchObject({ asOf: '2026-11-22', by: { zh: expect.any(String) } })

  const after = await ended()
  expect(after).toMatchObject({
    asOf: '2026-11-22',
    arrivals: [],
    rulesChanged: false,
    last: { state: 'done', message: null },
  })
  expect(after.runId).not.toBe(before.runId)
  expect(after.knownAt > before.knownAt).toBe(true)
  expect(await rosterSize()).toBe(people + 1)
  expect(await auditOf('analysis.begin')).toEqual([{ actor: 'officer', detail: { asOf: '2026-11-22' } }])
  expect((await auditOf('save-analysis')).at(-1)).toMatchObject({ actor: 'officer', detail: { run: after.runId } })
  expect(await city.records.verifyAudit()).not.toHaveProperty('brokenAt')
}, 120_000)

test('a later day than today, a month and no date are refused', async () => {
  const latest = (await state()).latest
  for (const asOf of ['2199-01-01', '2026-10', '2026-02-30'])
    expect(await post('/api/analysis', { asOf })).toEqual({
      status: 422,
      body: {
        code: 'no-day-to-analyse',
        message: {
          zh: '事实时点要写到日，且不晚于今天。',
          en: 'The facts must be as of a whole day, not later than today.',
        },
        mend: { zh: `选 ${latest} 或更早的一天。`, en: `Choose ${latest} or an earlier day.` },
      },
    })
})

test('one that is stopped leaves the results before', async () => {
  const before = await state()
  await post('/api/analysis', { asOf: '2026-11-21' })
  expect(await post('/api/analysis/stop')).toEqual({ status: 204, body: undefined })
  expect(await state()).toMatchObject({
    runId: before.runId,
    underWay: null,
    last: { state: 'stopped', message: null },
  })
  expect(await auditOf('analysis.stop')).toHaveLength(1)
})

test('one that fails says so once, and leaves the results before', async () => {
  const before = await state()
  const database = new Client(city.records.connection)
  await database.connect()
  try {
    await database.query('alter table run_need rename column proposal to proposal_elsewhere')
    await post('/api/analysis')
    expect(await ended()).toMatchObject({
      runId: before.runId,
      last: {
        state: 'failed',
        message: { zh: '分析中断，没有写入结果。' },
        mend: { en: expect.stringContaining('log') },
      },
    })
  } finally {
    await database.query('alter table run_need rename column proposal_elsewhere to proposal')
    await database.end()
  }
  expect(await rosterSize()).toBe(people + 1)
}, 120_000)
