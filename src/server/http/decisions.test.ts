import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { requestHeader } from '../contract/index.ts'
import { nothing } from './addresses.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
let writing: readonly (readonly [method: string, path: string])[]
beforeAll(async () => {
  records = await emptyRecords()
  server = await createServer({ records, book: loadRuleBook(), logger: false, works: 0 })
  const { paths } = (await server.inject({ url: '/api/openapi.json' })).json()
  writing = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method) => (method === 'get' ? [] : [[method, path] as const])),
  )
})
afterAll(async () => {
  await server.close()
  await records.close()
})

/** Routes that record what becomes of a person, which law holds here, who may do what, and whom the records forget. */
const deciding = [
  /^post \/api\/accounts\/\{account\}\/(grants|opening|security|one-time-password)/,
  /^post \/api\/(accounts|assessments|matters|cases|plans|provisioning-clients)$/,
  /^post \/api\/ballots/,
  /^post \/api\/cadres\/\{cadreId\}\/(judgements|track)$/,
  /^post \/api\/cases\/\{caseId\}\/(events|papers|documents|files)/,
  /^post \/api\/deliveries\/\{deliveryId\}\/outcome$/,
  /^(post|delete) \/api\/imports/,
  /^post \/api\/key-seats/,
  /^post \/api\/matters\/\{matterId\}\/events$/,
  /^post \/api\/me\//,
  /^post \/api\/principals\/meetings/,
  /^post \/api\/retention\//,
  /^(post|delete) \/api\/rules\/\{ruleId\}\//,
  /^post \/api\/signs\/taken-up$/,
  /^post \/api\/training\//,
  /^post \/api\/vacancies\/\{positionId\}\/requirements$/,
  /^put \/api\/(accounts|care-duties|officers|workdays)\//,
]

/** Routes that compute, print, arrange screens, or are of one's own account: nothing follows from them for anybody. */
const preparing = [
  /^(post|delete) \/api\/account\//,
  /\/(file|form|preview|letters\/\{seq\}|what-if|supposing|simulations|why-not|stop|read|calendar|seen)$/,
  /^(post|delete|put) \/api\/(roster-designs|roster-order|roster-views)/,
  /^post \/api\/(analysis|slates|rotation\/exchange|development\/placements)$/,
  /^post \/api\/audit\/verification/,
  /^post \/api\/forms/,
  /^(post|delete) \/api\/deliveries\/(own|files|statements)/,
  /^delete \/api\/provisioning-clients/,
]

/** How one signs in, and the box of an anonymous ballot, whose roll says who may vote. */
const beforeSigningIn = [/^(post|delete) \/api\/session/, /^post \/api\/votes/]

const isOf = (patterns: readonly RegExp[], route: string): boolean => patterns.some((pattern) => pattern.test(route))

describe('a decision is made by a person', () => {
  it('through routes of which each is known to decide or not: a new one is told apart here', () => {
    const routes = writing.map((route) => route.join(' '))
    expect(routes.length).toBeGreaterThan(100)
    expect(routes.filter((route) => !isOf([...deciding, ...preparing, ...beforeSigningIn], route))).toEqual([])
    for (const pattern of [...deciding, ...preparing])
      expect(
        routes.some((route) => pattern.test(route)),
        String(pattern),
      ).toBe(true)
  })

  it('who is signed in: nobody else is let through, nor a program with a token', async () => {
    const header = { [requestHeader.name]: requestHeader.value }
    for (const [method, path] of writing) {
      if (isOf(beforeSigningIn, `${method} ${path}`)) continue
      const asked = { method: method.toUpperCase() as 'POST', url: path.replace(/\{\w+\}/g, nothing), payload: {} }
      for (const headers of [header, { ...header, authorization: `Bearer ${'a'.repeat(43)}` }]) {
        const { statusCode, body } = await server.inject({ ...asked, headers })
        expect(statusCode, `${method} ${path} ${body}`).toBe(401)
      }
    }
  })

  it('and by nothing that runs by itself: what the system writes in its own name is work of the system', () => {
    const allowed =
      /^(backup|restore|session\.refused|slate\.result|placement\.result|edition\.write|import|save-analysis|account\..*)$/
    const source = join(import.meta.dirname, '../..')
    const found: string[] = []
    for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!/^(server|records|cli)\/.*\.ts$/.test(name) || /\.test\.ts$|fixtures\.ts$/.test(name)) continue
      const text = readFileSync(join(source, name), 'utf8')
      for (const { index } of text.matchAll(/actor: 'system'/g)) {
        const [, action] = /action: '([^']+)'/.exec(text.slice(index, index + 160)) ?? []
        if (action !== undefined) found.push(action)
      }
    }
    expect(found.length).toBeGreaterThan(3)
    expect(found.filter((action) => !allowed.test(action))).toEqual([])
  })

  it('which the database holds to: rows of decisions are refused to the system', async () => {
    const { rows } = await sql<{ table: string }>`
      select tgrelid::regclass::text as "table" from pg_trigger where tgname = 'refuse_automatic_decision'
      order by 1`.execute(records.database)
    expect(rows.map(({ table }) => table)).toEqual(
      [
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
      ].sort(),
    )
  })
})
