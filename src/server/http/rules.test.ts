import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import * as contract from '../contract/index.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
const cookies = { officer: '', head: '' }
const password = '一个口令'
const header = { [contract.requestHeader.name]: contract.requestHeader.value }
const today = Date.parse('2026-11-22T04:00:00Z')

beforeAll(async () => {
  records = await emptyRecords()
  server = await createServer({ records, book: loadRuleBook(), demoPassword: password, now: () => today })
  for (const account of ['officer', 'head'] as const) {
    const payload = { account, password }
    const { cookies: set } = await server.inject({ method: 'POST', url: '/api/session', headers: header, payload })
    cookies[account] = `${set[0]?.name}=${encodeURIComponent(set[0]?.value ?? '')}`
  }
})
afterAll(async () => {
  await server.close()
  await records.close()
})

async function ask(
  url: string,
  change?: { method: 'POST' | 'DELETE'; payload?: object },
  who: keyof typeof cookies = 'head',
) {
  const response = await server.inject({ url, headers: { ...header, cookie: cookies[who] }, ...change })
  return { status: response.statusCode, body: response.json() }
}

const rule = async (id: string) => contract.ruleDetail.parse((await ask(`/api/rules/${id}`)).body)
const list = async (asOf = '') => contract.ruleList.parse((await ask(`/api/rules${asOf && `?asOf=${asOf}`}`)).body)
const rulesOf = ({ instruments }: contract.RuleList) =>
  instruments.flatMap(({ articles }) => articles.flatMap(({ rules }) => rules))

describe('the rules, before anything is analysed', () => {
  it('are listed by instrument and article, with what is deliberately no rule', async () => {
    const { instruments, counts, asOf } = await list()
    expect(asOf).toBe('2026-11-22')
    const [first] = instruments
    expect(first?.name.zh).toBe('党政领导干部选拔任用工作条例')
    expect(first?.articles.map(({ article }) => article)).toEqual(expect.arrayContaining(['8(1)', '8(3)', '24(6)']))
    expect(first?.uncovered.every(({ why }) => why.zh !== '')).toBe(true)
    expect(rulesOf(await list())).toHaveLength(counts.rules)
    expect(instruments.filter(({ local }) => local)).toEqual([])
  })

  it('know which were in force on a day', async () => {
    const tenure = async (asOf: string) => rulesOf(await list(asOf)).find(({ id }) => id === 'APPT-08-3-TENURE')
    expect([(await tenure('2019-03-02'))?.inForce, (await tenure('2019-03-03'))?.inForce]).toEqual([false, true])
  })

  it('are told in words, with their numbers, as written, and with their cases run', async () => {
    const { guard, requirements, parameters, cases, source, impact } = await rule('APPT-08-1-SERVICE')
    expect(guard?.parts.map(({ text }) => text.zh).join()).toContain('任职变动为提任')
    expect(requirements.map(({ that }) => that.text.zh)[0]).toBe('工龄满5年')
    expect(parameters.find(({ name }) => name === 'min_service_years')).toMatchObject({ value: 5, local: [] })
    expect(cases.length).toBeGreaterThanOrEqual(4)
    expect(cases.filter(({ passes }) => !passes)).toEqual([])
    expect(source.place).toMatch(/article-08\.yaml:\d+$/)
    expect(source.yaml).toMatch(/^- id: APPT-08-1-SERVICE\n/)
    expect(impact).toBeNull()
  })

  it.each([
    ['/api/rules/NOTHING', 404, 'no-such-rule'],
    ['/api/rules?asOf=2026', 400, 'bad-request'],
  ])('%s is refused', async (url, status, code) => {
    expect(await ask(url)).toMatchObject({ status, body: { code } })
  })
})

