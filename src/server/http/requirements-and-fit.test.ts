import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let seat: string
let address: string
let people: readonly string[]
beforeAll(async () => {
  city = await servedCity(60, 20261122)
  const { vacancies } = contract.vacancyList.parse(await city.ask('/api/vacancies'))
  seat = vacancies[0]?.positionId ?? ''
  address = `/api/vacancies/${seat}/requirements`
  const { rows } = contract.rosterPage.parse(await city.ask('/api/cadres?limit=30'))
  people = rows.map(({ cadreId }) => cadreId)
})
afterAll(() => city.close())

const page = async (url = address) => contract.seatRequirements.parse(await city.ask(url))
const elementsIn = ({ facets }: contract.SeatRequirementsShape) => facets.flatMap(({ elements }) => elements)
const planning = { facet: 'practice', element: '统筹谋划', level: 5, weight: 3 }
const spirit = { facet: 'party-spirit', element: '组织纪律观念', level: 3, weight: null }

async function edit(payload: object, status = 200): Promise<unknown> {
  const { name, value } = contract.requestHeader
  const headers = { [name]: value, cookie: city.cookie }
  const response = await city.server.inject({ method: 'POST', url: address, headers, payload })
  expect(response.statusCode, response.body).toBe(status)
  return response.json()
}

describe('what a seat asks for', () => {
  it('is shown for every seat by facet, party spirit without a number, the shares summing to one', async () => {
    const { database } = city.records
    const seats = await database.selectFrom('positions').select('position_id').limit(40).execute()
    for (const { position_id } of seats) {
      const asked = await page(`/api/vacancies/${position_id}/requirements`)
      expect(asked.facets.map(({ facet }) => facet)[0]).toBe('party-spirit')
      const shares = elementsIn(asked).map(({ facet, share }) => (facet === 'party-spirit' ? share : (share ?? -1)))
      if (shares.length > 0) expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9)
      for (const { facet, share } of elementsIn(asked)) expect(share === null).toBe(facet === 'party-spirit')
    }
  })

  it('is edited by an officer, with who and why on every element that changed; the list says it is older', async () => {
    const before = await page()
    expect(before.shortlist?.isOutdated).toBe(false)
    const reason = '新承担统筹职责'
    const saved = contract.seatRequirements.parse(
      await edit({ basedOn: before.version, reason, elements: [planning, spirit] }),
    )
    expect(saved.kind).toBe('recorded')
    expect(elementsIn(saved)).toMatchObject([
      { element: '组织纪律观念', share: null },
      { element: '统筹谋划', level: 5, share: 1, origin: { kind: 'recorded', by: '干部科 林晓舟', reason } },
    ])
    expect(saved.versions[0]).toMatchObject({ reason, by: '干部科 林晓舟' })
    expect(saved.shortlist?.isOutdated).toBe(true)
    expect(await page()).toEqual(saved)
  })

  it('goes back to an earlier version as a new one, and to the library when nothing is its own', async () => {
    const first = (await page()).versions.at(-1)
    await edit({ basedOn: (await page()).version, reason: '恢复', elements: first?.elements ?? [] })
    expect((await page()).versions[0]?.elements).toEqual(first?.elements)
    await edit({ basedOn: (await page()).version, reason: '沿用要求库', elements: [] })
    const asked = await page()
    expect(asked.kind).toBe('library')
    expect(new Set(elementsIn(asked).map(({ origin }) => origin.kind))).toEqual(new Set(['library']))
    expect(
      elementsIn(asked)
        .map(({ element }) => element)
        .sort(),
    ).toEqual(asked.library.map(({ element }) => element).sort())
  })

  it('is refused where somebody else was quicker', async () => {
    const { version } = await page()
    await edit({ basedOn: version, reason: '先改', elements: [planning] })
    expect(await edit({ basedOn: version, reason: '后改', elements: [spirit, planning] }, 409)).toMatchObject({
      code: 'requirements-changed',
      message: {
        zh: '打开本页以后，林晓舟已改过这个岗位的要求，这次改动没有写入。',
        en: 'Since the page was opened Lin Xiaozhou has changed what this seat asks for. Nothing was written.',
      },
    })
    expect((await page()).versions[0]?.reason).toBe('先改')
  })

  it.each([
    [{ elements: [{ ...planning, level: 0 }] }, 422, 'requirement-level-outside'],
    [{ elements: [planning, planning] }, 422, 'requirement-element-twice'],
    [{ reason: ' ' }, 422, 'requirement-reason-missing'],
    [{ elements: [{ ...planning, facet: '胆识' }] }, 422, 'requirement-facet-unknown'],
    [{ elements: [{ ...planning, weight: 0 }] }, 422, 'requirements-weightless'],
    [{ elements: [{ ...planning, element: '\u0000' }] }, 422, 'value-refused'],
    [{ elements: [{ ...planning, level: '四' }] }, 400, 'bad-request'],
    [{ elements: 'all' }, 400, 'bad-request'],
  ] as const)('%j is refused', async (wrong, status, code) => {
    const { version } = await page()
    expect(
      await edit({ basedOn: version, reason: '改', elements: [planning, spirit], ...wrong }, status),
    ).toMatchObject({
      code,
    })
    expect((await page()).version).toBe(version)
  })

  it('is not there for a seat that is not', async () => {
    expect(await city.ask('/api/vacancies/nowhere/requirements', 404)).toMatchObject({ code: 'no-such-seat' })
  })
})

it('seats like it come the likest first, with the parts of their likeness', async () => {
  const { seats } = contract.similarSeats.parse(await city.ask(`${address}/similar`))
  expect(seats.length).toBeGreaterThan(0)
  const values = seats.map(({ similarity }) => similarity)
  expect(values).toEqual(values.toSorted((a, b) => b - a))
  expect(seats.map(({ positionId }) => positionId)).not.toContain(seat)
  for (const { similarity, parts, elements } of seats) {
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(similarity, 9)
    expect(elements.length).toBeGreaterThan(0)
  }
})

const fitOf = async (cadreId: string, positionId = seat) =>
  contract.fitDetail.parse(await city.ask(`/api/vacancies/${positionId}/cadres/${cadreId}/fit`))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
/** The seat asks for nothing but these. */
const ask = async (elements: readonly contract.AskedElementShape[]) =>
  edit({ basedOn: (await page()).version, reason: '试', elements })

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
