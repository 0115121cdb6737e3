import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

export const trackingRule = 'LOCAL-RESERVE-TRACKING'

/** What a place sets about its reserve: the parameters of `LOCAL-RESERVE-TRACKING`, whose file says what each means. */
export interface TrackingSettings {
  readonly contactMonths: number
  readonly evaluationYears: number
  readonly resultsMonth: number
  readonly compareMonths: number
  readonly assessDays: number
  readonly tellDays: number
  readonly answerDays: number
}

export function trackingSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): TrackingSettings {
  const read = localReader(book, trackingRule, asOf)
  const number = (name: string): number => Number(read(name))
  return {
    contactMonths: number('contact_months'),
    evaluationYears: number('evaluation_years'),
    resultsMonth: number('results_month'),
    compareMonths: number('compare_months'),
    assessDays: number('assess_days'),
    tellDays: number('tell_days'),
    answerDays: number('answer_days'),
  }
}
