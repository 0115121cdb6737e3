import { expect, test } from 'vitest'
import { calendarOf } from './calendar-years.ts'

test('months stand in their year, what lies beyond is not shown', () => {
  const { years, most } = calendarOf(
    [
      { month: '2026-12', count: 2 },
      { month: '2027-03', count: 7 },
      { month: '2040-01', count: 90 },
    ],
    2026,
  )
  expect(years.map(({ year, total }) => [year, total])).toEqual([
    [2026, 2],
    [2027, 7],
    [2028, 0],
    [2029, 0],
    [2030, 0],
    [2031, 0],
  ])
  expect(years[1]?.counts[2]).toBe(7)
  expect(most).toBe(7)
})

test('an empty list has no depth to divide by nought', () => {
  expect(calendarOf([], 2026).most).toBe(1)
})
