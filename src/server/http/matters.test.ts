import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { matterChoices, type matterDetail, matterList, requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(60, 20261122)
})
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }

async function post(url: string, payload: object, cookie = city.cookie) {
  return city.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })
}

async function openedClearing(): Promise<string> {
  const response = await post('/api/matters', {
    kind: 'clearing',
    title: '反映问题不实的澄清',
    on: '2026-01-05',
    cadreId: 'C000010',
    reason: '匿名信反映的问题经查不实',
  })
  expect(response.statusCode, response.body).toBe(201)
  return response.json().matterId
}

type Detail = z.output<typeof matterDetail>

it('goes from the accusation to the end, the consent taken from a paper, every act with its day', async () => {
  const matterId = await openedClearing()
  const act = async (version: number, on: string, what: object) => {
    const response = await post(`/api/matters/${matterId}/events`, { version, on, act: { kind: 'acted', ...what } })
    expect(response.statusCode, response.body).toBe(200)
    return response.json() as Detail
  }
  await act(1, '2026-01-20', {
    act: 'check',
    facts: { result: 'false', checked_by: '县纪委', grounds: '调取凭证，谈话三人' },
  })
  const agreed = await act(2, '2026-01-22', { act: 'ask', facts: { agrees: true }, onBehalf: true })
  expect(agreed.timeline.at(-1)).toMatchObject({ asPerson: true, byName: '林晓舟', isShared: true })
  const cleared = await act(3, '2026-02-02', {
    act: 'clear',
    facts: { way: 'meeting', audience: '本单位干部职工大会' },
  })
  expect(cleared.next).toMatchObject({ on: '2026-05-02', label: { zh: '回访本人' } })
  const ended = await act(4, '2026-04-20', { act: 'follow-up', facts: { state: '情绪平稳，工作主动' } })
  expect(ended).toMatchObject({ standing: 'closed', next: null, stage: { id: 'ended' } })
})

it('is not there for anybody but its handlers and the head', async () => {
  const matterId = await openedClearing()
  const [colleague, head, cadre] = await Promise.all(['colleague', 'head', 'cadre'].map(city.signIn))
  const status = async (cookie = '') =>
    (await city.server.inject({ url: `/api/matters/${matterId}`, headers: { cookie } })).statusCode
  expect(await Promise.all([status(), status(colleague), status(cadre), status(head)])).toEqual([401, 404, 403, 200])
  const list = await city.server.inject({ url: '/api/matters', headers: { cookie: colleague ?? '' } })
  expect(matterList.parse(list.json()).matters).toEqual([])
})

it('refuses what a stage does not have, a field that is empty, and a version that is old', async () => {
  const matterId = await openedClearing()
  const send = (version: number, act: object) =>
    post(`/api/matters/${matterId}/events`, { version, on: '2026-01-20', act: { kind: 'acted', facts: {}, ...act } })
  expect((await send(1, { act: 'clear' })).json()).toMatchObject({
    code: 'matter-act-not-now',
    message: { zh: '事项现在的环节不能办理“澄清”。' },
  })
  expect((await send(1, { act: 'check', facts: { result: 'false' } })).json()).toMatchObject({
    code: 'matter-field-missing',
    message: { zh: '“查核单位”没有填写。' },
    mend: { zh: '填写“查核单位”后再提交。' },
    field: 'checked_by',
  })
  await post(`/api/matters/${matterId}/events`, {
    version: 1,
    on: '2026-01-20',
    act: { kind: 'noted', note: '已去函' },
  })
  expect((await send(1, { act: 'check' })).statusCode).toBe(409)
})

it('finds units and seats by all the words typed, the shortest name first', async () => {
  const find = async (kind: string, q: string) => {
    const url = `/api/matters/choices?kind=${kind}&q=${encodeURIComponent(q)}`
    const response = await city.server.inject({ url, headers: { cookie: city.cookie } })
    return matterChoices.parse(response.json()).choices
  }
  const units = await find('units', '局')
  expect(units.length).toBeGreaterThan(1)
  expect(units.every(({ name }) => name.includes('局'))).toBe(true)
  const [seat] = await find('seats', '局 局长')
  expect(seat?.name).toMatch(/局.*局长/)
  expect(await find('units', '没有这个单位')).toEqual([])
})

it('tells the head, who does not handle it, what is left to the handler', async () => {
  const matterId = await openedClearing()
  const head = (await city.signIn('head')) ?? ''
  const { acts } = (
    await city.server.inject({ url: `/api/matters/${matterId}`, headers: { cookie: head } })
  ).json() as Detail
  expect(acts).toMatchObject([{ id: 'check', hindrance: { says: { zh: '由经办人办理。' } }, onBehalf: false }])
})

it('leaves a matter that the cadre spoke in to the head to withdraw, says so, and refuses the handler', async () => {
  const matterId = await openedClearing()
  const head = (await city.signIn('head')) ?? ''
  const seenBy = async (cookie: string) =>
    (await city.server.inject({ url: `/api/matters/${matterId}`, headers: { cookie } })).json() as Detail
  const act = (version: number, what: object) =>
    post(`/api/matters/${matterId}/events`, { version, on: '2026-01-20', act: what })
  expect(await seenBy(city.cookie)).toMatchObject({ mayWithdraw: true })
  const check = { result: 'false', checked_by: '县纪委', grounds: '调取凭证，谈话三人' }
  await act(1, { kind: 'acted', act: 'check', facts: check })
  await act(2, { kind: 'acted', act: 'ask', facts: { agrees: true }, onBehalf: true })
  const spoken = await seenBy(city.cookie)
  expect(spoken.mayWithdraw).toBe(false)
  expect((await act(3, { kind: 'withdrawn', reason: '登记有误' })).statusCode).toBe(403)
  expect((await seenBy(head)).mayWithdraw).toBe(true)
})
