import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(60, 20261122)
})
afterAll(() => city.close())

const ask = (url: string, status?: number): Promise<unknown> => city.ask(url, status)

describe('a synthetic city', () => {
  it('opens every dossier as the contract says', async () => {
    const { rows } = contract.rosterPage.parse(await ask('/api/cadres?status=all&limit=500'))
    expect(rows.length).toBeGreaterThanOrEqual(60)
    for (const { cadreId } of rows) contract.dossier.parse(await ask(`/api/cadres/${cadreId}`))
  })

  it('opens every vacancy, whose counts agree with its lists', async () => {
    const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
    expect(vacancies.length).toBeGreaterThan(0)
    for (const { positionId, listed, compared } of vacancies) {
      const vacancy = contract.vacancy.parse(await ask(`/api/vacancies/${positionId}`))
      expect(vacancy.tiers.flatMap(({ members }) => members)).toHaveLength(listed)
      expect(Object.values(vacancy.counts).reduce((sum, count) => sum + count, vacancy.lower)).toBe(compared)
      for (const { rule, count } of vacancy.unmet.byRule) {
        const query = new URLSearchParams({ verdict: 'unmet', rule })
        expect(await ask(`/api/vacancies/${positionId}/candidates?${query}`)).toMatchObject({ total: count })
      }
    }
  })

  it('shows the same verdict of a pair in the list and on its own', async () => {
    const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
    const positionId = vacancies[0]?.positionId ?? ''
    const { rows } = contract.candidatePage.parse(await ask(`/api/vacancies/${positionId}/candidates?limit=20`))
    for (const { cadreId, verdict, blocking } of rows) {
      const pair = contract.pair.parse(await ask(`/api/vacancies/${positionId}/candidates/${cadreId}`))
      expect(pair.verdict).toBe(verdict)
      const unmet = pair.findings.filter((finding) => finding.verdict === 'unmet').map(({ rule }) => rule)
      expect(new Set(blocking)).toEqual(new Set(unmet))
    }
  })

  it('counts every duty of the rotation list in its wave', async () => {
    const page = contract.rotationPage.parse(await ask('/api/rotation?limit=500'))
    const inWave = page.wave.periods.reduce((sum, { total }) => sum + total, page.wave.later)
    expect(inWave).toBe(page.total)
  })

  it('opens the sheet and the texts of everybody in service', async () => {
    const { rows } = contract.rosterPage.parse(await ask('/api/cadres?limit=500'))
    for (const { cadreId } of rows) {
      const { outputs } = contract.sheet.parse(await ask(`/api/cadres/${cadreId}/sheet`))
      expect(outputs.map(({ output }) => output)).toEqual(['direction', 'room', 'goal', 'strengths', 'seats', 'path'])
      for (const { output, lines } of outputs) if (output !== 'strengths') expect(lines).not.toEqual([])
      contract.character.parse(await ask(`/api/cadres/${cadreId}/character`))
      contract.achievement.parse(await ask(`/api/cadres/${cadreId}/achievement`))
      contract.recognition.nullable().parse(await ask(`/api/cadres/${cadreId}/recognition`))
      contract.evidenceSheet.parse(await ask(`/api/cadres/${cadreId}/evidence`))
      contract.cadreSigns.parse(await ask(`/api/cadres/${cadreId}/signs`))
    }
  })

  it('opens every team and every survey', async () => {
    const { rows: teams } = contract.teamsPage.parse(await ask('/api/teams?limit=200'))
    expect(teams.length).toBeGreaterThan(0)
    for (const { unitId } of teams) {
      contract.team.parse(await ask(`/api/teams/${unitId}`))
      contract.unitResults.parse(await ask(`/api/units/${unitId}/results`))
    }
    const { rows: surveys } = contract.surveysPage.parse(await ask('/api/surveys?limit=200'))
    expect(surveys.length).toBeGreaterThan(0)
    for (const { surveyId } of surveys) contract.surveyReport.parse(await ask(`/api/surveys/${surveyId}`))
    contract.ratingQuality.parse(await ask('/api/rating-quality'))
  })

  it('keeps a signed judgement beside the sheet', async () => {
    const { rows } = contract.rosterPage.parse(await ask('/api/cadres?limit=1'))
    const [first] = rows
    const url = `/api/cadres/${first?.cadreId}/judgements`
    const headers = { cookie: city.cookie, [contract.requestHeader.name]: contract.requestHeader.value }
    const post = (payload: object) => city.server.inject({ method: 'POST', url, headers, payload })
    const signed = await post({ output: 'goal', stance: 'differ', text: '应先到乡镇任正职。' })
    const goal = contract.sheet.parse(signed.json()).outputs.find(({ output }) => output === 'goal')
    expect(goal?.judgements).toMatchObject([{ stance: 'differ', text: '应先到乡镇任正职。', signedBy: '林晓舟' }])
    expect((await post({ output: 'goal', stance: 'differ', text: ' ' })).statusCode).toBe(400)
    expect((await post({ output: 'worth', stance: 'agree', text: '' })).statusCode).toBe(400)
  })

  it('compares two to five people, tiers without order inside', async () => {
    const { rows } = contract.rosterPage.parse(await ask('/api/cadres?limit=6'))
    const query = (count: number) =>
      rows
        .slice(0, count)
        .map(({ cadreId }) => `cadres=${cadreId}`)
        .join('&')
    const { people, measures } = contract.comparison.parse(await ask(`/api/comparison?${query(5)}`))
    expect(people.map(({ cadreId }) => cadreId)).toEqual(rows.slice(0, 5).map(({ cadreId }) => cadreId))
    for (const { entries, tiers } of measures) {
      const groups = new Set(entries.map(({ estimate }) => `${estimate.separable} ${estimate.group}`))
      if (tiers.length > 0) expect(tiers.flat().sort()).toEqual(entries.map(({ cadreId }) => cadreId).sort())
      else expect(entries.length < 2 || groups.size > 1 || [...groups][0]?.startsWith('false')).toBe(true)
    }
    for (const { certainty, tiers } of measures) {
      if (tiers.length > 1) expect(certainty).toBe('separable')
      if (tiers.length === 0) expect(certainty).toBeNull()
    }
    for (const wrong of [query(1), query(6), `${query(2)}&cadres=${rows[0]?.cadreId}`])
      expect(
        (await city.server.inject({ url: `/api/comparison?${wrong}`, headers: { cookie: city.cookie } })).statusCode,
      ).toBe(400)
    expect(
      (await city.server.inject({ url: `/api/comparison?${query(1)}&cadres=NOBODY`, headers: { cookie: city.cookie } }))
        .statusCode,
    ).toBe(404)
  })

  it('lays people beside a seat: fields, careers, and what its rules find of each', async () => {
    const { rows } = contract.rosterPage.parse(await ask('/api/cadres?limit=2'))
    const query = rows.map(({ cadreId }) => `cadres=${cadreId}`).join('&')
    const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
    const positionId = vacancies[0]?.positionId ?? ''
    const alone = contract.comparison.parse(await ask(`/api/comparison?${query}`))
    expect([alone.seat, ...alone.people.map(({ against }) => against)]).toEqual([null, null, null])
    const { seat, people } = contract.comparison.parse(await ask(`/api/comparison?${query}&position=${positionId}`))
    expect(seat?.positionId).toBe(positionId)
    for (const { cadreId, line, career, against } of people) {
      const whole = contract.dossier.parse(await ask(`/api/cadres/${cadreId}`))
      const pair = contract.pair.parse(await ask(`/api/vacancies/${positionId}/candidates/${cadreId}`))
      expect([line.age, line.yearsInPost]).toEqual([whole.facts.age, whole.summary.yearsInPost])
      expect(career).toEqual(whole.career)
      expect(against?.findings.map(({ rule }) => rule)).toEqual(pair.findings.map(({ rule }) => rule))
    }
    const nowhere = await city.server.inject({
      url: `/api/comparison?${query}&position=NOWHERE`,
      headers: { cookie: city.cookie },
    })
    expect(nowhere.statusCode).toBe(404)
  })

  it('takes the comparison out with a purpose, and writes down whom it is about', async () => {
    const { rows } = contract.rosterPage.parse(await ask('/api/cadres?limit=3'))
    const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
    const take = (more: object) =>
      city.server.inject({
        method: 'POST',
        url: '/api/comparison/file',
        headers: { cookie: city.cookie, [contract.requestHeader.name]: contract.requestHeader.value },
        payload: { cadres: rows.map(({ cadreId }) => cadreId), position: vacancies[0]?.positionId, ...more },
      })
    expect((await take({ format: 'xlsx' })).statusCode).toBe(422)
    expect((await take({ format: 'xlsx', purpose: '部务会研究' })).headers['content-type']).toContain('spreadsheetml')
    const printed = await take({ format: 'pdf', purpose: '部务会研究' })
    expect(printed.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const logged = contract.exportPage.parse(await ask('/api/exports'))
    expect(logged.rows.map(({ kind, format, people }) => [kind, format, people])).toEqual([
      ['comparison', 'pdf', 3],
      ['comparison', 'xlsx', 3],
    ])
  })
})
