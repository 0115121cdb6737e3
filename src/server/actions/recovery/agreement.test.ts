import { expect, test } from 'vitest'
import {
  centredByGroup,
  coverage,
  pairFigures,
  pearson,
  type Recovered,
  ranks,
  rescaled,
  slopeOf,
} from './agreement.ts'

const person = (truth: number, value: number, half: number, group = 'a'): Recovered => ({
  group,
  truth,
  value,
  lower: value - half,
  upper: value + half,
})

test('equal values share their mean rank', () => {
  expect(ranks([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3])
})

/** Anscombe (1973), first data set: 0.81642. */
test('the correlation is that of a published example', () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
  expect(pearson(x, y)).toBeCloseTo(0.81642, 5)
})

test('a shift of a whole comparable group is no error', () => {
  const people = [
    person(0.7, 5.7, 0.05),
    person(0.8, 5.8, 0.05),
    person(0.9, 5.9, 0.05),
    person(0.5, 0.5, 0.05, 'alone'),
  ]
  const centred = centredByGroup(people)
  expect(centred).toHaveLength(3)
  expect(coverage(centred)).toBe(1)
  expect(coverage(people)).toBe(0.25)
})

test('pairs count as told apart only when the intervals allow it', () => {
  const people = [0, 1, 2].map((place) => person(place, place, 0.1))
  expect(pairFigures(people)).toMatchObject({ told: 1, right: 1 })
  expect(pairFigures(people.map((each) => ({ ...each, lower: each.value - 9, upper: each.value + 9 }))).told).toBe(0)
})

test('an estimate in other units covers the truth once it is rescaled by its slope', () => {
  const people = [-2, -1, 1, 2].map((value) => person(10 * value, value, 0.1))
  expect(slopeOf(people)).toBe(10)
  expect(coverage(people)).toBe(0)
  expect(coverage(rescaled(people, 10))).toBe(1)
})
