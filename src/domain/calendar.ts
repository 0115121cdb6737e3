/**
 * The only date arithmetic of the system. A date of a personnel record is often known to the month alone, and that is
 * kept: a `DateCode` is the number yyyymmdd, with dd = 00 where only the month is known. Codes sort as dates do.
 *
 * Years and months are counted by calendar anniversary on an explicit as-of date, never as days / 365 (《公务员法》 and the
 * instruments count 满 by anniversary). Where the unknown day decides, the answer is `unknown`.
 *
 * @example parseDate('1975-03') // 19750300
 * @example hasElapsed(20230601, 24, 20250531) // 'no'
 */
export type DateCode = number

/** A comparison whose answer may depend on a day that is not known. */
export type Certainty = 'yes' | 'no' | 'unknown'

/** Whole years or months; `least` and `most` differ where the day is not known. */
export interface Span {
  readonly least: number
  readonly most: number
}

const pattern = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/

export const yearOf = (date: DateCode): number => Math.floor(date / 10000)
export const monthOf = (date: DateCode): number => Math.floor(date / 100) % 100
export const dayOf = (date: DateCode): number => date % 100
export const isMonthOnly = (date: DateCode): boolean => date % 100 === 0
export const dateCode = (year: number, month: number, day = 0): DateCode => year * 10000 + month * 100 + day

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Reads `YYYY-MM-DD` or `YYYY-MM`; undefined when the text is no such date (month 13, 30 February, year before 1850). */
export function parseDate(text: string): DateCode | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const month = Number(match[2])
  if (year < 1850 || year > 2200 || month < 1 || month > 12) return undefined
  if (match[3] === undefined) return dateCode(year, month)
  const day = Number(match[3])
  return day >= 1 && day <= daysInMonth(year, month) ? dateCode(year, month, day) : undefined
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. The separator of screens and forms is `.`. */
export function formatDate(date: DateCode, separator = '-'): string {
  const text = `${yearOf(date)}${separator}${two(monthOf(date))}`
  return isMonthOnly(date) ? text : `${text}${separator}${two(dayOf(date))}`
}

/** The first day the date can be. */
export const earliest = (date: DateCode): DateCode => (isMonthOnly(date) ? date + 1 : date)

/** The last day the date can be. */
export const latest = (date: DateCode): DateCode =>
  isMonthOnly(date) ? date + daysInMonth(yearOf(date), monthOf(date)) : date

/** Adds calendar months and keeps the precision; a day that the month lacks becomes its last day. */
export function addMonths(date: DateCode, months: number): DateCode {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(count / 12)
  const month = (count % 12) + 1
  return dateCode(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

/** Whole months completed between two exact days (negative when `to` comes first). */
function wholeMonths(from: DateCode, to: DateCode): number {
  let months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  while (addMonths(from, months) > to) months -= 1
  while (addMonths(from, months + 1) <= to) months += 1
  return months
}

/** Whole months completed from one date to another, as a span where a day is not known. */
export function monthsBetween(from: DateCode, to: DateCode): Span {
  return { least: wholeMonths(latest(from), earliest(to)), most: wholeMonths(earliest(from), latest(to)) }
}

/** Whole years completed. Age, length of service and time in post are all counted so. */
export function yearsBetween(from: DateCode, to: DateCode): Span {
  const months = monthsBetween(from, to)
  return { least: Math.floor(months.least / 12), most: Math.floor(months.most / 12) }
}

export const ageOn = (bornOn: DateCode, asOf: DateCode): Span => yearsBetween(bornOn, asOf)

/** Is `a` on or before `b`? Unknown exactly when a missing day decides. */
export function isOnOrBefore(a: DateCode, b: DateCode): Certainty {
  if (latest(a) <= earliest(b)) return 'yes'
  return earliest(a) > latest(b) ? 'no' : 'unknown'
}

/** Have `months` calendar months passed since `from` on the day `asOf`? The anniversary itself counts. */
export const hasElapsed = (from: DateCode, months: number, asOf: DateCode): Certainty =>
  isOnOrBefore(addMonths(from, months), asOf)

const epochDay = (date: DateCode): number =>
  Date.UTC(yearOf(date), monthOf(date) - 1, Math.max(1, dayOf(date))) / 86_400_000

/** Days from one date to another; a month-only date stands on its first day. For ordering and drawing, not for law. */
export const daysBetween = (from: DateCode, to: DateCode): number => epochDay(to) - epochDay(from)

/** The day so many days after an exact one. */
export function addDays(date: DateCode, days: number): DateCode {
  const shifted = new Date((epochDay(date) + days) * 86_400_000)
  return dateCode(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate())
}

/** A date as a fraction of years, for axes and smooth functions of time. */
export const asFraction = (date: DateCode): number =>
  yearOf(date) + (monthOf(date) - 1 + (isMonthOnly(date) ? 0.5 : (dayOf(date) - 0.5) / 31)) / 12

/** The day that a moment falls on in the office: China has one time, eight hours ahead. */
export const officeDay = (moment: Date): DateCode =>
  parseDate(new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)) ?? 0
