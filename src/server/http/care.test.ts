import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { MatterFacts } from '#domain/matter.ts'
import { explain, factsFor, loadRuleBook } from '#policy/index.ts'
import * as contract from '../contract/index.ts'
import { nothing, reading } from './addresses.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
const cookies: Record<string, string> = {}
beforeAll(async () => {
  city = await servedCity(160, 20261122)
  for (const { account } of city.server.demoAccounts) cookies[account] = await city.signIn(account)
})
afterAll(() => city.close())

const headers = { [contract.requestHeader.name]: contract.requestHeader.value }

const as = (account: string) => ({
  get: (url: string) => city.server.inject({ url, headers: { cookie: cookies[account] ?? '' } }),
  send: (method: 'POST' | 'PUT', url: string, payload: object) =>
    city.server.inject({ method, url, headers: { ...headers, cookie: cookies[account] ?? '' }, payload }),
})

type Sign = z.output<typeof contract.earlySign>
const signsOf = async (account: string): Promise<readonly Sign[]> =>
  contract.signsPage.parse((await as(account).get('/api/signs?limit=500')).json()).rows

const orderOf = ({ kind, cadreId, unit, evidence }: Sign) => ({
  kind,
  cadreId,
  unitId: unit?.unitId ?? null,
  evidence,
  on: '2025-11-03',
  handlers: ['officer'],
  reason: '由人核查',
})

async function takenUp(sign: Sign | undefined): Promise<string> {
  if (!sign) throw new Error('the city has no such sign')
  const response = await as('officer').send('POST', '/api/signs/taken-up', orderOf(sign))
  expect(response.statusCode, response.body).toBe(201)
  return response.json().matterId
}

/** Does acts one after the other; gives the matter as it then stands. */
async function acted(matterId: string, acts: readonly (readonly [string, string, string, MatterFacts, boolean?])[]) {
  let detail: z.output<typeof contract.matterDetail> | undefined
  for (const [account, on, act, facts, onBehalf] of acts) {
    const { version } = (await as(account).get(`/api/matters/${matterId}`)).json()
    const event = { version, on, act: { kind: 'acted', act, facts, ...(onBehalf ? { onBehalf } : {}) } }
    const response = await as(account).send('POST', `/api/matters/${matterId}/events`, event)
    expect(response.statusCode, `${act}: ${response.body}`).toBe(200)
    detail = response.json()
  }
  return detail
}

const checked = { checked_by: '林晓舟', how: '查阅材料', found: '属实一件', result: 'goes-on', grounds: '谈话记录' }
const study = { studied_on: '2025-11-10', studied_by: '部务会', approver: '书记', approval: 'approved' }

describe('who sees early signs', () => {
  it('a colleague without the duty finds none under any address that reads', async () => {
    const [sign, other] = (await signsOf('officer')).filter(({ cadreId }) => cadreId !== null)
    const unit = (await signsOf('officer')).find(({ cadreId }) => cadreId === null)?.unit?.unitId
    const cadre = sign?.cadreId ?? ''
    const texts = (await signsOf('officer')).map(({ reason }) => reason.zh)
    expect(texts.length).toBeGreaterThan(0)
    const urls = [
      ...reading.map(([url]) => url.replaceAll('C1', cadre).replaceAll('C2', other?.cadreId ?? '')),
      ...(unit === undefined ? [] : [`/api/teams/${unit}`]),
      ...['/api/signs?kind=petition', '/api/signs?severity=serious', `/api/matters/${nothing}`],
    ]
    for (const url of urls) {
      const { body } = await as('colleague').get(url)
      expect(body, url).not.toContain('signals/')
      for (const text of texts)
        expect(body.includes(JSON.stringify(text).slice(1, -1)), `${url} says ${text}`).toBe(false)
    }
    const page = contract.signsPage.parse((await as('colleague').get('/api/signs')).json())
    expect(page).toMatchObject({ onDuty: false, total: 0, counts: [], rows: [], falseAlarms: [] })
    expect((await as('colleague').get(`/api/cadres/${cadre}/signs`)).json()).toMatchObject({ rows: [], course: null })
    expect((await as('colleague').get('/api/signs/ledger')).json()).toMatchObject({ onDuty: false, lines: [] })
    const taking = await as('colleague').send('POST', '/api/signs/taken-up', orderOf(sign as Sign))
    expect(taking.statusCode).toBe(404)
  })

  it('the head gives the duty for units and takes it back; nobody else does', async () => {
    const all = await signsOf('head')
    const unitId = all.find(({ unit, cadreId }) => unit && cadreId === null)?.unit?.unitId ?? ''
    const duty = { onDuty: true, unitIds: [unitId], reason: '分管' }
    expect((await as('officer').send('PUT', '/api/care-duties/colleague', duty)).statusCode).toBe(403)
    expect((await as('head').send('PUT', '/api/care-duties/cadre', duty)).statusCode).toBe(404)
    expect((await as('head').send('PUT', '/api/care-duties/colleague', { ...duty, unitIds: ['?'] })).statusCode).toBe(
      422,
    )
    const listed = await as('head').send('PUT', '/api/care-duties/colleague', duty)
    expect(
      contract.careDuties.parse(listed.json()).officers.find(({ account }) => account === 'colleague'),
    ).toMatchObject({ onDuty: true, units: [{ unitId }] })
    const seen = await signsOf('colleague')
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.length).toBeLessThan(all.length)
    await as('head').send('PUT', '/api/care-duties/colleague', { onDuty: false, unitIds: null, reason: '轮岗' })
    expect(await signsOf('colleague')).toEqual([])
  })

  it('a handler sees the sign of the matter, the others on duty no longer do', async () => {
    const sign = (await signsOf('officer')).find(({ cadreId }) => cadreId !== null) as Sign
    const response = await as('officer').send('POST', '/api/signs/taken-up', {
      ...orderOf(sign),
      handlers: ['colleague'],
    })
    const { matterId } = response.json()
    expect((await signsOf('colleague')).map((one) => one.matterId)).toEqual([matterId])
    expect(await signsOf('officer')).not.toContainEqual(
      expect.objectContaining({ evidence: sign.evidence, kind: sign.kind, cadreId: sign.cadreId }),
    )
    expect((await as('officer').get(`/api/matters/${matterId}`)).statusCode).toBe(404)
  })
})

