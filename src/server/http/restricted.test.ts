import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notComputed } from '#domain/restriction.ts'
import type { Analysis } from '#domain/results.ts'
import { loadRuleBook } from '#policy/index.ts'
import { linkAccount, type Records } from '#records/index.ts'
import { currentEdition } from '#records/queries/index.ts'
import { stopwatch } from '../actions/analyse.ts'
import { analyseRecords } from '../actions/analyse-records.ts'
import {
  caseDetail,
  comparison,
  considerations,
  dossier,
  matrix,
  meeting,
  ownComputed,
  ownRecord,
  requestHeader,
  type SlateShape,
  simulation,
  slate,
  slateChoices,
  slatePreview,
  type Vacancy,
  vacancy,
  whyNot,
} from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

const asOf = 20261122
let city: ServedCity
let cadre = ''
let cadreId = ''
let positionId = ''
beforeAll(async () => {
  city = await servedCity(60, asOf)
  cadre = await city.signIn('cadre')
  const first = await city.records.database
    .selectFrom('run_shortlist')
    .innerJoin('run_estimate', 'run_estimate.cadre_id', 'run_shortlist.cadre_id')
    .select(['run_shortlist.cadre_id', 'run_shortlist.position_id'])
    .where('measure', '=', 'rating')
    .where('separable', '=', true)
    .where('rank', '=', 1)
    .orderBy('run_shortlist.position_id')
    .orderBy('run_shortlist.cadre_id')
    .executeTakeFirstOrThrow()
  cadreId = first.cadre_id
  positionId = first.position_id
  await linkAccount(city.records, { account: 'cadre', cadreId, reason: '人事登记' }, 'head')
})
afterAll(() => city.close())

const today = new Date().toISOString().slice(0, 10)
const headers = { [requestHeader.name]: requestHeader.value }
const post = (url: string, payload: object, cookie: string) =>
  city.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })
const own = async () => (await city.server.inject({ url: '/api/me', headers: { cookie: cadre } })).json()
const page = async (): Promise<Vacancy> => vacancy.parse(await city.ask(`/api/vacancies/${positionId}`))
const ranked = ({ tiers }: Vacancy) => tiers.flatMap(({ members }) => members.map((one) => one.cadreId))
/** What each analysis wrote, in their order: without the person, then with. */
const analyses: Analysis[] = []
const analysed = () => {
  const records: Records = {
    ...city.records,
    saveAnalysis(analysis, entry) {
      analyses.push(analysis)
      return city.records.saveAnalysis(analysis, entry)
    },
  }
  return analyseRecords(records, loadRuleBook(), { asOf, actor: 'test', clock: stopwatch() })
}

/** What stands of the person on the pages that show results. */
async function shown() {
  const dossier = JSON.stringify(await city.ask(`/api/cadres/${cadreId}`))
  const [found, edition] = [await page(), await currentEdition(city.records.database)]
  return {
    isRanked: ranked(found).includes(cadreId),
    beside: found.notComputed.members.map((one) => one.cadreId),
    saysWhy: dossier.includes(notComputed.zh),
    estimates: await city.records.database
      .selectFrom('run_estimate')
      .select('measure')
      .where('cadre_id', '=', cadreId)
      .where('separable', '=', true)
      .where('run_id', '=', edition?.runId ?? '')
      .execute(),
    signs: JSON.stringify(await city.ask(`/api/cadres/${cadreId}/signs`)),
  }
}

/** A slate once its search is over. */
async function searched(request: object): Promise<SlateShape> {
  const made = await post('/api/slates', { name: '试', request }, city.cookie)
  expect(made.statusCode, made.body).toBe(201)
  for (;;) {
    const found = slate.parse(await city.ask(`/api/slates/${made.json().slateId}`))
    if (found.state !== 'searching') return found
    await sleep(100)
  }
}

