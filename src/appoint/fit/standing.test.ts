import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, choose, tiedWith } from './standing.ts'

const candidate = (cadreId: string, value: number, sd: number): Candidate => ({
  pair: { positionId: 'P', cadreId, verdict: 'met', blocking: [], missing: [], move: undefined },
  value,
  sd,
})

/** `count` people `step` apart, each known to within `sd`. */
const row = (count: number, step: number, sd: number): Candidate[] =>
  Array.from({ length: count }, (_, index) => candidate(`c${String(index).padStart(3, '0')}`, 0.9 - index * step, sd))

describe('ranks', () => {
  test('count those who are surely above; two close people share one', () => {
    const { listed } = choose([candidate('a', 0.9, 0.01), candidate('c', 0.6, 0.02), candidate('b', 0.89, 0.02)])
    expect(listed.map((one) => [one.pair.cadreId, one.rank, tiedWith(one, listed)])).toEqual([
      ['a', 1, ['b']],
      ['b', 1, ['a']],
      ['c', 3, []],
    ])
  })

  test('somebody of whom little is known is not below the best', () => {
    const { listed } = choose([candidate('known', 0.9, 0.01), candidate('hardly known', 0.6, 0.2)])
    expect(listed.map(({ rank }) => rank)).toEqual([1, 1])
  })
})

describe('a list', () => {
  test('ends after ten people who can all be told apart', () => {
    expect(choose(row(20, 0.02, 0.001))).toMatchObject({ listed: { length: 10 }, unlisted: 0 })
  })

  test('has everybody who cannot be told apart from the best, however many', () => {
    expect(choose(row(40, 0.001, 0.05))).toMatchObject({ listed: { length: 40 }, unlisted: 0 })
  })

  test('goes on by whole ranks until ten are listed', () => {
    const best = row(8, 0.0001, 0.01)
    const second = row(5, 0.0001, 0.01).map((one, index) => ({ ...candidate(`d${index}`, one.value - 0.1, 0.01) }))
    const third = row(5, 0.0001, 0.01).map((one, index) => ({ ...candidate(`e${index}`, one.value - 0.2, 0.01) }))
    const { listed } = choose([...third, ...second, ...best])
    expect(listed.map(({ rank }) => rank)).toEqual([...best.map(() => 1), ...second.map(() => 9)])
  })

  test('is cut at sixty among people of one rank, and says how many are left out', () => {
    const { listed, unlisted } = choose(row(100, 0.0001, 0.05))
    expect([listed.length, unlisted]).toEqual([60, 40])
    expect(listed.at(-1)?.pair.cadreId).toBe('c059')
  })

  test('orders equal figures by id', () => {
    const { listed } = choose(['b', 'c', 'a'].map((id) => candidate(id, 0.5, 0.1)))
    expect(listed.map((one) => one.pair.cadreId)).toEqual(['a', 'b', 'c'])
  })

  const anybody = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 })), { maxLength: 90 })
    .map((people) => people.map(([value, sd], index) => candidate(`c${index}`, value / 100, sd / 100)))

  test('ranks as counting everybody would, whoever is left off', () => {
    fc.assert(
      fc.property(anybody, (people) => {
        const { listed, unlisted } = choose(people)
        const above = (one: Candidate): number =>
          people.filter((other) => other.value - one.value > 1.6448536269514722 * Math.hypot(other.sd, one.sd)).length
        for (const one of listed) expect(one.rank).toBe(1 + above(one))
        const last = listed.at(-1)?.rank ?? 0
        expect(people.filter((one) => above(one) < last).length).toBe(listed.length + unlisted)
        expect(listed.length).toBeGreaterThanOrEqual(Math.min(10, people.length))
        if (unlisted > 0) expect(listed.length).toBe(60)
      }),
    )
  })
})