describe('a sign', () => {
  it('that came to nothing is not raised again for the same evidence, and counts in the ledger', async () => {
    const before = await signsOf('head')
    const sign = (await signsOf('officer')).find(
      ({ cadreId, matterId }) => cadreId !== null && matterId === null,
    ) as Sign
    const matterId = await takenUp(sign)
    const again = await as('officer').send('POST', '/api/signs/taken-up', orderOf(sign))
    expect([again.statusCode, again.json().code]).toEqual([409, 'sign-taken-up'])
    await acted(matterId, [['officer', '2025-11-05', 'check', { ...checked, result: 'nothing', grounds: '同名他人' }]])
    expect(await signsOf('head')).toHaveLength(before.length - 1)
    const ledger = contract.signLedger.parse((await as('officer').get('/api/signs/ledger')).json())
    expect(ledger.lines.find(({ kind }) => kind === sign.kind)).toMatchObject({ checked: 1, nothing: 1, something: 0 })
  })

  it('goes through check, approval, notice, reply, admonition, follow-up and clearing; letters are printed', async () => {
    const sign = (await signsOf('officer')).find(({ cadreId, matterId }) => cadreId !== null && matterId === null)
    const matterId = await takenUp(sign)
    const told = await acted(matterId, [
      ['officer', '2025-11-05', 'check', checked],
      ['officer', '2025-11-06', 'choose', { form: 'inquiry', why: '需要说明' }],
      [
        'officer',
        '2025-11-07',
        'notify',
        { way: 'in-person', issuer: '中共某县委组织部', received_by: '本人', matters: '两件反映的经过' },
      ],
    ])
    expect(told?.deadlines.map(({ id, on }) => [id, on])).toEqual([['reply', '2025-11-28']])
    const cleared = await acted(matterId, [
      ['officer', '2025-11-12', 'reply', { reply: '当日在外' }, true],
      ['head', '2025-11-14', 'approve', study],
      [
        'officer',
        '2025-11-17',
        'decide',
        {
          outcome: 'admonition',
          weighed: '部分属实',
          reasons: '作风粗糙',
          article: 'REMIND-ADMON-APPROVE',
          authority: '中共某县委组织部',
        },
      ],
      ['officer', '2026-05-18', 'follow-up', { talked_with: '本人', mended: '已改正', is_mended: true }],
      ['officer', '2026-05-19', 'clear', { told_how: '当面' }],
    ])
    expect(cleared).toMatchObject({ standing: 'closed', closedOn: '2026-05-19' })
    expect(await signsOf('head')).not.toContainEqual(expect.objectContaining({ evidence: sign?.evidence }))
    const [measure] = await city.records.database
      .selectFrom('sanctions')
      // What lies sealed is opened with the key of its row.
      .select(['cadre_id', 'kind', 'decided_on', 'until', 'authority'])
      .where('cadre_id', '=', sign?.cadreId ?? '')
      .where('decided_on', '=', '2025-11-17')
      .execute()
    expect(measure).toMatchObject({ kind: 'admonition', until: '2026-05-17', authority: '中共某县委组织部' })
    const letters = cleared?.timeline.filter(({ letter }) => letter !== null) ?? []
    expect(letters.map(({ letter }) => letter)).toEqual(['care-notice', 'care-decision', 'care-clearing'])
    const titles = []
    for (const { seq } of letters) titles.push(await letterText(matterId, seq))
    expect(titles[0]).toMatch(/函询通知书.*两件反映的经过.*2025年11月28日前/s)
    expect(titles[1]).toMatch(/诫勉决定书.*作风粗糙.*至2026年5月17日止/s)
    expect(titles[2]).toMatch(/期满销号告知书.*2026年5月19日/s)
    const purposeless = await as('officer').send('POST', `/api/matters/${matterId}/letters/4`, {})
    expect([purposeless.statusCode, purposeless.json().code]).toEqual([422, 'purpose-missing'])
    const unlettered = await as('officer').send('POST', `/api/matters/${matterId}/letters/2`, { purpose: '送达' })
    expect(unlettered.statusCode).toBe(404)
    const stranger = await as('colleague').send('POST', `/api/matters/${matterId}/letters/4`, { purpose: '送达' })
    expect(stranger.statusCode).toBe(404)
  })
})

