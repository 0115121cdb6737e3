import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let seat: string
let people: readonly string[]
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  const { vacancies } = contract.vacancyList.parse(await city.ask('/api/vacancies'))
  seat = vacancies[0]?.positionId ?? ''
  const { rows } = contract.rosterPage.parse(await city.ask('/api/cadres?limit=30'))
  people = rows.map(({ cadreId }) => cadreId)
})
afterAll(() => city.close())

const fitOf = async (cadreId: string, positionId = seat) =>
  contract.fitDetail.parse(await city.ask(`/api/vacancies/${positionId}/cadres/${cadreId}/fit`))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

async function ask(elements: readonly contract.AskedElementShape[]): Promise<void> {
  const address = `/api/vacancies/${seat}/requirements`
  const { version } = contract.seatRequirements.parse(await city.ask(address))
  const { name, value } = contract.requestHeader
  const headers = { [name]: value, cookie: city.cookie }
  const payload = { basedOn: version, reason: '试', elements }
  const response = await city.server.inject({ method: 'POST', url: address, headers, payload })
  expect(response.statusCode, response.body).toBe(200)
}

describe('the fit of somebody for a seat', () => {
  it('is the sum of its facets, and each facet of its elements, for anybody', async () => {
    for (const cadreId of people) {
      const { fit: whole, facets } = await fitOf(cadreId)
      if (!whole?.separable) expect.unreachable()
      expect(sum(facets.map(({ share }) => share))).toBeCloseTo(whole.value, 9)
      for (const { share, elements } of facets) expect(sum(elements.map((one) => one.share))).toBeCloseTo(share, 9)
      expect(facets.map(({ facet }) => facet)).not.toContain('party-spirit')
    }
  })

  it('is there for a seat that is held as well', async () => {
    const { database } = city.records
    const vacant = database.selectFrom('vacancies').select('position_id')
    const held = await database
      .selectFrom('positions')
      .select('position_id')
      .where('position_id', 'not in', vacant)
      .executeTakeFirstOrThrow()
    expect((await fitOf(people[0] ?? '', held.position_id)).shortlist).toBeNull()
  })

  it('is recorded in the audit as a view of the pair', async () => {
    await fitOf(people[0] ?? '')
    const entry = await city.records.database.selectFrom('audit').selectAll().orderBy('id', 'desc').executeTakeFirst()
    expect(entry).toMatchObject({ actor: 'officer', action: 'pair.view', subject: `${seat}/${people[0]}` })
  })

  it('follows an edit of the requirements at once', async () => {
    const cadreId = people[0] ?? ''
    const only = { facet: 'practice', element: '统筹谋划', weight: null } as const
    await ask([{ ...only, level: 1 }])
    const easy = await fitOf(cadreId)
    await ask([{ ...only, level: 5 }])
    const hard = await fitOf(cadreId)
    if (!easy.fit?.separable || !hard.fit?.separable) expect.unreachable()
    expect(hard.fit.value).toBeLessThan(easy.fit.value)
    expect(hard.shortlist?.isOutdated).toBe(true)
  })

  it('of an element that nobody was assessed on has an assessment to make, and its level has parts that sum to it', async () => {
    await ask([{ facet: 'style', element: '从未测评的一项', level: 5, weight: 1 }])
    const [element] = (await fitOf(people[0] ?? '')).facets.flatMap(({ elements }) => elements)
    expect(element?.evidence.filter(({ kind }) => kind === 'assessment')).toEqual([])
    expect(sum(element?.known.parts.map(({ value }) => value) ?? [])).toBeCloseTo(element?.known.mean ?? 0, 9)
    expect(element?.closing.map(({ kind }) => kind)).toContain('assess')
  })

  it('is not there for somebody or a seat that is not', async () => {
    expect(await city.ask(`/api/vacancies/${seat}/cadres/nobody/fit`, 404)).toMatchObject({ code: 'no-such-cadre' })
    expect(await city.ask(`/api/vacancies/nowhere/cadres/${people[0]}/fit`, 404)).toMatchObject({
      code: 'no-such-seat',
    })
  })
})
