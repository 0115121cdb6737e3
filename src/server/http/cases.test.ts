import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byTheBook, ofEach } from '#appoint/procedure/fixtures.ts'
import { formatDate } from '#domain/calendar.ts'
import { processFields } from '#domain/process.ts'
import type { RecordedFacts } from '#domain/selection-case.ts'
import type { CaseDetail, CaseList, CaseOpenings, Failure, Officers, Workdays } from '../contract/index.ts'
import { requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

const header = { [requestHeader.name]: requestHeader.value }
const fields: Readonly<Record<string, { readonly kind: string }>> = processFields

let city: ServedCity
let head: string
beforeAll(async () => {
  city = await servedCity(150, 20260601)
  const [, account] = city.server.demoAccounts
  const { cookies } = await city.server.inject({
    method: 'POST',
    url: '/api/session',
    headers: header,
    payload: { ...account },
  })
  head = `zhiren-session=${encodeURIComponent(cookies[0]?.value ?? '')}`
}, 120_000)
afterAll(() => city?.close())

/** What is sent, as whom, and the answer with its status. */
async function send(url: string, payload: object, options: { cookie?: string; method?: 'POST' | 'PUT' } = {}) {
  const { cookie = city.cookie, method = 'POST' } = options
  const response = await city.server.inject({ method, url, headers: { cookie, ...header }, payload })
  return { status: response.statusCode, body: response.json() as unknown }
}

const detail = async (caseId: string, on?: string): Promise<CaseDetail> =>
  (await city.ask(`/api/cases/${caseId}${on ? `?on=${on}` : ''}`)) as CaseDetail

async function open(payload: object): Promise<string> {
  const { status, body } = await send('/api/cases', payload)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return (body as { caseId: string }).caseId
}

async function act(caseId: string, on: string, what: object, cookie?: string) {
  const { version } = await detail(caseId)
  return send(`/api/cases/${caseId}/events`, { version, on, act: what }, cookie ? { cookie } : {})
}

/** Facts as a request writes them. */
const written = (facts: RecordedFacts): object =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      fields[name]?.kind === 'date' ? formatDate(Number(value)) : value,
    ]),
  )

/** Answers, or passes with a document, all that the gate asks on a day; then goes on. */
async function goOn(caseId: string, on: string): Promise<{ status: number; body: unknown }> {
  const { gate } = await detail(caseId, on)
  for (const { effect, finding, cadreId } of gate.items) {
    const about = { rule: finding.rule, ...(cadreId === null ? {} : { cadreId }) }
    if (effect === 'asks') await act(caseId, on, { kind: 'answered', ...about, stands: true, note: '经研究，不影响' })
    if (effect === 'blocks') {
      const grounds = { approvedBy: '市委', document: '市委〔2026〕8号', documentOn: on, reason: '经批准' }
      const { status, body } = await act(caseId, on, { kind: 'overridden', ...about, ...grounds }, head)
      if (status !== 200) throw new Error(`${finding.rule} ${JSON.stringify(body)} ${JSON.stringify(finding.reasons)}`)
    }
  }
  const acknowledged = gate.items.filter(({ effect }) => effect === 'warns').map(({ finding }) => finding.rule)
  return gate.to === null
    ? act(caseId, on, { kind: 'closed', outcome: 'completed', acknowledged })
    : act(caseId, on, { kind: 'advanced', to: gate.to, acknowledged })
}

async function record(caseId: string, on: string, facts: object, cadreId?: string): Promise<void> {
  const { status, body } = await act(caseId, on, { kind: 'facts-recorded', facts, ...(cadreId ? { cadreId } : {}) })
  if (status !== 200) throw new Error(JSON.stringify(body))
}

/** A vacancy with somebody whom a promotion there would lift one level. */
async function pairToPromote(skip = 0): Promise<{ positionId: string; cadreId: string; title: string }> {
  const { vacancies } = (await city.ask('/api/cases/openings')) as CaseOpenings
  const snapshot = await city.records.readSnapshot(20260601)
  const { loadRuleBook, factsFor, moveOf } = await import('#policy/index.ts')
  const facts = factsFor(snapshot, loadRuleBook())
  for (const seat of vacancies.slice(skip)) {
    const row = facts.seatIndex(seat.positionId) ?? -1
    for (let index = 0; index < facts.cadreCount; index += 1) {
      const cadre = facts.cadre(index)
      if (cadre.post?.seat && moveOf(cadre, facts.seat(row)) === 'promotion') {
        return { positionId: seat.positionId, cadreId: cadre.id, title: seat.title }
      }
    }
  }
  throw new Error('nobody to promote')
}

const stagesOfPromotion = [
  ['motion', '2026-01-05', '2026-01-12'],
  ['recommendation', '2026-01-16', '2026-01-20'],
  ['appraisees', '2026-01-20', '2026-01-26'],
  ['appraisal', '2026-02-20', '2026-02-25'],
  ['deliberation', '2026-02-27', '2026-03-06'],
  ['decision', '2026-03-06', '2026-03-09'],
  ['notice', '2026-03-09', '2026-03-16'],
  ['appointment', '2026-03-17', '2026-03-18'],
] as const

