import { expect, test } from 'vitest'
import type { CadreEstimate } from '#domain/results.ts'
import { readMeasures } from './measures.ts'

const estimate = (cadreId: string, measure: string, value: number, group: string): CadreEstimate => ({
  cadreId,
  measure,
  estimate: { separable: true, value, lower: value, upper: value, sd: 0.01, n: 9, group, parts: [] },
})
const indexOf = (id: string) => Number(id)

test('shares become log odds about the mean of their group, with a spread to match', () => {
  const found = readMeasures([estimate('0', 'rating', 0.8, 'G'), estimate('1', 'rating', 0.5, 'G')], indexOf)
  expect(found.get(0)?.get('rating')?.value).toBeCloseTo(Math.log(4) / 2, 12)
  expect(found.get(1)?.get('rating')?.value).toBeCloseTo(-Math.log(4) / 2, 12)
  expect(found.get(0)?.get('rating')?.sd).toBeCloseTo(0.01 / 0.16, 12)
})

test('groups that may not be compared each stand about their own mean', () => {
  const found = readMeasures(
    [
      estimate('0', 'contribution', 5, 'G'),
      estimate('1', 'contribution', 7, 'G'),
      estimate('2', 'contribution', 40, 'H'),
    ],
    indexOf,
  )
  expect([0, 1, 2].map((cadre) => found.get(cadre)?.get('contribution')?.value)).toEqual([-1, 1, 0])
})

test('what cannot be told apart, and fits themselves, say nothing', () => {
  const cause = { zh: '票少', en: 'few ballots' }
  const inseparable = {
    cadreId: '0',
    measure: 'rating',
    estimate: { separable: false as const, n: 1, group: 'G', cause },
  }
  expect(readMeasures([inseparable, estimate('0', 'fit:P1', 0.7, 'P1')], indexOf).size).toBe(0)
})
