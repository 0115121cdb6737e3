/** What the dates of one person cannot be, whatever paper tells them. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import type { Text } from '#domain/text.ts'

export const lifeFields = ['born_on', 'work_started_on', 'party_joined_on'] as const
export type LifeField = (typeof lifeFields)[number]

/** `reason` completes "the date …". What is not impossible is only to be looked at. */
export interface LifeFault {
  readonly field: LifeField
  readonly reason: Text
  readonly isImpossible: boolean
}

/** Nobody whose papers still come in was born before this. */
const earliestYear = '1900'
/** Work that began younger is rare enough to be looked at. */
const usualAge = 16

const future = { zh: '在今天以后', en: 'is after today' }
const ancient = { zh: '在 1900 年以前', en: 'is before 1900' }
const beforeBirth = { zh: '早于出生年月', en: 'is before the month of birth' }
const young = { zh: '离出生不满 16 年', en: 'is less than 16 years after birth' }

/**
 * Dates after today, before 1900 or before birth; work that began under sixteen.
 * @param today `YYYY-MM-DD`
 * @example lifeFaults({ born_on: '2099-01' }) // [{ field: 'born_on', reason: { zh: '在今天以后', … }, isImpossible: true }]
 */
export function lifeFaults(cadre: ArrivingRow, today = localDay()): readonly LifeFault[] {
  const reasons = new Map(lifeFields.map((field) => [field, outOfTime(cadre[field], today)]))
  const born = reasons.get('born_on') === undefined ? cadre.born_on : undefined
  return lifeFields.flatMap((field): LifeFault[] => {
    const date = cadre[field]
    if (date === undefined) return []
    const reason = reasons.get(field) ?? (isBefore(date, born) ? beforeBirth : undefined)
    if (reason !== undefined) return [{ field, reason, isImpossible: true }]
    const isYoung = field === 'work_started_on' && isBefore(date, born, usualAge)
    return isYoung ? [{ field, reason: young, isImpossible: false }] : []
  })
}

/** The fields without those that cannot be. */
export const withoutFaults = (cadre: ArrivingRow, faults: readonly LifeFault[]): ArrivingRow =>
  Object.fromEntries(
    Object.entries(cadre).filter(([name]) => !faults.some(({ field, isImpossible }) => isImpossible && field === name)),
  )

function outOfTime(date: string | undefined, today: string): Text | undefined {
  if (date === undefined) return undefined
  if (date > today) return future
  return date < earliestYear ? ancient : undefined
}

/** By months: a day may be missing in either. */
function isBefore(date: string, born: string | undefined, years = 0): boolean {
  if (born === undefined) return false
  return date.slice(0, 7) < `${Number(born.slice(0, 4)) + years}${born.slice(4, 7)}`
}

/** Today where this computer stands, `YYYY-MM-DD`. */
export function localDay(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
