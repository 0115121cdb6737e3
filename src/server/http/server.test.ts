import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { exampleAnalysis, exampleSource } from '#records/queries/example-city.ts'
import * as contract from '../contract/index.ts'
import { nothing, ofHead, outside, own, reading, withoutPaper } from './addresses.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
let cookie = ''
const password = '一个口令'
const header = { [contract.requestHeader.name]: contract.requestHeader.value }

beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  await records.saveAnalysis(exampleAnalysis, { actor: 'test' })
  server = await createServer({ records, book: loadRuleBook(), demoPassword: password })
  cookie = await signIn()
})
afterAll(async () => {
  await server.close()
  await records.close()
})

async function signIn(account = 'officer'): Promise<string> {
  const response = await server.inject({
    method: 'POST',
    url: '/api/session',
    headers: header,
    payload: { account, password },
  })
  const [opened] = response.cookies
  return `${opened?.name}=${encodeURIComponent(opened?.value ?? '')}`
}

const get = (url: string) => server.inject({ url, headers: { cookie } })

/** The answer of an address, held to its schema. */
async function ask<T extends z.ZodType>(url: string, schema: T): Promise<z.output<T>> {
  const response = await get(url)
  expect(response.statusCode, response.body).toBe(200)
  return schema.parse(response.json())
}

describe('every address', () => {
  it.each(reading)('%s answers as the contract says', async (url, schema) => {
    await ask(url, schema)
  })

  it.each(withoutPaper)('%s says what is missing', async (url) => {
    const response = await get(url)
    expect(contract.failure.parse(response.json()).mend.zh).not.toBe('')
    expect([404, 503]).toContain(response.statusCode)
  })

  it.each([...reading.map(([url]) => url), ...withoutPaper])('%s answers nobody without a session', async (url) => {
    const response = await server.inject({ url })
    expect(response.statusCode).toBe(401)
    expect(contract.failure.parse(response.json())).toEqual({
      code: 'signed-out',
      message: { zh: '尚未登录，或登录已过期。', en: 'Nobody is signed in, or the session has ended.' },
      mend: { zh: '重新登录后继续。', en: 'Sign in again to go on.' },
    })
  })

  it('is tried above: the list follows the OpenAPI document', async () => {
    const document = (await server.inject({ url: '/api/openapi.json' })).json()
    expect(document.openapi).toBe('3.1.0')
    const names = {
      positionId: 'P1',
      cadreId: 'C1',
      ruleId: 'APPT-08-3-TENURE',
      surveyId: 'S1',
      unitId: 'U1',
      slateId: nothing,
      importId: nothing,
      number: '1',
      ballotId: nothing,
      designId: nothing,
      batchId: nothing,
      ticket: nothing,
      caseId: nothing,
      matterId: nothing,
      meetingId: nothing,
      classId: nothing,
      placementId: nothing,
      paperId: nothing,
      fileId: nothing,
      account: 'officer',
    }
    const described = Object.entries<Record<string, unknown>>(document.paths)
      .filter(([, methods]) => 'get' in methods)
      .map(([path]) => Object.entries(names).reduce((url, [name, id]) => url.replace(`{${name}}`, id), path))
    const urls = [
      ...reading.map(([url]) => url),
      ...own.map(([url]) => url),
      ...outside.map(([, url]) => url),
      ...ofHead,
      ...withoutPaper,
    ]
    const tried = urls.map((url) => url.split('?')[0])
    expect(described.sort()).toEqual(tried.sort())
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['RosterPage', 'Finding', 'Estimate']),
    )
  })

  it.each(own)('%s answers a cadre as the contract says, and no officer', async (url, schema, answer) => {
    const cadre = await signIn('cadre')
    const response = await server.inject({ url, headers: { cookie: cadre } })
    expect(schema.parse(response.json())).toMatchObject(answer)
    expect((await get(url)).statusCode).toBe(403)
  })

  it('comes with headers that keep other pages and scripts out', async () => {
    const { headers } = await get('/api/home')
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })
})

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { cookies } = await server.inject({
      method: 'POST',
      url: '/api/session',
      headers: header,
      payload: { account: 'head', password },
    })
    expect(cookies[0]).toMatchObject({ name: 'zhiren-session', httpOnly: true, sameSite: 'Strict', path: '/' })
  })

  it('is refused without the header that only our pages send', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: 'officer', password },
    })
    expect([response.statusCode, response.json().code]).toEqual([403, 'forged-request'])
  })

  it('is refused with a wrong password, and after several the account has to wait', async () => {
    const attempt = () =>
      server.inject({
        method: 'POST',
        url: '/api/session',
        headers: header,
        remoteAddress: '127.0.0.9',
        payload: { account: 'officer', password: 'x' },
      })
    const codes: string[] = []
    for (let count = 0; count < 6; count += 1) codes.push((await attempt()).json().code)
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'wrong-password'), 'too-many-attempts'])
  })

  it('ends with signing out', async () => {
    const own = await signIn()
    const leave = await server.inject({ method: 'DELETE', url: '/api/session', headers: { ...header, cookie: own } })
    expect(leave.statusCode).toBe(204)
    expect((await server.inject({ url: '/api/home', headers: { cookie: own } })).statusCode).toBe(401)
  })

  it('takes no cookie that was tampered with', async () => {
    const tampered = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect((await server.inject({ url: '/api/home', headers: { cookie: tampered } })).statusCode).toBe(401)
  })
})

