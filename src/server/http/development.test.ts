import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Development, type NeedPage, requestHeader, type TrackPage } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(120, 20261122)
})
afterAll(() => city.close())

const needs = (query = '') => city.ask(`/api/development${query}`) as Promise<NeedPage>
const tracks = (query = '') => city.ask(`/api/development/tracks${query}`) as Promise<TrackPage>
const cadre = (id: string) => city.ask(`/api/cadres/${id}/development`) as Promise<Development>

async function record(id: string, event: object): Promise<{ status: number; body: Development & { code?: string } }> {
  const response = await city.server.inject({
    method: 'POST',
    url: `/api/cadres/${id}/track`,
    headers: { [requestHeader.name]: requestHeader.value, cookie: city.cookie },
    payload: { on: '2026-11-20', ...event },
  })
  return { status: response.statusCode, body: response.json() }
}

describe('the list of needs', () => {
  it('every count is the length of its list', async () => {
    const { counts, open, total, units } = await needs()
    expect(total).toBeGreaterThan(0)
    expect(total).toBe(counts.reduce((sum, { count }) => sum + count, 0))
    for (const { need, count } of counts) expect((await needs(`?need=${need}`)).total).toBe(count)
    expect((await needs('?told=open')).total).toBe(open)
    const [unit] = units
    expect((await needs(`?unit=${unit?.unitId}`)).total).toBe(unit?.count)
  })

  it('narrows to the reserve and to a level', async () => {
    const { rows } = await needs('?reserve=true')
    expect(rows.every(({ reserve }) => reserve === true)).toBe(true)
    const deputies = await needs('?level=section-deputy')
    expect(deputies.rows.every(({ postLevel }) => postLevel === 'section-deputy')).toBe(true)
  })

  it('a row says why, and the person shows the same need', async () => {
    const [row] = (await needs('?need=hardship')).rows
    expect(row?.finding.reasons.length).toBeGreaterThan(0)
    const shown = await cadre(row?.cadreId ?? '')
    expect(shown.needs).toContainEqual(expect.objectContaining({ need: 'hardship', finding: row?.finding }))
    expect(shown.routes.find(({ route }) => route === 'hardship')?.months).toBe(0)
    expect(shown.steps.flatMap(({ routes }) => routes)).not.toContain('hardship')
  })
})

describe('the track of a cadre', () => {
  it('is proposed, confirmed by a person, and the confirmation can be taken back', async () => {
    const before = await tracks()
    const [row] = before.rows
    const id = row?.cadreId ?? ''
    const act = { kind: 'confirmed', track: row?.proposed, reason: '部务会研究' }
    const { status, body } = await record(id, { version: 0, act })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.track).toMatchObject({ recorded: row?.proposed, isConfirmed: true, version: 1 })
    expect(body.track.events[0]).toMatchObject({ reason: '部务会研究', on: '2026-11-20', byName: '林晓舟' })
    expect((await tracks()).total).toBe(before.total - 1)
    expect((await record(id, { version: 0, act })).status).toBe(409)
    const undone = await record(id, { version: 1, act: { kind: 'undone', reason: '录错' } })
    expect(undone.body.track).toMatchObject({ recorded: row?.recorded, isConfirmed: false })
    expect((await tracks()).total).toBe(before.total)
  })

  it('refuses a day to come and somebody unknown', async () => {
    const act = { kind: 'confirmed', track: 'generalist', reason: '研究' }
    const [row] = (await tracks('?verdict=new')).rows
    expect((await record(row?.cadreId ?? '', { version: 0, on: '2126-01-01', act })).status).toBe(422)
    expect((await record('nobody', { version: 0, act })).status).toBe(404)
  })

  it('opening the development of a person is written down', async () => {
    const [row] = (await needs()).rows
    await cadre(row?.cadreId ?? '')
    const seen = await city.records.database.selectFrom('audit').select(['action', 'subject']).execute()
    expect(seen).toContainEqual({ action: 'development.view', subject: row?.cadreId })
  })
})
