import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(160, 20261122)
})
afterAll(() => city.close())

const units = async (query = '') => contract.unitsPage.parse(await city.ask(`/api/units?limit=500${query}`))
const seats = async (query = '') => contract.seatsPage.parse(await city.ask(`/api/seats?limit=500${query}`))
const unit = async (unitId: string) => contract.unitDetail.parse(await city.ask(`/api/units/${unitId}`))

describe('units', () => {
  it('are counted as their lists hold them', async () => {
    const { sums, toFill, total } = await units()
    expect(sums.units).toBe(total)
    const listed = await Promise.all(['', '&state=filled', '&state=vacant', '&state=to-fill'].map(seats))
    expect(listed.slice(0, 3).map((page) => page.total)).toEqual([sums.seats, sums.filled, sums.vacant])
    expect(listed[3]?.total).toBeLessThanOrEqual(toFill)
    expect((await units('&only=principal-vacant')).rows.every(({ own }) => own.principalVacant > 0)).toBe(true)
  })

  it('stand in the tree as in the table, and are narrowed alike', async () => {
    const tree = contract.unitTree.parse(await city.ask('/api/units/tree'))
    const { rows } = await units()
    expect(tree.nodes.map(({ unitId }) => unitId)).toEqual(rows.map(({ unitId }) => unitId))
    const found = contract.unitTree.parse(await city.ask('/api/units/tree?q=zzb'))
    expect(found.nodes.filter((node) => node.found).map(({ name }) => name)).toContainEqual(
      expect.stringMatching(/组织部$/),
    )
    expect((await units('&q=zzb')).total).toBe(found.found)
  })

  it('say the same of over quota and vacancies as the board of seats', async () => {
    const board = contract.seatsBoard.parse(await city.ask('/api/seats-board?list=over-quota&limit=500'))
    const quotas = contract.quotasPage.parse(await city.ask('/api/quotas?state=over&limit=500'))
    expect(quotas.total).toBe(board.total)
    const { vacancies } = contract.vacancyList.parse(await city.ask('/api/vacancies'))
    expect((await units()).toFill).toBe(vacancies.length)
  })

  it('open with their seats, and the opening is written down', async () => {
    const first = (await units('&only=vacant')).rows[0]
    if (!first) throw new Error('a city without an empty seat')
    const detail = await unit(first.unitId)
    expect(detail.own).toEqual(first.own)
    expect(detail.seats.filter(({ leading }) => leading)).toHaveLength(first.own.seats)
    expect(detail.people).toBe(
      contract.rosterPage.parse(await city.ask(`/api/cadres?unit=${first.unitId}&status=serving`)).total,
    )
    const seen = city.records.database.selectFrom('audit').select('subject').where('action', '=', 'unit.view')
    expect(await seen.execute()).toEqual([{ subject: first.unitId }])
    await city.ask('/api/units/nowhere', 404)
  })

  it('have a team as it is, with quotas before and after alike', async () => {
    const [row] = contract.teamsPage.parse(await city.ask('/api/teams')).rows
    const { teams } = contract.simulation.parse(await city.ask(`/api/units/${row?.unitId}/team`))
    expect(teams).toHaveLength(1)
    expect(teams[0]?.coming).toEqual([])
    expect(teams[0]?.quotas.every(({ before, after }) => before === after)).toBe(true)
  })

  it('remember a new name and when it was recorded', async () => {
    const { unitId, name } = (await units()).rows[1] ?? { unitId: '', name: '' }
    await city.records.commit({ actor: 'test', action: 'test.rename', subject: unitId }, (transaction) =>
      transaction
        .updateTable('units')
        .set({ name: `${name}（新）` })
        .where('unit_id', '=', unitId)
        .execute(),
    )
    const { history } = await unit(unitId)
    expect(history.find(({ what }) => what === 'renamed')).toMatchObject({
      on: null,
      was: { zh: name },
      is: { zh: `${name}（新）` },
    })
  })
})
