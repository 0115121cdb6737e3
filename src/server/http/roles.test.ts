import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import { linkSource, type Records } from '#records/index.ts'
import { exampleAnalysis, exampleSource } from '#records/queries/example-city.ts'
import * as contract from '../contract/index.ts'
import { nothing, outside, own, reading, withoutPaper } from './addresses.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
const password = '一个口令'
const header = { [contract.requestHeader.name]: contract.requestHeader.value }
const cookies = new Map<string, string>()

beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  await records.saveAnalysis(exampleAnalysis, { actor: 'test' })
  await linkSource(
    records,
    { account: 'source', source: { channel: 'audit', everyMonths: 3 }, reason: '报送联络单' },
    'head',
  )
  server = await createServer({ records, book: loadRuleBook(), demoPassword: password, logger: false })
  for (const { account } of server.demoAccounts) cookies.set(account, await signIn(account))
})
afterAll(async () => {
  await server.close()
  await records.close()
})

async function signIn(account: string): Promise<string> {
  const payload = { account, password }
  const { cookies: set } = await server.inject({ method: 'POST', url: '/api/session', headers: header, payload })
  return `zhiren-session=${encodeURIComponent(set[0]?.value ?? '')}`
}

const send = (account: string, method: 'GET' | 'POST' | 'DELETE' | 'PUT', url: string, payload?: object) =>
  server.inject({
    method,
    url,
    headers: { ...header, cookie: cookies.get(account) ?? '' },
    ...(payload && { payload }),
  })

/** What each role outside the department may call; everything else refuses it. */
const open: Readonly<Record<string, readonly string[]>> = {
  cadre: [
    'get /api/me',
    'get /api/me/computed',
    'get /api/me/record',
    'get /api/me/training',
    'get /api/me/visits',
    'post /api/me/corrections',
    'post /api/me/matters/{matterId}/events',
    'post /api/me/matters/{matterId}/letters/{seq}',
    'post /api/me/record',
    'post /api/me/requests',
  ],
  source: [
    'delete /api/deliveries/own/{deliveryId}',
    'get /api/deliveries/own',
    'post /api/deliveries/files',
    'post /api/deliveries/statements',
  ],
  admin: [
    'delete /api/provisioning-clients/{clientId}',
    'get /api/accounts',
    'get /api/accounts/{account}/events',
    'get /api/accounts/{account}/grants',
    'get /api/health',
    'get /api/provisioning-clients',
    'post /api/accounts',
    'post /api/accounts/{account}/one-time-password',
    'post /api/accounts/{account}/opening',
    'post /api/provisioning-clients',
  ],
  security: [
    'get /api/accounts',
    'get /api/accounts/{account}/events',
    'get /api/accounts/{account}/grants',
    'get /api/assessments',
    'get /api/register',
    'post /api/accounts/{account}/grants',
    'post /api/accounts/{account}/grants/{grantId}/withdrawal',
    'post /api/accounts/{account}/security',
    'post /api/register/file',
    'put /api/accounts/{account}/role',
  ],
  auditor: [
    'get /api/accounts',
    'get /api/accounts/{account}/events',
    'get /api/accounts/{account}/grants',
    'get /api/assessments',
    'get /api/audit',
    'get /api/audit/chain',
    'get /api/neutrality',
    'get /api/register',
    'post /api/audit/file',
    'post /api/audit/verification',
    'post /api/audit/verification/stop',
    'post /api/register/file',
  ],
}

/** One's own session and account, which everybody who is signed in has. */
const isOwn = (path: string): boolean => /^\/api\/(session|account)(\/|$)/.test(path)

describe('roles', () => {
  it.each(Object.keys(open))('%s reads none of the addresses of the department', async (account) => {
    for (const url of [...reading.map(([address]) => address), ...withoutPaper].filter((url) => !isOwn(url)))
      expect((await send(account, 'GET', url)).statusCode, url).toBe(403)
  })

  it.each(Object.entries(open))(
    '%s may call its own addresses and nothing else, whatever the method',
    async (account, own) => {
      const { paths } = (await server.inject({ url: '/api/openapi.json' })).json()
      const found: string[] = []
      for (const [path, methods] of Object.entries<Record<string, unknown>>(paths)) {
        if (isOwn(path) || path.startsWith('/api/votes')) continue
        for (const method of Object.keys(methods)) {
          const url = path.replace(/\{\w+\}/g, nothing)
          const { statusCode } = await send(account, method.toUpperCase() as 'GET', url)
          if (statusCode !== 403) found.push(`${method} ${path}`)
        }
      }
      expect(found.sort()).toEqual(own)
    },
  )

  it.each(outside)('%s reads %s, which nobody else may', async (account, url, schema) => {
    const response = await send(account, 'GET', url)
    expect(response.statusCode, response.body).toBe(200)
    schema.parse(response.json())
    for (const other of ['officer', 'head', 'cadre'])
      expect((await send(other, 'GET', url)).statusCode, other).toBe(403)
  })

  it('leaves what is held about oneself to the cadre', async () => {
    for (const [url] of own)
      for (const other of ['officer', 'head', 'source', 'admin'])
        expect((await send(other, 'GET', url)).statusCode, `${other} ${url}`).toBe(403)
  })
})

const statement = {
  person: '张三',
  post: '市财政局副局长',
  observedOn: '2026-03-01',
  aspect: 'probity',
  tone: 'neutral',
  event: '任中经济责任审计',
  text: '未发现个人应负直接责任的问题。',
  document: '审经〔2026〕3号',
} as const

