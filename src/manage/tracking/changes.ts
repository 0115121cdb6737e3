/** What changed in the course of a reserve cadre between two days: what is new, what went down, what is missing. */
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { ReserveCourse } from './course.ts'
import type { TrackingSettings } from './settings.ts'

export interface CourseChange {
  readonly kind: Identifier<'courseChange'>
  readonly says: Text
}

const order = ['excellent', 'competent', 'basicallyCompetent', 'incompetent']

type Evaluation = ReserveCourse['evaluations'][number]

/** Results lower than the one before them, which is given too; a year without a grade is compared with nothing. */
export function lowerResults({
  evaluations,
}: Pick<ReserveCourse, 'evaluations'>): readonly { readonly result: Evaluation; readonly before: Evaluation }[] {
  const graded = evaluations.filter(({ result }) => order.includes(result))
  return graded.flatMap((result, at) => {
    const before = graded[at + 1]
    return before && order.indexOf(result.result) > order.indexOf(before.result) ? [{ result, before }] : []
  })
}

export const isEvaluationMissing = ({ evaluations, expectedYear }: ReserveCourse): boolean =>
  !evaluations.some(({ year }) => year >= expectedYear)

/** The day by which somebody should have been spoken with again; undefined where no talk or contact is on record. */
export const nextContact = (
  { contacts: [last] }: ReserveCourse,
  { contactMonths }: TrackingSettings,
): DateCode | undefined => last && addMonths(last.on, contactMonths)

/** @example changesBetween(before, now, settings, 20261122).map(({ says }) => says.zh) */
export function changesBetween(
  before: ReserveCourse,
  now: ReserveCourse,
  settings: TrackingSettings,
  day: DateCode,
): readonly CourseChange[] {
  const knownYears = new Set(before.evaluations.map(({ year }) => year))
  const newYears = now.evaluations.filter(({ year }) => !knownYears.has(year))
  const lower = new Set(lowerResults(now).map(({ result: { year } }) => year))
  const added = <T>(list: readonly T[], old: readonly T[], key: (one: T) => string): readonly T[] => {
    const known = new Set(old.map(key))
    return list.filter((one) => !known.has(key(one)))
  }
  const hours = total(now.hours) - total(before.hours)
  const next = nextContact(now, settings)
  return [
    ...added(now.posts, before.posts, ({ tenureId }) => tenureId).map(({ from, title }) =>
      change('new', fill(newPost, { day: formatDate(from, '.'), title })),
    ),
    ...newYears.map(({ year, result }) =>
      change(lower.has(year) ? 'lower' : 'new', fill(newResult, { year, result: labelOf('evaluationResult', result) })),
    ),
    ...added(now.honours, before.honours, ({ on, title }) => `${on} ${title}`).map(({ title }) =>
      change('new', fill(newHonour, { title })),
    ),
    ...(hours > 0 ? [change('new', fill(newHours, { hours: Math.round(hours) }))] : []),
    ...added(now.contacts, before.contacts, ({ statementId }) => statementId)
      .slice(0, 1)
      .map(({ on }) => change('new', fill(newContact, { day: formatDate(on, '.') }))),
    ...(isEvaluationMissing(now) ? [change('missing', fill(noResult, { year: now.expectedYear }))] : []),
    ...(next === undefined || next < day ? [change('missing', noContact)] : []),
  ]
}

const change = (kind: CourseChange['kind'], says: Text): CourseChange => ({ kind, says })
const total = (hours: ReserveCourse['hours']): number => hours.reduce((sum, one) => sum + one.hours, 0)

const newPost: Text = { zh: '{day}任{title}', en: 'from {day}: {title}' }
const newResult: Text = { zh: '{year}年度考核{result}', en: '{year} evaluation: {result}' }
const newHonour: Text = { zh: '获{title}', en: 'Honour: {title}' }
const newHours: Text = { zh: '培训{hours}学时', en: '{hours} more hours of training' }
const newContact: Text = { zh: '{day}有谈心或接触', en: 'talk or contact on {day}' }
const noResult: Text = { zh: '{year}年度考核结果没有记载', en: 'no evaluation of {year} on record' }
const noContact: Text = { zh: '过了间隔没有谈心或接触', en: 'no talk or contact within the interval' }
