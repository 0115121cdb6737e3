import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(160, 20261122)
})
afterAll(() => city.close())

const ask = (url: string, status?: number): Promise<unknown> => city.ask(url, status)

describe('teams', () => {
  it('are listed once each, with counts that agree, and open into parts that sum', async () => {
    const page = contract.teamsPage.parse(await ask('/api/teams?limit=500'))
    expect(page.rows).toHaveLength(page.total)
    expect(page.groups.reduce((sum, { count }) => sum + count, 0)).toBe(page.total)
    for (const { unitId, openFindings, filled } of page.rows.slice(0, 20)) {
      const team = contract.team.parse(await ask(`/api/teams/${unitId}`))
      expect([team.findings.length, team.members.length]).toEqual([openFindings, filled])
      if (!team.estimate.separable) continue
      expect(team.estimate.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(team.estimate.value, 6)
    }
  })

  it('are filtered by kind and level', async () => {
    const [group] = contract.teamsPage.parse(await ask('/api/teams')).groups
    const query = new URLSearchParams({ kind: group?.kind ?? '', level: group?.level ?? '' })
    expect(await ask(`/api/teams?${query}`)).toMatchObject({ total: group?.count })
    await ask('/api/teams?kind=cabinet', 400)
    await ask('/api/teams/nowhere', 404)
  })
})

describe('early signs', () => {
  it('are counted by kind, name nobody, and stand in the dossier of the person', async () => {
    const page = contract.signsPage.parse(await ask('/api/signs?limit=500'))
    const counted = page.counts.reduce((sum, { minor, moderate, serious }) => sum + minor + moderate + serious, 0)
    expect([counted, page.rows.length]).toEqual([page.total, page.total])
    expect(page.total).toBeGreaterThan(0)
    expect(page.falseAlarms.map(({ kind }) => kind)).toEqual(['rating', 'results'])
    const of = page.rows.find(({ cadreId }) => cadreId !== null)
    const own = contract.cadreSigns.parse(await ask(`/api/cadres/${of?.cadreId}/signs`))
    expect(own.rows).toContainEqual(of)
    await ask('/api/cadres/nobody/signs', 404)
  })
})
