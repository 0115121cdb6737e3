import { type DateCode, isOnOrBefore, parseDate } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'

/** Surely before: not where both are of one month and a day is not known. Dates of segments, `YYYY-MM[-DD]`. */
export const isBefore = (a: string, b: string): boolean => isOnOrBefore(codeOf(b), codeOf(a)) === 'no'

function codeOf(date: string): DateCode {
  const code = parseDate(date)
  invariant(code !== undefined, `${date} is no date of a segment`)
  return code
}