describe('a concern of a person', () => {
  it('becomes an admonition that bars promotion while it runs; undone, it bars no more', async () => {
    const isBarred = await barred()
    const cadreId = Array.from({ length: 100 }, (_, at) => `C${String(at + 1).padStart(6, '0')}`).find(
      (id) => isBarred(id) === false,
    )
    if (cadreId === undefined) throw new Error('the city has nobody who may be promoted')
    const opening = { kind: 'care', title: '谈心谈话中了解到的情况', on: '2026-09-01', cadreId, reason: '分管领导反映' }
    const opened = await as('officer').send('POST', '/api/matters', opening)
    const { matterId } = opened.json()
    const notice = { way: 'letter', issuer: '中共某县委组织部', received_by: '本人', matters: '请假手续' }
    const decision = { weighed: '属实', reasons: '未按规定请假', article: 'REMIND-ADMON-APPROVE', authority: '县委' }
    const admonished = await acted(matterId, [
      ['officer', '2026-09-02', 'check', checked],
      ['officer', '2026-09-03', 'choose', { form: 'admonition', why: '再次发生' }],
      ['head', '2026-09-04', 'approve', { ...study, studied_on: '2026-09-03' }],
      ['officer', '2026-09-07', 'notify', notice],
      ['officer', '2026-09-08', 'reply', { reply: '接受' }, true],
      ['head', '2026-09-10', 'approve', { ...study, studied_on: '2026-09-09' }],
      ['officer', '2026-09-11', 'decide', { outcome: 'admonition', ...decision }],
    ])
    expect(admonished?.deadlines.map(({ id, on }) => [id, on])).toEqual([
      ['follow-up', '2027-03-11'],
      ['clear', '2027-03-11'],
    ])
    expect((await barred())(cadreId)).toBe(true)
    const event = admonished?.timeline.find(({ effect }) => effect.length > 0)?.seq
    const undoing = { kind: 'effect-undone', event, reason: '复核撤销' }
    const request = { version: admonished?.version, on: '2026-10-01', act: undoing }
    expect((await as('head').send('POST', `/api/matters/${matterId}/events`, request)).statusCode).toBe(200)
    expect((await barred())(cadreId)).toBe(false)
  })

  it('shows rulings in favour of the cadre beside it', async () => {
    const cadreId = 'C000012'
    const open = async (kind: string) => {
      const opening = { kind, title: '情况', on: '2026-01-05', cadreId, reason: '反映' }
      return (await as('officer').send('POST', '/api/matters', opening)).json().matterId
    }
    const clearing = await open('clearing')
    await acted(clearing, [
      ['officer', '2026-01-06', 'check', { result: 'false', checked_by: '县纪委', grounds: '查无实据' }],
      ['officer', '2026-01-07', 'ask', { agrees: true }, true],
      ['officer', '2026-01-08', 'clear', { way: 'meeting', audience: '全体干部职工' }],
    ])
    const care = (await as('officer').get(`/api/matters/${await open('care')}`)).json()
    expect(care.beside).toMatchObject([{ matterId: clearing, on: '2026-01-08', label: { zh: '澄清正名' } }])
  })
})

/** Whom no effect period bars from a promotion, and whom one does, by the records as they stand. */
async function barred(): Promise<(cadreId: string) => boolean | undefined> {
  const book = loadRuleBook()
  const facts = factsFor(await city.records.readSnapshot(20261122), book)
  const rules = book.inForce('appointment', 20261122).filter(({ rule }) => rule.id === 'APPT-24-6')
  const seats = Array.from({ length: facts.snapshot.tables.positions.length }, (_, seat) => facts.seat(seat))
  return (cadreId) => {
    const cadre = facts.cadre(facts.cadreIndex(cadreId) ?? 0)
    if (cadre.standing === undefined) return undefined
    for (const seat of seats) {
      const verdict = explain(rules, facts, cadre, seat)[0]?.verdict
      if (verdict === 'met' || verdict === 'unmet') return verdict === 'unmet'
    }
    return undefined
  }
}

async function letterText(matterId: string, seq: number): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const response = await as('officer').send('POST', `/api/matters/${matterId}/letters/${seq}`, { purpose: '送达本人' })
  expect(response.headers['content-type']).toBe('application/pdf')
  const pdf = await getDocumentProxy(new Uint8Array(response.rawPayload))
  return (await extractText(pdf, { mergePages: true })).text
}
