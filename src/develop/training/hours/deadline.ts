/** Until when a gap in hours can be made up. */
import { addDays, addMonths, type DateCode, dateCode, earliest, latest, yearOf } from '#domain/calendar.ts'
import type { CadreFacts } from '#policy/index.ts'
import type { HoursSettings } from '../settings.ts'

export interface Deadline {
  readonly on: DateCode
  /** A promotion set it (art. 14: within a year); else the period in which hours are counted. */
  readonly isMakeUp: boolean
}

/**
 * The day by which hours counted over so many years are complete: a year after a promotion, else the last day of the
 * period of so many years that the day lies in.
 * @example deadlineOf(cadre, 5, settings, 20261122) // { on: 20271231, isMakeUp: false }: the periods begin in 2023
 */
export function deadlineOf(cadre: CadreFacts, years: number, settings: HoursSettings, asOf: DateCode): Deadline {
  const { firstYear, makeUpMonths, askedForMonths } = settings
  const since = cadre.post?.levelChange === 'up' ? cadre.postSince : undefined
  if (since !== undefined && earliest(addMonths(since, askedForMonths)) > asOf)
    return { on: latest(addMonths(since, makeUpMonths)), isMakeUp: true }
  const begun = Math.floor((yearOf(asOf) - firstYear) / years) * years + firstYear
  return { on: dateCode(begun + years - 1, 12, 31), isMakeUp: false }
}

/** The last day on which training of so many hours can begin: five days a week of so many hours each. */
export function lastStart(by: DateCode, hours: number, hoursADay: number): DateCode {
  const workdays = Math.ceil(hours / hoursADay)
  return addDays(by, 1 - Math.max(1, Math.ceil((workdays * 7) / 5)))
}
