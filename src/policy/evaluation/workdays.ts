/**
 * Working days by the calendar that the State Council announces for each year (放假调休). A period that runs into a year
 * whose calendar is not entered has no end that can be told.
 */
import { addDays, type DateCode, daysBetween, parseDate, yearOf } from '#domain/calendar.ts'
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

/** Every day of `2025-10-01/2025-10-08`, or the one day written; undefined where it is neither. */
function daysOf(written: string): readonly DateCode[] | undefined {
  const [from, to = from, more] = written.split('/').map(parseDate)
  if (from === undefined || to === undefined || more !== undefined || to < from) return undefined
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
}

const yearsOf = (listed: ParameterValue | undefined): number[] => Object.values(listed ?? []).map(Number)

/** The parameter that a year of the calendar lacks, or that holds what is no day; undefined where all is well. */
export function calendarFault(parameterOf: (name: string) => ParameterValue | undefined): string | undefined {
  const names = yearsOf(parameterOf('years')).flatMap((year) => [`off_${year}`, `on_${year}`])
  const isDays = (value: unknown): boolean => daysOf(String(value)) !== undefined
  return names.find((name) => !Object.values(parameterOf(name) ?? { none: '' }).every(isDays))
}

export function workCalendar(parameters: Parameters): WorkCalendar {
  const named = (name: string): ParameterValue => parameters({ kind: 'parameter', rule: calendarRule, name })
  const listed = (name: string): DateCode[] =>
    Object.values(named(name)).flatMap((value) => daysOf(String(value)) ?? [])
  const years = yearsOf(named('years'))
  return {
    years: new Set(years),
    off: new Set(years.flatMap((year) => listed(`off_${year}`))),
    on: new Set(years.flatMap((year) => listed(`on_${year}`))),
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
