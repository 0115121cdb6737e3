import type { DateCode } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { invariant } from '#domain/problem.ts'
import type { NeedName } from '#domain/results.ts'
import { localReader, type ParameterValue, type RuleBook } from '#policy/index.ts'

export type PlanGoal = Identifier<'planGoal'>
export type PlanCarrier = Identifier<'planCarrier'>

export const planRule = 'LOCAL-DEVELOPMENT-PLAN'

/** What a place sets about plans: the parameters of `LOCAL-DEVELOPMENT-PLAN`, whose file says what each means. */
export interface PlanSettings {
  readonly draftDays: number
  readonly approveDays: number
  readonly answerDays: number
  readonly reviewMonths: number
  /** Months that a step by a carrier is given. */
  readonly monthsOf: (carrier: PlanCarrier) => number
  readonly goalOf: (need: NeedName) => PlanGoal
  readonly carrierOf: (need: NeedName) => PlanCarrier
}

export function planSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): PlanSettings {
  const read = localReader(book, planRule, asOf)
  const seatMonths = Number(read('seat_months'))
  const trainingMonths = Number(read('training_months'))
  return {
    draftDays: Number(read('draft_days')),
    approveDays: Number(read('approve_days')),
    answerDays: Number(read('answer_days')),
    reviewMonths: Number(read('review_months')),
    monthsOf: (carrier) => (carrier === 'seat' ? seatMonths : trainingMonths),
    goalOf: (need) => chosen(read('goal_of_need'), need, identifiersOf('planGoal')),
    carrierOf: (need) => chosen(read('carrier_of_need'), need, identifiersOf('planCarrier')),
  }
}

function chosen<T extends string>(table: ParameterValue, need: NeedName, known: readonly T[]): T {
  const named = new Map(Object.entries(table)).get(need)
  const found = known.find((one) => one === named)
  invariant(found, `${planRule} says what a need of ${need} leads to`)
  return found
}
