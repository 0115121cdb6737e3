import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type PathAnswer,
  type PlacementList,
  type PlacementShape,
  type PlacementWhyNot,
  type PostingEffect,
  type PostingPage,
  requestHeader,
  type SeatOffer,
} from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(200, 20261122)
}, 120_000)
afterAll(() => city.close())

const read = async <Answer>(url: string): Promise<Answer> => (await city.ask(url)) as Answer

describe('postings', () => {
  test('are listed by person and need, and every count is the length of the list behind it', async () => {
    const all = await read<PostingPage>('/api/development/postings?limit=500')
    expect(all.total).toBe(all.rows.length)
    for (const { need, people, without } of all.counts) {
      const own = await read<PostingPage>(`/api/development/postings?need=${need}`)
      expect(own.total).toBe(people)
      expect(all.rows.filter((row) => row.need === need && row.proposals.length === 0)).toHaveLength(without)
    }
  })

  test('tell what the team that takes wins', async () => {
    const { rows } = await read<PostingPage>('/api/development/postings?limit=500')
    const row = rows.find(({ proposals }) => proposals.some(({ cause }) => cause === 'vacant'))
    const vacant = row?.proposals.find(({ cause }) => cause === 'vacant')
    const { teams } = await read<PostingEffect>(
      `/api/development/postings/effect?cadre=${row?.cadre.cadreId}&position=${vacant?.seat.positionId}`,
    )
    const taking = teams.find(({ side }) => side === 'takes')
    expect((taking?.after.members ?? 0) - (taking?.before.members ?? 0)).toBe(1)
  })
})

test('a path is found between a person and a seat found by words', async () => {
  const { seats } = await read<SeatOffer>('/api/development/seats?q=局长')
  expect(seats.length).toBeGreaterThan(0)
  const answer = await read<PathAnswer>(`/api/development/paths?cadre=C000100&position=${seats[0]?.positionId}`)
  expect(answer.goal.positionId).toBe(seats[0]?.positionId)
  expect(
    answer.paths.length > 0 || answer.barred.length > 0 || answer.tooLate !== null || answer.move === 'demotion',
  ).toBe(true)
})

test('a placement round is worked out beside the server, kept, proven, and says why not', async () => {
  const begun = await city.server.inject({
    method: 'POST',
    url: '/api/development/placements',
    headers: { cookie: city.cookie, [requestHeader.name]: requestHeader.value },
  })
  expect(begun.statusCode).toBe(201)
  const { placementId } = begun.json() as { placementId: string }
  let found = await read<PlacementShape>(`/api/development/placements/${placementId}`)
  while (found.state === 'working') {
    await new Promise((resolve) => setTimeout(resolve, 100))
    found = await read<PlacementShape>(`/api/development/placements/${placementId}`)
  }
  expect(found).toMatchObject({ state: 'found', isCurrent: true, result: { faults: [] } })
  expect(found.result?.gap).toBeLessThan(1e-3)
  const { rounds } = await read<PlacementList>('/api/development/placements')
  expect(rounds[0]).toMatchObject({ placementId, people: found.result?.people.length })
  const placed = found.result?.people.find((person) => person.placed !== null)
  if (placed?.placed) {
    const why = await read<PlacementWhyNot>(
      `/api/development/placements/${placementId}/why-not?cadre=${placed.cadre.cadreId}&position=${placed.placed.seat.positionId}`,
    )
    expect(why.answer).toBe('chosen')
  }
})
