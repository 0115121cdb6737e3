import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedPage, gradePage, requestHeader, rewardPage } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(200, 20261122)
})
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }

it('lists every step to the next grade under one state, and the places of the unit asked for', async () => {
  const all = gradePage.parse(await city.ask('/api/grades'))
  expect(all.total).toBeGreaterThan(20)
  expect(all.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.total)
  const [unit] = all.units
  const one = gradePage.parse(await city.ask(`/api/grades?unit=${unit?.unitId}&state=open&state=waiting`))
  expect(one.total).toBe((unit?.open ?? 0) + (unit?.waiting ?? 0))
  expect(one.steps.every(({ state, place }) => ['open', 'waiting'].includes(state) && place !== null)).toBe(true)
  expect(one.unit?.name).toBe(unit?.name)
})

it('names what is not met, with its article, and never a reward that is on record', async () => {
  const unmet = gradePage.parse(await city.ask('/api/grades?state=unmet&state=later&limit=5'))
  for (const { findings } of unmet.steps) expect(findings.some(({ verdict }) => verdict === 'unmet')).toBe(true)
  const { due, total, counts } = rewardPage.parse(await city.ask('/api/rewards?limit=500'))
  expect(due).toHaveLength(total)
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  askedPage.parse(await city.ask('/api/fitness'))
})

it('keeps the ruling on an honest mistake with the event, and takes it back', async () => {
  const event = {
    event_id: 'X1',
    cadre_id: 'C000010',
    kind: 'inspection',
    on: '2026-05-10',
    severity: 'serious',
    verified: true,
  }
  const { database } = city.records
  await city.records.commit({ actor: 'test', action: 'test' }, (tx) =>
    sql`insert into supervision (event_id, cadre_id, kind, "on", severity, verified)
      values (${event.event_id}, ${event.cadre_id}, ${event.kind}, ${event.on}, ${event.severity}, true)`.execute(tx),
  )
  const tolerated = async () => {
    const { rows } = await sql<{ tolerated: boolean | null }>`
      select tolerated from supervision where event_id = 'X1'`.execute(database)
    return rows[0]?.tolerated
  }
  const head = await city.signIn('head')
  const send = async (url: string, payload: object) => {
    const response = await city.server.inject({ method: 'POST', url, headers: { ...headers, cookie: head }, payload })
    expect(response.statusCode, response.body).toBeLessThan(300)
    return response.json()
  }
  const { matterId } = await send('/api/matters', {
    kind: 'tolerance',
    title: '试点失误的容错认定',
    on: '2026-06-01',
    cadreId: 'C000010',
    handlers: ['officer', 'head'],
    reason: '单位申请',
  })
  const act = (version: number, on: string, name: string, facts: object) =>
    send(`/api/matters/${matterId}/events`, { version, on, act: { kind: 'acted', act: name, facts } })
  await act(1, '2026-06-02', 'apply', { applicant: 'unit', event_id: 'X1', what: '程序有瑕疵', grounds: '先行先试' })
  await act(2, '2026-06-12', 'establish', { investigators: '二人', found: '属实', heard: '认可' })
  const factors = {
    motive: '为公',
    conditions: '无先例',
    procedure: '集体研究',
    nature: '较轻',
    consequence: '可控',
    remedy: '已挽回',
  }
  await act(3, '2026-06-15', 'distinguish', { pioneering: 'may', exploring: 'may', developing: 'may', ...factors })
  const ruling = { ruling: 'tolerated', body: '县委组织部', document: '县组〔2026〕9号', scope: '不作为依据' }
  const ruled = await act(4, '2026-06-20', 'rule', ruling)
  expect(ruled.timeline.at(-1)).toMatchObject({ effect: ['supervision/X1'], undone: false, mayUndo: true })
  const toHandler = (await city.ask(`/api/matters/${matterId}`)) as typeof ruled
  expect([toHandler.mayWithdraw, toHandler.timeline.at(-1).mayUndo]).toEqual([false, false])
  expect(await tolerated()).toBe(true)
  const undone = await send(`/api/matters/${matterId}/events`, {
    version: 5,
    on: '2026-06-22',
    act: { kind: 'effect-undone', event: 5, reason: '认定机关收回' },
  })
  expect(undone.timeline.find(({ seq }: { seq: number }) => seq === 5)).toMatchObject({ undone: true, mayUndo: false })
  expect(await tolerated()).toBeNull()
})
