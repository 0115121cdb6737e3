import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each([
  ['2026.11.22', '2026-11-22'],
  ['2026.3.5', '2026-03-05'],
  ['2026-03-05', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
])('%s is a day', (typed, read) => {
  expect(readDay(typed)).toBe(read)
})

test.each(['2026.11', '2026.02.30', '', 'tomorrow'])('"%s" is none', (typed) => {
  expect(readDay(typed)).toBeUndefined()
})
