/** A rule bound to an as-of date: its parameters chosen by that date, its conditions compiled. */
import type { DateCode } from '#domain/calendar.ts'
import type { Verdict, Weight } from '#domain/finding.ts'
import { invariant } from '#domain/problem.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { Condition, ParameterValue } from '../language/types.ts'
import type { Scope } from '../language/vocabulary.ts'
import { asksMove, seatFieldsOf, seatParts } from '../language/walk.ts'
import {
  type Exception,
  type Inquiry,
  isBinding,
  type Requirement,
  type Rule,
  type Severity,
} from '../rulebook/rule.ts'
import { compile, type Question } from './compile.ts'
import type { Trace } from './trace.ts'
import { both, no, type Truth, unknown, yes } from './truth.ts'
import type { Parameters } from './values.ts'

export interface BoundRequirement {
  readonly requirement: Requirement
  readonly when: Question | undefined
  readonly that: Question
  /** What a failure amounts to, given the severity and whether the rule is verified. */
  readonly failure: Verdict
}

export interface BoundException {
  readonly exception: Exception
  readonly when: Question | undefined
}

export interface BoundInquiry {
  readonly inquiry: Inquiry
  readonly when: Question | undefined
}

export interface BoundRule {
  readonly rule: Rule
  /** What its verdicts count for: a rule that awaits confirmation only warns. */
  readonly weight: Exclude<Weight, 'asks'>
  readonly applies: Question | undefined
  /** The part of the guard that asks about the seat alone. */
  readonly seatGuard: Question
  readonly requirements: readonly BoundRequirement[]
  readonly inquiries: readonly BoundInquiry[]
  readonly exceptions: readonly BoundException[]
  readonly parameter: (name: string) => ParameterValue | undefined
  /** Its own parameters and those of other rules that it cites, on the day. */
  readonly parameters: Parameters
  /** Seat facts that the verdict depends on: seats alike in these, for the same kind of move, share it. */
  readonly seatFields: readonly (keyof SeatFacts)[]
  readonly asksMove: boolean
}

/** The value of a dated parameter on a day: the last that began by then, else the first. */
export function parameterOn(rule: Rule, name: string, asOf: DateCode): ParameterValue | undefined {
  const values = rule.parameters.get(name)
  return (values?.findLast((dated) => dated.from <= asOf) ?? values?.[0])?.value
}

/** Only a binding bar blocks; everything else that fails is left to people. */
const failureOf = (binding: boolean, severity: Severity): Verdict =>
  binding && severity === 'bar' ? 'unmet' : 'discretion'

/** Every parameter as it is on a day; the loader has checked that those cited exist. */
export function parametersOn(rules: ReadonlyMap<string, Rule>, asOf: DateCode): Parameters {
  return (reference) => {
    const owner = rules.get(reference.rule)
    const value = owner && parameterOn(owner, reference.name, asOf)
    invariant(value !== undefined, `no parameter ${reference.rule}.${reference.name}`)
    return value
  }
}

export function bindRule(rule: Rule, rules: ReadonlyMap<string, Rule>, asOf: DateCode): BoundRule {
  const parameters = parametersOn(rules, asOf)
  const binding = isBinding(rule, asOf)
  const optional = (condition: Condition | undefined): Question | undefined =>
    condition && compile(condition, parameters)
  return {
    rule,
    weight: binding ? 'decides' : 'warns',
    applies: optional(rule.applies),
    seatGuard: compile({ op: 'all', of: seatParts(rule.applies) }, parameters),
    requirements: rule.requires.map((requirement) => ({
      requirement,
      when: optional(requirement.when),
      that: compile(requirement.that, parameters),
      failure: failureOf(binding, requirement.severity),
    })),
    inquiries: rule.asks.map((inquiry) => ({ inquiry, when: optional(inquiry.when) })),
    exceptions: rule.exceptions.map((exception) => ({ exception, when: optional(exception.when) })),
    parameter: (name) => parameterOn(rule, name, asOf),
    parameters,
    seatFields: seatFieldsOf(rule),
    asksMove: asksMove(rule),
  }
}

const ask = (question: Question | undefined, scope: Scope, trace?: Trace): Truth =>
  question === undefined ? yes : question(scope, trace)

/** Does the rule bear on the scope at all? */
export const appliesTo = (bound: BoundRule, scope: Scope): Truth => ask(bound.applies, scope)

/** What a failure amounts to here: an exception that surely holds leaves it to people. */
function failed(bound: BoundRule, part: BoundRequirement, scope: Scope): Verdict {
  const lifted = part.failure === 'unmet' && bound.exceptions.some(({ when }) => when?.(scope) === yes)
  return lifted ? 'discretion' : part.failure
}

/** Does a question for people arise? */
export const arises = (bound: BoundRule, { when }: BoundInquiry, scope: Scope): boolean =>
  both(appliesTo(bound, scope), ask(when, scope)) !== no

/** The verdict of one requirement of a rule that applies (or may); undefined where the requirement does not. */
export function verdictOf(
  bound: BoundRule,
  part: BoundRequirement,
  applies: Truth,
  scope: Scope,
  trace?: Trace,
): Verdict | undefined {
  const guard = both(applies, ask(part.when, scope))
  if (guard === no) return undefined
  const truth = part.that(scope, trace)
  if (truth === yes) return 'met'
  if (guard === yes) return truth === unknown ? 'unknown' : failed(bound, part, scope)
  if (trace) {
    ask(bound.applies, scope, trace)
    ask(part.when, scope, trace)
  }
  return 'unknown'
}
