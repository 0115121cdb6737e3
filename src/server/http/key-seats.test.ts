import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type KeySeatDetail, type KeySeatPage, requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(60, 20261122)
})
afterAll(() => city.close())

const register = (query = '') => city.ask(`/api/key-seats${query}`) as Promise<KeySeatPage>
const seat = (id: string) => city.ask(`/api/key-seats/${id}`) as Promise<KeySeatDetail>

async function record(id: string, event: object): Promise<{ status: number; body: KeySeatDetail & { code?: string } }> {
  const headers = { [requestHeader.name]: requestHeader.value, cookie: city.cookie }
  const response = await city.server.inject({
    method: 'POST',
    url: `/api/key-seats/${id}/events`,
    headers,
    payload: { on: '2026-11-20', ...event },
  })
  return { status: response.statusCode, body: response.json() }
}

const none = { power: false, fund: false, resource: false, touchpoints: null }
const judged = (judgement: object) => ({ kind: 'judged', judgement: { ...none, ...judgement }, reason: '按分工核定' })
const check = { kind: 'checked', step: 'bidding', checker: '监管科', outcome: 'not-kept', note: '', evidence: '卷 3' }

test('every count of the matrix is the length of its list', async () => {
  const { columns, matrix, total, rows } = await register()
  expect(total).toBeGreaterThan(0)
  expect(rows.length).toBe(Math.min(50, total))
  for (const { id, total: counted } of columns) expect((await register(`?column=${id}`)).total).toBe(counted)
  for (const { unitId, counts } of matrix.slice(0, 3))
    expect((await register(`?unit=${unitId}&column=key`)).total).toBe(counts[0])
})

describe('a key seat', () => {
  test('is judged, its steps are checked, and both can be taken back', async () => {
    const [first] = (await register('?column=power')).rows
    const id = first?.positionId ?? ''
    const before = await seat(id)
    const { status, body } = await record(id, {
      version: 0,
      act: judged({ power: true, fund: true, touchpoints: ['works'] }),
    })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ version: 1, isKey: true, kinds: { fund: true }, touchpoints: ['works'] })
    expect(body.steps.map((step) => [step.id, step.state])).toEqual([
      ['bidding', 'never'],
      ['design-change', 'never'],
      ['completion', 'never'],
      ['payment', 'never'],
    ])
    const checked = await record(id, { version: 1, on: '2026-03-02', act: check })
    expect(checked.body.steps[0]).toMatchObject({ last: { on: '2026-03-02', outcome: 'not-kept' }, state: 'overdue' })
    expect(checked.body.history[0]).toMatchObject({
      says: { zh: '检查“招标投标”：没有做到（监管科），凭据：卷 3' },
      byName: '林晓舟',
      canUndo: true,
    })
    await record(id, { version: 2, act: { kind: 'check-withdrawn', event: 2, reason: '记错岗位' } })
    await record(id, { version: 3, act: { kind: 'judgement-undone', event: 1, reason: '核错' } })
    const after = await seat(id)
    expect({ ...after, version: 0, history: [] }).toEqual({ ...before, version: 0, history: [] })
    expect(after.history).toHaveLength(4)
  })

  test('has steps of its own, which can end', async () => {
    const [, second] = (await register('?column=power')).rows
    const id = second?.positionId ?? ''
    const step = { name: '用印', norm: '先登记后用印', record: '登记簿', checker: '办公室', everyMonths: 3 }
    const { body } = await record(id, { version: 0, act: { kind: 'step-added', step, reason: '检查发现' } })
    expect(body.steps.at(-1)).toMatchObject({ id: 'own-1', touchpoint: null, everyMonths: 3 })
    const ended = await record(id, { version: 1, act: { kind: 'step-ended', event: 1, reason: '并入' } })
    expect(ended.body.steps.some(({ id: own }) => own === 'own-1')).toBe(false)
  })

  test.each([
    ['an old version', { version: 9, act: judged({ fund: true }) }, 409, 'key-seat-changed'],
    ['a step it has not', { version: 0, act: { ...check, step: 'none' } }, 422, 'key-seat-no-such-step'],
    ['a day to come', { version: 0, on: '2099-01-01', act: judged({ fund: true }) }, 422, 'matter-day-to-come'],
    ['no reason', { version: 0, act: { ...judged({ fund: true }), reason: ' ' } }, 400, 'bad-request'],
    ['an unknown touchpoint', { version: 0, act: judged({ touchpoints: ['tea'] }) }, 400, 'bad-request'],
    [
      'what is not recorded',
      { version: 0, act: { kind: 'check-withdrawn', event: 4, reason: '错' } },
      422,
      'key-seat-no-such-event',
    ],
  ])('refuses %s', async (_what, event, status, code) => {
    const row = (await register('?column=power')).rows.at(-1)
    expect(await record(row?.positionId ?? '', event)).toMatchObject({ status, body: { code } })
  })

  test('there is none under another id', async () => {
    await city.ask('/api/key-seats/P-none', 404)
    expect(await record('P-none', { version: 0, act: judged({ fund: true }) })).toMatchObject({ status: 404 })
  })

  test('is nothing for the cadre', async () => {
    const headers = { cookie: await city.signIn('cadre') }
    expect((await city.server.inject({ url: '/api/key-seats', headers })).statusCode).toBe(403)
  })
})
