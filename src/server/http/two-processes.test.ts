/** Two web processes over one database: what one does, the other shows. One of them leaves the work to the other. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldNamesOf } from '#domain/tables.ts'
import { openRecords, type Records } from '#records/index.ts'
import { analysisState, type RosterPage, requestHeader } from '../contract/index.ts'
import { analysedCity } from './fixtures.ts'
import { createServer, type Server } from './index.ts'

let [records, others]: Records[] = []
let [web, worker]: Server[] = []
let cookie = ''
beforeAll(async () => {
  const city = await analysedCity(60, 20261122)
  records = city.records
  others = await openRecords({ connection: records.connection })
  web = await createServer({ ...city, logger: false, demoPassword: 'a phrase for trials', works: 0 })
  worker = await createServer({ ...city, records: others, logger: false, demoPassword: 'a phrase for trials' })
  cookie = await signIn(web, 'officer')
}, 120_000)
afterAll(async () => {
  await web?.close()
  await worker?.close()
  await others?.close()
  await records?.close()
})

const header = { [requestHeader.name]: requestHeader.value }

async function signIn(server: Server | undefined, account: string): Promise<string> {
  const payload = { account, password: 'a phrase for trials' }
  const answer = await server?.inject({ method: 'POST', url: '/api/session', headers: header, payload })
  return `zhiren-session=${encodeURIComponent(answer?.cookies[0]?.value ?? '')}`
}

async function ask(server: Server | undefined, url: string, by = cookie): Promise<{ status: number; body: unknown }> {
  const answer = await server?.inject({ url, headers: { cookie: by } })
  return { status: answer?.statusCode ?? 0, body: answer?.json() }
}

async function post(server: Server | undefined, url: string, payload: object = {}, by = cookie): Promise<number> {
  const headers = { ...header, cookie: by }
  return (await server?.inject({ method: 'POST', url, headers, payload }))?.statusCode ?? 0
}

const stateAt = async (server: Server | undefined) => analysisState.parse((await ask(server, '/api/analysis')).body)
const rosterAt = async (server: Server | undefined): Promise<number> =>
  ((await ask(server, '/api/cadres?status=serving')).body as RosterPage).total

async function until<T>(look: () => Promise<T | undefined | false | null>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('whoever signed in at one is signed in at the other, and out at both', async () => {
  const own = await signIn(web, 'head')
  expect((await ask(worker, '/api/home', own)).status).toBe(200)
  const left = await worker?.inject({ method: 'DELETE', url: '/api/session', headers: { ...header, cookie: own } })
  expect(left?.statusCode).toBe(204)
  await until(async () => (await ask(web, '/api/home', own)).status === 401)
})

test('an analysis that one is asked for is done by the other, seen by both, and shown by both', async () => {
  const [before, people] = await Promise.all([stateAt(worker), rosterAt(web)])
  const { unit_id } = await (records as Records).database
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
  await records?.importTables(source, { actor: 'test', source: 'later' })

  expect(await post(web, '/api/analysis', { asOf: '2026-11-22' })).toBe(202)
  expect(await post(worker, '/api/analysis')).toBe(409)
  const [here, there] = await Promise.all([stateAt(web), stateAt(worker)])
  for (const { underWay } of [here, there]) expect(underWay).toMatchObject({ asOf: '2026-11-22' })
  const after = await until(async () => {
    const found = await stateAt(web)
    return found.underWay === null && found
  })
  expect(after.last).toMatchObject({ state: 'done' })
  expect(after.runId).not.toBe(before.runId)
  expect(await stateAt(worker)).toMatchObject({ runId: after.runId, last: { state: 'done' } })
  for (const server of [web, worker]) expect(await rosterAt(server)).toBe(people + 1)
}, 120_000)

test('what one is asked to stop the other stops', async () => {
  const before = await stateAt(web)
  expect(await post(web, '/api/analysis', { asOf: '2026-11-21' })).toBe(202)
  await until(async () => (await stateAt(web)).underWay?.step.en !== 'Waiting for a worker')
  expect(await post(web, '/api/analysis/stop')).toBe(204)
  for (const server of [web, worker])
    expect(await stateAt(server)).toMatchObject({ runId: before.runId, underWay: null, last: { state: 'stopped' } })
}, 60_000)
