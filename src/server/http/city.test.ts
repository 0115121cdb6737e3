import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Records } from '#records/index.ts'
import * as contract from '../contract/index.ts'
import { analysedCity } from './fixtures.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
let cookie = ''
const asOf = 20261122

beforeAll(async () => {
  const city = await analysedCity(60, asOf)
  records = city.records
  server = await createServer({ ...city, logger: false })
  const headers = { [contract.requestHeader.name]: contract.requestHeader.value }
  const [account] = server.demoAccounts
  const { cookies } = await server.inject({ method: 'POST', url: '/api/session', headers, payload: { ...account } })
  cookie = `zhiren-session=${encodeURIComponent(cookies[0]?.value ?? '')}`
})
afterAll(async () => {
  await server.close()
  await records.close()
})

async function ask(url: string) {
  const response = await server.inject({ url, headers: { cookie } })
  expect(response.statusCode, `${url} ${response.body}`).toBe(200)
  return response.json()
}

describe('a synthetic city', () => {
  it('opens every dossier as the contract says', async () => {
    const { rows } = contract.rosterPage.parse(await ask('/api/cadres?status=all&limit=500'))
    expect(rows.length).toBeGreaterThanOrEqual(60)
    for (const { cadreId } of rows) contract.dossier.parse(await ask(`/api/cadres/${cadreId}`))
  })

  it('opens every vacancy, whose counts agree with its lists', async () => {
    const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
    expect(vacancies.length).toBeGreaterThan(0)
    for (const { positionId, listed, compared } of vacancies) {
      const vacancy = contract.vacancy.parse(await ask(`/api/vacancies/${positionId}`))
      expect(vacancy.tiers.flatMap(({ members }) => members)).toHaveLength(listed)
      expect(Object.values(vacancy.counts).reduce((sum, count) => sum + count, vacancy.lower)).toBe(compared)
      for (const { rule, count } of vacancy.unmet.byRule) {
        const query = new URLSearchParams({ verdict: 'unmet', rule })
        expect(await ask(`/api/vacancies/${positionId}/candidates?${query}`)).toMatchObject({ total: count })
      }
    }
  })

  it('shows the same verdict of a pair in the list and on its own', async () => {
    const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
    const positionId = vacancies[0]?.positionId ?? ''
    const { rows } = contract.candidatePage.parse(await ask(`/api/vacancies/${positionId}/candidates?limit=20`))
    for (const { cadreId, verdict, blocking } of rows) {
      const pair = contract.pair.parse(await ask(`/api/vacancies/${positionId}/candidates/${cadreId}`))
      expect(pair.verdict).toBe(verdict)
      const unmet = pair.findings.filter((finding) => finding.verdict === 'unmet').map(({ rule }) => rule)
      expect(new Set(blocking)).toEqual(new Set(unmet))
    }
  })

  it('counts every duty of the rotation list in its wave', async () => {
    const page = contract.rotationPage.parse(await ask('/api/rotation?limit=500'))
    const inWave = page.wave.periods.reduce((sum, { total }) => sum + total, page.wave.later)
    expect(inWave).toBe(page.total)
  })
})
