/** A rule bound to an as-of date: its parameters chosen by that date, its conditions compiled. */
import type { DateCode } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import type { Verdict } from '#domain/finding.ts'
import type { SeatFacts } from '../facts/seats.ts'
import { seatFieldsOf } from '../language/walk.ts'
import type { ParameterValue } from '../language/types.ts'
import type { Scope } from '../language/vocabulary.ts'
import type { Requirement, Rule, Severity } from '../rulebook/rule.ts'
import { compile, type Question } from './compile.ts'
import type { Trace } from './trace.ts'
import { no, type Truth, unknown, yes } from './truth.ts'
import type { Parameters } from './values.ts'

export interface BoundRequirement {
  readonly requirement: Requirement
  readonly when: Question | undefined
  readonly that: Question
  /** What a failure amounts to, given the severity and whether the rule is verified. */
  readonly failure: Verdict
}

export interface BoundRule {
  readonly rule: Rule
  readonly applies: Question | undefined
  readonly requirements: readonly BoundRequirement[]
  readonly parameter: (name: string) => ParameterValue | undefined
  /** Seat facts that the verdict depends on: seats alike in these share it. */
  readonly seatFields: readonly (keyof SeatFacts)[]
}

/** The value of a dated parameter on a day: the last that began by then, else the first. */
export function parameterOn(rule: Rule, name: string, asOf: DateCode): ParameterValue | undefined {
  const values = rule.parameters.get(name)
  return (values?.findLast((dated) => dated.from <= asOf) ?? values?.[0])?.value
}

/** Only a verified bar blocks; everything else that fails is left to people. */
export const failureOf = (rule: Rule, severity: Severity): Verdict =>
  rule.status === 'VERIFIED' && severity === 'bar' ? 'unmet' : 'discretion'

export function bindRule(rule: Rule, rules: ReadonlyMap<string, Rule>, asOf: DateCode): BoundRule {
  const parameters: Parameters = (reference) => {
    const owner = rules.get(reference.rule)
    const value = owner && parameterOn(owner, reference.name, asOf)
    invariant(value !== undefined, `no parameter ${reference.rule}.${reference.name}`)
    return value
  }
  return {
    rule,
    applies: rule.applies && compile(rule.applies, parameters),
    requirements: rule.requires.map((requirement) => ({
      requirement,
      when: requirement.when && compile(requirement.when, parameters),
      that: compile(requirement.that, parameters),
      failure: failureOf(rule, requirement.severity),
    })),
    parameter: (name) => parameterOn(rule, name, asOf),
    seatFields: seatFieldsOf(rule),
  }
}

const guardOf = (questions: readonly (Question | undefined)[], scope: Scope, trace?: Trace): Truth => {
  let guard: Truth = yes
  for (const question of questions) {
    if (!question) continue
    const truth = question(scope, trace)
    if (truth < guard) guard = truth
    if (guard === no) return no
  }
  return guard
}

/** The verdict of one requirement; undefined where it does not apply. */
export function verdictOf(
  bound: BoundRule,
  part: BoundRequirement,
  scope: Scope,
  trace?: Trace,
): Verdict | undefined {
  const guard = guardOf([bound.applies, part.when], scope)
  if (guard === no) return undefined
  const truth = part.that(scope, trace)
  if (truth === yes) return 'met'
  if (guard === unknown) {
    if (trace) guardOf([bound.applies, part.when], scope, trace)
    return 'unknown'
  }
  return truth === unknown ? 'unknown' : part.failure
}
