/** 学时台账: what each cadre has of the hours asked for, what is lacking, and until when it can be made up. */
import { addDays, addMonths, type DateCode, earliest, yearOf } from '#domain/calendar.ts'
import type { Finding, Verdict } from '#domain/finding.ts'
import type { Text } from '#domain/text.ts'
import { fill } from '#domain/text.ts'
import { type CadreFacts, explain, type Facts, measured, type RuleBook } from '#policy/index.ts'
import { beganWithin, type Course } from '../courses.ts'
import { type HoursSettings, hoursSettings } from '../settings.ts'
import { type Deadline, deadlineOf, lastStart } from './deadline.ts'

/** One rule on hours for one cadre, on the day of the facts. */
export interface HoursAccount {
  readonly cadre: number
  readonly cadreId: string
  readonly finding: Finding
  readonly verdict: Verdict
  readonly windowYears: number
  /** The first day whose courses count. */
  readonly windowFrom: DateCode
  readonly required: { readonly hours: number; readonly days: number }
  /** Surely recognised and within the window. */
  readonly recognised: { readonly hours: number; readonly days: number }
  /** Lacking hours where the finding is unmet; 0 where it is met; undefined where it cannot be told. */
  readonly gap: number | undefined
  readonly deadline: Deadline
  /** The last day on which training that closes the gap can begin. */
  readonly startBy: DateCode | undefined
}

export interface YearOfHours {
  readonly year: number
  readonly courses: number
  readonly recognised: number
  readonly unrecognised: number
  /** Whether they are recognised is not recorded. */
  readonly unsettled: number
  /** Of all hours, online. */
  readonly online: number
  /** Courses without recorded hours. */
  readonly unrecorded: number
}

/**
 * Reads the accounts of one cadre.
 * @example accountReader(facts, book, courses)(facts.cadre(7))[0]?.gap // 38
 */
export function accountReader(
  facts: Facts,
  book: RuleBook,
  courses: (cadre: number) => readonly Course[],
): (cadre: CadreFacts) => readonly HoursAccount[] {
  const { asOf } = facts.snapshot
  const rules = book.inForce('training', asOf)
  const settings = hoursSettings(book, asOf)
  return (cadre) =>
    rules.flatMap((rule) => {
      const [told] = cadre.hasLeft ? [] : explain([rule], facts, cadre, undefined)
      if (!told) return []
      const windowYears = Number(rule.parameter('window_years') ?? 1)
      const required = { hours: Number(rule.parameter('min_hours')), days: Number(rule.parameter('min_days')) }
      const since = addMonths(asOf, -12 * windowYears)
      const amounts = measured(rule, facts, cadre)
      const recognised = { hours: amounts.get('hours') ?? 0, days: amounts.get('days') ?? 0 }
      const most = mostOf(courses(cadre.index), since, asOf, settings)
      const isShort = told.verdict === 'unknown' && most.hours < required.hours && most.days < required.days
      const finding = isShort ? shortAnyway(told, most, settings) : told
      const gap =
        finding.verdict === 'met' ? 0 : finding.verdict === 'unknown' ? undefined : required.hours - recognised.hours
      const deadline = deadlineOf(cadre, windowYears, settings, asOf)
      return [
        {
          cadre: cadre.index,
          cadreId: cadre.id,
          finding,
          verdict: finding.verdict,
          windowYears,
          windowFrom: addDays(since, 1),
          required,
          recognised,
          gap,
          deadline,
          startBy: gap ? lastStart(deadline.on, gap, settings.hoursADay) : undefined,
        },
      ]
    })
}

/** What all that may count could come to: a course without hours has as many as its days hold. */
function mostOf(courses: readonly Course[], since: DateCode, asOf: DateCode, { hoursADay }: HoursSettings) {
  let [hours, days] = [courses.length > 0 ? 0 : Number.POSITIVE_INFINITY, 0]
  for (const course of courses) {
    if (course.recognised === false || beganWithin(course, since, asOf) === 'no') continue
    hours += course.hours ?? (course.days ?? Number.POSITIVE_INFINITY) * hoursADay
    days += course.days ?? (course.hours === undefined ? Number.POSITIVE_INFINITY : 0)
  }
  return { hours, days }
}

const shortAnyway = (told: Finding, most: { hours: number; days: number }, { hoursADay }: HoursSettings): Finding => ({
  ...told,
  verdict: 'unmet',
  reasons: [...told.reasons, fill(shortReason, { ...most, hoursADay })],
  missing: [],
})

const shortReason: Text = {
  zh: '没有记全的培训都按认可、一天{hoursADay}学时计，也只有{hours}学时、{days}天',
  en: 'Even if all that is not fully recorded counted, at {hoursADay} hours a day, it comes to {hours} hours and {days} days',
}

/** The sums of each year, the latest first. A course belongs to the year in which it began. */
export function yearsOfHours(courses: readonly Course[]): readonly YearOfHours[] {
  const sum = (of: readonly Course[], counts: (course: Course) => boolean): number =>
    of.filter(counts).reduce((total, { hours }) => total + (hours ?? 0), 0)
  return [...Map.groupBy(courses, ({ from }) => yearOf(from))]
    .map(([year, own]) => ({
      year,
      courses: own.length,
      recognised: sum(own, ({ recognised }) => recognised === true),
      unrecognised: sum(own, ({ recognised }) => recognised === false),
      unsettled: sum(own, ({ recognised }) => recognised === undefined),
      online: sum(own, ({ isOnline }) => isOnline),
      unrecorded: own.filter(({ hours }) => hours === undefined).length,
    }))
    .sort((a, b) => b.year - a.year)
}

/** Recognised hours that still count at the end of a later day, of what is recorded by now. */
export const hoursCountedOn = (courses: readonly Course[], years: number, day: DateCode): number =>
  courses
    .filter(({ from, recognised }) => recognised === true && earliest(from) > addMonths(day, -12 * years))
    .reduce((total, { hours }) => total + (hours ?? 0), 0)
