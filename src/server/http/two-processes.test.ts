/** Two web processes over one database: what one does, the other shows. One of them leaves the work to the other, or to workers. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldNamesOf } from '#domain/tables.ts'
import type { RuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import { analysisState, type RosterPage, requestHeader, type SlateChoices, type SlateShape } from '../contract/index.ts'
import { analysedCity } from './fixtures.ts'
import { createServer, type Server } from './index.ts'

let [records, others]: Records[] = []
let [web, worker, other]: Server[] = []
let book: RuleBook
let cookie = ''
beforeAll(async () => {
  const city = await analysedCity(60, 20261122)
  records = city.records
  book = city.book
  web = await createServer({ ...city, logger: false, demoPassword: 'a phrase for trials', works: 0 })
  other = await createServer({ ...city, logger: false, demoPassword: 'a phrase for trials', works: 0 })
  cookie = await signIn(web, 'officer')
}, 120_000)
afterAll(async () => {
  await web?.close()
  await worker?.close()
  await other?.close()
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

const send = (server: Server | undefined, url: string, payload: object = {}, by = cookie) =>
  server?.inject({ method: 'POST', url, headers: { ...header, cookie: by }, payload })

const post = async (server: Server | undefined, url: string, payload: object = {}, by = cookie): Promise<number> =>
  (await send(server, url, payload, by))?.statusCode ?? 0

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

/** A worker that is a process of its own. */
function startWorker(): ChildProcess {
  const child = fork(join(import.meta.dirname, '../jobs/fixture-worker.ts'), { serialization: 'advanced' })
  child.send((records as Records).connection)
  return child
}

const kinds = [
  {
    name: 'a slate',
    result: 'slate_result',
    action: 'slate.result',
    async ask() {
      const { request } = (await ask(web, '/api/slates/choices')).body as SlateChoices
      const asked = await send(web, '/api/slates', { name: '两个进程', request })
      return `/api/slates/${(asked?.json() as { slateId: string }).slateId}`
    },
  },
  {
    name: 'a placement round',
    result: 'placement_result',
    action: 'placement.result',
    async ask() {
      const asked = await send(web, '/api/development/placements')
      return `/api/development/placements/${(asked?.json() as { placementId: string }).placementId}`
    },
  },
] as const

describe.each(kinds)('$name', ({ result, action, ask: begin }) => {
  const look = async (server: Server | undefined, url: string) =>
    (await ask(server, url)).body as Pick<SlateShape, 'state'> & { readonly progress: SlateShape['progress'] | null }

  const results = async (subject: string): Promise<number> =>
    (
      await (records as Records).database
        .selectFrom('audit')
        .select('detail')
        .where('action', '=', action)
        .where('subject', '=', subject)
        .execute()
    ).length

  test('that one is asked for, of a worker that is killed, another does again; stopped by the other process, it is there once', async () => {
    const holder = new Client(records?.connection)
    await holder.connect()
    await holder.query(`begin; lock table ${result} in exclusive mode`)
    const workers = [startWorker()]
    try {
      const url = await begin()
      const subject = url.split('/').at(-1) ?? ''
      const attempt = async (): Promise<number> => {
        const { rows } = await holder.query<{ attempt: number }>(
          "select attempt from job where state = 'running' and task::text like $1",
          [`%${subject}%`],
        )
        return rows[0]?.attempt ?? 0
      }
      const waitsToSave = async () => {
        const { rowCount } = await holder.query(
          `select 1 from pg_locks where relation = '${result}'::regclass and not granted`,
        )
        return rowCount === 1
      }
      await until(waitsToSave)
      const before = await look(other, url)
      expect(before.state).toBe((await look(web, url)).state)
      expect(before.progress).toMatchObject({ step: { en: expect.stringMatching(/./) } })
      const [first] = workers as [ChildProcess]
      first.kill('SIGKILL')
      await once(first, 'exit')
      workers.push(startWorker())
      await until(async () => (await attempt()) === 2)
      expect(await post(other, `${url}/stop`)).toBe(204)
      expect(await results(subject)).toBe(0)
      await holder.query('rollback')
      const after = await until(async () => {
        const found = await look(web, url)
        return found.state !== before.state && found
      })
      expect(['found', 'stopped']).toContain(after.state)
      expect((await look(other, url)).state).toBe(after.state)
      expect(await results(subject)).toBe(1)
    } finally {
      await holder.end()
      for (const each of workers) each.kill('SIGKILL')
    }
  }, 120_000)
})

describe('with one of the two at work', () => {
  beforeAll(async () => {
    others = await openRecords({ connection: (records as Records).connection })
    worker = await createServer({ records: others, book, logger: false, demoPassword: 'a phrase for trials' })
  })

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
})