describe('a source', () => {
  it('hands in a statement, which is in nobody’s record until an officer tells whom it is about', async () => {
    const handed = await send('source', 'POST', '/api/deliveries/statements', statement)
    expect(handed.statusCode, handed.body).toBe(201)
    const { deliveries } = contract.ownDeliveries.parse(handed.json())
    expect(deliveries).toMatchObject([{ fate: 'waiting', statement: { person: '张三' } }])
    const before = await records.database.selectFrom('statements').selectAll().execute()
    const [waiting] = contract.arrivedDeliveries.parse((await send('officer', 'GET', '/api/deliveries')).json()).rows
    expect(waiting?.label.zh).toBe('审计')
    const url = `/api/deliveries/${waiting?.deliveryId}/outcome`
    expect((await send('officer', 'POST', url, { outcome: 'taken', cadreId: 'nobody' })).statusCode).toBe(404)
    const taken = await send('officer', 'POST', url, { outcome: 'taken', cadreId: 'C1' })
    expect(taken.statusCode, taken.body).toBe(200)
    const after = await records.database.selectFrom('statements').selectAll().execute()
    expect(after).toHaveLength(before.length + 1)
    expect(after.find(({ statement_id }) => statement_id === `D-${waiting?.deliveryId}`)).toMatchObject({
      cadre_id: 'C1',
      channel: 'audit',
      observed_on: '2026-03-01',
      text: statement.text,
    })
    expect((await send('officer', 'POST', url, { outcome: 'returned', reason: '重复' })).statusCode).toBe(409)
    const fate = contract.ownDeliveries.parse((await send('source', 'GET', '/api/deliveries/own')).json())
    expect(fate.deliveries).toMatchObject([{ fate: 'taken' }])
    expect(JSON.stringify(fate)).not.toContain('C1')
  })

  it('is told when the next delivery is awaited, as agreed', async () => {
    const own = contract.ownDeliveries.parse((await send('source', 'GET', '/api/deliveries/own')).json())
    expect(own.source).toMatchObject({ channel: 'audit', everyMonths: 3 })
    expect(own.awaited).toMatchObject({ overdue: false })
  })

  it('learns why a statement was returned, and takes back what nobody has settled', async () => {
    for (const event of ['退回的', '撤回的'])
      await send('source', 'POST', '/api/deliveries/statements', { ...statement, event })
    const waiting = contract.arrivedDeliveries.parse((await send('officer', 'GET', '/api/deliveries')).json()).rows
    const idOf = (event: string) => waiting.find((one) => one.statement.event === event)?.deliveryId
    const reason = '缺审计报告文号，补齐后重报'
    await send('officer', 'POST', `/api/deliveries/${idOf('退回的')}/outcome`, { outcome: 'returned', reason })
    const back = await send('source', 'DELETE', `/api/deliveries/own/${idOf('撤回的')}`)
    expect(back.statusCode, back.body).toBe(200)
    const { deliveries } = contract.ownDeliveries.parse(back.json())
    expect(deliveries.find((one) => one.statement?.event === '退回的')).toMatchObject({ fate: 'returned', reason })
    expect(deliveries.find((one) => one.statement?.event === '撤回的')).toMatchObject({ fate: 'withdrawn' })
    expect((await send('source', 'DELETE', `/api/deliveries/own/${idOf('退回的')}`)).statusCode).toBe(409)
  })

  it('is refused a day to come, and an account that speaks for nobody hands in nothing', async () => {
    const ahead = { ...statement, observedOn: '2190-01-01' }
    const refused = await send('source', 'POST', '/api/deliveries/statements', ahead)
    expect([refused.statusCode, refused.json().field]).toEqual([422, 'observedOn'])
    const unlinked = await send('head', 'PUT', '/api/officers/source/source', { source: null, reason: '人员调离' })
    expect(unlinked.statusCode, unlinked.body).toBe(204)
    expect((await send('source', 'POST', '/api/deliveries/statements', statement)).json().code).toBe(
      'source-not-linked',
    )
    expect(
      (await send('officer', 'PUT', '/api/officers/source/source', { source: null, reason: '无权' })).statusCode,
    ).toBe(403)
  })
})

describe('the head', () => {
  it('is told what waits, and officers are not', async () => {
    const head = contract.today.parse((await send('head', 'GET', '/api/home/today')).json())
    const rules = contract.ruleList.parse((await send('head', 'GET', '/api/rules')).json())
    expect(head.head).toMatchObject({ decisions: [], waiting: 0, since: null })
    expect(head.head?.unconfirmedRules).toBe(rules.counts.awaiting)
    expect(contract.today.parse((await send('officer', 'GET', '/api/home/today')).json()).head).toBeNull()
  })

  it('is told what others did since the visit before', async () => {
    cookies.set('head', await signIn('head'))
    await send('source', 'GET', '/api/deliveries/own')
    const { head } = contract.today.parse((await send('head', 'GET', '/api/home/today')).json())
    expect(head?.since?.changes).toContainEqual(
      expect.objectContaining({ link: '/deliveries', label: expect.objectContaining({ zh: '来源报送' }) }),
    )
  })
})

it('the administrator sees how the system is, and no person in it', async () => {
  const response = await send('admin', 'GET', '/api/health')
  const health = contract.health.parse(response.json())
  expect(health.migrations.applied).toBe(health.migrations.known)
  expect(health.backup).toBeNull()
  expect(health.accounts.map(({ role }) => role)).toContain('administrator')
  const names = await records.database.selectFrom('cadres').select('name').execute()
  for (const { name } of names) expect(response.body).not.toContain(name)
})
