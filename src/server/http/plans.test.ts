import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatDate } from '#domain/calendar.ts'
import { linkAccount } from '#records/index.ts'
import {
  type MatterDetail,
  type OwnRecord,
  type PlanPage,
  planPage,
  planSteps,
  type ReservePage,
  type RosterPage,
  requestHeader,
  reserveCourse,
  reservePage,
} from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let head = ''
let cadre = ''
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  head = await city.signIn('head')
  cadre = await city.signIn('cadre')
})
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }
const now = new Date()
const today = formatDate(now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate())

async function post<T>(url: string, payload: object, cookie = city.cookie, status = 200): Promise<T> {
  const response = await city.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })
  expect(response.statusCode, `${url} ${response.body}`).toBe(status)
  return response.json() as T
}

const act = (matterId: string, version: number, what: object, cookie = city.cookie) =>
  post<MatterDetail>(`/api/matters/${matterId}/events`, { version, on: today, act: { kind: 'acted', ...what } }, cookie)

const plans = async (query = ''): Promise<PlanPage> => planPage.parse(await city.ask(`/api/plans?limit=200${query}`))
const reserve = async (query = ''): Promise<ReservePage> =>
  reservePage.parse(await city.ask(`/api/reserve?limit=200${query}`))

it('counts what its links list', async () => {
  const { counts, rows } = await plans()
  expect(counts.find(({ state }) => state === 'none')?.count).toBe(rows.length)
  expect((await plans('&state=none')).total).toBe(rows.length)
  const { counts: kinds } = await reserve()
  for (const { only, count } of kinds) expect((await reserve(`&only=${only}`)).total, only).toBe(count)
})

it('goes from needs to a plan that the head approves, the cadre answers on the own page, and officers carry out', async () => {
  const wanted = (await plans()).rows.find(({ needs }) => needs > 0)
  const cadreId = wanted?.cadreId ?? ''
  await linkAccount(city.records, { account: 'cadre', cadreId, reason: '人事登记' }, 'head')
  const { matterId } = await post<{ matterId: string }>('/api/plans', { cadreId }, city.cookie, 201)
  await post('/api/plans', { cadreId }, city.cookie, 409)

  const opened = (await city.ask(`/api/matters/${matterId}`)) as MatterDetail
  const draft = opened.acts.find(({ id }) => id === 'draft')
  expect((draft?.initial as { steps: object[] }).steps.length).toBeGreaterThan(0)
  await act(matterId, 2, { act: 'draft', facts: draft?.initial })
  const own = async () => (await city.server.inject({ url: '/api/me', headers: { cookie: cadre } })).json() as OwnRecord
  expect((await own()).matters).toEqual([])

  await act(matterId, 3, { act: 'approve', facts: {} }, head)
  const [shown] = (await own()).matters
  expect(shown).toMatchObject({ kind: 'development-plan', acts: [{ id: 'answer' }], deadlines: [{ who: 'person' }] })
  expect(shown?.steps.length).toBeGreaterThan(0)
  expect((await plans('&state=answer')).rows.map((row) => row.cadreId)).toEqual([cadreId])

  const said = { answer: 'comments', words: '希望先到乡镇' }
  await post(`/api/me/matters/${matterId}/events`, { read: 2, act: 'answer', facts: said }, cadre)
  const answered = (await city.ask(`/api/matters/${matterId}`)) as MatterDetail
  expect(answered.timeline.at(-1)).toMatchObject({ asPerson: true, byName: wanted?.name })
  await act(matterId, 5, { act: 'progress', facts: { step: 1, state: 'begun', evidence: '已到任' } })
  const { steps } = planSteps.parse(await city.ask(`/api/plans/${matterId}`))
  expect(steps[0]).toMatchObject({ state: 'begun', progress: [{ evidence: '已到任', asPerson: false }] })
})

it('takes up a shortfall as guidance that nobody else sees or hears of', async () => {
  const row = (await reserve()).rows.find(({ shortfalls }) => shortfalls.length > 0)
  const url = `/api/reserve/${row?.cadreId}`
  const [proposed] = reserveCourse.parse(await city.ask(url)).shortfalls
  const opening = { kind: 'guidance', title: '引导', on: today, cadreId: row?.cadreId, reason: proposed?.says.zh }
  const origin = { source: proposed?.source, says: proposed?.says }
  const { matterId } = await post<{ matterId: string }>('/api/matters', { ...opening, origin }, city.cookie, 201)
  const taken = (found: unknown) => reserveCourse.parse(found).shortfalls[0]
  expect(taken(await city.ask(url))).toMatchObject({ matterId })
  const colleague = await city.signIn('colleague')
  const other = await city.server.inject({ url, headers: { cookie: colleague } })
  expect(taken(other.json())).toMatchObject({ matterId: null })
})

it('enters and leaves the reserve by the head, with the reason, and can be undone', async () => {
  const inReserve = new Set((await reserve()).rows.map(({ cadreId }) => cadreId))
  const { rows: roster } = (await city.ask('/api/cadres?status=serving&limit=200')) as RosterPage
  const cadreId = roster.find((one) => !inReserve.has(one.cadreId))?.cadreId
  const { matterId } = await post<{ matterId: string }>(
    '/api/matters',
    { kind: 'reserve-tracking', title: '跟踪', on: today, cadreId, reason: '表现突出' },
    head,
    201,
  )
  const entered = async () => {
    const { database } = city.records
    const [row] = await database
      .selectFrom('cadres')
      .select('reserve')
      .where('cadre_id', '=', cadreId ?? '')
      .execute()
    return row?.reserve
  }
  const before = await entered()
  await act(matterId, 1, { act: 'enter', facts: { entry_reason: '乡村振兴中表现突出' } }, head)
  expect(await entered()).toBe(true)
  expect((await reserve()).rows.find((row) => row.cadreId === cadreId)?.responsible).toMatchObject([
    { account: 'head' },
  ])
  await post(
    `/api/matters/${matterId}/events`,
    { version: 2, on: today, act: { kind: 'effect-undone', event: 2, reason: '有误' } },
    head,
  )
  expect(await entered()).toBe(before)
})
