import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExchangeChoices, ExchangePlanPage, ForecastPage, RotationPage, SlateShape } from '../contract/index.ts'
import { requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(300, 20261122)
}, 120_000)
afterAll(() => city.close())

const ask = <T>(url: string) => city.ask(url) as Promise<T>

async function send(payload: object): Promise<{ status: number; body: { code?: string; slateId?: string } }> {
  const headers = { [requestHeader.name]: requestHeader.value, cookie: city.cookie }
  const response = await city.server.inject({ method: 'POST', url: '/api/rotation/exchange', headers, payload })
  return { status: response.statusCode, body: response.json() }
}

/** The slate once its search is over. */
async function searched(slateId: string): Promise<SlateShape> {
  for (;;) {
    const found = await ask<SlateShape>(`/api/slates/${slateId}`)
    if (found.state !== 'searching') return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('the calendar of rotation', () => {
  test('every month, rule and unit counts what its list lists', async () => {
    const { months, rules, units } = await ask<RotationPage>('/api/rotation')
    expect(months.length).toBeGreaterThan(0)
    for (const { month, count } of months.slice(0, 4))
      expect((await ask<RotationPage>(`/api/rotation?period=${month}`)).total).toBe(count)
    for (const { rule, count } of rules)
      expect((await ask<RotationPage>(`/api/rotation?rule=${rule}`)).total).toBe(count)
    const unit = units[0]
    expect((await ask<RotationPage>(`/api/rotation?unit=${unit?.unitId}`)).total).toBeGreaterThanOrEqual(
      unit?.count ?? 1,
    )
    const fund = await ask<RotationPage>('/api/rotation?kind=fund&limit=500')
    const all = await ask<RotationPage>('/api/rotation?kind=fund&kind=power&kind=resource&limit=500')
    expect(fund.total).toBeGreaterThan(0)
    expect(all.total).toBeGreaterThan(fund.total)
  })

  test.each(['period=2027-13', 'period=soon', 'kind=money', 'level=king'])('refuses %s', async (query) => {
    await city.ask(`/api/rotation?${query}`, 400)
  })
})

describe('the wave ahead', () => {
  test('every count of the forecast is the length of its list', async () => {
    const all = await ask<ForecastPage>('/api/rotation/forecast?limit=1')
    const sum = (counts: ForecastPage['quarters'][number]['counts']): number =>
      Object.values(counts).reduce((total, count) => total + count, 0)
    expect(all.quarters.reduce((total, { counts }) => total + sum(counts), 0)).toBe(all.total)
    expect(all.units.reduce((total, { counts }) => total + sum(counts), 0)).toBe(all.total)
    expect(all.levels.reduce((total, { counts }) => total + sum(counts), 0)).toBe(all.total)
    for (const { quarter, counts } of all.quarters.slice(0, 3)) {
      const list = await ask<ForecastPage>(`/api/rotation/forecast?quarter=${quarter}&kind=retirement`)
      expect(list.total).toBe(counts.retirement)
    }
    for (const { unitId, counts } of all.units.slice(0, 3))
      expect((await ask<ForecastPage>(`/api/rotation/forecast?unit=${unitId}`)).total).toBe(sum(counts))
  })
})

test('the plan proposes a year for everybody due and keeps to the limit of each unit', async () => {
  const plan = await ask<ExchangePlanPage>('/api/rotation/plan?limit=500')
  expect(plan.years.reduce((total, { proposed }) => total + proposed, plan.unplaced)).toBe(plan.total)
  const [{ year }] = plan.years as [ExchangePlanPage['years'][number]]
  expect((await ask<ExchangePlanPage>(`/api/rotation/plan?year=${year}`)).total).toBe(plan.years[0]?.proposed)
  for (const own of Map.groupBy(plan.rows, (row) => `${row.unitId} ${row.year}`).values())
    if (own[0]?.year !== null) expect(own.length).toBeLessThanOrEqual(plan.settings.perUnitYear)
})

/** Two people who are overdue in different units of one kind of seat. */
async function twoDue(): Promise<string[]> {
  const { rows } = await ask<RotationPage>(
    '/api/rotation?state=overdue&rule=LOCAL-KEY-SEAT&level=section-deputy&limit=500',
  )
  const units = [...Map.groupBy(rows, ({ unitName }) => unitName).values()]
  return units.slice(0, 2).flatMap(([row]) => row?.cadreId ?? [])
}

describe('an exchange across units', () => {
  test('becomes a slate in which each of the chosen goes to another unit, and only the pool moves', async () => {
    const cadres = await twoDue()
    const choices = await ask<ExchangeChoices>(`/api/rotation/exchange?${cadres.map((id) => `cadre=${id}`).join('&')}`)
    expect(choices.chosen.map(({ cadreId }) => cadreId)).toEqual(cadres)
    const volunteers = choices.volunteers.map(({ cadreId }) => cadreId)
    expect(volunteers.filter((id) => cadres.includes(id))).toEqual([])
    const { status, body } = await send({ name: choices.name, cadres, volunteers, keepStructure: false })
    expect(status).toBe(201)
    const slate = await searched(body.slateId ?? '')
    expect(slate).toMatchObject({ state: 'found', clash: [], request: { exchanges: true } })
    expect(slate.locks.map(({ zh }) => zh)).toEqual(expect.arrayContaining([expect.stringContaining('交流到其他单位')]))
    for (const { moves, check } of slate.plans) {
      expect(check.faults).toEqual([])
      const pool = new Set([...cadres, ...volunteers])
      expect(moves.filter(({ cadre }) => !pool.has(cadre.cadreId))).toEqual([])
      for (const id of cadres) {
        const move = moves.find(({ cadre }) => cadre.cadreId === id)
        expect(move?.to.unitId).toBeDefined()
        expect(move?.to.unitId).not.toBe(move?.from?.unitId)
      }
    }
  }, 60_000)

  test.each([
    [{ name: '', cadres: ['C000001'], volunteers: [] }, 400, 'bad-request'],
    [{ name: '方案', cadres: [], volunteers: [] }, 400, 'bad-request'],
    [{ name: '方案', cadres: ['C9'], volunteers: [] }, 404, 'no-such-cadre'],
    [{ name: '方案', cadres: ['C000001'], volunteers: ['C9'] }, 404, 'no-such-cadre'],
  ])('refuses %o', async (payload, status, code) => {
    expect(await send(payload)).toMatchObject({ status, body: { code } })
  })
})
