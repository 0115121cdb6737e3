import { afterAll, beforeAll, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(240, 20261122)
})
afterAll(() => city.close())

const ask = (url: string, status?: number): Promise<unknown> => city.ask(url, status)

it('a conflict of the list stands in the dossier with its claims, and the reading is written down', async () => {
  const { rows, total, counts } = contract.conflictPage.parse(await ask('/api/conflicts'))
  expect(total).toBe(counts.all)
  expect(total).toBeGreaterThan(0)
  const row = rows.find(({ values }) => values.length > 1)
  const sheet = contract.evidenceSheet.parse(await ask(`/api/cadres/${row?.person.cadreId}/evidence`))
  const fact = sheet.facts.find(({ field }) => field === row?.field)
  expect(fact?.candidates.map(({ value }) => value)).toEqual(row?.values.map(({ label }) => label))
  expect(fact?.candidates.reduce((sum, { posterior }) => sum + posterior, 0)).toBeCloseTo(1, 6)
  expect(sheet.statements.length).toBeGreaterThan(1)
  const views = await city.records.database
    .selectFrom('audit')
    .select('subject')
    .where('action', '=', 'dossier.view')
    .execute()
  expect(views.map(({ subject }) => subject)).toContain(row?.person.cadreId)
})

it('conflicts are filtered', async () => {
  const { counts } = contract.conflictPage.parse(await ask('/api/conflicts'))
  const [field] = counts.fields
  expect(await ask(`/api/conflicts?field=${field?.field}`)).toMatchObject({ total: field?.count })
  expect(await ask('/api/conflicts?undecided=true')).toMatchObject({ total: counts.undecided })
  await ask('/api/conflicts?severity=none', 400)
})

it('the office sees who is little known, in pages', async () => {
  const all = contract.evidenceOverview.parse(await ask('/api/evidence?limit=500'))
  const { counts, total } = all.thinlyKnown
  expect(total).toBe(counts.none + counts.little + counts.oneSided)
  const second = contract.evidenceOverview.parse(await ask('/api/evidence?offset=1&limit=1'))
  expect(second.thinlyKnown.rows).toEqual(all.thinlyKnown.rows.slice(1, 2))
  expect(await ask('/api/evidence?breadth=none')).toMatchObject({ thinlyKnown: { total: counts.none } })
})

it('nobody is a person', async () => {
  await ask('/api/cadres/nobody/evidence', 404)
})
