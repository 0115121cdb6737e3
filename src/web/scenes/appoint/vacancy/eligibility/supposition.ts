import { addMonths, formatDate, parseDate } from '#domain/calendar.ts'
import type { Supposition } from '#server/contract/index.ts'

/** What the reader supposes, in the terms of the form. Empty fields suppose nothing. */
export interface Supposed {
  readonly grassrootsYears: string
  readonly postYears: string
  readonly postLevel: string
  readonly evaluationYear: string
  readonly evaluationResult: string
  readonly trainingHours: string
  readonly asOf: string
}

export const nothingSupposed: Supposed = {
  grassrootsYears: '',
  postYears: '',
  postLevel: '',
  evaluationYear: '',
  evaluationResult: '',
  trainingHours: '',
  asOf: '',
}

const positive = (typed: string): number | undefined => {
  const value = Number(typed)
  return typed.trim() !== '' && Number.isFinite(value) && value > 0 ? value : undefined
}

/** The day so many years before another, to the month. */
const yearsBefore = (day: string, years: number): string =>
  formatDate(addMonths(parseDate(day) ?? 0, -Math.round(years * 12)))

/**
 * The supposition that is sent: years are stretches that end today, training lies in the present year, an evaluation takes
 * the place of the recorded one. undefined where nothing is supposed.
 */
export function suppositionOf(supposed: Supposed, today: string): Supposition | undefined {
  const [grassroots, post, hours] = [supposed.grassrootsYears, supposed.postYears, supposed.trainingHours].map(positive)
  const day = parseDate(supposed.asOf) === undefined ? undefined : supposed.asOf
  const until = day ?? today
  const tenures = [
    ...(grassroots === undefined ? [] : [{ from: yearsBefore(until, grassroots), to: until, grassroots: true }]),
    ...(post === undefined || supposed.postLevel === ''
      ? []
      : [{ from: yearsBefore(until, post), postLevel: supposed.postLevel, grassroots: false }]),
  ] as Supposition['tenures']
  const evaluations = (
    supposed.evaluationYear === '' || supposed.evaluationResult === ''
      ? []
      : [{ year: Number(supposed.evaluationYear), result: supposed.evaluationResult }]
  ) as Supposition['evaluations']
  const from = `${until.slice(0, 4)}-01-01`
  const trainings = hours === undefined ? [] : [{ from, to: until, hours }]
  const isNothing = !day && !tenures?.length && !evaluations?.length && trainings.length === 0
  return isNothing ? undefined : { ...(day && { asOf: day }), tenures, evaluations, trainings }
}