let matterId = ''
it('takes somebody out of what was worked out at once, and says so in its place', async () => {
  expect((await shown()).isRanked).toBe(true)
  const before = ranked(await page())
  const asked = await post('/api/me/requests', { kind: 'objection', about: 'all', says: '不愿由系统排序' }, cadre)
  expect(asked.statusCode, asked.body).toBe(200)
  matterId = ownRecord.parse(asked.json()).matters.find(({ kind }) => kind === 'objection')?.matterId ?? ''
  const facts = { outcome: 'not-relied-on', grounds: '复核后成立', restricts: ['estimates', 'order', 'signs'] }
  const act = { kind: 'acted', act: 'answer', facts }
  const answered = await post(`/api/matters/${matterId}/events`, { version: 1, on: today, act }, city.cookie)
  expect(answered.statusCode, answered.body).toBe(200)
  expect(await shown()).toMatchObject({ isRanked: false, beside: [cadreId], saysWhy: true, estimates: [] })
  const [member] = (await page()).notComputed.members
  expect(member?.fit).toMatchObject({ separable: false, cause: notComputed })
  expect(ranked(await page())).toEqual(before.filter((one) => one !== cadreId))
  const why = await city.ask(`/api/vacancies/${positionId}/candidates/${cadreId}/absence`)
  expect(why).toMatchObject({ cause: 'not-computed', fit: null })
})

it('is told to the person, with since when and how to lift it', async () => {
  const response = await city.server.inject({ url: '/api/me/computed', headers: { cookie: cadre } })
  const { restrictions, items } = ownComputed.parse(response.json())
  expect(restrictions.map(({ label, since, until }) => [label.zh, since, until])).toEqual([
    ['由测评和实绩得出的估计', today, null],
    ['适岗度、人选次序和方案搜索', today, null],
    ['苗头提示', today, null],
  ])
  expect(items.filter(({ kind, parts }) => kind === 'estimate' && parts.length > 0)).toEqual([])
})

describe('an officer picks the person by hand', () => {
  const notEstimated = { separable: false, cause: notComputed }

  it('into the comparison, the matrix, a meeting and a simulation, where the cause stands instead of a fit', async () => {
    const [other = ''] = ranked(await page())
    const both = `cadres=${cadreId}&cadres=${other}`
    const compared = comparison.parse(await city.ask(`/api/comparison?${both}&position=${positionId}`))
    expect(compared.people.map((one) => [one.cadreId, one.against?.verdict !== 'unmet'])).toEqual([
      [cadreId, true],
      [other, true],
    ])
    const own = compared.measures.flatMap(({ entries }) => entries.filter((one) => one.cadreId === cadreId))
    expect(own.filter(({ estimate }) => estimate.separable)).toEqual([])
    const { rows } = matrix.parse(await city.ask(`/api/vacancies/${positionId}/rules?q=${cadreId}`))
    expect(rows.map((one) => one.cadreId)).toEqual([cadreId])
    const considered = considerations.parse(await city.ask(`/api/vacancies/${positionId}/considerations?${both}`))
    expect(considered.candidates.map(({ person }) => person.cadreId).toSorted()).toEqual([cadreId, other].toSorted())
    const cards = meeting.parse(await city.ask(`/api/meeting-cards?pair=${positionId}/${cadreId}`)).cards
    expect(cards).toMatchObject([{ cadreId, fit: notEstimated, tiedWith: [] }])
    const detail = await city.ask(`/api/vacancies/${positionId}/cadres/${cadreId}/fit`)
    expect(detail).toMatchObject({ fit: notEstimated, facets: [] })
    const { seat } = await page()
    const tried = await post(
      `/api/teams/${seat.unitId}/simulations`,
      { changes: [{ positionId, cadreId }], compare: { positionId, cadreIds: [cadreId, other] } },
      city.cookie,
    )
    expect(simulation.parse(tried.json()).moves).toMatchObject([{ cadreId, fit: notEstimated }])
  })

  it('into a case, which asks eligibility of him or her as of anybody', async () => {
    const target = { kind: 'seat', positionId }
    const candidates = [cadreId]
    const made = { kind: 'promotion', title: '按程序办理', on: '2026-11-02', target, candidates }
    const opened = await post('/api/cases', made, city.cookie)
    expect(opened.statusCode, opened.body).toBe(201)
    const found = caseDetail.parse(await city.ask(`/api/cases/${opened.json().caseId}`))
    expect(found.candidates.map((one) => one.cadreId)).toEqual([cadreId])
    expect(JSON.stringify(found.gate)).not.toContain(notComputed.zh)
  })

  it('into a slate as a lock, which the preview shows, the search keeps and why not explains', async () => {
    const { request } = slateChoices.parse(await city.ask('/api/slates/choices'))
    const verdicts = ['met', 'discretion', 'unknown'] as const
    const locked = { ...request, verdicts, locks: [{ kind: 'must', cadreId, positionId }] }
    const previewed = await post('/api/slates/preview', { request: locked }, city.cookie)
    const { seats, unmet } = slatePreview.parse(previewed.json())
    expect(unmet).toEqual([])
    expect(seats.find(({ isLocked }) => isLocked)).toMatchObject({ person: { cadreId, fit: notEstimated } })

    const without = await searched({ ...locked, locks: [] })
    expect(without.plans.flatMap(({ moves }) => moves).filter((move) => move.cadre.cadreId === cadreId)).toEqual([])
    const why = await post(`/api/slates/${without.slateId}/why-not`, { plan: 0, cadreId, positionId }, city.cookie)
    expect(whyNot.parse(why.json())).toMatchObject({ answer: 'not-considered', loss: null, instead: null })
    expect(why.json().says.zh).toContain('异议成立，不作计算')
    expect(why.json().says.en).toContain('Not computed: an objection was upheld')

    const { state, clash, plans } = await searched(locked)
    expect([state, clash]).toEqual(['found', []])
    for (const { moves, check } of plans) {
      expect(check.faults).toEqual([])
      const move = moves.find((one) => one.cadre.cadreId === cadreId)
      expect(move).toMatchObject({ to: { positionId }, fit: notEstimated, fitFrom: null, lock: 0 })
      expect(move?.gains.filter(({ goal }) => goal === 'fit').map(({ value }) => value)).toEqual([0])
      expect(move?.reasons[0]?.zh).toBe('异议成立，不作计算：适岗度不计入总数。')
    }
  })
})

