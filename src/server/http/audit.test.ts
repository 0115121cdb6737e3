import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import { linkAccount, type Records } from '#records/index.ts'
import { exampleAnalysis, exampleSource } from '#records/queries/example-city.ts'
import * as contract from '../contract/index.ts'
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
  await linkAccount(records, { account: 'cadre', cadreId: 'C1', reason: '本人' }, 'head')
  server = await createServer({ records, book: loadRuleBook(), demoPassword: password, logger: false })
  for (const account of ['officer', 'auditor', 'cadre']) {
    const payload = { account, password }
    const { cookies: set } = await server.inject({ method: 'POST', url: '/api/session', headers: header, payload })
    cookies.set(account, `zhiren-session=${encodeURIComponent(set[0]?.value ?? '')}`)
  }
})
afterAll(async () => {
  await server.close()
  await records.close()
})

const send = (account: string, url: string, payload?: object) =>
  server.inject({
    url,
    method: payload ? 'POST' : 'GET',
    headers: { ...header, cookie: cookies.get(account) ?? '' },
    ...(payload && { payload }),
  })

async function found(query: string): Promise<contract.AuditPage['rows']> {
  const response = await send('auditor', `/api/audit?${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return contract.auditPage.parse(response.json()).rows
}

describe('the auditor', () => {
  it('finds who looked at a person, by id or by name, wherever the entry names the person', async () => {
    await send('officer', '/api/cadres/C1')
    await send('officer', '/api/comparison?cadres=C1&cadres=C2&position=P1')
    await send('officer', '/api/vacancies/P1/candidates/C1')
    await send('officer', '/api/meeting-cards?pair=P1/C1')
    await send('officer', '/api/cadres/C2')
    const rows = await found('person=C1&kind=look')
    expect(rows.map(({ action }) => action.zh)).toEqual(['会议演示', '与职位比对', '同表比较', '查看干部档案页'])
    expect(rows.every(({ actor }) => actor.account === 'officer')).toBe(true)
    const { name } = await records.database
      .selectFrom('cadres')
      .select('name')
      .where('cadre_id', '=', 'C1')
      .executeTakeFirstOrThrow()
    expect((await found(`person=${encodeURIComponent(name)}&kind=look`)).map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id),
    )
    expect(rows.at(-1)?.about).toEqual([{ id: 'C1', name }])
  })

  it('narrows by account, action and day, and pages by id', async () => {
    expect((await found('actor=cadre&action=session.open')).map(({ action }) => action.zh)).toEqual(['登录'])
    expect(await found('to=2020-01-01')).toEqual([])
    const first = contract.auditPage.parse((await send('auditor', '/api/audit?limit=2')).json())
    const next = contract.auditPage.parse((await send('auditor', `/api/audit?limit=2&before=${first.next}`)).json())
    expect(next.rows[0]?.id).toBe((first.rows[1]?.id ?? 0) - 1)
  })

  it('sees nothing of what was written', async () => {
    await send('officer', '/api/cadres/C1/judgements', { output: 'room', stance: 'add', text: '一段意见' })
    const response = await send('auditor', '/api/audit?person=C1&kind=work')
    expect(response.json().rows).toMatchObject([{ action: { zh: '署名研判意见' }, shown: [] }])
    expect(response.body).not.toMatch(/一段意见|stance|"add"/)
  })

  it('is written down when searching, with what was asked', async () => {
    await found('person=C1&from=2026-01-01')
    const [own] = await found('actor=auditor&action=audit.search')
    expect(own?.shown.map(({ value }) => value)).toEqual(['C1', '2026-01-01'])
  })

  it('verifies the chain, and the log says that it was', async () => {
    const begun = await send('auditor', '/api/audit/verification', {})
    expect(begun.statusCode, begun.body).toBe(202)
    await expect
      .poll(async () => contract.auditChain.parse((await send('auditor', '/api/audit/chain')).json()))
      .toMatchObject({ underWay: null, problem: null, verified: { isSound: true, by: { account: 'auditor' } } })
    expect((await send('auditor', '/api/audit/verification/stop', {})).statusCode).toBe(204)
  })

  it('takes out what was found with a purpose, and that is logged', async () => {
    const order = { person: 'C1', format: 'xlsx', purpose: '年度安全审计' }
    const file = await send('auditor', '/api/audit/file', order)
    expect(file.statusCode, file.body).toBe(200)
    const [left] = await found('kind=out')
    expect(left).toMatchObject({ actor: { account: 'auditor' }, action: { zh: '导出材料' } })
    expect((await send('auditor', '/api/audit/file', { ...order, purpose: '' })).json().code).toBe('purpose-missing')
    expect((await send('auditor', '/api/audit/file', { ...order, to: '2020-01-01' })).json().code).toBe(
      'audit-file-empty',
    )
  })
})

it('the person is told of every look, without names', async () => {
  const { visits } = contract.ownVisits.parse((await send('cadre', '/api/me/visits')).json())
  expect(visits.map(({ what }) => what.zh).sort()).toEqual(
    ['与职位比对', '会议演示', '同表比较', '查看干部档案页'].sort(),
  )
  expect(visits.every(({ office }) => office.zh === '干部科')).toBe(true)
})
