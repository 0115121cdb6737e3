import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(160, 20261122)
})
afterAll(() => city.close())

const ask = (url: string, status?: number): Promise<unknown> => city.ask(url, status)

describe('surveys', () => {
  it('are listed newest first, counted by channel, and open into a report', async () => {
    const page = contract.surveysPage.parse(await ask('/api/surveys?limit=500'))
    expect(page.rows).toHaveLength(Math.min(500, page.total))
    const days = page.rows.map(({ to }) => to)
    expect(days).toEqual(days.toSorted().reverse())
    const [row] = page.rows
    const report = contract.surveyReport.parse(await ask(`/api/surveys/${encodeURIComponent(row?.surveyId ?? '')}`))
    expect(report).toMatchObject(row ?? {})
    for (const { bars, ballots } of report.scales)
      if (bars) expect(bars.reduce((sum, bar) => sum + bar, 0)).toBe(ballots)
    await ask('/api/surveys/nothing', 404)
  })

  it('are filtered by channel, year and name of a unit', async () => {
    const page = contract.surveysPage.parse(await ask('/api/surveys'))
    for (const { channel, count } of page.channels)
      expect(await ask(`/api/surveys?channel=${channel}`)).toMatchObject({ total: count })
    const [year] = page.years
    const ofYear = contract.surveysPage.parse(await ask(`/api/surveys?year=${year}&limit=500`))
    expect(ofYear.rows.every(({ to }) => to.startsWith(String(year)))).toBe(true)
    const name = page.rows.flatMap(({ units }) => units)[0]?.name ?? ''
    const ofUnit = contract.surveysPage.parse(await ask(`/api/surveys?${new URLSearchParams({ unit: name })}`))
    expect(ofUnit.total).toBeGreaterThan(0)
    await ask('/api/surveys?channel=rumour', 400)
  })

  it('are judged as a whole: reliability rises with raters, variances share out the whole', async () => {
    const quality = contract.ratingQuality.parse(await ask('/api/rating-quality'))
    const rising = quality.study.map(({ generalisability }) => generalisability)
    expect(rising).toEqual(rising.toSorted((a, b) => a - b))
    expect(quality.variances.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    const list = contract.disagreementList.parse(await ask('/api/rating-quality/disagreements'))
    expect(new Set(list.rows.map(({ cadreId }) => cadreId)).size).toBe(quality.disagreements?.count)
  })
})

describe('public recognition of a person', () => {
  it('has parts that sum, shows nothing of fewer than five answers, and is recorded', async () => {
    const roster = contract.rosterPage.parse(await ask('/api/cadres?rating=separable&limit=40'))
    for (const { cadreId } of roster.rows) {
      const found = contract.recognition.parse(await ask(`/api/cadres/${cadreId}/recognition`))
      for (const { figures, state } of [...found.channels, ...found.beside]) {
        expect(figures !== null).toBe(state === 'read')
        if (figures) expect(figures.answers).toBeGreaterThanOrEqual(5)
      }
      const { estimate } = found
      if (estimate?.separable)
        expect(estimate.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(estimate.value, 9)
    }
    const seen = await city.records.database
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'dossier.view')
      .execute()
    expect(seen.map(({ subject }) => subject)).toEqual(expect.arrayContaining([roster.rows[0]?.cadreId]))
    await ask('/api/cadres/nobody/recognition', 404)
  })
})
