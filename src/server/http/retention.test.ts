import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissionsWithoutPeople, processingActivities } from '#domain/lexicon/processing-terms.ts'
import { tableNames } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import { linkAccount, openMatter, type Records } from '#records/index.ts'
import { exampleAnalysis, exampleSource } from '#records/queries/example-city.ts'
import { permissions } from '../access/permission.ts'
import {
  erased,
  impactAssessments,
  processingRegister,
  type RetentionPage,
  requestHeader,
  retentionPage,
} from '../contract/index.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
const cookies = new Map<string, string>()
const header = { [requestHeader.name]: requestHeader.value }
const password = '一个口令'

beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  await records.saveAnalysis(exampleAnalysis, { actor: 'test' })
  server = await createServer({
    records,
    book: loadRuleBook(),
    demoPassword: password,
    logger: false,
    now: () => Date.UTC(2040, 0, 5),
    works: 0,
  })
  for (const { account } of server.demoAccounts) {
    const payload = { account, password }
    const { cookies: set } = await server.inject({ method: 'POST', url: '/api/session', headers: header, payload })
    cookies.set(account, `zhiren-session=${encodeURIComponent(set[0]?.value ?? '')}`)
  }
})
afterAll(async () => {
  await server.close()
  await records.close()
})

const send = (account: string, method: 'GET' | 'POST', url: string, payload?: object) =>
  server.inject({
    method,
    url,
    headers: { ...header, cookie: cookies.get(account) ?? '' },
    ...(payload && { payload }),
  })

async function page(): Promise<RetentionPage> {
  const response = await send('head', 'GET', '/api/retention')
  expect(response.statusCode, response.body).toBe(200)
  return retentionPage.parse(response.json())
}

describe('what is kept for how long', () => {
  it('lists whoever left before the time of the place, and every kind with its rule and its day', async () => {
    const { people, kinds } = await page()
    expect(people).toEqual([{ cadreId: 'C5', name: '顾行简', since: '2026-03', ground: 'retention', hindrance: null }])
    expect(kinds.find(({ rule }) => rule === 'RETAIN-EXPORT')).toMatchObject({
      months: 36,
      until: '2037-01-05',
      due: 0,
      isConfirmed: true,
      basis: { instrument: '网络数据安全管理条例' },
    })
    expect(kinds.find(({ rule }) => rule === 'RETAIN-AUDIT')).toMatchObject({ kind: null, due: null })
    expect(kinds.find(({ rule }) => rule === 'RETAIN-PERSON')).toMatchObject({ isConfirmed: false })
  })

  it('is for the head alone', async () => {
    for (const account of ['officer', 'cadre', 'security', 'auditor', 'admin'])
      expect((await send(account, 'GET', '/api/retention')).statusCode, account).toBe(403)
  })

  it('deletes nobody who is not due, whose name was not typed, or who has something open', async () => {
    const body = { reason: '保存期满', name: '陆承川' }
    const codeOf = async (cadreId: string, payload: object) =>
      (await send('head', 'POST', `/api/retention/people/${cadreId}`, payload)).json().code
    expect(await codeOf('C1', body)).toBe('erasure-not-due')
    expect(await codeOf('C5', body)).toBe('erasure-other-name')
    await linkAccount(records, { account: 'cadre', cadreId: 'C5', reason: '登记' }, 'head')
    expect(await codeOf('C5', { ...body, name: '顾行简' })).toBe('erasure-account-open')
    await linkAccount(records, { account: 'cadre', cadreId: undefined, reason: '登记有误' }, 'head')
    const opening = {
      kind: 'clearing',
      title: '匿名信',
      subject: { cadreId: 'C5' },
      handlers: ['officer'],
      reason: '由',
    } as const
    await openMatter(records, opening, { by: 'officer', byName: '林晓舟', on: 20391201 })
    expect(await codeOf('C5', { ...body, name: '顾行简' })).toBe('erasure-in-matter')
  })

  it('deletes whoever asked and was answered yes, and says what remains; a serving cadre is kept', async () => {
    const opening = {
      kind: 'erasure',
      title: '要求删除',
      subject: { cadreId: 'C1' },
      handlers: ['officer'],
      reason: '由',
    } as const
    const matterId = await openMatter(records, opening, { by: 'officer', byName: '林晓舟', on: 20391201 })
    const act = { kind: 'acted', act: 'answer', facts: { outcome: 'granted', grounds: '同意' } }
    const answered = await send('officer', 'POST', `/api/matters/${matterId}/events`, {
      version: 1,
      on: '2039-12-02',
      act,
    })
    expect(answered.statusCode, answered.body).toBe(200)
    expect((await page()).people.find(({ cadreId }) => cadreId === 'C1')).toMatchObject({
      ground: 'request',
      hindrance: { says: { zh: '记录里仍在职。' } },
    })
    const refused = await send('head', 'POST', '/api/retention/people/C1', { reason: '请求', name: '陆承川' })
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'erasure-in-service'])

    const { rows: open } = await send('officer', 'GET', '/api/matters').then((all) => ({ rows: all.json().matters }))
    const clearing = open.find((one: { kind: string }) => one.kind === 'clearing')
    await send('officer', 'POST', `/api/matters/${clearing.matterId}/events`, {
      version: 1,
      on: '2040-01-05',
      act: { kind: 'withdrawn', reason: '立错' },
    })
    const done = await send('head', 'POST', '/api/retention/people/C5', { reason: '顾行简离任满十年', name: '顾行简' })
    expect(done.statusCode, done.body).toBe(200)
    const told = erased.parse(done.json())
    expect(told).toMatchObject({ auditNamed: 0, namesakes: 0 })
    expect(told.page.people.map(({ cadreId }) => cadreId)).toEqual(['C1'])
    expect(told.page.erasures).toMatchObject([
      { pseudonym: told.pseudonym, ground: 'retention', reason: '已删除人员离任满十年' },
    ])
    expect((await send('officer', 'GET', '/api/cadres/C5')).statusCode).toBe(404)
    for (const address of ['/api/cadres', '/api/cases', '/api/matters', '/api/exports', '/api/retention'])
      expect((await send('head', 'GET', address)).body, address).not.toContain('顾行简')
  })

  it('deletes what is over of a kind, by the head and with the reason; not of a kind that is kept', async () => {
    const kept = await send('head', 'POST', '/api/retention/kinds/audit', { reason: '期满' })
    expect([kept.statusCode, kept.json().code]).toEqual([422, 'expiry-unknown'])
    const done = await send('head', 'POST', '/api/retention/kinds/session', { reason: '期满' })
    expect(done.statusCode, done.body).toBe(200)
    expect(retentionPage.parse(done.json()).expiries).toMatchObject([{ reason: '期满', label: { zh: '登录记录' } }])
  })
})

