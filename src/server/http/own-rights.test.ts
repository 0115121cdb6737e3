import { afterAll, beforeAll, expect, it } from 'vitest'
import { assignCareDuty, linkAccount } from '#records/index.ts'
import { type OwnComputed, type OwnRecord, ownComputed, ownRecord, requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let cadre = ''
let cadreId = ''
const today = new Date().toISOString().slice(0, 10)
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  cadre = await city.signIn('cadre')
  const measured = await city.records.database
    .selectFrom('run_estimate')
    .innerJoin('run_need', 'run_need.cadre_id', 'run_estimate.cadre_id')
    .select('run_estimate.cadre_id')
    .where('separable', '=', true)
    .where('measure', '=', 'rating')
    .where('n', '>=', 5)
    .orderBy('run_estimate.cadre_id')
    .executeTakeFirstOrThrow()
  cadreId = measured.cadre_id
  await linkAccount(city.records, { account: 'cadre', cadreId, reason: '人事登记' }, 'head')
})
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }
const post = (url: string, payload: object, cookie: string) =>
  city.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })
const get = (url: string, cookie = cadre) => city.server.inject({ url, headers: { cookie } })

async function computed(): Promise<OwnComputed> {
  const response = await get('/api/me/computed')
  expect(response.statusCode, response.body).toBe(200)
  return ownComputed.parse(response.json())
}

const requestOf = (own: OwnRecord, kind: string) => own.matters.find((one) => one.kind === kind)

it('says of every result what it is, from what, how sure and by which rule; parts sum to the number', async () => {
  const { items, answerDays } = await computed()
  expect(answerDays).toBe(15)
  expect(items.length).toBeGreaterThan(2)
  for (const item of items) {
    expect(item.says.zh, item.key).not.toBe('')
    expect(item.from.zh, item.key).not.toBe('')
    if (item.kind !== 'estimate') expect(item.rules.length, item.key).toBeGreaterThan(0)
  }
  const { rows } = await city.records.database
    .selectFrom('run_estimate')
    .selectAll()
    .where('cadre_id', '=', cadreId)
    .where('measure', 'not like', 'fit:%')
    .execute()
    .then((found) => ({ rows: found.filter(({ separable }) => separable) }))
  for (const { measure, value } of rows) {
    const item = items.find(({ key }) => key === `estimates/${measure}`)
    const sum = item?.parts.reduce((total, part) => total + part.value, 0)
    if (item && item.parts.length > 0) expect(sum).toBeCloseTo(value ?? Number.NaN, 6)
  }
})

it('shows no shortlist, fit, vacancy or other person, and nothing that rests on what others said', async () => {
  const body = (await get('/api/me/computed')).body
  expect(body).not.toMatch(/fit:|shortlist|vacanc|supervision\/|statements\/|ratings\//)
  expect(body.match(/C\d{6}/g) ?? []).toEqual([])
})

it('does not tell anybody that he or she is in the reserve', async () => {
  const needs = await city.records.database
    .selectFrom('run_need')
    .select('cadre_id')
    .where('need', 'in', ['principal-seat', 'narrow'])
    .execute()
  expect(needs.length).toBeGreaterThan(0)
  for (const { cadre_id } of needs.slice(0, 3)) {
    await linkAccount(city.records, { account: 'cadre', cadreId: cadre_id, reason: '人事登记' }, 'head')
    expect((await get('/api/me/computed')).body).not.toMatch(/后备|潜质|reserve/)
  }
  await linkAccount(city.records, { account: 'cadre', cadreId, reason: '人事登记' }, 'head')
})

it('shows an early sign only once its course has told the person, in the words of the notice', async () => {
  await assignCareDuty(city.records, { account: 'officer', onDuty: true, reason: '值守' }, 'head')
  const opening = { kind: 'care', title: '信访件', on: today, cadreId, reason: '三件匿名来信' }
  const { matterId } = (await post('/api/matters', opening, city.cookie)).json()
  const key = `matters/${matterId}`
  expect((await computed()).items.map((one) => one.key)).not.toContain(key)
  const question = await post('/api/me/requests', { kind: 'explanation', about: key, says: '为什么' }, cadre)
  expect([question.statusCode, question.json().code]).toEqual([422, 'own-nothing-such'])
})

it('takes an objection, which a named person answers with grounds; the cadre answers once more', async () => {
  const [result] = (await computed()).items
  const sent = { kind: 'objection', about: result?.key ?? '', says: '我那一年在外挂职，不应计入' }
  const asked = await post('/api/me/requests', sent, cadre)
  expect(asked.statusCode, asked.body).toBe(200)
  const own = requestOf(ownRecord.parse(asked.json()), 'objection')
  expect(own).toMatchObject({ asked: sent.says, about: result?.label, deeds: [], acts: [] })
  const url = `/api/matters/${own?.matterId}`
  expect(await city.ask(url)).toMatchObject({ kind: 'objection', next: { label: { zh: '答复本人' } } })
  const act = { kind: 'acted', act: 'answer', facts: { outcome: 'stands', grounds: '挂职期间的票没有计入' } }
  const answered = await post(`${url}/events`, { version: 1, on: today, act }, city.cookie)
  expect(answered.statusCode, answered.body).toBe(200)
  const read = requestOf(ownRecord.parse((await get('/api/me')).json()), 'objection')
  expect(read?.deeds).toMatchObject([{ label: { zh: '答复' }, asPerson: false }])
  expect(read?.deeds[0]?.byName).not.toBe('')
  expect(read?.acts.map(({ id }) => id)).toEqual(['ask-again', 'settled'])
  const mine = `/api/me/matters/${own?.matterId}/events`
  const again = await post(mine, { read: 1, act: 'ask-again', facts: { objection: '有两张票计入了' } }, cadre)
  expect(again.statusCode, again.body).toBe(200)
  await post(`${url}/events`, { version: 3, on: today, act }, city.cookie)
  const twice = await post(mine, { read: 3, act: 'ask-again', facts: { objection: '仍不同意' } }, cadre)
  expect([twice.statusCode, twice.json().code]).toEqual([422, 'own-request-twice'])
})

it('keeps an objection from officers who do not handle it, and from kin', async () => {
  const asked = await post('/api/me/requests', { kind: 'objection', about: 'all', says: '不愿被计算' }, cadre)
  expect(asked.statusCode, asked.body).toBe(200)
  const unknown = await post('/api/me/requests', { kind: 'objection', about: 'estimates/none', says: '由' }, cadre)
  expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'own-nothing-such'])
})

it('gives a copy of all that the page shows, as data, as a table and on paper, and writes down that it left', async () => {
  const copy = (format: string) => post('/api/me/record', { format }, cadre)
  const data = await copy('json')
  expect(Object.keys(data.json())).toEqual(['name', 'today', 'facts', 'computed', 'matters', 'visits'])
  expect((await copy('csv')).body).toContain('算出的结果')
  const paper = await copy('pdf')
  expect(paper.headers['content-type']).toBe('application/pdf')
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const logged = await city.records.database
    .selectFrom('audit')
    .select(['actor', 'detail'])
    .where('action', '=', 'own-record.copy')
    .execute()
  expect(logged).toHaveLength(3)
  expect(logged.every(({ actor }) => actor === 'cadre')).toBe(true)
})
