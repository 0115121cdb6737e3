import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkAccount } from '#records/index.ts'
import { type OwnRecord, ownRecord, requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let cadre = ''
const cadreId = 'C000010'
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  cadre = await city.signIn('cadre')
  await linkAccount(city.records, { account: 'cadre', cadreId, reason: '人事登记' }, 'head')
})
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }

const post = (url: string, payload: object, cookie: string) =>
  city.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })

async function me(): Promise<OwnRecord> {
  const response = await city.server.inject({ url: '/api/me', headers: { cookie: cadre } })
  expect(response.statusCode, response.body).toBe(200)
  return ownRecord.parse(response.json())
}

async function clearing(about: string): Promise<string> {
  const response = await post(
    '/api/matters',
    { kind: 'clearing', title: '匿名信', on: '2026-01-05', cadreId: about, reason: '匿名信反映的问题' },
    city.cookie,
  )
  expect(response.statusCode, response.body).toBe(201)
  return response.json().matterId
}

const check = { act: 'check', facts: { result: 'false', checked_by: '县纪委', grounds: '谈话三人' } }

it('shows what is recorded of the person, and no estimate, sign, statement or source', async () => {
  const { person } = await me()
  expect(person?.facts.currentPost).not.toBe('')
  expect(person?.career.length).toBeGreaterThan(0)
  expect(Object.keys(person ?? {}).sort()).toEqual(
    ['career', 'educations', 'evaluations', 'facts', 'honours', 'name', 'trainings'].sort(),
  )
})

it('shows a matter from the act that is for the cadre, without what the office wrote, and takes the answer', async () => {
  const matterId = await clearing(cadreId)
  expect((await me()).matters).toEqual([])
  await post(
    `/api/matters/${matterId}/events`,
    { version: 1, on: '2026-01-20', act: { kind: 'acted', ...check } },
    city.cookie,
  )
  const asked = await me()
  expect(asked.matters).toMatchObject([{ matterId, deeds: [], acts: [{ id: 'ask' }] }])
  expect(JSON.stringify(asked.matters)).not.toMatch(/匿名信|谈话三人|县纪委/)
  const answer = { read: 0, act: 'ask', facts: { agrees: true, wish: '在单位大会说明' } }
  const url = `/api/me/matters/${matterId}/events`
  expect((await post(url, { ...answer, act: 'clear' }, cadre)).statusCode).toBe(422)
  expect((await post(url, { ...answer, read: 1 }, cadre)).statusCode).toBe(409)
  const answered = await post(url, answer, cadre)
  expect(answered.statusCode, answered.body).toBe(200)
  const [matter] = (answered.json() as OwnRecord).matters
  expect(matter).toMatchObject({ acts: [], deeds: [{ asPerson: true, byName: asked.person?.name }] })
  const seen = (await city.ask(`/api/matters/${matterId}`)) as { timeline: object[] }
  expect(seen.timeline.at(-1)).toMatchObject({ asPerson: true, byName: asked.person?.name })
})

it('does not show that there is a matter by an act that officers may do as well', async () => {
  const before = (await me()).matters.length
  const opening = { kind: 'tolerance', title: '失误', on: '2026-01-05', cadreId, reason: '主动启动' }
  expect((await post('/api/matters', opening, city.cookie)).statusCode).toBe(201)
  expect((await me()).matters).toHaveLength(before)
})

it('has nothing of a matter about somebody else', async () => {
  const matterId = await clearing('C000011')
  await post(
    `/api/matters/${matterId}/events`,
    { version: 1, on: '2026-01-20', act: { kind: 'acted', ...check } },
    city.cookie,
  )
  expect((await me()).matters.map((one) => one.matterId)).not.toContain(matterId)
  const answer = { read: 0, act: 'ask', facts: { agrees: true } }
  expect((await post(`/api/me/matters/${matterId}/events`, answer, cadre)).statusCode).toBe(404)
})

it('asks for a correction, which officers find among the matters, answer, and the cadre closes', async () => {
  const asked = await post('/api/me/corrections', { part: 'career', says: '2015年任副镇长的起始月份应为3月' }, cadre)
  expect(asked.statusCode, asked.body).toBe(200)
  const own = (asked.json() as OwnRecord).matters.find(({ kind }) => kind === 'record-correction')
  expect(own).toMatchObject({ asked: '2015年任副镇长的起始月份应为3月', deeds: [], acts: [] })
  const url = `/api/matters/${own?.matterId}`
  const found = (await city.ask(url)) as { version: number; next: object; handlers: { account: string }[] }
  expect(found).toMatchObject({
    next: { label: { zh: '答复本人' } },
    handlers: [{ account: 'officer' }, { account: 'colleague' }],
  })
  const facts = { outcome: 'mended', grounds: '核对任职文件' }
  const on = new Date().toISOString().slice(0, 10)
  const answered = await post(
    `${url}/events`,
    { version: 1, on, act: { kind: 'acted', act: 'answer', facts } },
    city.cookie,
  )
  expect(answered.statusCode, answered.body).toBe(200)
  const closed = await post(`/api/me/matters/${own?.matterId}/events`, { read: 1, act: 'settled', facts: {} }, cadre)
  expect((closed.json() as OwnRecord).matters.find(({ matterId }) => matterId === own?.matterId)?.standing).toBe(
    'closed',
  )
})
