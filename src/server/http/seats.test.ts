import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(160, 20261122)
})
afterAll(() => city.close())

const ask = (url: string, status?: number): Promise<unknown> => city.ask(url, status)
const boardOf = async (query = '') => contract.seatsBoard.parse(await ask(`/api/seats-board?limit=500${query}`))
const firstVacancy = async () => {
  const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
  return vacancies.find(({ listed }) => listed > 0)?.positionId ?? ''
}

describe('the board of seats', () => {
  it('counts by level what its lists hold, and every count opens its list', async () => {
    const { levels } = await boardOf()
    expect(levels.length).toBeGreaterThan(0)
    for (const { level, toFill, withoutList, overdue, dueWithinYear, overQuota, concurrent, opening } of levels) {
      const totals = await Promise.all(
        [
          '&list=to-fill',
          '&list=to-fill&withoutList=true',
          '&list=to-adjust&state=overdue',
          '&list=to-adjust&state=due-within-year',
          '&list=over-quota',
          '&list=concurrent',
          '&list=opening',
        ].map(async (list) => (await boardOf(`${list}&level=${level}`)).total),
      )
      expect(totals).toEqual([toFill, withoutList, overdue, dueWithinYear, overQuota, concurrent, opening])
    }
  })

  it('lists every vacancy with the size of its first tier', async () => {
    const { vacancies } = contract.vacancyList.parse(await ask('/api/vacancies'))
    const { shown, total } = await boardOf()
    expect(total).toBe(vacancies.length)
    if (shown.list !== 'to-fill') throw new Error('not the list asked for')
    for (const seat of shown.rows) {
      const { tiers } = contract.vacancy.parse(await ask(`/api/vacancies/${seat.positionId}`))
      const [first] = tiers
      expect(seat.firstTier).toBe(first ? first.members.length + first.unlisted : 0)
    }
  })

  it('says of a seat to adjust which limit is passed when, the first to fall due first', async () => {
    const { shown } = await boardOf('&list=to-adjust')
    if (shown.list !== 'to-adjust') throw new Error('not the list asked for')
    const first = shown.rows.map(({ dues }) => dues[0]?.dueOn ?? '')
    expect(first).toEqual(first.toSorted())
    expect(shown.rows.every(({ dues }) => dues.every(({ basis }) => basis.article !== ''))).toBe(true)
  })

  it('is narrowed to a unit with everything under it, and to a field of work', async () => {
    const all = await boardOf()
    const { units } = contract.rosterChoices.parse(await ask('/api/cadres/choices'))
    const roots = units.filter(({ parentId }) => parentId === null)
    const parts = await Promise.all(roots.map(async ({ unitId }) => (await boardOf(`&unit=${unitId}`)).total))
    expect(parts.reduce((sum, total) => sum + total)).toBe(all.total)
    expect((await boardOf('&unit=nowhere')).total).toBe(0)
    await ask('/api/seats-board?sector=astrology', 400)
  })
})

describe('why somebody is not on the list', () => {
  it('is the rules that exclude, the fit, or that he or she is on it', async () => {
    const positionId = await firstVacancy()
    const matrix = contract.matrix.parse(await ask(`/api/vacancies/${positionId}/rules?limit=500&move=any`))
    const { tiers } = contract.vacancy.parse(await ask(`/api/vacancies/${positionId}`))
    const listed = new Set(tiers.flatMap(({ members }) => members.map(({ cadreId }) => cadreId)))
    const causes = new Set<string>()
    for (const row of matrix.rows) {
      const url = `/api/vacancies/${positionId}/candidates/${row.cadreId}/absence`
      const found = contract.absence.parse(await ask(url))
      causes.add(found.cause)
      expect(found.cause === 'listed').toBe(listed.has(row.cadreId))
      if (found.cause === 'unmet')
        expect(found.blocking.map(({ rule }) => rule).sort()).toEqual([...row.blocking].sort())
      if (found.cause === 'fits-less') expect(found.firstTier?.size).toBeGreaterThan(0)
      expect(found.says.zh).toMatch(/。$/)
    }
    expect(causes.has('unmet')).toBe(true)
    await ask(`/api/vacancies/${positionId}/candidates/nobody/absence`, 404)
  })

  it('names the same first day as the look ahead', async () => {
    const positionId = await firstVacancy()
    const horizon = contract.horizon.parse(await ask(`/api/vacancies/${positionId}/horizon?limit=500`))
    const turn = horizon.turns.find(({ from }) => from === 'unmet')
    if (!turn) return
    const url = `/api/vacancies/${positionId}/candidates/${turn.person.cadreId}/absence`
    expect(await ask(url)).toMatchObject({ turnsOn: turn.on, turnsTo: turn.to })
  })
})

describe('a meeting', () => {
  it('has a card for each of the first tier, on one scale with the comparable group, and is written down once', async () => {
    const positionId = await firstVacancy()
    const { tiers } = contract.vacancy.parse(await ask(`/api/vacancies/${positionId}`))
    const meeting = contract.meeting.parse(await ask(`/api/vacancies/${positionId}/meeting`))
    expect(meeting.cards.map(({ cadreId }) => cadreId)).toEqual(tiers[0]?.members.map(({ cadreId }) => cadreId))
    const [seat] = meeting.seats
    expect(seat?.tier).toHaveLength(meeting.cards.length)
    expect(seat?.group === null || seat?.group.quantiles.length === 21).toBe(true)
    for (const { fit, cadreId } of meeting.cards) {
      expect(fit).toEqual(seat?.tier.find((one) => one.cadreId === cadreId)?.fit)
    }
    const seen = city.records.database.selectFrom('audit').select('subject').where('action', '=', 'meeting.view')
    expect(await seen.execute()).toEqual([{ subject: positionId }])
  })

  it('shows people beside seats that are not vacant too, and says that nobody is listed there', async () => {
    const positionId = await firstVacancy()
    const meeting = contract.meeting.parse(await ask(`/api/vacancies/${positionId}/meeting`))
    const { cadreId, post } = meeting.cards[0] ?? {}
    const { shown } = await boardOf('&list=to-adjust')
    const other = shown.rows.flatMap((row) => ('positionId' in row ? row.positionId : []))[0]
    const cards = contract.meeting.parse(
      await ask(`/api/meeting-cards?pair=${positionId}/${cadreId}&pair=${other}/${cadreId}`),
    )
    expect(cards.cards).toHaveLength(2)
    expect(cards.cards[0]?.post).toBe(post)
    expect(cards.seats.map(({ daysOpen, tier }) => [daysOpen === null, tier.length === 0])).toEqual([
      [false, false],
      [true, true],
    ])
    await ask(`/api/meeting-cards?pair=${positionId}/nobody`, 404)
    await ask(`/api/meeting-cards?pair=nowhere/${cadreId}`, 404)
  })
})
