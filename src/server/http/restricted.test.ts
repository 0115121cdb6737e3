import { afterAll, beforeAll, expect, it } from 'vitest'
import { notComputed } from '#domain/restriction.ts'
import type { Analysis } from '#domain/results.ts'
import { loadRuleBook } from '#policy/index.ts'
import { linkAccount, type Records } from '#records/index.ts'
import { currentEdition } from '#records/queries/index.ts'
import { stopwatch } from '../actions/analyse.ts'
import { analyseRecords } from '../actions/analyse-records.ts'
import { ownComputed, ownRecord, requestHeader, type Vacancy, vacancy } from '../contract/index.ts'
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
