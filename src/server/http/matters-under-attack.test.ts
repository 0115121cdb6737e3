/** Matters under requests that no page sends: nothing private shows, nothing is skipped, nothing ends in an error. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MatterFacts } from '#domain/matter.ts'
import { linkAccount } from '#records/index.ts'
import { requestHeader } from '../contract/index.ts'
import { nothing, reading } from './addresses.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
const cookies: Record<string, string> = {}
const person = 'C000010'
const headers = { [requestHeader.name]: requestHeader.value }
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  for (const { account } of city.server.demoAccounts) cookies[account] = await city.signIn(account)
  await linkAccount(city.records, { account: 'cadre', cadreId: person, reason: '人事登记' }, 'head')
  await city.records.commit({ actor: 'test', action: 'test' }, (tx) =>
    sql`insert into supervision (event_id, cadre_id, kind, "on", severity) values
      ('E-OWN', ${person}, 'inspection', '2025-10-10', 'serious'),
      ('E-OTHER', 'C000011', 'inspection', '2025-10-10', 'serious'),
      ('E-PETITION', ${person}, 'petition', '2025-10-10', 'minor')`.execute(tx),
  )
})
afterAll(() => city?.close())

async function send(account: string, url: string, payload: object, method: 'POST' | 'PUT' = 'POST') {
  const cookie = cookies[account] ?? ''
  const answer = await city.server.inject({ method, url: `/api${url}`, headers: { ...headers, cookie }, payload })
  return { status: answer.statusCode, body: answer.json() }
}
async function get(account: string, url: string) {
  const answer = await city.server.inject({ url: `/api${url}`, headers: { cookie: cookies[account] ?? '' } })
  return { status: answer.statusCode, text: answer.body, body: answer.json() }
}

const base = { title: '事项', on: '2025-11-03', cadreId: person, reason: '由人核查' }
async function open(kind: string, more: object = {}): Promise<string> {
  const { status, body } = await send('officer', '/matters', { ...base, kind, ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.matterId
}

interface Done {
  readonly as?: string
  readonly onBehalf?: true
}
async function act(
  matterId: string,
  on: string,
  name: string,
  facts: MatterFacts,
  { as = 'officer', ...rest }: Done = {},
) {
  return event(matterId, on, { kind: 'acted', act: name, facts, ...rest }, as)
}
async function event(matterId: string, on: string, what: object, as = 'officer') {
  const { version } = (await get('head', `/matters/${matterId}`)).body
  const { status, body } = await send(as, `/matters/${matterId}/events`, { version, on, act: what })
  return status === 200 ? { status, code: 'done', body } : { status, code: body.code, body }
}

const checked = { checked_by: '林', how: '查阅', found: '一件', result: 'goes-on', grounds: '谈话记录' }
const study = { studied_on: '2025-11-05', studied_by: '部务会', approver: '书记', approval: 'approved' }
const notice = { way: 'letter', issuer: '组织部', received_by: '本人', matters: '说明' }
const outcome = { weighed: '已研究', reasons: '属实', article: 'REMIND-LADDER', authority: '组织部' }

async function heard(): Promise<string> {
  const id = await open('care')
  expect((await act(id, '2025-11-04', 'check', checked)).code).toBe('done')
  expect((await act(id, '2025-11-05', 'choose', { form: 'reminder', why: '轻微' })).code).toBe('done')
  expect((await act(id, '2025-11-06', 'notify', notice)).code).toBe('done')
  expect((await act(id, '2025-11-10', 'reply', { reply: '情况如下' }, { onBehalf: true })).code).toBe('done')
  return id
}

const unfit = { situation: '5-3', sources: '谈话', heard: '已听取', holds: true, grounds: '两件工作推诿' }
const clearing = { result: 'false', checked_by: '县纪委', grounds: '谈话三人' }
const assigned = {
  finding: '台账缺失',
  kind: 'inspection',
  body: '县委巡察办',
  grade: 'minor',
  responsible: person,
  due_on: '2026-01-31',
}
const distinctions = {
  ...{ pioneering: 'may', exploring: 'may', developing: 'may', motive: '为公', conditions: '无先例' },
  ...{ procedure: '集体研究', nature: '较轻', consequence: '可控', remedy: '已挽回' },
}
const ruling = { ruling: 'tolerated', body: '组织部', document: '组〔2025〕9号', scope: '不作为依据' }

/** A matter of tolerance up to its ruling on an event. */
async function ruled(event_id: string) {
  const matterId = await open('tolerance')
  await act(matterId, '2025-11-04', 'apply', { applicant: 'office', event_id, what: '瑕疵', grounds: '先行先试' })
  await act(matterId, '2025-11-05', 'establish', { investigators: '二人', found: '属实', heard: '认可' })
  await act(matterId, '2025-11-06', 'distinguish', distinctions)
  const { code } = await act(matterId, '2025-11-07', 'rule', ruling, { as: 'head' })
  return { code, body: { matterId } }
}