describe('bad input', () => {
  it.each([
    ['/api/cadres?limit=0', 400, 'limit', '「limit」的值不能用。', '可用的值：≥ 1。'],
    ['/api/cadres?sort=height', 400, 'sort', '「sort」的值不能用。', undefined],
    [`/api/cadres?q=${'x'.repeat(65)}`, 400, 'q', '「查找词」太长，读不了。', '缩短到 64 个字以内。'],
    ['/api/rotation?period=27H1', 400, 'period', '「period」的值不能用。', '各参数的写法见 /api/openapi.json。'],
  ])('%s names the parameter', async (url, status, field, zh, mend) => {
    const response = await get(url)
    const failure = contract.failure.parse(response.json())
    expect([response.statusCode, failure.field, failure.message.zh]).toEqual([status, field, zh])
    if (mend !== undefined) expect(failure.mend.zh).toBe(mend)
  })

  it.each([
    ['/api/cadres/nobody', 'no-such-cadre'],
    ['/api/vacancies/P2', 'no-such-vacancy'],
    ['/api/vacancies/P1/candidates/nobody', 'no-such-cadre'],
    ['/api/vacancies/P2/rules', 'no-such-vacancy'],
    ['/api/rules/NOTHING', 'no-such-rule'],
    ['/api/nothing', 'no-such-address'],
  ])('%s is not found', async (url, code) => {
    const response = await get(url)
    expect([response.statusCode, response.json().code]).toEqual([404, code])
  })

  it('of a size beyond the limit is not read', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { ...header, 'content-type': 'application/json' },
      payload: `"${'x'.repeat(70_000)}"`,
    })
    expect([response.statusCode, response.json().code]).toEqual([413, 'too-large'])
  })

  /** Found by `npm run bench -- endpoints`: such addresses were answered by the framework, in another form. */
  it.each(['/api/home%', '/api/%c0%af', '/%'])(
    'whose address %s cannot be decoded is refused as any other',
    async (url) => {
      const response = await get(url)
      expect([response.statusCode, response.json()]).toEqual([
        400,
        {
          code: 'bad-request',
          message: { zh: '请求的写法不对，无法读取。', en: 'The request is badly formed and cannot be read.' },
          mend: { zh: '各地址的写法见 /api/openapi.json。', en: 'See /api/openapi.json for how requests are written.' },
        },
      ])
      expect(response.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    },
  )

  it('from another host name is not answered', async () => {
    const response = await server.inject({ url: '/api/home', headers: { cookie, host: 'attacker.example' } })
    expect([response.statusCode, response.json().code]).toEqual([421, 'foreign-host'])
  })
})