describe('a case over HTTP', () => {
  test('a promotion from motion to probation writes the tenure with the step, and undoing takes it back', async () => {
    const { positionId, cadreId, title } = await pairToPromote()
    const target = { kind: 'seat', positionId }
    const caseId = await open({ kind: 'promotion', title, on: '2026-01-05', target, candidates: [cadreId] })
    const homeBefore = await holding(cadreId)
    for (const [stage, day, leaving] of stagesOfPromotion) {
      const facts =
        stage === 'recommendation' ? { ...byTheBook[stage], recommended_position: positionId } : byTheBook[stage]
      if (facts) await record(caseId, day, written(facts))
      const own = ofEach[stage]
      if (own) await record(caseId, day, written(own), cadreId)
      const { status, body } = await goOn(caseId, leaving)
      expect([stage, status, status === 200 ? '' : body]).toEqual([stage, 200, ''])
    }
    const after = await detail(caseId)
    expect(after).toMatchObject({ stage: 'probation', standing: 'open', entered: { from: '2026-03-06' } })
    expect(await holding(cadreId)).toEqual([{ position_id: positionId, from: '2026-03-06' }])
    expect(after.timeline.findLast(({ kind }) => kind === 'advanced')?.gate.length).toBeGreaterThan(10)
    expect(after.deadlines.map(({ id, on }) => [id, on])).toContainEqual(['probation-ends', '2027-03-17'])

    const early = await act(caseId, '2026-04-01', { kind: 'advanced', to: 'confirmation', acknowledged: [] })
    expect([early.status, (early.body as Failure).code]).toEqual([422, 'gate-not-passed'])

    const undone = await act(caseId, '2026-04-01', { kind: 'effect-undone', reason: '任命文件撤销' })
    expect(undone.status).toBe(200)
    expect(await holding(cadreId)).toEqual(homeBefore)
  }, 60_000)

  test('two officers at once: the second is told what the first did', async () => {
    const { positionId, title } = await pairToPromote(1)
    const caseId = await open({
      kind: 'promotion',
      title,
      on: '2026-03-02',
      target: { kind: 'seat', positionId },
      candidates: [],
    })
    const wanted = (reason: string) => ({ version: 1, on: '2026-03-03', act: { kind: 'suspended', reason } })
    const url = `/api/cases/${caseId}/events`
    expect((await send(url, wanted('等候批复'))).status).toBe(200)
    const second = await send(url, wanted('另有安排'))
    expect(second.status).toBe(409)
    expect(second.body).toMatchObject({ code: 'case-changed', message: { zh: expect.stringContaining('暂停') } })
    const both = await Promise.all(
      [1, 2].map(() => send(url, { ...wanted(''), version: 2, act: { kind: 'resumed', reason: '批复已到' } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('an officer may not record an exception; nobody may from a rule that allows none', async () => {
    const { positionId, cadreId, title } = await pairToPromote(2)
    const caseId = await open({
      kind: 'promotion',
      title,
      on: '2026-03-02',
      target: { kind: 'seat', positionId },
      candidates: [cadreId],
    })
    const grounds = { approvedBy: '市委', document: '1号', documentOn: '2026-03-02', reason: '急需' }
    const override = { kind: 'overridden', rule: 'APPT-CH3-MOTION', ...grounds }
    expect(await act(caseId, '2026-03-03', override)).toMatchObject({
      status: 403,
      body: { code: 'override-not-allowed' },
    })
    expect((await act(caseId, '2026-03-03', { ...override, rule: 'APPT-38-MAJORITY' }, head)).body).toMatchObject({
      code: 'override-forbidden',
    })
    const blocked = await act(caseId, '2026-03-03', { kind: 'advanced', to: 'recommendation', acknowledged: [] })
    expect(blocked).toMatchObject({ status: 422, body: { code: 'gate-not-passed' } })
    expect((await act(caseId, '2026-03-03', override, head)).status).toBe(200)
    const { gate } = await detail(caseId, '2026-03-03')
    const passed = gate.items.find(({ finding }) => finding.rule === 'APPT-CH3-MOTION')
    expect(passed).toMatchObject({ effect: 'overridden', override: { document: '1号', byName: '周明远' } })
    expect(passed?.finding.verdict).toBe('unknown')
  })

  test('an officer who is found to be a candidate can act no more, and holds the gate while handling', async () => {
    const { positionId, cadreId, title } = await pairToPromote(3)
    const payload = {
      kind: 'promotion',
      title,
      on: '2026-03-02',
      target: { kind: 'seat', positionId },
      candidates: [cadreId],
    }
    const caseId = await open(payload)
    const link = { cadreId, reason: '本人' }
    expect((await send('/api/officers/officer/person', link, { method: 'PUT' })).status).toBe(403)
    const linked = await send('/api/officers/officer/person', link, { method: 'PUT', cookie: head })
    expect((linked.body as Officers).officers.find(({ account }) => account === 'officer')?.person?.cadreId).toBe(
      cadreId,
    )
    expect(await act(caseId, '2026-03-03', { kind: 'suspended', reason: '等候' })).toMatchObject({
      status: 403,
      body: { code: 'case-recused' },
    })
    const { kin, gate } = await detail(caseId)
    expect(kin).toMatchObject([{ account: 'officer', cadreId, relation: null, since: 1 }])
    expect(gate.items.find(({ family }) => family === 'recusal')?.effect).toBe('blocks')
    expect((await send('/api/cases', payload)).status).toBe(403)
    const leave = { kind: 'handler-released', account: 'officer', recused: true, reason: '本人在人选之列' }
    expect((await act(caseId, '2026-03-03', leave)).status).toBe(200)
    expect((await detail(caseId)).gate.items.some(({ family }) => family === 'recusal')).toBe(false)
    const nobody = { cadreId: null, reason: '登记有误' }
    expect((await send('/api/officers/officer/person', nobody, { method: 'PUT', cookie: head })).status).toBe(200)
  })

  test('a removal ends the tenure and leaves a vacancy', async () => {
    const { positionId, cadreId, title } = await someoneInPost()
    const caseId = await open({
      kind: 'removal',
      title: `免去${title}`,
      on: '2026-04-01',
      target: { kind: 'seat', positionId },
      candidates: [cadreId],
    })
    await record(caseId, '2026-04-01', { removal_ground: 'age', elected: false, co_managed: false })
    expect((await goOn(caseId, '2026-04-02')).status).toBe(200)
    const { matters, breaches } = byTheBook.deliberation ?? {}
    await record(caseId, '2026-04-03', { matters, breaches })
    expect((await goOn(caseId, '2026-04-03')).status).toBe(200)
    await record(caseId, '2026-04-03', { ...written(byTheBook.decision ?? {}), decided_on: '2026-04-03' })
    await record(caseId, '2026-04-03', { votes_for: 9 }, cadreId)
    expect((await goOn(caseId, '2026-04-07')).status).toBe(200)
    const closed = await goOn(caseId, '2026-04-08')
    expect([closed.status, (closed.body as CaseDetail).standing]).toEqual([200, 'closed'])
    expect((await holding(cadreId)).map(({ position_id }) => position_id)).not.toContain(positionId)
    const { vacancies } = (await city.ask('/api/cases/openings')) as CaseOpenings
    expect(vacancies.map((seat) => seat.positionId)).toContain(positionId)
    const listed = (await city.ask('/api/cases?kind=removal&standing=closed')) as CaseList
    expect(listed.cases.map((one) => [one.caseId, one.outcome])).toEqual([[caseId, 'completed']])
  }, 30_000)
})

describe('the calendar of working days', () => {
  const year = {
    off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
    on: ['2027-01-09'],
    document: '国办发明电〔2026〕9号',
    decidedOn: '2026-11-05',
  }

  test('a year is entered by the head, with its notice; another may only look', async () => {
    expect((await send('/api/workdays/2027', year, { method: 'PUT' })).status).toBe(403)
    const saved = (await send('/api/workdays/2027', year, { method: 'PUT', cookie: head })).body as Workdays
    expect(saved.years.map((one) => one.year)).toEqual([2024, 2025, 2026, 2027])
    expect(saved.years.at(-1)).toMatchObject({ on: ['2027-01-09'], adopted: { document: '国办发明电〔2026〕9号' } })
    const corrected = { ...year, on: [], document: '国办发明电〔2026〕10号' }
    const again = (await send('/api/workdays/2027', corrected, { method: 'PUT', cookie: head })).body as Workdays
    expect(again.years.map(({ adopted }) => adopted?.document)).toEqual([
      undefined,
      undefined,
      undefined,
      '国办发明电〔2026〕10号',
    ])
  })

  test('a day of another year is refused with the day', async () => {
    const wrong = { ...year, on: ['2026-12-26'] }
    expect(await send('/api/workdays/2027', wrong, { method: 'PUT', cookie: head })).toMatchObject({
      status: 422,
      body: { code: 'workday-of-another-year', message: { zh: '2026-12-26 不在 2027 年。' } },
    })
  })
})

const holding = (cadreId: string) =>
  city.records.database
    .selectFrom('tenures')
    .select(['position_id', 'from'])
    .where('cadre_id', '=', cadreId)
    .where('to', 'is', null)
    .where('kind', '=', 'appointed')
    .execute()

async function someoneInPost(): Promise<{ positionId: string; cadreId: string; title: string }> {
  const row = await city.records.database
    .selectFrom('tenures')
    .innerJoin('positions', 'positions.position_id', 'tenures.position_id')
    .select(['tenures.position_id', 'cadre_id', 'title'])
    .where('to', 'is', null)
    .where('kind', '=', 'appointed')
    .where('positions.role', '=', 'deputy')
    .where('from', '<', '2025')
    .orderBy('cadre_id', 'desc')
    .executeTakeFirstOrThrow()
  return { positionId: row.position_id ?? '', cadreId: row.cadre_id, title: row.title }
}
