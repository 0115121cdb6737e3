import type { DateCode } from '#domain/calendar.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

export const exchangePlanRule = 'LOCAL-EXCHANGE-PLAN'

/** How far ahead rotation is planned, and how many may leave one unit in a year: `LOCAL-EXCHANGE-PLAN`. */
export interface ExchangeSettings {
  readonly planYears: number
  readonly perUnitYear: number
  readonly principalsPerUnitYear: number
  readonly earlyYears: number
  /** Who retires within so many months is not moved, as in a slate. */
  readonly remainingMonths: number
}

export function exchangeSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): ExchangeSettings {
  const setting = localReader(book, exchangePlanRule, asOf)
  return {
    planYears: Number(setting('plan_years')),
    perUnitYear: Number(setting('per_unit_year')),
    principalsPerUnitYear: Number(setting('principals_per_unit_year')),
    earlyYears: Number(setting('early_years')),
    remainingMonths: Number(localReader(book, 'LOCAL-SLATE', asOf)('remaining_months')),
  }
}