describe('the processing register', () => {
  it('holds every table and every permission to one purpose', () => {
    const once = (all: readonly string[]) => [...all].sort()
    expect(once(processingActivities.flatMap(({ tables }) => tables))).toEqual(once(tableNames))
    const told = [...processingActivities.flatMap((one) => one.permissions), ...permissionsWithoutPeople]
    expect(once(told)).toEqual(once(permissions))
  })

  it('tells head, security officer and auditor what is held, why, by whom seen, how long; and names nobody', async () => {
    for (const account of ['head', 'security', 'auditor']) {
      const response = await send(account, 'GET', '/api/register')
      expect(response.statusCode, account).toBe(200)
      const register = processingRegister.parse(response.json())
      expect(register.people).toBe(4)
      const held = register.activities.flatMap(({ tables }) => tables).find(({ table }) => table === 'cadres')
      expect(held).toMatchObject({
        rows: 4,
        class: { zh: '人事' },
        sensitive: [{ zh: '身份号码' }, { zh: '健康状况' }],
      })
      expect(register.activities.every(({ bases }) => bases.length > 0)).toBe(true)
      expect(response.body).not.toMatch(/陆承川|C1"/)
    }
    for (const account of ['officer', 'cadre', 'admin', 'source'])
      expect((await send(account, 'GET', '/api/register')).statusCode, account).toBe(403)
  })

  it('leaves as a workbook with a purpose', async () => {
    expect((await send('auditor', 'POST', '/api/register/file', {})).json().code).toBe('purpose-missing')
    const file = await send('auditor', 'POST', '/api/register/file', { purpose: '年度合规检查' })
    expect(file.statusCode, file.body.slice(0, 200)).toBe(200)
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('becomes an impact assessment once the head has judged and signed it; versions stay', async () => {
    const judgements = {
      necessity: '必要',
      impact: '影响可控',
      risk: '已识别',
      measures: '相称',
      conclusion: '可以继续',
    }
    expect((await send('auditor', 'POST', '/api/assessments', { judgements })).statusCode).toBe(403)
    expect(
      (await send('head', 'POST', '/api/assessments', { judgements: { ...judgements, risk: ' ' } })).statusCode,
    ).toBe(400)
    for (const version of [1, 2]) {
      const signed = await send('head', 'POST', '/api/assessments', { judgements })
      expect(signed.statusCode, signed.body).toBe(200)
      expect(impactAssessments.parse(signed.json()).signed[0]).toMatchObject({ version, people: 4, judgements })
    }
    const read = impactAssessments.parse((await send('security', 'GET', '/api/assessments')).json())
    expect(read).toMatchObject({ maySign: false, keptMonths: 36 })
    expect(read.signed).toHaveLength(2)
  })
})
