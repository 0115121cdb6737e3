/**
 * Working days by the calendar that the State Council announces for each year (放假调休). A period that runs into a year
 * whose calendar is not entered has no end that can be told.
 */
import { addDays, type DateCode, daysBetween, formatDate, isMonthOnly, parseDate, yearOf } from '#domain/calendar.ts'
import type { ParameterValue } from '../language/types.ts'
import type { Parameters } from './values.ts'

/** The rule whose parameters are the calendar. */
export const calendarRule = 'LOCAL-WORKDAYS'

/** Later than any date: the end of a period that cannot be told. */
export const latestDay: DateCode = 99991231

export interface WorkCalendar {
  readonly years: ReadonlySet<number>
  readonly off: ReadonlySet<DateCode>
  readonly on: ReadonlySet<DateCode>
  readonly firstDayCounts: boolean
}

/** What was announced for one year: holidays by name, and make-up working days. */
export interface YearOfWork {
  readonly off: readonly { readonly name: string; readonly from: DateCode; readonly to: DateCode }[]
  readonly on: readonly DateCode[]
}

const holiday = /^(\S+) (\S+?)(?:\/(\S+))?$/

/**
 * A year as a rule file holds it; undefined where a date is none.
 * @example readYear('放假 元旦 2026-01-01/2026-01-03；上班 2026-01-04')
 */
export function readYear(written: string): YearOfWork | undefined {
  const [rest = '', work = ''] = written.split('；')
  const off = itemsAfter('放假', rest).map((item) => {
    const [, name = '', first = '', last = first] = holiday.exec(item) ?? []
    return { name, from: parseDate(first) ?? 0, to: parseDate(last) ?? 0 }
  })
  const on = itemsAfter('上班', work).map((item) => parseDate(item) ?? 0)
  const isSound = off.every(({ name, from, to }) => name !== '' && from > 0 && !isMonthOnly(from) && from <= to)
  return off.length > 0 && isSound && on.every((day) => day > 0 && !isMonthOnly(day)) ? { off, on } : undefined
}

const itemsAfter = (word: string, part: string): string[] =>
  part.startsWith(`${word} `) ? part.slice(word.length + 1).split('，') : []

/** The same as a rule file holds it. */
export function writeYear({ off, on }: YearOfWork): string {
  const rest = off.map(({ name, from, to }) => {
    const days = from === to ? formatDate(from) : `${formatDate(from)}/${formatDate(to)}`
    return `${name} ${days}`
  })
  const work = on.length === 0 ? '' : `；上班 ${on.map((day) => formatDate(day)).join('，')}`
  return `放假 ${rest.join('，')}${work}`
}

const daysOf = ({ from, to }: YearOfWork['off'][number]): DateCode[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

/** The year of the calendar that holds what is no day; undefined where all is well. */
export const calendarFault = (calendar: ParameterValue | undefined): string | undefined =>
  Object.entries(calendar ?? { none: '' }).find(([, written]) => readYear(String(written)) === undefined)?.[0]

/** A year that cannot be read counts as one that is not entered. */
export function workCalendar(parameters: Parameters): WorkCalendar {
  const named = (name: string): ParameterValue => parameters({ kind: 'parameter', rule: calendarRule, name })
  const years = Object.entries(named('calendar')).flatMap(([year, written]) => {
    const read = readYear(String(written))
    return read ? [[Number(year), read] as const] : []
  })
  return {
    years: new Set(years.map(([year]) => year)),
    off: new Set(years.flatMap(([, { off }]) => off.flatMap(daysOf))),
    on: new Set(years.flatMap(([, { on }]) => on)),
    firstDayCounts: named('first_day_counts') === true,
  }
}

const aMonday: DateCode = 20240101
const isWeekend = (day: DateCode): boolean => ((daysBetween(aMonday, day) % 7) + 7) % 7 >= 5
const isWorkday = (day: DateCode, { off, on }: WorkCalendar): boolean =>
  on.has(day) || !(off.has(day) || isWeekend(day))

export interface WorkPeriodEnd {
  /** Its last day; where a calendar is lacking, the first day that cannot be told. */
  readonly day: DateCode
  readonly yearLacking: number | undefined
}

/**
 * The last day of a period of so many working days from a day on; both the first and the last day count.
 * @example endOfWorkdays(20250929, 5, calendar2025) // { day: 20251011, yearLacking: undefined }
 */
export function endOfWorkdays(from: DateCode, count: number, calendar: WorkCalendar): WorkPeriodEnd {
  let day = calendar.firstDayCounts ? from : addDays(from, 1)
  for (let left = count; ; day = addDays(day, 1)) {
    if (!calendar.years.has(yearOf(day))) return { day, yearLacking: yearOf(day) }
    if (isWorkday(day, calendar)) left -= 1
    if (left <= 0) return { day, yearLacking: undefined }
  }
}

/** Working days from one day to another, both counted; undefined where a calendar is lacking. */
export function workdaysIn(from: DateCode, to: DateCode, calendar: WorkCalendar): number | undefined {
  let count = 0
  for (let day = calendar.firstDayCounts ? from : addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (!calendar.years.has(yearOf(day))) return undefined
    if (isWorkday(day, calendar)) count += 1
  }
  return count
}
