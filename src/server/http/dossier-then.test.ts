import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let people: string[]
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  const { rows } = await sql<{ cadre_id: string }>`
    select cadre_id from roster where serving order by cadre_id`.execute(city.records.database)
  people = rows.map(({ cadre_id }) => cadre_id)
})
afterAll(() => city.close())

const then = async (cadreId: string, query = ''): Promise<contract.DossierThen> =>
  contract.dossierThen.parse(await city.ask(`/api/cadres/${cadreId}/then${query}`))
const history = async (cadreId: string, query = ''): Promise<contract.DossierHistory> =>
  contract.dossierHistory.parse(await city.ask(`/api/cadres/${cadreId}/history${query}`))

const correct = (cadreId: string, facts: { native_place: string }): Promise<unknown> =>
  city.records.commit({ actor: 'officer', action: 'correct' }, (tx) =>
    tx.updateTable('cadres').set(facts).where('cadre_id', '=', cadreId).execute(),
  )

const byRule = (a: contract.FindingShape, b: contract.FindingShape): number => (a.rule < b.rule ? -1 : 1)

describe('a dossier as it was known', () => {
  it('says of today what the dossier says', async () => {
    for (const cadreId of people.slice(0, 20)) {
      const now = contract.dossier.parse(await city.ask(`/api/cadres/${cadreId}`))
      expect((await then(cadreId)).dossier).toEqual(now)
    }
  })

  it('finds of a seat, from the rows of one person, what the whole records find', async () => {
    const { vacancies } = contract.vacancyList.parse(await city.ask('/api/vacancies'))
    for (const { positionId } of vacancies) {
      const { rows } = contract.candidatePage.parse(await city.ask(`/api/vacancies/${positionId}/candidates?limit=4`))
      for (const { cadreId } of rows) {
        const pair = contract.pair.parse(await city.ask(`/api/vacancies/${positionId}/candidates/${cadreId}`))
        const { seat, findings } = await then(cadreId, `?seat=${positionId}`)
        expect(seat?.positionId).toBe(positionId)
        expect(findings.toSorted(byRule)).toEqual(pair.findings.toSorted(byRule))
      }
    }
  })

  it('leaves out what came later, and brings it back', async () => {
    const [cadreId = ''] = people
    const was = (await then(cadreId)).dossier?.facts.nativePlace
    await correct(cadreId, { native_place: '云川后记' })
    const { arrivals, rows } = await history(cadreId)
    expect(rows[0]).toMatchObject({
      kind: 'changed',
      table: 'cadres',
      values: [{ field: { zh: '籍贯' }, became: { zh: '云川后记' } }],
    })
    expect(rows[0]?.by).not.toBeNull()
    const [first, second] = arrivals
    expect(arrivals).toHaveLength(2)
    const before = await then(cadreId, `?knownAt=${first?.until}`)
    expect(before.dossier?.facts.nativePlace).toBe(was)
    expect((await then(cadreId, `?knownAt=${second?.until}`)).dossier?.facts.nativePlace).toBe('云川后记')
    expect((await then(cadreId)).dossier?.facts.nativePlace).toBe('云川后记')
  })

  it('knew nobody before anything was recorded', async () => {
    const [cadreId = ''] = people
    expect(await then(cadreId, '?knownAt=2001-01-01')).toMatchObject({ dossier: null, estimatesOf: null, findings: [] })
  })

  it('shows no later post on an earlier day', async () => {
    for (const cadreId of people.slice(0, 10)) {
      const { dossier } = await then(cadreId, '?asOf=2015-01-01')
      for (const { from, to } of dossier?.career ?? []) {
        expect(from <= '2015-01-01').toBe(true)
        expect(to === null || to <= '2015-01-01').toBe(true)
      }
    }
  })

  it('refuses a moment that is none', async () => {
    // The last three found by `npm run bench -- endpoints`: no days, and yet in the form of one.
    for (const asked of ['knownAt=yesterday', 'knownAt=9999-99-99', 'knownAt=2026-02-30', 'asOf=2026-02-30'])
      await city.ask(`/api/cadres/${people[0]}/then?${asked}`, 400)
    await city.ask('/api/cadres/nobody/then', 404)
    await city.ask('/api/cadres/nobody/history', 404)
  })
})

describe('the history of a record', () => {
  it('counts by table and pages', async () => {
    const cadreId = people[1] ?? ''
    const all = await history(cadreId, '?limit=500')
    expect(all.tables.reduce((sum, { count }) => sum + count, 0)).toBe(all.total)
    expect(all.rows.map(({ kind }) => kind)).toEqual(all.rows.map(() => 'added'))
    const page = await history(cadreId, '?table=tenures&offset=1&limit=1')
    expect(page.rows).toHaveLength(1)
    expect(page.total).toBe(all.tables.find(({ table }) => table === 'tenures')?.count)
  })

  it('never shows a citizen id', async () => {
    for (const cadreId of people.slice(0, 5)) {
      const { rows } = await history(cadreId, '?table=cadres')
      const values = rows.flatMap((row) => row.values)
      const [shown] = values.filter(({ field }) => field.zh === '公民身份号码')
      expect(shown?.became?.zh ?? '（不显示）').toBe('（不显示）')
    }
  })
})

it('kin: the present seat first, others where a rule on recusal is not met', async () => {
  for (const cadreId of people.slice(0, 20)) {
    const { seats } = contract.dossierKin.parse(await city.ask(`/api/cadres/${cadreId}/kin`))
    expect(seats.slice(1).every(({ isHeld }) => !isHeld)).toBe(true)
    for (const { isHeld, findings } of seats) {
      expect(isHeld || findings.some(({ verdict }) => verdict !== 'met')).toBe(true)
    }
  }
})
