import type { DateCode } from '#domain/calendar.ts'
import { listOf, parametersOn, type RuleBook } from '#policy/index.ts'

/** What a place sets about the synthesis sheet: the parameters of `LOCAL-SYNTHESIS`, whose file says what each means. */
export interface SynthesisSettings {
  readonly specialistYears: number
  readonly specialistPercent: number
  readonly noTrade: readonly string[]
  readonly generalistSectors: number
  readonly generalistUnits: number
  readonly settledMonths: number
  readonly horizonYears: number
  readonly seats: number
}

export const synthesisRule = 'LOCAL-SYNTHESIS'

export function synthesisSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): SynthesisSettings {
  const parameters = parametersOn(book.rules, asOf)
  const figure = (name: string): number => Number(parameters({ kind: 'parameter', rule: synthesisRule, name }))
  return {
    specialistYears: figure('specialist_years'),
    specialistPercent: figure('specialist_percent'),
    noTrade: listOf(parameters({ kind: 'parameter', rule: synthesisRule, name: 'no_trade' })),
    generalistSectors: figure('generalist_sectors'),
    generalistUnits: figure('generalist_units'),
    settledMonths: figure('settled_months'),
    horizonYears: figure('horizon_years'),
    seats: figure('seats'),
  }
}
