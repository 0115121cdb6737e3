import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  classDetail,
  requestHeader,
  trainingLedger,
  trainingNeedPage,
  trainingPage,
  yearPlan,
} from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(60, 20261122)
})
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }

const get = async (url: string) => (await city.server.inject({ url, headers: { cookie: city.cookie } })).json()
const post = (url: string, payload: object) =>
  city.server.inject({ method: 'POST', url, headers: { ...headers, cookie: city.cookie }, payload })

const law = {
  name: '依法行政专题班',
  topic: null,
  topicName: '法治',
  type: 'in-service',
  organiser: '市司法局',
  recognised: true,
  online: false,
  hours: 35,
  places: 2,
  from: '2026-03-02',
  to: '2026-03-06',
  forWhom: '',
}

async function opened(change: object = {}): Promise<string> {
  const response = await post('/api/training/classes', { on: '2026-02-01', facts: { ...law, ...change } })
  expect(response.statusCode, response.body).toBe(201)
  return response.json().classId
}

async function act(classId: string, on: string, what: object) {
  const { version } = classDetail.parse(await get(`/api/training/classes/${classId}`))
  return post(`/api/training/classes/${classId}/events`, { version, on, act: what })
}

async function someone(count: number): Promise<string[]> {
  const { rows } = await get('/api/cadres')
  return rows.slice(0, count).map(({ cadreId }: { cadreId: string }) => cadreId)
}

it('shows needs by source with counts, and the people behind each count', async () => {
  const page = trainingPage.parse(await get('/api/training'))
  expect(new Set(page.topics.map(({ source }) => source))).toEqual(new Set(['person', 'duty', 'cause']))
  for (const { rule, unmet } of page.hours) {
    const list = trainingNeedPage.parse(await get(`/api/training/needs?rule=${rule}&state=unmet`))
    expect(list.total).toBe(unmet)
  }
  const [topic] = page.topics
  const list = trainingNeedPage.parse(await get(`/api/training/needs?topic=${topic?.topic}`))
  expect(list.total).toBe(topic?.lacking)
  expect(
    (await city.server.inject({ url: '/api/training/needs?topic=X', headers: { cookie: city.cookie } })).statusCode,
  ).toBe(404)
})

it('goes from the list to completion, which writes the hours attended, and takes it back', async () => {
  const classId = await opened()
  const [one = '', two = ''] = await someone(2)
  expect((await act(classId, '2026-02-10', { kind: 'invited', cadreIds: [one, two] })).statusCode).toBe(200)
  const rows = [
    { cadreId: one, hours: 33, leave: 2 },
    { cadreId: two, hours: 29, leave: 6 },
  ]
  expect((await act(classId, '2026-03-06', { kind: 'attended', rows })).statusCode).toBe(200)
  const refused = await act(classId, '2026-03-07', { kind: 'completed', cadreIds: [one, two] })
  expect(refused.json()).toMatchObject({ code: 'training-leave-over', mend: { zh: expect.stringContaining('退学') } })
  const done = await act(classId, '2026-03-07', { kind: 'completed', cadreIds: [one] })
  expect(done.statusCode, done.body).toBe(200)
  const { completions, standing } = classDetail.parse(done.json())
  expect({ completions, standing }).toMatchObject({ completions: [{ people: 1 }], standing: 'over' })
  const hoursIn = async (): Promise<number> => {
    const ledger = trainingLedger.parse(await get(`/api/cadres/${one}/training`))
    return ledger.years.find(({ year }) => year === 2026)?.recognised ?? 0
  }
  const after = await hoursIn()
  const event = completions[0]?.event
  const undone = await act(classId, '2026-03-08', { kind: 'completion-undone', event, reason: '登记有误' })
  expect(undone.statusCode, undone.body).toBe(200)
  expect(after - (await hoursIn())).toBe(33)
})

it('refuses more people than places, two classes at once, negative hours, and strangers', async () => {
  const [one = '', two = '', three = ''] = await someone(3)
  const classId = await opened({ name: '另一个班' })
  const codeOf = async (response: Promise<{ json(): { code?: string } }>) => (await response).json().code
  expect(await codeOf(act(classId, '2026-02-10', { kind: 'invited', cadreIds: [one, two, three] }))).toBe(
    'training-class-full',
  )
  expect(await codeOf(act(classId, '2026-02-10', { kind: 'invited', cadreIds: [one] }))).toBe('training-class-clash')
  expect(await codeOf(act(classId, '2026-02-10', { kind: 'invited', cadreIds: ['nobody'] }))).toBe(
    'training-person-unknown',
  )
  expect((await act(classId, '2026-02-10', { kind: 'invited', cadreIds: [three] })).statusCode).toBe(200)
  const rows = (hours: number, leave: number) => [{ cadreId: three, hours, leave }]
  expect(await codeOf(act(classId, '2026-03-06', { kind: 'attended', rows: rows(-1, 0) }))).toBe('training-hours-wrong')
  expect(await codeOf(act(classId, '2026-03-06', { kind: 'attended', rows: rows(35, 1) }))).toBe('training-hours-wrong')
  expect(await codeOf(act(classId, '2026-03-01', { kind: 'attended', rows: rows(35, 0) }))).toBe('training-not-begun')
  expect(await codeOf(act(classId, '2099-03-01', { kind: 'confirmed', cadreIds: [three] }))).toBe(
    'training-day-to-come',
  )
  const bad = await post('/api/training/classes', { on: '2026-02-01', facts: { ...law, hours: -3 } })
  expect(bad.json()).toMatchObject({ code: 'training-hours-wrong' })
  const old = await post(`/api/training/classes/${classId}/events`, {
    version: 1,
    on: '2026-02-11',
    act: { kind: 'confirmed', cadreIds: [three] },
  })
  expect([old.statusCode, old.json().code]).toEqual([409, 'training-class-changed'])
})

it('makes the plan of a year, takes edits, and opens its classes when it is adopted', async () => {
  const year = 2027
  const made = yearPlan.parse((await post('/api/training/plan', { year, version: 0 })).json())
  const { plan } = made
  expect(plan?.gap).toBeLessThanOrEqual(0.001)
  const [place] = plan?.places ?? []
  const key = place?.key ?? ''
  const edit = { kind: 'class-changed', key, places: 0, from: '2027-04-05', to: '2027-04-09' }
  expect((await post('/api/training/plan/edits', { year, version: 1, edit })).json()).toMatchObject({
    code: 'training-class-full',
  })
  const removed = await post('/api/training/plan/edits', {
    year,
    version: 1,
    edit: { kind: 'place-removed', key, cadreId: place?.cadreId },
  })
  expect(yearPlan.parse(removed.json()).plan?.places).toHaveLength((plan?.places.length ?? 0) - 1)
  expect((await post('/api/training/plan', { year, version: 1 })).statusCode).toBe(409)
  const adopted = yearPlan.parse((await post('/api/training/plan/adoption', { year, version: 2 })).json())
  expect(adopted.plan?.state).toBe('adopted')
  const { classes } = trainingPage.parse(await get(`/api/training?year=${year}`))
  expect(classes).toHaveLength(adopted.plan?.classes.length ?? -1)
  expect(classes.reduce((sum, { taken }) => sum + taken, 0)).toBe(adopted.plan?.places.length)
  expect((await post('/api/training/plan', { year, version: 3 })).json()).toMatchObject({
    code: 'training-plan-missing',
  })
})
