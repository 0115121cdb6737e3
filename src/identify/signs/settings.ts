import type { DateCode } from '#domain/calendar.ts'
import { type ParameterValue, parametersOn, type RuleBook } from '#policy/index.ts'

/** What a place sets about early signs: the parameters of `LOCAL-EARLY-SIGNS`, whose file says what each means. */
export interface SignSettings {
  readonly falseAlarmsPer1000: number
  readonly leastBallots: number
  readonly changeMonths: number
  readonly eventMonths: number
  readonly repeatMonths: number
  readonly verifiedPetitions: number
  readonly unverifiedPetitions: number
  readonly lowEvaluations: number
  readonly observationMonths: number
  readonly observations: number
  readonly observationChannels: number
}

export function signSettings(book: RuleBook, asOf: DateCode): SignSettings {
  const parameters = parametersOn(book.rules, asOf)
  const figure = (name: string): number => {
    const value: ParameterValue = parameters({ kind: 'parameter', rule: 'LOCAL-EARLY-SIGNS', name })
    return Number(value)
  }
  return {
    falseAlarmsPer1000: figure('false_alarms_per_1000'),
    leastBallots: figure('least_ballots'),
    changeMonths: figure('change_months'),
    eventMonths: figure('event_months'),
    repeatMonths: figure('repeat_months'),
    verifiedPetitions: figure('verified_petitions'),
    unverifiedPetitions: figure('unverified_petitions'),
    lowEvaluations: figure('low_evaluations'),
    observationMonths: figure('observation_months'),
    observations: figure('observations'),
    observationChannels: figure('observation_channels'),
  }
}
