import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let seats: contract.VacancyList['vacancies'] = []
beforeAll(async () => {
  city = await servedCity(150, 20261122)
  seats = contract.vacancyList.parse(await city.ask('/api/vacancies')).vacancies
})
afterAll(() => city.close())

const listed = () => seats.find((one) => one.listed > 1)?.positionId ?? ''

describe('the three-factor sheet', () => {
  const sheet = async (query = '') =>
    contract.considerations.parse(await city.ask(`/api/vacancies/${listed()}/considerations${query}`))

  it('shows the first tier, five at most, with a cell for each in every row', async () => {
    const found = await sheet()
    expect(found.candidates.length).toBeGreaterThan(0)
    expect(found.candidates.length).toBeLessThanOrEqual(5)
    for (const { cells } of found.rows) expect(cells).toHaveLength(found.candidates.length)
    for (const { strengths } of found.candidates) for (const { basis } of strengths) expect(basis.article).not.toBe('')
  })

  it('shows whom it is asked for, in that order, and writes down who was looked at', async () => {
    const [a, b] = (await sheet()).candidates.map(({ person }) => person.cadreId)
    const chosen = [b ?? a, a].filter((id) => id !== undefined)
    const found = await sheet(`?${[...new Set(chosen)].map((id) => `cadres=${id}`).join('&')}`)
    expect(found.candidates.map(({ person }) => person.cadreId)).toEqual([...new Set(chosen)])
  })

  it('knows no such person, no such vacancy', async () => {
    await city.ask(`/api/vacancies/${listed()}/considerations?cadres=nobody`, 404)
    await city.ask('/api/vacancies/nowhere/considerations', 404)
  })
})

describe('the right time', () => {
  it('ages: bands and unknown add up to everybody', async () => {
    const { pool, teams, total } = contract.agePage.parse(await city.ask('/api/timing/ages?limit=500'))
    expect(teams).toHaveLength(total)
    for (const { counts, unknown, total: all } of [...pool, ...teams]) {
      expect(counts.reduce((sum, count) => sum + count, 0) + unknown).toBe(all)
    }
  })

  it('readiness: the steps hold everybody, and those who are ready are those whom no rule excludes', async () => {
    const positionId = listed()
    const at = async (step: string) =>
      contract.readinessPage.parse(await city.ask(`/api/timing/vacancies/${positionId}?step=${step}&limit=500`))
    const now = await at('now')
    const vacancy = seats.find((one) => one.positionId === positionId)
    expect(now.counts.now).toBe((vacancy?.counts.met ?? 0) + (vacancy?.counts.discretion ?? 0))
    expect(now.rows).toHaveLength(now.counts.now ?? -1)
    for (const { readiness } of (await at('one')).rows) {
      expect(readiness.on).not.toBeNull()
      expect(readiness.blocking.length).toBeGreaterThan(0)
    }
    for (const { readiness } of (await at('never')).rows) expect(readiness.on).toBeNull()
  })

  it('young and ready: below the planning age, each list opened from its count', async () => {
    const whole = contract.youngPage.parse(await city.ask('/api/timing/young?limit=500'))
    expect(whole.rows.every(({ age, under }) => age < under)).toBe(true)
    for (const { level, now } of whole.levels) {
      const page = contract.youngPage.parse(await city.ask(`/api/timing/young?level=${level}&when=now&limit=500`))
      expect(page.total).toBe(now)
    }
  })

  it('limits: every month opens its list, and a team its own', async () => {
    const whole = contract.limitsPage.parse(await city.ask('/api/timing/limits?limit=500'))
    expect(whole.months.reduce((sum, { total }) => sum + total, 0)).toBe(whole.total)
    const busiest = whole.months.toSorted((a, b) => b.total - a.total)[0]
    const month = contract.limitsPage.parse(await city.ask(`/api/timing/limits?month=${busiest?.month}&limit=500`))
    expect(month.total).toBe(busiest?.total)
    const [team] = whole.teams
    const own = contract.limitsPage.parse(await city.ask(`/api/timing/limits?unit=${team?.unitId}&limit=500`))
    expect(new Set(own.rows.map(({ person }) => person.cadreId)).size).toBeLessThanOrEqual(team?.members ?? 0)
    await city.ask('/api/timing/limits?month=soon', 400)
  })
})
