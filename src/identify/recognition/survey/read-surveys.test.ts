import { describe, expect, it } from 'vitest'
import { conductTown } from '../../fixtures/conduct-town.ts'
import { ratedTown, snapshotOf, type Town } from '../../fixtures/rated-town.ts'
import type { RatingsPaper, SurveyPaper } from './papers.ts'
import { readSurveys } from './read-surveys.ts'

function papersOf(town: Town) {
  const { papers } = readSurveys(snapshotOf(town))
  return {
    papers,
    measure: papers.find(({ kind }) => kind === 'ratings')?.body as RatingsPaper,
    survey: (id: string) =>
      papers.find(({ kind, subject }) => kind === 'survey' && subject === id)?.body as SurveyPaper,
  }
}

const plan = { seed: 3, units: 12, cadresPerUnit: 5, ratersPerUnit: 10, guests: 0 }

describe('the report of a survey', () => {
  const { town } = ratedTown({ ...plan, guests: 2 })
  const { survey, measure } = papersOf(town)

  it('counts ballots, raters by class and unit, and how full it is', () => {
    const found = survey('S-U003')
    expect(found).toMatchObject({
      ballots: 60,
      raters: 12,
      cadres: 5,
      classes: [{ raterClass: 'C', raters: 12 }],
      raterUnits: { known: 12, other: 2 },
      filled: 1,
      perCadre: { least: 12, median: 12, most: 12 },
      units: [{ unitId: 'U003', name: 'U003' }],
    })
    expect(found.scales[0]?.bars?.reduce((sum, bar) => sum + bar, 0)).toBe(60)
    expect(found.reliability?.raters).toBe(12)
  })

  it('has variances that share out the whole, largest first', () => {
    expect(measure.variances.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(measure.variances.map(({ share }) => share)).toEqual(
      measure.variances.map(({ share }) => share).toSorted((a, b) => b - a),
    )
    expect(measure.study.map(({ raters }) => raters)).toEqual([5, 10, 20, 30, 50])
  })

  it('says who links the units, and that linking brings units nearer', () => {
    const { linking } = measure
    expect(linking.crossRaters).toBe(24)
    expect(linking.across).toBeGreaterThan(linking.sameUnit ?? 1)
    const across = linking.foreseen.map((each) => each.across)
    expect(across[2]).toBeLessThan(across[0] ?? 0)
  })

  it('shows no distribution where fewer than five answered', () => {
    const few = town.ballots.filter(({ survey: id, rater }) => id !== 'S-U003' || /^U003-R00[0-3]/.test(rater))
    const paper = papersOf({ ...town, ballots: few }).survey('S-U003')
    expect(paper.raters).toBe(4)
    expect(paper.scales[0]?.bars).toBeUndefined()
  })
})

it('without raters across units says that no pair of two units may be compared', () => {
  const { measure } = papersOf(ratedTown(plan).town)
  expect(measure.linking.crossRaters).toBe(0)
  expect(measure.linking.across).toBeUndefined()
  expect(measure.groups).toHaveLength(12)
})

it('names nobody of a group of fewer than five raters', () => {
  const town = conductTown({
    seed: 5,
    units: 30,
    cadresPerUnit: 8,
    ratersPerUnit: 16,
    rings: 5,
    ringSize: 4,
    pull: 3,
  }).town
  const rings = papersOf(town).measure.conduct.rows.filter(({ kind }) => kind === 'ring')
  expect(rings.length).toBeGreaterThan(1)
  for (const ring of rings) {
    expect(ring.size === undefined || ring.size >= 5).toBe(true)
    if (ring.size === undefined) expect(ring.raters).toEqual([])
    expect(ring.people.map(({ cadreId }) => cadreId)).toEqual([ring.lifted, ring.pressed])
  }
})

it('is the same whatever the order of the rows', () => {
  const { town } = ratedTown({ ...plan, guests: 1 })
  const turned = { ...town, ballots: town.ballots.toReversed(), cadres: town.cadres.toReversed() }
  expect(JSON.stringify(papersOf(turned).papers)).toBe(JSON.stringify(papersOf(town).papers))
})

it('says nothing of an empty snapshot', () => {
  expect(readSurveys(snapshotOf({ cadres: [], units: [], ballots: [] })).papers).toEqual([])
})
