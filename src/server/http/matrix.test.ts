import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import * as contract from '../contract/index.ts'
import { analysedCity } from './fixtures.ts'
import { createServer, type Server } from './index.ts'

let records: Records
let server: Server
let cookie = ''
let seats: contract.VacancyList['vacancies'] = []
const asOf = 20261122
const header = { [contract.requestHeader.name]: contract.requestHeader.value }

beforeAll(async () => {
  const city = await analysedCity(120, asOf)
  records = city.records
  server = await createServer({ ...city, logger: false, demoPassword: 'demo-pass-1' })
  const payload = { account: 'head', password: 'demo-pass-1' }
  const { cookies } = await server.inject({ method: 'POST', url: '/api/session', headers: header, payload })
  cookie = `zhiren-session=${encodeURIComponent(cookies[0]?.value ?? '')}`
  seats = contract.vacancyList.parse((await ask('/api/vacancies')).body).vacancies
})
afterAll(async () => {
  await server.close()
  await records.close()
})

async function ask(url: string, payload?: object) {
  const change = payload === undefined ? {} : { method: 'POST' as const, payload }
  const response = await server.inject({ url, headers: { ...header, cookie }, ...change })
  return { status: response.statusCode, body: response.json() }
}

const matrix = async (positionId: string, query = 'limit=500') =>
  contract.matrix.parse((await ask(`/api/vacancies/${positionId}/rules?${query}`)).body)

describe('the matrix of a seat', () => {
  it('counts as the analysis did, and every column adds up to everybody compared', async () => {
    expect(seats.length).toBeGreaterThan(0)
    for (const { positionId, compared, counts, lower } of seats) {
      const found = await matrix(positionId)
      expect([found.compared, found.counts, found.lower]).toEqual([compared, counts, lower])
      const counted = Object.values(counts).reduce((sum, count) => sum + count)
      expect(counted + lower).toBe(compared)
      expect(found.total).toBe(counted)
      for (const column of found.columns) {
        expect(Object.values(column.counts).reduce((sum, count) => sum + count)).toBe(counted)
        expect(column.alone).toBeLessThanOrEqual(column.excludes)
      }
      expect(found.columns.reduce((sum, { alone }) => sum + alone, 0)).toBe(found.near)
    }
  })

  it('says of a person what the pair on its own says', async () => {
    const positionId = seats[0]?.positionId ?? ''
    const { columns, rows } = await matrix(positionId, 'limit=20')
    for (const { cadreId, verdict, verdicts, missing } of rows) {
      const pair = contract.pair.parse((await ask(`/api/vacancies/${positionId}/candidates/${cadreId}`)).body)
      const said = new Map(pair.findings.map((finding) => [finding.rule, finding.verdict]))
      expect(verdict).toBe(pair.verdict)
      expect(verdicts).toEqual(columns.map(({ rule }) => said.get(rule) ?? null))
      const gaps = pair.findings
        .filter((finding) => finding.verdict === 'unknown')
        .flatMap((finding) => finding.missing)
      expect(missing).toEqual([...new Set(gaps)].sort())
    }
  })

  it('narrows to a verdict, a rule, near misses, a missing fact, a name; and pages what is left', async () => {
    const positionId = seats[0]?.positionId ?? ''
    const whole = await matrix(positionId)
    const near = await matrix(positionId, 'only=near&limit=500')
    expect([near.total, near.counts]).toEqual([whole.near, whole.counts])
    expect(near.rows.every(({ blocking, verdict }) => blocking.length === 1 && verdict === 'unmet')).toBe(true)
    const [worst] = whole.columns.toSorted((a, b) => b.excludes - a.excludes)
    expect(await matrix(positionId, `rule=${worst?.rule}&code=unmet&limit=1`)).toMatchObject({ total: worst?.excludes })
    for (const { field, count } of whole.missing) {
      expect((await matrix(positionId, `missing=${field}&limit=1`)).total).toBe(count)
    }
    expect((await matrix(positionId, 'verdict=met&verdict=discretion')).total).toBe(
      (whole.counts.met ?? 0) + (whole.counts.discretion ?? 0),
    )
    const name = whole.rows[0]?.name ?? ''
    expect((await matrix(positionId, `q=${encodeURIComponent(name)}`)).rows.map((row) => row.name)).toContain(name)
    const pages = await Promise.all([0, 7, 14].map((offset) => matrix(positionId, `offset=${offset}&limit=7`)))
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows.slice(0, 21))
  })
})

