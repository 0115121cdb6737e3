import { describe, expect, test } from 'vitest'
import { seededNormal } from '#statistics/index.ts'
import { foresightOf } from './foresight.ts'
import type { Measure, Reading } from './measures.ts'
import type { PersonResiduals } from './regression.ts'

const normal = seededNormal(7)
const whole = { person: 1, facet: 0.2 }

/** Three hundred people of a true level of variance 1; the rating shows it with the given reliability, recognition less. */
function town(reliability: number) {
  const readings = new Map<number, Map<Measure, Reading>>()
  const people = Array.from({ length: 300 }, (_, cadre): PersonResiduals => {
    const truth = normal()
    // A posterior mean: its variance is the reliability, and truth regresses on it with slope 1.
    const shown = (share: number): Reading => ({
      value: share * truth + Math.sqrt(share * (1 - share)) * normal(),
      sd: Math.sqrt(1 - share),
      n: 9,
    })
    readings.set(cadre, new Map([['rating', shown(reliability)]]))
    if (cadre % 2 === 0) readings.get(cadre)?.set('recognition', shown(reliability))
    const residuals = ['style', 'practice', 'knowledge'].flatMap((facet) =>
      ['a', 'b'].map((element) => ({ cadre, facet, element: `${facet}/${element}`, value: truth + normal() * 0.6 })),
    )
    const mean = residuals.reduce((sum, { value }) => sum + value, 0) / residuals.length
    return { cadre, residuals, mean, byFacet: new Map() }
  })
  return { people, readings }
}

describe('what estimates foresee of assessed levels', () => {
  const { people, readings } = town(0.7)
  readings.set(1000, new Map([['rating', { value: 1, sd: Math.sqrt(0.3), n: 9 }]]))
  readings.set(1001, new Map([['rating', { value: 1, sd: Math.sqrt(0.9), n: 2 }]]))
  readings.set(1002, new Map([...(readings.get(1000) ?? []), ['recognition', { value: 1, sd: Math.sqrt(0.3), n: 9 }]]))
  const foresight = foresightOf(people, readings, whole)

  test('a posterior mean is believed at its value', () => {
    expect(foresight(1000).person).toBeGreaterThan(0.8)
    expect(foresight(1000).person).toBeLessThan(1.15)
    expect(foresight(1000).personVariance).toBeCloseTo(0.3, 1)
  })

  test('less evidence never leaves less open', () => {
    const [both, one, thin, none] = [1002, 1000, 1001, 9999].map((cadre) => foresight(cadre).personVariance)
    expect(both).toBeLessThan(one ?? 0)
    expect(one).toBeLessThan(thin ?? 0)
    expect(thin).toBeLessThanOrEqual(none ?? 0)
    expect(foresight(9999)).toMatchObject({ person: 0, personVariance: whole.person, measures: [] })
  })

  test('a measure that says nothing is not believed', () => {
    const silent = new Map(
      people.map(({ cadre }) => [cadre, new Map([['rating' as const, { value: normal(), sd: 0.5, n: 9 }]])]),
    )
    const found = foresightOf(people, silent, whole)(0)
    expect(Math.abs(found.person)).toBeLessThan(0.35)
    expect(found.personVariance).toBeGreaterThan(0.85)
  })

  test('a measure that too few assessed people have is left out', () => {
    const few = new Map([...readings].map(([cadre, own]) => [cadre, new Map(own)]))
    for (const [cadre, own] of few) if (cadre > 20 && cadre < 1000) own.delete('recognition')
    expect(foresightOf(people, few, whole)(1002).measures).toEqual(['rating'])
  })
})