/** A rectification of an event, submitted for review. */
async function rectified(eventId: string, on: string): Promise<string> {
  const origin = { source: `supervision/${eventId}`, says: { zh: '问题', en: 'Finding' } }
  const id = await open('rectification', { origin })
  await act(id, on, 'assign', assigned)
  await act(id, on, 'plan', { measures: [{ measure: '补齐', who: '办公室' }] })
  await act(id, on, 'file-evidence', { evidence: [{ document: '台账', shows: '补齐' }] })
  expect((await act(id, on, 'submit', { report: '已整改' })).code).toBe('done')
  return id
}

async function eventRow(id: string) {
  const { rows } = await sql<{ closed_on: string | null; due_on: string | null; tolerated: boolean | null }>`
    select closed_on, due_on, tolerated from supervision where event_id = ${id}`.execute(city.records.database)
  return rows[0]
}

describe('who learns of what is private', () => {
  const marks = (text: string) => /误告澄清|苗头核查|不足引导/.test(text)
  const kinds = [
    ['clearing', '误告澄清'],
    ['care', '苗头核查'],
    ['guidance', '不足引导'],
  ] as const

  test('nobody but handlers and the head, under any address that reads; a handler released no more', async () => {
    const ids = await Promise.all(kinds.map(([kind, title]) => open(kind, { title, reason: title })))
    const urls = [
      ...reading.map(([url]) => url.replaceAll('C1', person).replaceAll('C2', 'C000011').replace('/api', '')),
      ...[
        '/matters?handler=officer',
        `/matters?cadre=${person}`,
        '/todos?officer=officer&scope=all',
        '/todos?scope=all',
      ],
      ...ids.flatMap((id) => [`/matters/${id}`, `/plans/${id}`, `/todos?item=${id}`]),
    ]
    for (const url of urls) {
      const { text, status } = await get('colleague', url)
      expect(marks(text) || ids.some((id) => text.includes(id)), `${status} ${url}`).toBe(false)
    }
    for (const id of ids) {
      const unknown = await get('colleague', `/matters/${nothing}`)
      expect(await get('colleague', `/matters/${id}`)).toEqual(unknown)
      const writing = { version: 1, on: '2025-11-04', act: { kind: 'noted', note: '试' } }
      const [there, none] = [`/matters/${id}`, `/matters/${nothing}`]
      expect(await send('colleague', `${there}/events`, writing)).toEqual(
        await send('colleague', `${none}/events`, writing),
      )
      const order = { purpose: '核对材料' }
      expect(await send('colleague', `${there}/letters/2`, order)).toEqual(
        await send('colleague', `${none}/letters/2`, order),
      )
      expect((await send('cadre', `/me${there}/events`, { read: 0, act: 'reply', facts: {} })).body.code).toBe(
        'matter-unknown',
      )
    }
    const [id = ''] = ids
    await event(id, '2025-11-04', { kind: 'handler-assigned', account: 'colleague' })
    expect((await get('colleague', `/matters/${id}`)).status).toBe(200)
    await event(id, '2025-11-05', { kind: 'handler-released', account: 'colleague', reason: '轮岗' })
    expect((await get('colleague', `/matters/${id}`)).status).toBe(404)
    expect((await get('colleague', '/todos?scope=all')).text).not.toContain(id)
  })

  test('the head who is kin is told as little as others; a handler who became kin is told to recuse', async () => {
    const id = await open('care', { cadreId: 'C000020', handlers: ['officer', 'colleague'] })
    await linkAccount(city.records, { account: 'head', cadreId: 'C000020', reason: '登记' }, 'head')
    await linkAccount(city.records, { account: 'colleague', cadreId: 'C000020', reason: '登记' }, 'head')
    const answers = await Promise.all(['head', 'colleague'].map((account) => get(account, `/matters/${id}`)))
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'matter-unknown'],
      [403, 'matter-recused'],
    ])
    for (const account of ['head', 'colleague'])
      expect((await get(account, '/matters')).text + (await get(account, '/todos?scope=all')).text).not.toContain(id)
    await linkAccount(city.records, { account: 'head', cadreId: undefined, reason: '更正' }, 'head')
    await linkAccount(city.records, { account: 'colleague', cadreId: undefined, reason: '更正' }, 'head')
  })

  test('an account of a cadre reads what was told to the cadre it is linked to now, and nothing else', async () => {
    const id = await heard()
    const mine = async () => (await get('cadre', '/me')).body.matters.map((one: { matterId: string }) => one.matterId)
    expect(await mine()).toContain(id)
    for (const cadreId of ['C000011', undefined]) {
      await linkAccount(city.records, { account: 'cadre', cadreId, reason: '改登记' }, 'head')
      expect(await mine()).toEqual([])
      expect((await send('cadre', `/me/matters/${id}/letters/4`, { purpose: '核对材料' })).status).toBeGreaterThan(399)
      const answer = { read: 2, act: 'comment', facts: { word_kind: 'comment', words: '试' } }
      expect((await send('cadre', `/me/matters/${id}/events`, answer)).status).toBeGreaterThan(399)
    }
    await linkAccount(city.records, { account: 'cadre', cadreId: person, reason: '改登记' }, 'head')
  })

  test('a decision on the post shows to the cadre with the talk, not before', async () => {
    const id = await open('fitness')
    await act(id, '2025-11-04', 'verify', unfit)
    await act(id, '2025-11-05', 'propose', { proposed: 'demotion', why: '能力不适应' })
    const decision = { way: 'demotion', body: '县委', document: '县委〔2025〕3号' }
    for (const decided_on of ['2025-11', '2025-11-07', '2025-11-04', '2099-01-01'])
      expect((await act(id, '2025-11-06', 'decide', { ...decision, decided_on }, { as: 'head' })).status).toBe(422)
    const decided = await act(id, '2025-11-06', 'decide', { ...decision, decided_on: '2025-11-05' }, { as: 'head' })
    expect(decided.code).toBe('done')
    const seen = async () => (await get('cadre', '/me')).text.includes(id)
    expect(await seen()).toBe(false)
    await act(id, '2025-11-07', 'talk', { talker: '部长', said: '接受' })
    expect(await seen()).toBe(true)
  })
})