describe('what holds in this place', () => {
  const unseen = '/api/rules/APPT-08-1-SERVICE/confirmation'
  const document = '甲组发〔2026〕12号'
  const lastAudit = () =>
    records.database.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

  it('is for the head of the department to change', async () => {
    const confirmation = { method: 'POST', payload: { document } } as const
    expect(await ask(unseen, confirmation, 'officer')).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect((await rule('APPT-08-1-SERVICE')).rule.standing.binding).toBe(false)
  })

  it('a confirmation makes a rule bind, once, and leaves its entry in the audit', async () => {
    const { status, body } = await ask(unseen, { method: 'POST', payload: { document, on: '2026-11-20' } })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(contract.ruleDetail.parse(body).rule).toMatchObject({
      changedHere: true,
      standing: { binding: true, confirmed: { by: '部领导 周明远', on: '2026-11-20', document, to: null } },
    })
    expect(await lastAudit()).toMatchObject({
      actor: 'head',
      action: 'local-rule.adopt',
      subject: 'APPT-08-1-SERVICE',
      detail: { kind: 'confirmation', document },
    })
    expect(await ask(unseen, { method: 'POST', payload: { document } })).toMatchObject({
      status: 409,
      body: { code: 'already-confirmed' },
    })
  })

  it('a confirmed rule still warns on days before it was confirmed', async () => {
    const on = async (asOf: string) => rulesOf(await list(asOf)).find(({ id }) => id === 'APPT-08-1-SERVICE')
    expect((await on('2026-11-19'))?.standing.binding).toBe(false)
    expect((await on('2026-11-20'))?.standing.binding).toBe(true)
  })

  it('a withdrawal ends it from its day on, and there is nothing to withdraw twice', async () => {
    const { body } = await ask(unseen, { method: 'DELETE', payload: { reason: '依据有误' } })
    expect(contract.ruleDetail.parse(body).rule.standing).toMatchObject({
      binding: false,
      confirmed: { to: '2026-11-22' },
    })
    expect(await ask(unseen, { method: 'DELETE' })).toMatchObject({ status: 409, body: { code: 'nothing-adopted' } })
  })

  it('refuses what needs no confirmation, a document left out, and half a date', async () => {
    const verified = '/api/rules/APPT-08-3-TENURE/confirmation'
    expect(await ask(verified, { method: 'POST', payload: { document } })).toMatchObject({
      status: 422,
      body: { code: 'overlay', message: { zh: expect.stringContaining('无须确认') } },
    })
    expect(await ask(unseen, { method: 'POST', payload: {} })).toMatchObject({
      status: 400,
      body: { field: 'document' },
    })
    expect(await ask(unseen, { method: 'POST', payload: { document, on: '2026-11' } })).toMatchObject({
      status: 422,
      body: { code: 'not-a-day' },
    })
  })

  it('a stricter value counts from its day on, and a laxer one is refused with the national value', async () => {
    const values = '/api/rules/APPT-08-3-TENURE/parameters'
    const change = { name: 'deputy_to_chief_years', from: '2026-11-01', document }
    const laxer = await ask(values, { method: 'POST', payload: { ...change, value: 1 } })
    expect([laxer.status, laxer.body.message.zh]).toEqual([422, expect.stringContaining('国家规定为2')])
    const { body } = await ask(values, { method: 'POST', payload: { ...change, value: 3, note: '从严' } })
    const adopted = contract.ruleDetail.parse(body).parameters.find(({ name }) => name === change.name)
    expect(adopted).toMatchObject({
      value: 3,
      values: [
        { from: '2019-03-03', value: 2 },
        { from: '2026-11-01', value: 3 },
      ],
      local: [{ value: 3, from: '2026-11-01', to: null, document, reason: '从严', recordedBy: 'head' }],
    })
    const withdrawn = await ask(`${values}/${change.name}`, { method: 'DELETE' })
    expect(contract.ruleDetail.parse(withdrawn.body).parameters.find(({ name }) => name === change.name)).toMatchObject(
      {
        value: 2,
        local: [{ to: '2026-11-22' }],
      },
    )
    expect((await records.verifyAudit()).brokenAt).toBeUndefined()
  })
})
