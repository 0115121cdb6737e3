/** One rule on one pair, taken apart: which part of it was asked, what each answered, and what it rests on. */
import type { Finding, Verdict } from '#domain/finding.ts'
import type { CadreFacts, Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { Condition } from '../language/types.ts'
import type { Scope } from '../language/vocabulary.ts'
import type { Exception, Inquiry, Requirement } from '../rulebook/rule.ts'
import { appliesTo, type BoundRule, verdictOf } from './bound-rule.ts'
import { type ConditionTree, treeOf } from './condition-tree.ts'
import { findingOf } from './finding.ts'

interface Guarded {
  /** Undefined where it is always asked. */
  readonly when: ConditionTree | undefined
}

export interface RequirementTree extends Guarded {
  readonly requirement: Requirement
  readonly that: ConditionTree
  /** Undefined where it is not asked of this pair. */
  readonly verdict: Verdict | undefined
}

export interface RuleTree {
  /** Undefined where the rule does not bear on the pair. */
  readonly finding: Finding | undefined
  /** Whom the rule bears on; undefined = everybody its purpose looks at. */
  readonly applies: ConditionTree | undefined
  readonly requirements: readonly RequirementTree[]
  readonly questions: readonly (Guarded & { readonly inquiry: Inquiry })[]
  readonly exceptions: readonly (Guarded & { readonly exception: Exception })[]
}

/** @example ruleTree(bound, facts, facts.cadre(0), facts.seat(0)).requirements[0].that.truth // 'no' */
export function ruleTree(bound: BoundRule, facts: Facts, cadre: CadreFacts, seat: SeatFacts | undefined): RuleTree {
  const scope: Scope = { cadre, seat, today: facts.snapshot.asOf, row: undefined }
  const { rule, parameters } = bound
  const tree = (condition: Condition | undefined): ConditionTree | undefined =>
    condition && treeOf(condition, parameters, scope)
  const applies = appliesTo(bound, scope)
  return {
    finding: findingOf(bound, scope),
    applies: tree(rule.applies),
    requirements: bound.requirements.map((part) => ({
      requirement: part.requirement,
      when: tree(part.requirement.when),
      that: treeOf(part.requirement.that, parameters, scope),
      verdict: verdictOf(bound, part, applies, scope),
    })),
    questions: rule.asks.map((inquiry) => ({ inquiry, when: tree(inquiry.when) })),
    exceptions: rule.exceptions.map((exception) => ({ exception, when: tree(exception.when) })),
  }
}