describe('what nobody may skip', () => {
  test('no correction makes another decision, and nobody mends what the head decided', async () => {
    const explained = await heard()
    await act(explained, '2025-11-12', 'decide', { ...outcome, outcome: 'explained' })
    const turned = { kind: 'corrected', event: 6, facts: { outcome: 'admonition' }, reason: '笔误' }
    expect((await event(explained, '2025-11-13', turned)).code).toBe('care-not-approved')
    const milder = { ...turned, facts: { outcome: 'talk' } }
    expect((await event(explained, '2025-11-13', milder)).code).toBe('matter-decided-otherwise')
    const slip = { ...turned, facts: { reasons: '情况已说明' } }
    expect((await event(explained, '2025-11-13', slip)).code).toBe('done')

    const declined = await heard()
    await act(declined, '2025-11-20', 'approve', { ...study, approval: 'declined' }, { as: 'head' })
    const approved = { kind: 'corrected', event: 6, facts: { approval: 'approved' }, reason: '笔误' }
    expect((await event(declined, '2025-11-21', approved)).code).toBe('matter-event-unknown')
    expect((await event(declined, '2025-11-21', { kind: 'withdrawn', reason: '误立' })).status).toBe(403)
    const admonition = { ...outcome, outcome: 'admonition' }
    expect((await act(declined, '2025-11-22', 'decide', admonition)).code).toBe('care-not-approved')
    await act(declined, '2025-11-20', 'approve', study, { as: 'head' })
    expect((await act(declined, '2025-11-11', 'decide', admonition)).code).toBe('care-not-approved')
    expect((await act(declined, '2025-11-20', 'decide', admonition)).code).toBe('done')
    const { rows } = await sql<{ until: string }>`select until from sanctions
      where cadre_id = ${person} and kind = 'admonition' and decided_on = '2025-11-20'`.execute(city.records.database)
    expect(rows).toHaveLength(1)
  })

  test('the request of a cadre is answered: no officer withdraws it, or agrees in the name of the cadre', async () => {
    const { body } = await send('cadre', '/me/corrections', { part: 'education', says: '学历应为研究生' })
    const { matterId } = body.matters.find(({ kind }: { kind: string }) => kind === 'record-correction')
    const today = body.today
    expect((await event(matterId, today, { kind: 'withdrawn', reason: '不办' })).status).toBe(403)
    await act(matterId, today, 'answer', { outcome: 'stands', grounds: '毕业证为本科' })
    expect((await act(matterId, today, 'settled', {})).code).toBe('matter-act-not-yours')
    expect((await act(matterId, today, 'close', {})).code).toBe('record-correction-open')
    const own = `/me/matters/${matterId}/events`
    expect((await send('cadre', own, { read: 1, act: 'ask-again', facts: { objection: '有学位证' } })).status).toBe(200)
  })

  test('what is written in steps is withdrawn in steps, and undone once', async () => {
    const id = await rectified('E-OWN', '2025-11-04')
    await act(id, '2025-11-05', 'review', { verdict: 'accepted', reviewer: '巡察办' })
    await act(id, '2025-11-06', 'reopen', { why: '反弹', due_on: '2026-02-02' })
    const first = await event(id, '2025-11-07', { kind: 'effect-undone', event: 6, reason: '误记' })
    expect([first.status, first.code]).toEqual([409, 'matter-effect-changed'])
    expect((await event(id, '2025-11-07', { kind: 'withdrawn', reason: '误立' }, 'head')).code).toBe('done')
    expect(await eventRow('E-OWN')).toEqual({ closed_on: null, due_on: null, tolerated: null })
    const again = await event(id, '2025-11-08', { kind: 'effect-undone', event: 7, reason: '再撤' })
    expect(again.code).toBe('matter-nothing-to-undo')
  })

  test('of two who act at once one is told', async () => {
    const id = await open('clearing')
    const check = { version: 1, on: '2025-11-04', act: { kind: 'acted', act: 'check', facts: clearing } }
    const answers = await Promise.all([1, 2, 3].map(() => send('officer', `/matters/${id}/events`, check)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('nothing happens before its opening, and a reward neither without its notice nor in days to come', async () => {
    const id = await open('incentive')
    for (const what of [
      { kind: 'noted', note: '补记' },
      { kind: 'withdrawn', reason: '误立' },
    ])
      expect((await event(id, '1900-01-01', what)).code).toBe('matter-day-before')
    await act(id, '2025-11-04', 'propose', { reward: 'merit-3', deeds: '抗洪', checked: '无异议' })
    const short = { notice_from: '2025-11-05', notice_to: '2025-11-05' }
    expect((await act(id, '2025-11-05', 'announce', short)).code).toBe('reward-notice-short')
    await act(id, '2025-11-05', 'announce', { ...short, notice_to: '2025-11-12' })
    const approval = (approved_on: string) =>
      act(id, '2025-11-13', 'approve', { approved_on, authority: '县委' }, { as: 'head' })
    expect((await approval('2099-01-01')).code).toBe('reward-approved-out-of-order')
    expect((await approval('2025-11-12')).code).toBe('reward-not-announced')
    expect((await approval('2025-11-13')).code).toBe('done')
    expect((await approval('2025-11-13')).code).toBe('matter-act-not-now')
  })
})

describe('rows of others', () => {
  test('no ruling shields, and no rectification closes, what is about somebody else or was never recorded', async () => {
    for (const id of ['E-OTHER', 'E-NOWHERE', '+E-NEW', '__proto__']) {
      expect((await ruled(id)).code, id).toBe('matter-row-unknown')
      const matter = await rectified(id, '2025-11-04')
      const accepted = await act(matter, '2025-11-05', 'review', { verdict: 'accepted', reviewer: '巡察办' })
      expect(accepted.code, id).toBe('matter-row-unknown')
    }
    const petition = await rectified('E-PETITION', '2025-11-04')
    expect((await act(petition, '2025-11-05', 'review', { verdict: 'accepted', reviewer: '某' })).status).toBe(422)
    expect(await eventRow('E-OTHER')).toEqual({ closed_on: null, due_on: null, tolerated: null })
  })

  test('a ruling that is taken back by another ruling no longer shields', async () => {
    const { body } = await ruled('E-OWN')
    expect((await eventRow('E-OWN'))?.tolerated).toBe(true)
    const { matterId } = body
    await act(matterId, '2025-11-08', 'object', { objection: '范围不清' }, { onBehalf: true })
    await act(matterId, '2025-11-09', 'establish', { investigators: '二人', found: '另有情况', heard: '听取' })
    await act(matterId, '2025-11-10', 'distinguish', { ...distinctions, developing: 'may-not' })
    const refused = await act(matterId, '2025-11-11', 'rule', { ...ruling, ruling: 'refused' }, { as: 'head' })
    expect(refused.code).toBe('done')
    expect((await eventRow('E-OWN'))?.tolerated).toBe(false)
  })

  test('an accusation found untrue is no ground for a sign once the name is cleared', async () => {
    const cleared = async (event_id: string) => {
      const id = await open('clearing')
      await act(id, '2025-11-04', 'check', { ...clearing, event_id })
      await act(id, '2025-11-05', 'ask', { agrees: true }, { onBehalf: true })
      return (await act(id, '2025-11-06', 'clear', { way: 'meeting', audience: '本单位' })).code
    }
    expect(await cleared('E-OWN')).toBe('matter-row-unknown')
    expect(await cleared('E-PETITION')).toBe('done')
    const { rows } = await sql<object>`
      select severity, verified, closed_on from supervision where event_id = 'E-PETITION'`.execute(
      city.records.database,
    )
    expect(rows).toEqual([{ severity: 'none', verified: false, closed_on: '2025-11-06' }])
  })

  test('fields name people, seats, units and officers on record', async () => {
    const id = await open('rectification')
    for (const responsible of ['__proto__', 'C-NOBODY', '\u0000'])
      expect((await act(id, '2025-11-04', 'assign', { ...assigned, responsible })).status, responsible).toBeOneOf([
        400, 422,
      ])
    const guidance = await open('guidance')
    const assess = { shortfall: '经历单一', evidence: '任职表', measures: ['talk'], due: '2026-01-05' }
    for (const responsible of ['constructor', 'cadre', 'nobody'])
      expect((await act(guidance, '2025-11-04', 'assess', { ...assess, responsible })).code).toBe(
        'matter-field-unlisted',
      )
    const monthOnly = { ...assess, responsible: 'officer', due: '2026-01' }
    expect((await act(guidance, '2025-11-04', 'assess', monthOnly)).code).toBe('matter-field-wrong')
  })
})
