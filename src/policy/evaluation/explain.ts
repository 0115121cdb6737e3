import type { Finding } from '#domain/finding.ts'
import type { CadreFacts, Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import { appliesTo, type BoundRule, verdictOf } from './bound-rule.ts'
import { findingOf, judge } from './finding.ts'
import { newTrace } from './trace.ts'
import { yes } from './truth.ts'

/**
 * The findings of rules about a cadre and, where they ask, a seat, on the snapshot's day; rules that do not apply say
 * nothing.
 */
export function explain(
  rules: readonly BoundRule[],
  facts: Facts,
  cadre: CadreFacts,
  seat: SeatFacts | undefined,
): Finding[] {
  const scope = { cadre, seat, today: facts.snapshot.asOf, row: undefined }
  return rules.flatMap((rule) => findingOf(rule, scope) ?? [])
}

/** Does a rule surely bear on a cadre, held against a seat? */
export const bearsOn = (rule: BoundRule, facts: Facts, cadre: CadreFacts, seat: SeatFacts): boolean =>
  appliesTo(rule, { cadre, seat, today: facts.snapshot.asOf, row: undefined }) === yes

/** Those of the findings that are not met: what is met is passed over without being explained. */
export function concerns(
  rules: readonly BoundRule[],
  facts: Facts,
  cadre: CadreFacts,
  seat: SeatFacts | undefined,
): Finding[] {
  const scope = { cadre, seat, today: facts.snapshot.asOf, row: undefined }
  return rules.flatMap((rule) => {
    const verdict = judge(rule, scope)
    const asks = rule.requirements.length === 0
    return verdict === 'met' || (verdict === undefined && !asks) ? [] : (findingOf(rule, scope) ?? [])
  })
}

/** The sums and counts that a rule named, for one cadre: `{ hours: 480, days: 95 }`. */
export function measured(rule: BoundRule, facts: Facts, cadre: CadreFacts): ReadonlyMap<string, number> {
  const trace = newTrace()
  const scope = { cadre, seat: undefined, today: facts.snapshot.asOf, row: undefined }
  for (const part of rule.requirements) verdictOf(rule, part, appliesTo(rule, scope), scope, trace)
  return trace.amounts
}
