import type { DateCode } from '#domain/calendar.ts'
import { parametersOn, type RuleBook } from '#policy/index.ts'

/** How much a place writes on forms and papers: `LOCAL-FORMS`, whose file says what each means. */
export interface WordingSettings {
  readonly formEvaluationYears: number
  readonly recalledEvaluationYears: number
}

export function wordingSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): WordingSettings {
  const parameters = parametersOn(book.rules, asOf)
  const setting = (name: string): number => Number(parameters({ kind: 'parameter', rule: 'LOCAL-FORMS', name }))
  return {
    formEvaluationYears: setting('form_evaluation_years'),
    recalledEvaluationYears: setting('recalled_evaluation_years'),
  }
}
