import { expect, test } from 'vitest'
import { seededNormal } from '#statistics/index.ts'
import { assumedSpread } from './parameters.ts'
import { type Residual, spreadOf } from './spread.ts'

const normal = seededNormal(20261122)
const facets = ['knowledge', 'style', 'practice']

/** People assessed twice on each of three elements of three facets. */
function drawn(people: number, times: number): Residual[] {
  return Array.from({ length: people }, (_, cadre) => {
    const person = normal() * Math.sqrt(0.3)
    return facets.flatMap((facet) => {
      const ofFacet = person + normal() * Math.sqrt(0.1)
      return ['a', 'b', 'c'].flatMap((name) => {
        const level = ofFacet + normal() * Math.sqrt(0.15)
        const element = `${facet}/${name}`
        return Array.from({ length: times }, () => ({
          cadre,
          facet,
          element,
          value: level + normal() * Math.sqrt(0.4),
        }))
      })
    })
  }).flat()
}

test('finds the variances that assessments were drawn with', () => {
  const found = spreadOf(drawn(3000, 2))
  expect(found.person).toBeCloseTo(0.3, 1)
  expect(found.facet).toBeCloseTo(0.1, 1)
  expect(found.element).toBeCloseTo(0.15, 1)
  expect(found.error).toBeCloseTo(0.4, 1)
})

test('without a second assessment the rest is divided as stated', () => {
  const { element, error } = spreadOf(drawn(2000, 1))
  expect(error / (element + error)).toBeCloseTo(0.75, 9)
  expect(element + error).toBeCloseTo(0.55, 1)
})

test('keeps a stated spread where too few were assessed', () => {
  expect(spreadOf(drawn(10, 2))).toEqual(assumedSpread)
})
