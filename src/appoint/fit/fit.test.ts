import { describe, expect, test } from 'vitest'
import { seededNormal } from '#statistics/index.ts'
import { type Person, personOf } from './ability.ts'
import type { AbilityModel } from './ability-model.ts'
import { type Asked, differenceOf, estimateOf, type Level, momentsOf, ratedOf } from './fit.ts'

const model: AbilityModel = {
  meanOf: () => 3.2,
  foreseen: () => ({ person: 0, facet: () => 0, personVariance: 0.35, facetVariance: 0.05, measures: [] }),
  elementVariance: 0.2,
  errorVariance: 0.25,
}
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const ask = (element: string, level: number, facet: 'style' | 'practice' = 'practice'): Asked => ({
  key: `${facet}/${element}`,
  facet,
  element,
  place: facet === 'style' ? 2 : 3,
  level,
  weight: 1 / 7,
  usual: 3.2,
  isCounted: false,
  counted: undefined,
})
const assessed = (count: number, level: number): Person =>
  personOf(
    model,
    0,
    names.slice(0, count).map((element) => {
      const key = `practice/${element}`
      return { cadre: 0, element: key, facet: 'practice', level, on: 20251122, age: 1, evidence: '' }
    }),
    () => 3.2,
    () => 0,
  )
const levelsOf =
  (person: Person) =>
  ({ key, usual, place }: Asked): Level => {
    const { gain, deviation } = person.elements.get(key) ?? { gain: 0, deviation: 0 }
    const mean = usual + (1 - gain) * (person.mean[place] ?? 0) + gain * deviation
    return { mean, own: (1 - gain) * model.elementVariance, loading: 1 - gain }
  }

/** Levels drawn from the posterior; facets 2 and 3 by the square root of their covariance. */
function drawsOf(person: Person, seats: readonly (readonly Asked[])[]): number[][] {
  const normal = seededNormal(20261122)
  const at = (row: number, column: number): number => person.covariance[row * 5 + column] ?? 0
  const root = Math.sqrt(at(2, 2))
  const slope = at(3, 2) / root
  const rest = Math.sqrt(at(3, 3) - slope * slope)
  const level = levelsOf(person)
  return Array.from({ length: 4000 }, () => {
    const z = normal()
    const shared = new Map([
      [2, root * z],
      [3, slope * z + rest * normal()],
    ])
    const own = new Map<string, number>()
    const drawn = (one: Asked): number => {
      const { mean, own: variance, loading } = level(one)
      const noise = own.get(one.key) ?? normal() * Math.sqrt(variance)
      own.set(one.key, noise)
      return mean + loading * (shared.get(one.place) ?? 0) + noise
    }
    return seats.map((asked) => asked.reduce((sum, one) => sum + one.weight * (1 - 0.2 ** (drawn(one) / one.level)), 0))
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

describe('the interval of a fit', () => {
  const cases = [1, 2, 3, 4, 5].flatMap((asked) =>
    [2, 3, 4, 5].flatMap((attained) => [0, 3, 7].map((count) => ({ asked, attained, count }))),
  )

  test.each(cases)('asked $asked, attained $attained on $count of 7: holds 90 % of what may be true', (one) => {
    const person = assessed(one.count, one.attained)
    const asked = names.map((element) => ask(element, one.asked))
    const moments = momentsOf(asked, levelsOf(person), person.covariance)
    expect(ratedOf(asked, levelsOf(person), person.covariance)).toEqual({ value: moments.value, sd: moments.sd })
    const { value, lower, upper } = estimateOf('P1', asked, moments, one.count)
    const draws = drawsOf(person, [asked]).map(([draw = 0]) => draw)
    expect(lower).toBeLessThanOrEqual(value)
    expect(upper).toBeGreaterThanOrEqual(value)
    expect(Math.abs(value - mean(draws))).toBeLessThan(0.01)
    // 4,000 draws: a true 90 % shows as 88.5 % or less once in a thousand.
    expect(draws.filter((draw) => draw >= lower && draw <= upper).length / draws.length).toBeGreaterThan(0.885)
  })

  test('exactly what is asked is four fifths', () => {
    const asked = names.map((element) => ask(element, 4))
    const sure = () => ({ mean: 4, own: 0, loading: 0 })
    expect(momentsOf(asked, sure, new Float64Array(25)).value).toBeCloseTo(0.8, 12)
  })
})

describe('one person for two seats', () => {
  const person = assessed(4, 4)
  const one = names.map((element) => ask(element, 4))
  const other = [
    ...names.slice(0, 4).map((element) => ask(element, 3)),
    ...names.slice(4).map((element) => ask(element, 4, 'style')),
  ]
  const fits = [one, other].map((asked) => momentsOf(asked, levelsOf(person), person.covariance))

  test('the difference is as sure as draws of both say, and surer than if they were apart', () => {
    const [a, b] = fits
    if (!a || !b) throw new Error('two fits')
    const draws = drawsOf(person, [one, other]).map(([x = 0, y = 0]) => x - y)
    const { mean: difference, sd } = differenceOf(a, b, person.covariance)
    expect(difference).toBeCloseTo(mean(draws), 2)
    const spread = Math.sqrt(mean(draws.map((draw) => (draw - mean(draws)) ** 2)))
    expect(sd / spread).toBeGreaterThan(0.93)
    expect(sd / spread).toBeLessThan(1.1)
    expect(sd).toBeLessThan(Math.hypot(a.sd, b.sd))
  })

  test('two seats that ask the same do not differ at all', () => {
    const [a] = fits
    if (!a) throw new Error('a fit')
    expect(differenceOf(a, a, person.covariance)).toEqual({ mean: 0, sd: 0 })
  })
})

describe('what assessments say', () => {
  const spreadAt = (person: Person, key: string): number => {
    const { own, loading } = levelsOf(person)({ ...ask('a', 4), key })
    return own + loading * loading * (person.covariance[18] ?? 0)
  }

  test('each one more leaves less open, and an element never assessed stays the most open', () => {
    const spreads = [0, 1, 3, 7].map((count) => spreadAt(assessed(count, 4), 'practice/other'))
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a))
    expect(spreadAt(assessed(3, 4), 'practice/a')).toBeLessThan(spreadAt(assessed(3, 4), 'practice/g'))
  })

  test('is what conditioning the whole normal at once gives', () => {
    // One assessment of level 4: gain of the shared part (.35 + .05) ÷ (.35 + .05 + .2 + .25 + drift .05), by hand.
    const person = assessed(1, 4)
    expect(person.mean[3]).toBeCloseTo((0.8 * 0.4) / 0.9, 12)
    expect(person.mean[2]).toBeCloseTo((0.8 * 0.35) / 0.9, 12)
    expect(person.covariance[18]).toBeCloseTo(0.4 - (0.4 * 0.4) / 0.9, 12)
    expect(person.covariance[13]).toBeCloseTo(0.35 - (0.35 * 0.4) / 0.9, 12)
  })
})
