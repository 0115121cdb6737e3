import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { once } from '#domain/once.ts'
import {
  requestHeader,
  type SlateChoices,
  type SlateList,
  type SlatePreviewShape,
  type SlateShape,
  type WhyNotAnswer,
} from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(200, 20261122)
}, 120_000)
afterAll(() => city.close())

async function post(url: string, payload?: object): Promise<{ status: number; body: unknown }> {
  const response = await city.server.inject({
    method: 'POST',
    url,
    headers: { cookie: city.cookie, [requestHeader.name]: requestHeader.value },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() }
}

/** The slate once its search is over. */
async function searched(name: string, request: object): Promise<SlateShape> {
  const { status, body } = await post('/api/slates', { name, request })
  expect(status, JSON.stringify(body)).toBe(201)
  const { slateId } = body as { slateId: string }
  for (;;) {
    const found = (await city.ask(`/api/slates/${slateId}`)) as SlateShape
    if (found.state !== 'searching') return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const choices = async (): Promise<SlateChoices> => (await city.ask('/api/slates/choices')) as SlateChoices

/** Searched once, under the local settings. */
const usual = once(async () => searched('年末调整', (await choices()).request))

describe('slates', () => {
  test('the analysis leaves one under the local settings', async () => {
    const { slates } = (await city.ask('/api/slates')) as SlateList
    expect(slates).toHaveLength(1)
    expect(slates[0]).toMatchObject({ state: 'found', madeBy: { zh: '系统', en: 'the system' }, broken: null })
  })

  test('is searched, checked step by step, and its goals sum to the objective', async () => {
    const { plans, state, isCurrent, changes, comparisons } = await usual()
    expect(state).toBe('found')
    expect(isCurrent).toBe(true)
    expect(changes).toBeNull()
    const [plan] = plans
    expect(plan?.moves.length).toBeGreaterThan(0)
    expect(plan?.check.faults).toEqual([])
    expect(plan?.check.rules).toBeGreaterThan(0)
    const sum = plan?.goals.reduce((all, { value }) => all + value, 0)
    expect(sum).toBeCloseTo(plan?.objective ?? Number.NaN, 6)
    expect(plan?.bound).toBeGreaterThanOrEqual((plan?.objective ?? 0) - 1e-9)
    expect(comparisons).toHaveLength(plans.length - 1)
  }, 60_000)

  test('locks are kept, and "why not" has an answer', async () => {
    const { request } = await choices()
    const before = await usual()
    const [move] = before.plans[0]?.moves ?? []
    if (!move) throw new Error('the city has a move')
    const pair = { cadreId: move.cadre.cadreId, positionId: move.to.positionId }
    const asked = { ...pair, plan: 0 }
    expect((await post(`/api/slates/${before.slateId}/why-not`, asked)).body).toMatchObject({ answer: 'chosen' })
    const without = await searched('不用此人', { ...request, locks: [{ kind: 'must-not', ...pair }] })
    expect(
      without.plans[0]?.moves.some(
        ({ cadre, to }) => cadre.cadreId === pair.cadreId && to.positionId === pair.positionId,
      ),
    ).toBe(false)
    const answer = (await post(`/api/slates/${without.slateId}/why-not`, asked)).body as WhyNotAnswer
    expect(answer.answer).toBe('locked')
    expect(without.locks[0]?.zh).toContain('不到')
  }, 120_000)

  test('wishes that cannot hold together are named in words', async () => {
    const { request, vacancies } = await choices()
    const first = vacancies.find(({ met }) => met > 0)
    const found = await searched('两条相反', {
      ...request,
      fill: { force: 'limit', price: 0 },
      locks: [{ kind: 'leave-empty', positionId: first?.positionId }],
    })
    expect(found.state).toBe('clash')
    const said = found.clash.map(({ zh }) => zh)
    expect(said).toContain(
      `“补上${first?.unitName}${first?.title}”与“${first?.unitName}${first?.title}不补”不能同时做到，去掉其中一条。`,
    )
  }, 60_000)

  test('a preview names who would come, follows a lock at once, and is audited without names', async () => {
    const { request, vacancies } = await choices()
    const previewed = async (locks: SlateChoices['request']['locks']) => {
      const { status, body } = await post('/api/slates/preview', { request: { ...request, locks } })
      expect(status, JSON.stringify(body)).toBe(200)
      return body as SlatePreviewShape
    }
    const first = await previewed([])
    expect(first.seats).toHaveLength(vacancies.length)
    const filled = first.seats.filter(({ person }) => person)
    expect(first.filled).toBe(filled.length)
    const [seen] = filled.filter(({ next }) => next?.person)
    if (!seen?.person || !seen.next?.person) throw new Error('the city has a vacancy with two people for it')
    const pair = { cadreId: seen.person.cadreId, positionId: seen.seat.positionId }
    const without = await previewed([{ kind: 'must-not', ...pair }])
    const now = without.seats.find(({ seat }) => seat.positionId === pair.positionId)
    expect(now?.person?.cadreId).toBe(seen.next.person.cadreId)
    expect(first.objective - without.objective).toBeCloseTo(seen.next.loss, 6)
    const fixed = await previewed([{ kind: 'must', ...pair }])
    expect(fixed.seats.find(({ isLocked }) => isLocked)?.person?.cadreId).toBe(pair.cadreId)
    expect(await previewed([])).toEqual(first)
    const audited = await city.records.database
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'slate.preview')
      .executeTakeFirst()
    expect(audited).toEqual({ subject: null, detail: { vacancies: vacancies.length } })
    const strange = await post('/api/slates/preview', { request: { ...request, vacancies: ['P-none'] } })
    expect(strange).toMatchObject({ status: 422, body: { code: 'slate-unknown-ids' } })
  }, 60_000)

  test('the goals of all teams of a large city can be sent', async () => {
    const { request } = await choices()
    const [floor] = request.structure.floors
    if (!floor) throw new Error('the city has a team')
    const floors = Array.from({ length: 10_000 }, () => floor)
    const large = { ...request, structure: { ...request.structure, floors } }
    expect((await post('/api/slates/preview', { request: large })).status).toBe(200)
  })

  test('unknown ids and an empty wish are refused', async () => {
    const { request } = await choices()
    const strange = await post('/api/slates', { name: '错', request: { ...request, vacancies: ['P-none'] } })
    expect(strange).toMatchObject({ status: 422, body: { code: 'slate-unknown-ids' } })
    const empty = await post('/api/slates', { name: '空', request: { ...request, vacancies: [] } })
    expect(empty.status).toBe(400)
    await city.ask('/api/slates/00000000-0000-7000-8000-000000000000', 404)
  })
})
