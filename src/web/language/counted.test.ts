import { expect, test } from 'vitest'
import { withOne } from './counted.ts'

test('one of a thing is not several in English', () => {
  expect(withOne('1 vacancies, 12 people')).toBe('1 vacancy, 12 people')
  expect(withOne('1 people, 1 classes, 1 cases, 1 duties')).toBe('1 person, 1 class, 1 case, 1 duty')
})

test('other figures that end in one, ranges and other words stay', () => {
  for (const said of ['21 days', '2.1 years', '1,001 rows', 'ranks 0–1 members', 'level 1 is met', '1 is left'])
    expect(withOne(said)).toBe(said)
})
