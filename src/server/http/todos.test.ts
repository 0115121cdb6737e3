import { afterAll, beforeAll, expect, it } from 'vitest'
import { requestHeader, type TodoCount, type TodoPage, todoMonth, todoPage, todosAhead } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let matterId = ''
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  const opening = {
    kind: 'clearing',
    title: '反映问题不实的澄清',
    on: '2026-01-05',
    cadreId: 'C000010',
    reason: '查无实据',
  }
  matterId = (await post('/api/matters', opening)).json().matterId
  const acts = [
    { act: 'check', facts: { result: 'false', checked_by: '县纪委', grounds: '调取凭证' } },
    { act: 'ask', facts: { agrees: true }, onBehalf: true },
    { act: 'clear', facts: { way: 'meeting', audience: '本单位' } },
  ]
  for (const [at, act] of acts.entries())
    await post(`/api/matters/${matterId}/events`, { version: at + 1, on: '2026-02-02', act: { kind: 'acted', ...act } })
})
afterAll(() => city.close())

const headers = { [requestHeader.name]: requestHeader.value }

const post = (url: string, payload: object, cookie = city.cookie) =>
  city.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })

async function get<T>(url: string, cookie = city.cookie): Promise<T> {
  const response = await city.server.inject({ url, headers: { cookie } })
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}

it('lists what is overdue first, the deadline of a matter for its handler, and not for a colleague', async () => {
  const mine = todoPage.parse(await get('/api/todos?scope=mine'))
  expect(mine.rows).toMatchObject([
    {
      kind: 'matter',
      on: '2026-05-02',
      band: 'overdue',
      label: { zh: '回访本人：反映问题不实的澄清' },
      link: `/matters/${matterId}`,
      officers: [{ account: 'officer' }],
      isPrivate: true,
      isRaised: true,
    },
  ])
  const all = await get<TodoPage>('/api/todos?limit=500')
  const days = all.rows.map(({ days: left }) => left)
  expect(days).toEqual([...days].sort((a, b) => a - b))
  expect(all.kinds.map(({ kind }) => kind)).toContain('rotation')
  const colleague = await get<TodoPage>('/api/todos?limit=500', await city.signIn('colleague'))
  expect(colleague.rows.filter(({ kind }) => kind === 'matter')).toEqual([])
})

it("says what comes next of everybody where little is one's own, and only counts what is overdue", async () => {
  const ahead = todosAhead.parse(await get('/api/todos/ahead'))
  const all = await get<TodoPage>('/api/todos?limit=500')
  const next = all.rows.filter(({ band }) => band !== 'overdue').slice(0, 7)
  expect(ahead).toMatchObject({ scope: 'all', bands: all.bands })
  expect(ahead.rows.map(({ key }) => key)).toEqual(next.map(({ key }) => key))
})

it('raises to the head what nobody has seen, until it is seen; a day is seen, not the matter for ever', async () => {
  const head = await city.signIn('head')
  const asked = '/api/todos?kind=matter&raised=true'
  const [raised] = (await get<TodoPage>(asked, head)).rows
  const before = await get<TodoCount>('/api/todos/count')
  expect((await post('/api/todos/seen', { keys: [raised?.key] })).statusCode).toBe(204)
  const after = await get<TodoCount>('/api/todos/count')
  expect(after.overdue).toBe(before.overdue - 1)
  expect((await get<TodoPage>(asked, head)).rows).toEqual([])
  const [seen] = (await get<TodoPage>(`/api/todos?item=${raised?.key}`, head)).rows
  expect(seen).toMatchObject({ isSeen: false, isRaised: false, seen: [{ name: { zh: '林晓舟' } }] })
})

it('puts every item of a month on its day', async () => {
  const month = todoMonth.parse(await get('/api/todos/month?month=2026-05&scope=mine'))
  expect(month.days).toMatchObject([{ on: '2026-05-02', count: 1 }])
})

it('gives a calendar that names nobody and tells no title, with a purpose and a log entry', async () => {
  const order = { scope: 'all', format: 'ics' }
  expect((await post('/api/todos/calendar', order)).json()).toMatchObject({ code: 'purpose-missing' })
  const { body, headers: answered } = await post('/api/todos/calendar', { ...order, purpose: '放进日历' })
  expect(answered['content-type']).toBe('text/calendar; charset=utf-8')
  const file = body.replaceAll('\r\n ', '')
  expect(file).toContain('SUMMARY:有事项到期')
  expect(file).not.toMatch(/澄清|C000010|matters/)
  const { rows } = await get<TodoPage>('/api/todos?limit=500')
  for (const { key, person, unit } of rows) {
    expect(file).toContain(`UID:${key}@zhiren`)
    for (const name of [person?.name, unit?.name]) if (name) expect(file).not.toContain(name)
  }
  const log = await get<{ rows: object[] }>('/api/exports?kind=todo-calendar')
  expect(log.rows).toMatchObject([{ purpose: '放进日历', format: 'ics' }])
})
