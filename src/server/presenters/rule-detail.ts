import { formatDate } from '#domain/calendar.ts'
import {
  answerOf,
  type Case,
  type Condition,
  differences,
  type Outline,
  outlineOf,
  type ParameterValue,
  parameterOn,
  parametersOn,
  type Rule,
} from '#policy/index.ts'
import type { LocalRule } from '#records/index.ts'
import type {
  LocalValue,
  OutlineShape,
  ParameterShape,
  RuleCase,
  RuleDetail,
  RuleParameter,
} from '../contract/index.ts'
import type { Impact } from '../law/impact.ts'
import { presentBasis, presentDate, presentText } from './evidence.ts'
import { presentRuleSummary, type RuleListParts, versionsOf } from './rule-list.ts'

/** A value of a parameter that the place has adopted. */
export type AdoptedValue = Extract<LocalRule, { kind: 'parameter' }>

export interface RuleDetailParts extends RuleListParts {
  /** The cases of this rule. */
  readonly own: readonly Case[]
  /** Values that the place has adopted for this rule, oldest first. */
  readonly adopted: readonly AdoptedValue[]
  readonly impact: Impact | undefined
}

const presentValue = (value: ParameterValue): ParameterShape => structuredClone(value) as ParameterShape

const presentAdopted = (one: AdoptedValue): LocalValue => ({
  id: one.id,
  value: presentValue(one.value),
  from: formatDate(one.from),
  to: presentDate(one.withdrawal?.on),
  by: one.by,
  on: formatDate(one.on),
  document: one.document,
  reason: one.reason,
  recordedBy: one.recordedBy,
  recordedAt: one.recordedAt.toISOString(),
})

function presentParameters(rule: Rule, { asOf, adopted }: RuleDetailParts): RuleParameter[] {
  return [...rule.parameters].map(([name, values]) => ({
    name,
    value: presentValue(parameterOn(rule, name, asOf) ?? ''),
    values: values.map(({ from, value }) => ({ from: formatDate(from), value: presentValue(value) })),
    stricter: rule.stricter.get(name) ?? null,
    local: adopted.filter((one) => one.name === name).map(presentAdopted),
  }))
}

function presentCase(one: Case, { book }: RuleDetailParts): RuleCase {
  const finding = answerOf(one, book)
  const differing = differences(one, finding)
  return {
    name: one.name,
    asOf: formatDate(one.asOf),
    expected: one.verdict,
    found: finding?.verdict ?? 'none',
    passes: differing.length === 0,
    differences: differing,
    reasons: (finding?.reasons ?? []).map(presentText),
    file: one.file,
  }
}

const presentOutline = ({ text, parts }: Outline): OutlineShape => ({
  text: presentText(text),
  parts: parts.map(presentOutline),
})

export function presentRuleDetail(rule: Rule, parts: RuleDetailParts): RuleDetail {
  const { book, asOf, own, impact } = parts
  const parameters = parametersOn(book.rules, asOf)
  const told = (condition: Condition): OutlineShape => presentOutline(outlineOf(condition, parameters))
  const words = (condition: Condition | undefined): OutlineShape | null =>
    condition === undefined ? null : told(condition)
  return {
    asOf: formatDate(asOf),
    rule: presentRuleSummary(rule, parts),
    guard: words(rule.applies),
    requirements: rule.requires.map(({ when, that, severity, messages: { met, unmet, unknown } }) => ({
      when: words(when),
      that: told(that),
      severity,
      messages: {
        met: presentText(met),
        unmet: presentText(unmet),
        unknown: unknown === undefined ? null : presentText(unknown),
      },
    })),
    questions: rule.asks.map(({ when, ask }) => ({ when: words(when), ask: presentText(ask) })),
    exceptions: rule.exceptions.map(({ instrument, article, title, approval, when }) => ({
      basis: presentBasis({ instrument: (instrument ?? rule.instrument.name).zh, article, title }),
      approval: presentText(approval),
      when: words(when),
    })),
    parameters: presentParameters(rule, parts),
    versions: versionsOf(rule, book)
      .filter(({ id }) => id !== rule.id)
      .map((other) => presentRuleSummary(other, parts)),
    cases: own.map((one) => presentCase(one, parts)),
    source: { place: rule.source, yaml: rule.text },
    impact: impact === undefined ? null : { ...impact, people: impact.people.size },
  }
}