describe('the first page', () => {
  it('shows the clocks, the vacancies and the wave of duties', async () => {
    const home = await ask('/api/home', contract.home)
    expect(home.clocks.asOf).toBe('2026-11-22')
    expect(home.rotation).toEqual({ overdue: 0, dueWithinYear: 1, later: 1 })
    expect(home.vacancies[0]).toMatchObject({
      positionId: 'P1',
      daysOpen: 84,
      compared: 4,
      counts: { met: 2, unmet: 1, unknown: 1, discretion: 0 },
      lower: 0,
      listed: 2,
    })
    expect(home.wave.periods.map(({ period }) => period)).toEqual([
      'overdue',
      ...['2026H2', '2027H1', '2027H2', '2028H1', '2028H2', '2029H1', '2029H2', '2030H1', '2030H2', '2031H1'],
    ])
    expect(home.wave.periods[2]).toMatchObject({ label: { zh: '27上', en: '2027 H1' }, total: 1 })
    expect(home.wave.later).toBe(1)
    expect(home.sources).toEqual([
      { channel: 'discipline', unitName: '云川市委', lastOn: '2026-11-20', daysAgo: 2 },
      { channel: 'daily-contact', unitName: '云川市委', lastOn: '2026-10-31', daysAgo: 22 },
    ])
    expect(home.gaps.map(({ text }) => text.zh)).toEqual([
      '1 人现任职务起点缺失，未计入轮岗到期',
      '1 人出生年月缺失，与年龄有关的条件列为信息不足',
      '2 人最近一年考核结果未到',
      '1 人的测评数据分不开个人与评分人，不作估计',
      '评分人互不相交的可比组有 2 个，组与组之间不比对',
    ])
  })
})

describe('the roster', () => {
  it('takes one value or several of a filter', async () => {
    const one = await ask('/api/cadres?postLevel=section-chief', contract.rosterPage)
    const two = await ask('/api/cadres?postLevel=section-chief&postLevel=division-deputy&sort=age', contract.rosterPage)
    expect(one.rows.map(({ name }) => name)).toEqual(['丁一鸣'])
    expect(two.rows.map(({ name }) => name)).toEqual(['丁一鸣', '单雨', '陆承川'])
  })

  it('shows the band of a group only where everybody belongs to one', async () => {
    const mixed = await ask('/api/cadres', contract.rosterPage)
    const same = await ask('/api/cadres?rating=separable', contract.rosterPage)
    expect(mixed.ratingBand).toBeNull()
    expect(same.ratingBand).toMatchObject({ group: 'G1', size: 3, median: 0.55, least: -0.4, most: 0.6 })
  })

  it('opens every bar of the statistics with the filter that the bar names', async () => {
    const { facets } = await ask('/api/cadres/statistics', contract.rosterStatistics)
    for (const { buckets } of facets) {
      for (const { filter, whole } of buckets) {
        const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
        expect(await ask(`/api/cadres?${query}`, contract.rosterPage), String(query)).toMatchObject({ total: whole })
      }
    }
  })
})

describe('a dossier', () => {
  it('shows the form, the career as of the date, and the standing in the group', async () => {
    const dossier = await ask('/api/cadres/C1', contract.dossier)
    expect(dossier.facts).toMatchObject({
      bornOn: '1981-04',
      age: 45,
      fullTimeEducation: { level: 'bachelor', school: '江南大学' },
      inServiceEducation: { level: 'postgraduate' },
      currentPost: '市工业和信息化局副局长',
    })
    expect(dossier.career.map(({ title, to }) => [title, to])).toEqual([
      ['副镇长', '2012-05'],
      ['党委书记', '2017-01'],
      ['副县长', '2022-04'],
      ['副局长', null],
    ])
    expect(dossier.trainings.hoursByYear).toEqual([
      { year: 2025, hours: 40, courses: 1 },
      { year: 2023, hours: 330, courses: 1 },
    ])
    expect(dossier.measured[0]).toMatchObject({
      measure: 'rating',
      standing: { certainty: 'inseparable', side: 'above' },
      group: { size: 3, indistinguishable: 1 },
      statement: { zh: '同组 3 人中，与 1 人不可分辨' },
    })
    expect(dossier.statements).toMatchObject({ total: 2, political: { major: 0, minor: 1 } })
  })

  it('says the cause where there is no estimate', async () => {
    const { measured } = await ask('/api/cadres/C4', contract.dossier)
    expect(measured[0]).toMatchObject({ statement: { zh: '没有共同评分人' }, standing: null })
  })

  it('never carries the citizen id', async () => {
    expect((await get('/api/cadres/C1')).body).not.toContain('110101198104010011')
  })

  it('is recorded in the audit when it is opened, with who opened it', async () => {
    const views = () =>
      records.database.selectFrom('audit').select(['actor', 'subject']).where('action', '=', 'dossier.view').execute()
    const before = await views()
    await get('/api/cadres/C2')
    expect((await views()).slice(before.length)).toEqual([{ actor: 'officer', subject: 'C2' }])
    expect((await records.verifyAudit()).brokenAt).toBeUndefined()
  })
})

