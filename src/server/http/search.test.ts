import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeList, requestHeader, type SearchAnswer, searchAnswer } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(60, 20261122)
})
afterAll(() => city.close())

const post = (url: string, payload: object, cookie = city.cookie) =>
  city.server.inject({
    method: 'POST',
    url,
    headers: { [requestHeader.name]: requestHeader.value, cookie },
    payload,
  })

async function find(q: string, cookie = city.cookie): Promise<SearchAnswer> {
  const response = await city.server.inject({ url: `/api/search?q=${encodeURIComponent(q)}`, headers: { cookie } })
  expect(response.statusCode, response.body).toBe(200)
  return searchAnswer.parse(response.json())
}

describe('search everywhere', () => {
  it('finds a person by initials, with pinyin and post', async () => {
    const { rows } = await sql<{ cadre_id: string; name: string; reading: string; title: string }>`
      select cadre_id, name, reading, title from roster where serving and title is not null limit 1`.execute(
      city.records.database,
    )
    const [person] = rows
    const [whole, ...others] = person?.reading.trim().split(' ') ?? []
    const { people } = await find(others.at(-1) ?? '')
    expect(people.first).toContainEqual(
      expect.objectContaining({ cadreId: person?.cadre_id, reading: whole, title: person?.title }),
    )
  })

  it('finds units, their seats with who sits there, and rules by article', async () => {
    const { rows } = await sql<{ name: string; title: string; holder: string }>`
      select units.name, positions.title, roster.name as holder
      from positions join units using (unit_id) join roster using (position_id) where serving limit 1`.execute(
      city.records.database,
    )
    const [seat] = rows
    expect((await find(seat?.name ?? '')).units.first[0]?.name).toBe(seat?.name)
    expect((await find(`${seat?.name}${seat?.title}`)).seats.first).toContainEqual(
      expect.objectContaining({ title: seat?.title, holder: expect.stringContaining(seat?.holder ?? '') }),
    )
    const { rules } = await find('APPT-08')
    expect(rules.total).toBeGreaterThan(0)
    expect(rules.first.every(({ ruleId }) => ruleId.startsWith('APPT-08'))).toBe(true)
  })

  it('tells nobody of a private matter but its handlers and the head, and cadres nothing at all', async () => {
    const matter = { kind: 'clearing', title: '不实反映澄清', on: '2026-01-05', cadreId: 'C000010', reason: '查无实据' }
    expect((await post('/api/matters', matter)).statusCode).toBe(201)
    expect((await find('不实反映')).matters.first).toMatchObject([{ title: '不实反映澄清' }])
    expect((await find('不实反映', await city.signIn('head'))).matters.total).toBe(1)
    expect((await find('不实反映', await city.signIn('colleague'))).matters.total).toBe(0)
    const cookie = await city.signIn('cadre')
    expect((await city.server.inject({ url: '/api/search?q=l', headers: { cookie } })).statusCode).toBe(403)
  })
})

describe('notices', () => {
  it('say what others did, until they are read', async () => {
    const notices = async (cookie = city.cookie) =>
      noticeList.parse((await city.server.inject({ url: '/api/notices', headers: { cookie } })).json())
    const before = await notices()
    expect(before.notices).toMatchObject([{ kind: 'analysed', by: null, isNew: true }])
    expect(before.unread).toBe(1)
    await post('/api/notices/read', { upTo: before.notices[0]?.at ?? '' })
    expect(await notices()).toMatchObject({ unread: 0, notices: [{ isNew: false }] })
    expect((await notices(await city.signIn('colleague'))).unread).toBe(1)
  })

  it('tell the new handler of a matter, and nobody else', async () => {
    const head = await city.signIn('head')
    const handed = {
      kind: 'clearing',
      title: '交办澄清',
      on: '2026-01-06',
      cadreId: 'C000012',
      reason: '查无实据',
      handlers: ['colleague'],
    }
    const opened = await post('/api/matters', handed, head)
    expect(opened.statusCode, opened.body).toBe(201)
    const colleague = await city.signIn('colleague')
    const list = async (cookie: string) =>
      noticeList.parse((await city.server.inject({ url: '/api/notices', headers: { cookie } })).json()).notices
    expect(await list(colleague)).toContainEqual(expect.objectContaining({ kind: 'matter-handed', title: '交办澄清' }))
    expect((await list(city.cookie)).filter(({ title }) => title === '交办澄清')).toEqual([])
  })
})
