/** What a plan may begin with: a step for every development need, with the carrier and the time that the place gives to it. */
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { MatterFacts, MatterRow } from '#domain/matter.ts'
import type { DevelopmentNeed, WorkList } from '#domain/results.ts'
import { type Facts, type RuleBook, reserveOf } from '#policy/index.ts'
import { type PlanCarrier, type PlanGoal, planSettings } from './settings.ts'

/** A line of a plan that is proposed for a need; a person takes it up, changes it or leaves it. */
export interface ProposedStep {
  readonly cadreId: string
  readonly need: DevelopmentNeed['need']
  readonly rule: string
  readonly goal: PlanGoal
  readonly carrier: PlanCarrier
  readonly proposal: string
  readonly from: DateCode
  readonly by: DateCode
}

type Need = Pick<DevelopmentNeed, 'cadreId' | 'need' | 'rule' | 'proposal'>

/** Needs in their order; two of one kind that propose the same are one step. */
export function proposedSteps(needs: readonly Need[], book: Pick<RuleBook, 'rules'>, asOf: DateCode): ProposedStep[] {
  const settings = planSettings(book, asOf)
  const steps = needs.map(({ cadreId, need, rule, proposal }): ProposedStep => {
    const carrier = settings.carrierOf(need)
    return {
      cadreId,
      need,
      rule,
      goal: settings.goalOf(need),
      carrier,
      proposal: proposal.zh,
      from: asOf,
      by: addMonths(asOf, settings.monthsOf(carrier)),
    }
  })
  const seen = new Map(steps.map((step) => [`${step.cadreId} ${step.need} ${step.proposal}`, step]))
  return [...seen.values()]
}

/** The facts that the draft of a plan begins with. */
export function draftFacts(steps: readonly ProposedStep[], track: string | undefined): MatterFacts {
  const chosen = track === undefined ? {} : { track }
  if (steps.length === 0) return chosen
  return {
    ...chosen,
    abilities: [...new Set(steps.map(({ goal }) => goal))],
    steps: steps.map(
      ({ goal, carrier, proposal, from, by }): MatterRow => ({
        goal,
        carrier,
        what: proposal,
        from: formatDate(from),
        to: formatDate(by),
      }),
    ),
  }
}

/** `plans.csv`: what plans of the reserve may begin with. */
export function planList(facts: Facts, needs: readonly Need[], book: Pick<RuleBook, 'rules'>): WorkList {
  const reserve = new Set([...reserveOf(facts)].map(({ id }) => id))
  const ofReserve = needs.filter(({ cadreId }) => reserve.has(cadreId))
  return {
    name: 'plans',
    columns: ['cadre_id', 'goal', 'carrier', 'need', 'rule', 'proposal', 'by'],
    rows: proposedSteps(ofReserve, book, facts.snapshot.asOf).map(
      ({ cadreId, goal, carrier, need, rule, proposal, by }) => [
        cadreId,
        goal,
        carrier,
        need,
        rule,
        proposal,
        formatDate(by),
      ],
    ),
  }
}