describe('moves to a lower level', () => {
  it('stand apart from everybody else, and are listed when they are asked for', async () => {
    const positionId = seats.toSorted((a, b) => b.lower - a.lower)[0]?.positionId ?? ''
    const [usual, lower, any] = await Promise.all(
      ['', '&move=demotion', '&move=any'].map((query) => matrix(positionId, `limit=500${query}`)),
    )
    expect(lower?.lower).toBeGreaterThan(0)
    expect(lower?.rows.map(({ move }) => move)).toEqual(Array(lower?.lower).fill('demotion'))
    expect(usual?.rows.map(({ move }) => move)).not.toContain('demotion')
    expect(any?.total).toBe(any?.compared)
    expect(lower?.counts).toEqual(usual?.counts)
    const pairs = async (query: string) =>
      contract.candidatePage.parse((await ask(`/api/vacancies/${positionId}/candidates?${query}`)).body).total
    expect(await pairs('verdict=met&limit=1')).toBe(usual?.counts.met)
    expect(await pairs('move=demotion&limit=1')).toBe(lower?.lower)
    const { body } = await ask(`/api/vacancies/${positionId}/horizon?limit=500`)
    const horizon = contract.horizon.parse(body)
    expect(horizon.eligibleNow).toBe((usual?.counts.met ?? 0) + (usual?.counts.discretion ?? 0))
    const lowered = new Set(lower?.rows.map(({ cadreId }) => cadreId))
    expect(horizon.turns.filter(({ person }) => lowered.has(person.cadreId))).toEqual([])
  })
})

describe('what time changes', () => {
  it('is not waited for by a matrix, unless it is asked about', async () => {
    const positionId = seats.at(-1)?.positionId ?? ''
    expect(await matrix(positionId, 'limit=1')).toMatchObject({ turning: null, rows: [{ turnsOn: null }] })
    const { turning, total } = await matrix(positionId, 'only=turning&limit=1')
    expect(turning).toBe(total)
    expect((await matrix(positionId, 'limit=1')).turning).toBe(turning)
  })

  it('is listed by day, with what becomes possible apart, and stands beside the person', async () => {
    const positionId = seats[0]?.positionId ?? ''
    const { body } = await ask(`/api/vacancies/${positionId}/horizon?months=24&limit=500`)
    const horizon = contract.horizon.parse(body)
    expect(horizon.until).toBe('2028-11-22')
    expect(horizon.months.map(({ month }) => month).slice(0, 2)).toEqual(['2026-11', '2026-12'])
    expect(horizon.total).toBeGreaterThan(0)
    expect(horizon.turns.every(({ rules }) => rules.length > 0)).toBe(true)
    const gains = contract.horizon.parse((await ask(`/api/vacancies/${positionId}/horizon?only=gains&limit=500`)).body)
    expect(gains.total).toBe(gains.months.reduce((sum, month) => sum + month.gains, 0))
    const first = new Map(horizon.turns.toReversed().map((turn) => [turn.person.cadreId, turn]))
    const turning = (await matrix(positionId, 'only=turning&sort=turnsOn&limit=500')).rows
    expect(turning).toHaveLength(first.size)
    for (const { cadreId, verdict, turnsOn, turnsTo } of turning) {
      expect(first.get(cadreId)).toMatchObject({ on: turnsOn, from: verdict, to: turnsTo })
    }
  })
})

describe('a supposition', () => {
  it('tells before and after of a pair, and stores nothing but that it was asked', async () => {
    const positionId = seats[0]?.positionId ?? ''
    const { rows } = await matrix(positionId, 'rule=APPT-24-3&code=unknown&limit=1')
    const cadreId = rows[0]?.cadreId ?? ''
    const url = `/api/vacancies/${positionId}/cadres/${cadreId}/supposing`
    const before = await records.readSnapshot(asOf)
    const found = await ask(url, { evaluations: [{ year: 2025, result: 'competent' }] })
    const supposed = contract.supposed.parse(found.body)
    expect(supposed.changes).toContainEqual(expect.objectContaining({ rule: 'APPT-24-3', from: 'unknown', to: 'met' }))
    expect(supposed.before.findings.find(({ rule }) => rule === 'APPT-24-3')?.verdict).toBe('unknown')
    expect((await records.readSnapshot(asOf)).hash).toBe(before.hash)
    const nothing = contract.supposed.parse((await ask(url, {})).body)
    expect([nothing.changes, nothing.after]).toEqual([[], nothing.before])
  })

  it.each([
    [{ asOf: '2026-01-01' }, 422, 'day-before-the-record'],
    [{ asOf: '2027-01' }, 422, 'day-before-the-record'],
    [{ trainings: [{ from: '2026-01', hours: -1 }] }, 400, 'bad-request'],
  ])('%j is refused', async (payload, status, code) => {
    const positionId = seats[0]?.positionId ?? ''
    const cadreId = (await matrix(positionId, 'limit=1')).rows[0]?.cadreId
    expect(await ask(`/api/vacancies/${positionId}/cadres/${cadreId}/supposing`, payload)).toMatchObject({
      status,
      body: { code },
    })
  })
})

