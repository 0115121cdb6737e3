import { addDays, type DateCode, dateCode, daysBetween, daysInMonth, formatDate } from '#domain/calendar.ts'
import type { Workdays } from '#server/contract/index.ts'

export interface CalendarDay {
  readonly date: string
  readonly day: number
  readonly state: 'off' | 'on' | 'weekend' | 'plain'
  readonly holiday: string | undefined
}

/** A week from Monday; undefined where the month has not begun or is over. */
type Week = readonly (CalendarDay | undefined)[]

const aMonday: DateCode = 20240101
const weekdayOf = (date: DateCode): number => ((daysBetween(aMonday, date) % 7) + 7) % 7

/** The months of a year in weeks. @example monthsOf(year2026)[0].weeks[0][3] // { day: 1, state: 'off', holiday: '元旦' } */
export function monthsOf({ year, off, on }: Workdays['years'][number]) {
  const stateOf = (date: DateCode): CalendarDay => {
    const written = formatDate(date)
    const holiday = off.find(({ from, to }) => from <= written && written <= to)
    const state = holiday ? 'off' : on.includes(written) ? 'on' : weekdayOf(date) >= 5 ? 'weekend' : 'plain'
    return { date: written, day: date % 100, state, holiday: holiday?.name }
  }
  return Array.from({ length: 12 }, (_, index) => {
    const first = dateCode(year, index + 1, 1)
    const length = daysInMonth(year, index + 1)
    const before = weekdayOf(first)
    const weeks: Week[] = Array.from({ length: Math.ceil((before + length) / 7) }, (_week, week) =>
      Array.from({ length: 7 }, (_day, weekday) => {
        const place = week * 7 + weekday - before
        return place < 0 || place >= length ? undefined : stateOf(addDays(first, place))
      }),
    )
    return { month: index + 1, weeks }
  })
}
