import { expect, test } from 'vitest'
import { alwaysTogether, credit, type Membership, standardised, type YearlyResult } from './naive.ts'

const result = (unitId: string, value: number, higherIsBetter = true): YearlyResult => ({
  unitId,
  year: 2024,
  indicator: 'i',
  value,
  higherIsBetter,
  visibility: 'visible',
})
const member = (cadreId: string, isPrincipal: boolean, part = 1): Membership => ({
  cadreId,
  unitId: 'u',
  year: 2024,
  isPrincipal,
  part,
})

test('a result counts in standard deviations, upwards when it is good', () => {
  expect(standardised([result('u', 4), result('v', 8)]).map(({ value }) => value)).toEqual([-1, 1])
  expect(standardised([result('u', 4, false), result('v', 8, false)]).map(({ value }) => value)).toEqual([1, -1])
})

test('a team shares its result: all of it to each, or two fifths to the principal and equal parts to the rest', () => {
  const { whole, byRole } = credit(
    [result('u', 2), result('v', 9)],
    [member('p', true), member('a', false), member('b', false)],
  )
  expect([whole.get('p'), whole.get('a visible')]).toEqual([2, 2])
  expect(byRole.get('p')).toBeCloseTo(0.8, 12)
  expect(byRole.get('a')).toBeCloseTo(0.6, 12)
  expect(whole.get('nobody')).toBeUndefined()
})

test('people of the same course are together, whatever their role', () => {
  const late = { ...member('c', false), part: 0.5 }
  expect(alwaysTogether([member('a', true), member('b', false), late])).toEqual([['a', 'b']])
})
