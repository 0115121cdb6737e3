import { daysBetween, earliest, parseDate } from '#domain/calendar.ts'

/** Whole days from one recorded date to another; of a month, from its first day. */
export function daysSince(from: string, to: string): number {
  const [begin, end] = [from, to].map((text) => earliest(parseDate(text) ?? 0))
  return begin && end ? daysBetween(begin, end) : 0
}
