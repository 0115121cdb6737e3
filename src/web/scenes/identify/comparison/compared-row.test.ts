import { expect, test } from 'vitest'
import { type Compared, isSameOf } from './compared-row.ts'

const person = (cadreId: string, age: number | null, needs: Compared['line']['needs'] = null): Compared => ({
  cadreId,
  name: cadreId,
  hasPhoto: false,
  line: { cadreId, name: cadreId, age, needs },
  career: [],
  lines: [],
  against: null,
})

test('a row is the same where every value is, lists and the unknown too', () => {
  const people = [person('A', 45, ['grassroots']), person('B', 45, ['grassroots']), person('C', 45, ['grassroots'])]
  expect(isSameOf(people, ({ line }) => line.age)).toBe(true)
  expect(isSameOf(people, ({ line }) => line.needs)).toBe(true)
  expect(isSameOf(people, ({ line }) => line.track)).toBe(true)
})

test('one other value is a difference, and so is one that is not known', () => {
  expect(isSameOf([person('A', 45), person('B', 45), person('C', 46)], ({ line }) => line.age)).toBe(false)
  expect(isSameOf([person('A', 45), person('B', null)], ({ line }) => line.age)).toBe(false)
})
