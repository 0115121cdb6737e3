import type { DateCode } from '#domain/calendar.ts'
import { parametersOn, type RuleBook } from '#policy/index.ts'

/** What a place sets about the synthesis sheet: the parameters of `LOCAL-SYNTHESIS`, whose file says what each means. */
export interface SynthesisSettings {
  readonly specialistYears: number
  readonly specialistPercent: number
  readonly generalistSectors: number
  readonly generalistUnits: number
  readonly experienceMonths: number
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
    generalistSectors: figure('generalist_sectors'),
    generalistUnits: figure('generalist_units'),
    experienceMonths: figure('experience_months'),
    settledMonths: figure('settled_months'),
    horizonYears: figure('horizon_years'),
    seats: figure('seats'),
  }
}
