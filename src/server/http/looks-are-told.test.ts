import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { exampleAnalysis, exampleSource } from '#records/queries/example-city.ts'
import { requestHeader } from '../contract/index.ts'
import { nothing } from './addresses.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
let cookie = ''
const header = { [requestHeader.name]: requestHeader.value }

beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  await records.saveAnalysis(exampleAnalysis, { actor: 'test' })
  server = await createServer({ records, book: loadRuleBook(), demoPassword: '一个口令', logger: false })
  const payload = { account: 'officer', password: '一个口令' }
  const { cookies } = await server.inject({ method: 'POST', url: '/api/session', headers: header, payload })
  cookie = `zhiren-session=${encodeURIComponent(cookies[0]?.value ?? '')}`
})
afterAll(async () => {
  await server.close()
  await records.close()
})

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query' }[]
}

const person = 'C1'
/** By which a route is asked about a person. */
const asking: Readonly<Record<string, string>> = {
  cadreId: person,
  cadre: person,
  cadres: person,
  pair: `P1/${person}`,
}
const others: Readonly<Record<string, string>> = { positionId: 'P1', position: 'P1', knownAt: '2026-11-22' }

/** Lists that only show fewer rows, and those of cases and matters, of which the people in them are told by the course. */
const lists = new Set([
  '/api/cadres',
  '/api/cadres/ids',
  '/api/cadres/statistics',
  '/api/cases',
  '/api/matters',
  '/api/vacancies/{positionId}/rules',
  // One's own grants, and nothing of the person.
  '/api/cadres/{cadreId}/rights',
])

/** What is sent to those that change or take out something about a person. */
const bodies: Readonly<Record<string, object>> = {
  '/api/cadres/{cadreId}/judgements': { output: 'room', stance: 'add', text: '意见' },
  '/api/cadres/{cadreId}/track': {
    version: 0,
    on: '2026-11-22',
    act: { kind: 'confirmed', track: 'generalist', reason: '谈话确认' },
  },
  '/api/cadres/{cadreId}/form': { edition: '2025', format: 'lrmx', purpose: '核对表格' },
  '/api/vacancies/{positionId}/cadres/{cadreId}/supposing': {},
}

async function routes(method: 'get' | 'post'): Promise<readonly (readonly [string, Operation])[]> {
  const { paths } = (await server.inject({ url: '/api/openapi.json' })).json()
  return Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) => {
    const operation = methods[method]
    return operation ? [[path, operation] as const] : []
  })
}

const filled = (path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => asking[name] ?? others[name] ?? nothing)

/** What names the person since an entry: looks that he or she is told of, work, and files. */
async function namedSince(entry: number): Promise<boolean> {
  const { rows } = await sql`
    select from audit where id > ${entry} and (audit_names(subject, detail) @> array[${person}]
      or action = 'export' and recorded_at in (select recorded_at from export_log where subjects @> array[${person}]))
    `.execute(records.database)
  return rows.length > 0
}

async function lastEntry(): Promise<number> {
  const { rows } = await sql<{ id: number }>`select max(id)::integer as id from audit`.execute(records.database)
  return rows[0]?.id ?? 0
}

describe('every route that is asked about a person', () => {
  it('writes down who looked, before it answers', async () => {
    const silent: string[] = []
    let answered = 0
    for (const [path, { parameters = [] }] of await routes('get')) {
      const names = parameters.map(({ name }) => name)
      if (lists.has(path) || !names.some((name) => name in asking)) continue
      const query = parameters.flatMap(({ name, in: place }) => {
        const value = asking[name] ?? others[name]
        return place === 'query' && value !== undefined ? [`${name}=${encodeURIComponent(value)}`] : []
      })
      const before = await lastEntry()
      const response = await server.inject({ url: `${filled(path)}?${query.join('&')}`, headers: { cookie } })
      expect(response.statusCode, `${path} ${response.body}`).toBeLessThan(500)
      if (response.statusCode >= 400) continue
      answered += 1
      if (!(await namedSince(before))) silent.push(path)
    }
    expect(silent).toEqual([])
    expect(answered).toBeGreaterThan(20)
  })

  it('writes down who changed or took out something', async () => {
    // Whoever is deleted is not named in the log any more.
    const isForgetting = (path: string) => path.startsWith('/api/retention/')
    const paths = (await routes('post'))
      .map(([path]) => path)
      .filter((path) => path.includes('{cadreId}') && !isForgetting(path))
    expect(paths.sort()).toEqual(Object.keys(bodies).sort())
    for (const path of paths) {
      const before = await lastEntry()
      const headers = { ...header, cookie }
      const response = await server.inject({ method: 'POST', url: filled(path), headers, payload: bodies[path] ?? {} })
      expect(response.statusCode, `${path} ${response.body}`).toBe(200)
      expect(await namedSince(before), path).toBe(true)
    }
  })
})
