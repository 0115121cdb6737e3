import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(160, 20261122)
})
afterAll(() => city.close())

async function simulated(unitId: string, body: contract.SimulationRequest, status = 200): Promise<unknown> {
  const { name, value } = contract.requestHeader
  const headers = { cookie: city.cookie, [name]: value }
  const response = await city.server.inject({
    method: 'POST',
    url: `/api/teams/${unitId}/simulations`,
    headers,
    payload: body,
  })
  expect(response.statusCode, response.body).toBe(status)
  return response.json()
}

/** A vacancy in a team, with those shortlisted for it. */
async function vacantSeat() {
  const { vacancies } = contract.vacancyList.parse(await city.ask('/api/vacancies'))
  const { rows } = contract.teamsPage.parse(await city.ask('/api/teams?limit=500'))
  for (const { positionId } of vacancies) {
    const { seat, tiers } = contract.vacancy.parse(await city.ask(`/api/vacancies/${positionId}`))
    const people = tiers.flatMap(({ members }) => members.map(({ cadreId }) => cadreId))
    if (rows.some(({ unitId }) => unitId === seat.unitId) && people.length > 1) return { seat, people }
  }
  throw new Error('the city has no vacancy in a team')
}

describe('simulation of a team', () => {
  it('tells a team as it is', async () => {
    const { seat } = await vacantSeat()
    const answer = contract.simulation.parse(await simulated(seat.unitId, { changes: [] }))
    const [team] = answer.teams
    expect([team?.unitId, answer.teams.length, answer.comparison]).toEqual([seat.unitId, 1, null])
    expect(team?.seats.every(({ before, after }) => before === after)).toBe(true)
    expect(team?.goals.every(({ before, after }) => before.count === after.count)).toBe(true)
  })

  it('puts somebody into the vacant seat, tells what that leaves behind, and compares candidates', async () => {
    const { seat, people } = await vacantSeat()
    const [first = '', second = ''] = people
    const answer = contract.simulation.parse(
      await simulated(seat.unitId, {
        changes: [{ positionId: seat.positionId, cadreId: first }],
        compare: { positionId: seat.positionId, cadreIds: [first, second] },
      }),
    )
    const [team] = answer.teams
    expect(team?.coming).toEqual([first])
    expect(team?.empty.after).toBe((team?.empty.before ?? 0) - 1)
    expect(answer.moves.map(({ cadreId }) => cadreId)).toEqual([first])
    expect(answer.vacated.every(({ goesTo }) => goesTo === seat.positionId)).toBe(true)
    expect(answer.comparison?.columns.map(({ cadreId }) => cadreId)).toEqual([first, second])
    expect(answer.comparison?.columns[0]?.outcome.teams).toEqual(answer.teams)
    const named = new Set(answer.people.map(({ cadreId }) => cadreId))
    expect([first, second].every((id) => named.has(id))).toBe(true)
  })

  it('refuses in words what cannot be, and writes down who asked', async () => {
    const { seat, people } = await vacantSeat()
    const [first = ''] = people
    const twice = { positionId: seat.positionId, cadreId: first }
    expect(await simulated(seat.unitId, { changes: [twice, twice] }, 422)).toMatchObject({ code: 'named-twice' })
    expect(await simulated(seat.unitId, { changes: [{ ...twice, cadreId: 'nobody' }] }, 422)).toMatchObject({
      message: { zh: '比对日没有编号为 nobody 的干部。' },
    })
    await simulated('nowhere', { changes: [] }, 404)
    const six = { positionId: seat.positionId, cadreIds: ['1', '2', '3', '4', '5', '6'] }
    await simulated(seat.unitId, { changes: [], compare: six }, 400)
    const asked = city.records.database.selectFrom('audit').select('actor').distinct()
    const rows = await asked.where('action', '=', 'team.simulate').where('subject', '=', seat.unitId).execute()
    expect(rows).toHaveLength(1)
  })
})
