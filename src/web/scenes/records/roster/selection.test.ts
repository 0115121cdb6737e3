import { expect, test } from 'vitest'
import { everybodyOf, forList, isSelected, nobodySelected, selectedCount, withPeople } from './selection.ts'

const person = (cadreId: string) => ({ cadreId, name: cadreId, unitId: null })

test('people selected by name stay over other lists; everybody is meant of one list only', () => {
  const two = withPeople(nobodySelected, [person('a'), person('b')], true)
  expect(selectedCount(two, 1000)).toBe(2)
  expect(forList(two, 'other')).toBe(two)
  expect(forList(everybodyOf('this'), 'other')).toBe(nobodySelected)
})

test('everybody but some: one taken out is counted, and can be put back', () => {
  const all = everybodyOf('this')
  const but = withPeople(all, [person('a')], false)
  expect([isSelected(but, 'a'), isSelected(but, 'b'), selectedCount(but, 1000)]).toEqual([false, true, 999])
  expect(selectedCount(withPeople(but, [person('a')], true), 1000)).toBe(1000)
})
