import { describe, expect, test } from 'vitest'
import { formatDate } from '#domain/calendar.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { parameterOn } from './bound-rule.ts'
import { endOfWorkdays, workCalendar, workdaysIn } from './workdays.ts'

const rule = loadRuleBook().rules.get('LOCAL-WORKDAYS')
const calendar = workCalendar(({ name }) => (rule && parameterOn(rule, name, 20260101)) ?? 0)
const end = (from: number, count: number): string => {
  const { day, yearLacking } = endOfWorkdays(from, count, calendar)
  return yearLacking === undefined ? formatDate(day) : `no calendar of ${yearLacking}`
}

describe('working days', () => {
  test.each([
    ['Monday to Friday', 20250310, 5, '2025-03-14'],
    ['over a weekend', 20250313, 5, '2025-03-19'],
    ['over the National Day holiday, a make-up Saturday counted', 20250929, 5, '2025-10-11'],
    [
      'over the Spring Festival, a make-up Sunday before and a make-up Saturday after counted',
      20250124,
      7,
      '2025-02-08',
    ],
    ['from a holiday: counted from the first working day on', 20251003, 5, '2025-10-14'],
    ['over New Year between two calendars', 20251230, 5, '2026-01-06'],
    ['a make-up Sunday after New Year', 20251231, 3, '2026-01-05'],
    ['into a year without a calendar', 20261229, 5, 'no calendar of 2027'],
    ['up to the last day of a calendar', 20261228, 4, '2026-12-31'],
  ])('%s', (_, from, count, expected) => {
    expect(end(from, count)).toBe(expected)
  })

  test('the first and the last day count, unless the place says that the first does not', () => {
    expect(workdaysIn(20250929, 20251013, calendar)).toBe(6)
    expect(workdaysIn(20250929, 20251013, { ...calendar, firstDayCounts: false })).toBe(5)
    expect(workdaysIn(20261230, 20270105, calendar)).toBeUndefined()
  })

  test('each year has the working days that its announcement leaves', () => {
    expect([2024, 2025, 2026].map((year) => workdaysIn(year * 10000 + 101, year * 10000 + 1231, calendar))).toEqual([
      251, 248, 248,
    ])
  })
})