describe('another law', () => {
  const tenure = { rule: 'APPT-08-3-TENURE', name: 'chief_to_upper_deputy_years' }
  const whatIf = async (changes: object, more: object = {}) => {
    const { status, body } = await ask('/api/rules/what-if', { changes, ...more })
    expect(status, JSON.stringify(body)).toBe(200)
    return contract.whatIf.parse(body)
  }

  it('changes nothing where it says the same', async () => {
    expect(await whatIf({})).toMatchObject({ changed: 0, rules: [], transitions: [], bySeat: [], rows: [] })
  })

  it('names who is affected, by transition and by seat, and leaves the law as it is', async () => {
    const positions = seats.map(({ positionId }) => positionId)
    const before = await Promise.all(positions.map((positionId) => matrix(positionId)))
    const found = await whatIf({ parameters: [{ ...tenure, value: 6 }] }, { limit: 500 })
    expect(found.rules.map(({ rule }) => rule)).toEqual([tenure.rule])
    expect(found.losses).toBeGreaterThan(0)
    expect(found.gains).toBe(0)
    expect(found.transitions.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(found.changed)
    expect(found.bySeat.reduce((sum, { changed }) => sum + changed, 0)).toBe(found.changed)
    expect(found.rows.length).toBe(Math.min(500, found.total))
    for (const row of found.rows) expect(row.rules).toContainEqual({ rule: tenure.rule, from: 'met', to: 'unmet' })
    const narrowed = await whatIf(
      { parameters: [{ ...tenure, value: 6 }] },
      { positionId: found.bySeat[0]?.positionId, limit: 1 },
    )
    expect([narrowed.changed, narrowed.total]).toEqual([found.changed, found.bySeat[0]?.changed])
    expect(await Promise.all(positions.map((positionId) => matrix(positionId)))).toEqual(before)
  })

  it('reads a rule written on the page, and points at a mistake in it', async () => {
    const text = (fact: string) => `rules:
  - id: TRIAL-PARTY
    article: '1'
    title: { zh: 入党三年, en: Three years in the Party }
    status: VERIFIED
    severity: bar
    purpose: appointment
    requires:
      - that:
          elapsed: { since: ${fact}, years: 30 }
        met: { zh: 满, en: long enough }
        unmet: { zh: 不满, en: not long enough }
`
    const found = await whatIf({ rules: [text('cadre.party_joined_on')] })
    expect(found.rules).toMatchObject([{ rule: 'TRIAL-PARTY', isNew: true, basis: { article: '1' } }])
    expect(found.losses).toBeGreaterThan(0)
    expect(await ask('/api/rules/what-if', { changes: { rules: [text('cadre.joined')] } })).toMatchObject({
      status: 422,
      body: {
        code: 'rule-file',
        place: { file: 'rules[0]', line: 10, column: 29 },
        message: { zh: '没有“cadre.joined”这个数据项' },
      },
    })
  })

  it.each([
    ['a rule text that is too long', { rules: ['x'.repeat(100_001)] }, 400, 'bad-request'],
    ['a body that is too large', { rules: Array.from({ length: 10 }, () => '规'.repeat(60_000)) }, 413, 'too-large'],
    ['a text nested without end', { rules: ['['.repeat(50_000)] }, 422, undefined],
    ['a text that grows by its aliases', { rules: [`a: &a [x]\nb: &b [*a, *a]\nrules: [*b]`] }, 422, 'rule-file'],
    ['a rule that is not there', { parameters: [{ rule: 'NO', name: 'x', value: 1 }] }, 422, 'overlay'],
    ['a value of another kind', { parameters: [{ ...tenure, value: 'long' }] }, 422, 'overlay'],
  ])('%s is refused', async (_, changes, status, code) => {
    const found = await ask('/api/rules/what-if', { changes })
    expect([found.status, code ?? found.body.code]).toEqual([status, found.body.code])
  })
})

describe('what the head confirms', () => {
  it('counts from the next request on, as on a server that has just started', async () => {
    const positionId = seats[0]?.positionId ?? ''
    const before = (await matrix(positionId)).columns.find(({ binding, counts }) => !binding && counts.discretion > 0)
    await ask(`/api/rules/${before?.rule}/confirmation`, { document: '甲组发〔2026〕12号', on: '2026-11-20' })
    const after = await matrix(positionId)
    expect(after.columns.find(({ rule }) => rule === before?.rule)?.binding).toBe(true)
    const another = await createServer({ records, book: loadRuleBook(), logger: false, demoPassword: 'demo-pass-1' })
    const payload = { account: 'officer', password: 'demo-pass-1' }
    const { cookies } = await another.inject({ method: 'POST', url: '/api/session', headers: header, payload })
    const url = `/api/vacancies/${positionId}/rules?limit=500`
    expect((await another.inject({ url, cookies: { 'zhiren-session': cookies[0]?.value ?? '' } })).json()).toEqual(
      after,
    )
    await another.close()
  })
})