it('is said in the dossier, since when and by which matter', async () => {
  const { restrictions, measured } = dossier.parse(await city.ask(`/api/cadres/${cadreId}`))
  expect(restrictions.map(({ label, ...one }) => [label.zh, one])).toEqual(
    ['由测评和实绩得出的估计', '适岗度、人选次序和方案搜索', '苗头提示'].map((zh) => [
      zh,
      { since: today, until: null, matterId },
    ]),
  )
  expect(measured.filter(({ measure }) => measure.startsWith('restricted'))).toEqual([])
})

it('holds for the next analysis, where rules still say what they say', async () => {
  await analysed()
  expect(await shown()).toMatchObject({ isRanked: false, beside: [cadreId], saysWhy: true, estimates: [] })
  const rows = await city.records.database
    .selectFrom('run_eligibility')
    .select('verdict')
    .where('cadre_id', '=', cadreId)
    .where('position_id', '=', positionId)
    .execute()
  expect(rows.length).toBeGreaterThan(0)
})

it('ends when the cadre lifts it: the next analysis works it out again', async () => {
  const read = ownRecord.parse(await own()).matters.find((one) => one.matterId === matterId)
  expect(read?.acts.map(({ id }) => id)).toContain('lift')
  const url = `/api/me/matters/${matterId}/events`
  const lifted = await post(url, { read: read?.deeds.length, act: 'lift', facts: {} }, cadre)
  expect(lifted.statusCode, lifted.body).toBe(200)
  await analysed()
  const now = await shown()
  expect(now).toMatchObject({ isRanked: true, beside: [], saysWhy: false })
  expect(now.estimates.length).toBeGreaterThan(0)
})

it('moves nobody else but by the removal: everybody keeps order and verdict', () => {
  const [without, whole] = analyses
  if (!without || !whole) throw new Error('the two analyses before were kept')
  expect(without.snapshotHash).toBe(whole.snapshotHash)
  expect(without.shortlists.some((one) => one.cadreId === cadreId)).toBe(false)
  expect(whole.shortlists.some((one) => one.cadreId === cadreId)).toBe(true)
  expect(without.eligibility.filter((one) => one.cadreId === cadreId)).toEqual(
    whole.eligibility.filter((one) => one.cadreId === cadreId),
  )
  const fits = new Map(without.shortlists.map((one) => [`${one.positionId} ${one.cadreId}`, one]))
  const positions = new Set(whole.shortlists.filter((one) => one.cadreId === cadreId).map((one) => one.positionId))
  for (const one of whole.shortlists) {
    if (one.cadreId === cadreId) continue
    const now = fits.get(`${one.positionId} ${one.cadreId}`)
    expect(now?.fit).toEqual(one.fit)
    expect([one.rank, one.rank - 1]).toContain(now?.rank)
    if (!positions.has(one.positionId)) expect(now).toEqual(one)
  }
})