describe('a vacancy', () => {
  it('lists the tier that the data cannot order in stroke order, and says so', async () => {
    const vacancy = await ask('/api/vacancies/P1', contract.vacancy)
    expect(vacancy.order).toBe('stroke')
    expect(vacancy.tiers).toHaveLength(1)
    expect(vacancy.tiers[0]).toMatchObject({
      label: { zh: '第一档', en: 'Tier 1' },
      reason: { zh: '两两不可分辨，按姓氏笔画；同档另有 3 人未列出' },
      members: [
        { name: '陆承川', move: 'promotion' },
        { name: '单雨', move: 'lateral' },
      ],
      unlisted: 3,
    })
    expect(vacancy.statement.zh).toBe('第一档的 5 人，现有数据分不出先后；人选须由会议研究。')
    expect(vacancy.pending).toMatchObject({
      total: 1,
      members: [{ name: '温岳', fit: null }],
      missing: [{ field: 'cadres.born_on', label: { zh: '出生年月' }, count: 1 }],
    })
  })

  it('counts those who do not meet a rule under it, and names them only when opened', async () => {
    const { unmet, tiers } = await ask('/api/vacancies/P1', contract.vacancy)
    expect(unmet).toMatchObject({ total: 1, byRule: [{ rule: 'APPT-08-3', count: 1, basis: { article: '8(3)' } }] })
    expect(JSON.stringify(tiers)).not.toContain('丁一鸣')
    const opened = await ask('/api/vacancies/P1/candidates?verdict=unmet&rule=APPT-08-3', contract.candidatePage)
    expect(opened.rows.map(({ name }) => name)).toEqual(['丁一鸣'])
  })

  it('gives the grounds of a pair that the run keeps, and works out those of another', async () => {
    const listed = await ask('/api/vacancies/P1/candidates/C1', contract.pair)
    expect(listed).toMatchObject({ rank: 1, verdict: 'met', tiedWith: [{ cadreId: 'C2', name: '单雨' }] })
    expect(listed.findings.map(({ rule }) => rule)).toEqual(['APPT-08-3'])
    const other = await ask('/api/vacancies/P1/candidates/C3', contract.pair)
    expect(other.rank).toBeNull()
    expect(other.findings.length).toBeGreaterThan(0)
  })
})

describe('the rotation list', () => {
  it('opens a bar of the wave', async () => {
    const page = await ask('/api/rotation?period=2027H1', contract.rotationPage)
    expect(page.rows.map(({ name, dueOn, title }) => [name, dueOn, title])).toEqual([['陆承川', '2027-04', '副局长']])
    expect(page.counts).toEqual({ overdue: 0, dueWithinYear: 1, later: 1 })
  })
  it('sorts and narrows by unit', async () => {
    const all = await ask('/api/rotation?sort=dueOn&order=desc', contract.rotationPage)
    expect(all.rows.map(({ cadreId }) => cadreId)).toEqual(['C2', 'C1'])
    expect((await ask('/api/rotation?unit=U2', contract.rotationPage)).total).toBe(1)
  })
})
