import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

/** What a place sets about principals: the parameters of `LOCAL-PRINCIPALS`, whose file says what each means. */
export interface PrincipalSettings {
  readonly leavingMonths: number
  readonly leavingFreshMonths: number
  readonly leavingDueMonths: number
  readonly commentDays: number
  readonly reviewDays: number
  readonly rectifyMonths: number
  readonly yearsBack: number
}

export function principalSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): PrincipalSettings {
  const read = localReader(book, 'LOCAL-PRINCIPALS', asOf)
  const figure = (name: string): number => Number(read(name))
  return {
    leavingMonths: figure('leaving_months'),
    leavingFreshMonths: figure('leaving_fresh_months'),
    leavingDueMonths: figure('leaving_due_months'),
    commentDays: figure('comment_days'),
    reviewDays: figure('review_days'),
    rectifyMonths: figure('rectify_months'),
    yearsBack: figure('years_back'),
  }
}
