/** The finding of one rule: verdict, reasons in words, evidence, what is missing, and when it turns. */
import { type DateCode, formatDate, latest } from '#domain/calendar.ts'
import { type Citation, type Finding, type Lifting, type Verdict, worst } from '#domain/finding.ts'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import { type ProcessField, processFields } from '#domain/process.ts'
import { fill, type Text } from '#domain/text.ts'
import { processFact, processNames } from '../facts/process.ts'
import type { ParameterValue } from '../language/types.ts'
import { orderIn, type Scope, termLabel } from '../language/vocabulary.ts'
import { namesIn } from '../language/walk.ts'
import type { Exception, Rule } from '../rulebook/rule.ts'
import { appliesTo, arises, type BoundInquiry, type BoundRequirement, type BoundRule, verdictOf } from './bound-rule.ts'
import { listText } from './measures.ts'
import { absorb, newTrace, type Trace } from './trace.ts'
import { no } from './truth.ts'

interface Answer {
  readonly part: BoundRequirement
  readonly verdict: Verdict
  readonly trace: Trace
}

function answersOf(bound: BoundRule, scope: Scope): Answer[] {
  const applies = appliesTo(bound, scope)
  return bound.requirements.flatMap((part): Answer[] => {
    const trace = newTrace()
    const verdict = verdictOf(bound, part, applies, scope, trace)
    return verdict === undefined ? [] : [{ part, verdict, trace }]
  })
}

/** The verdict alone; undefined where the rule does not apply. */
export function judge(bound: BoundRule, scope: Scope): Verdict | undefined {
  const applies = appliesTo(bound, scope)
  if (applies === no) return undefined
  let answer: Verdict | undefined
  for (const part of bound.requirements) {
    const verdict = verdictOf(bound, part, applies, scope)
    if (verdict !== undefined) answer = answer === undefined ? verdict : worst([answer, verdict])
  }
  return answer
}

/**
 * The finding of a rule about a cadre and, where the rule asks, a seat; undefined where the rule does not apply.
 * Reasons are those of the parts that carried the verdict.
 */
export function findingOf(bound: BoundRule, scope: Scope): Finding | undefined {
  const answers = answersOf(bound, scope)
  const questions = bound.inquiries
    .filter((one) => arises(bound, one, scope))
    .map((one) => questionOf(bound, one, scope))
  if (answers.length === 0) return questions.length === 0 ? undefined : askingOnly(bound, questions)
  const verdict = worst(answers.map((answer) => answer.verdict))
  const whole = newTrace()
  for (const answer of answers) absorb(whole, answer.trace, answer.verdict === verdict)
  const told = answers.filter((answer) => answer.verdict === verdict)
  const turnsOn = turningDay(bound, scope, verdict, whole)
  const { rule } = bound
  return {
    rule: rule.id,
    verdict,
    weight: bound.weight,
    basis: citationOf(rule),
    reasons: told.map((answer) => reasonOf(bound, answer, scope, turnsOn)),
    evidence: [...whole.evidence].sort(),
    missing: verdict === 'unknown' ? fieldsMissing(whole) : [],
    ...(turnsOn === undefined ? {} : { turnsOn }),
    ...(questions.length === 0 ? {} : { questions }),
    ...(verdict === 'met' || rule.exceptions.length === 0 ? {} : { liftedBy: rule.exceptions.map(liftingOf(rule)) }),
  }
}

const citationOf = (rule: Rule): Citation => ({
  instrument: rule.instrument.name.zh,
  article: rule.article,
  title: rule.title,
})

const liftingOf =
  (rule: Rule) =>
  (exception: Exception): Lifting => ({
    basis: {
      instrument: (exception.instrument ?? rule.instrument.name).zh,
      article: exception.article,
      title: exception.title,
    },
    approval: exception.approval,
  })

/** A rule that data cannot answer: the questions stand as reasons, and the verdict over all rules does not rest on them. */
const askingOnly = (bound: BoundRule, questions: readonly Text[]): Finding => ({
  rule: bound.rule.id,
  verdict: 'discretion',
  weight: 'asks',
  basis: citationOf(bound.rule),
  reasons: questions,
  evidence: [],
  missing: [],
})

/**
 * The earliest day after today on which the same facts give another verdict. Every time-based part has named the day on
 * which it turns; the rule is asked again on each. Where only the month is known, the month is the answer.
 */
function turningDay(bound: BoundRule, scope: Scope, verdict: Verdict, trace: Trace): DateCode | undefined {
  const days = [...trace.turning].filter((day) => latest(day) > scope.today).sort((a, b) => latest(a) - latest(b))
  return days.find((day) => judge(bound, { ...scope, today: latest(day) }) !== verdict)
}

const notRecorded: Text = { zh: '无记录', en: 'not recorded' }

/** What a message may name besides measures: parameters, terms of the seat and the cadre, the turning day, facts of a case. */
export const standardNames = [
  'seat_level',
  'level_below',
  'cadre_level',
  'standing',
  'seat_title',
  'unit_name',
  'turns_on',
  ...processNames,
] as const

function standardValues(bound: BoundRule, scope: Scope): Record<string, string | number | Text> {
  const level = (id: string | undefined): Text => (id === undefined ? notRecorded : termLabel('postLevel', id))
  const values: Record<string, string | number | Text> = {
    seat_level: level(scope.seat?.level),
    level_below: level(scope.seat?.levelBelow),
    cadre_level: level(scope.cadre.level),
    standing: level(scope.cadre.standing),
    seat_title: scope.seat?.title ?? notRecorded,
    unit_name: scope.seat?.unitName ?? notRecorded,
  }
  if (scope.process) for (const name of processNames) values[name] = processText(scope, name)
  for (const name of bound.rule.parameters.keys()) {
    const value = entryFor(scope.seat?.grade, bound.parameter(name))
    if (typeof value === 'number') values[name] = value
    if (typeof value === 'string') values[name] = orderIn('postLevel')?.includes(value) ? level(value) : value
  }
  return values
}

function processText(scope: Scope, name: (typeof processNames)[number]): Text {
  const fact = processFact(scope.process, name, scope.today)
  if (fact === undefined) return notRecorded
  const { kind, terms }: ProcessField = processFields[name]
  if (terms) return termLabel(terms, String(fact))
  const text = kind === 'date' ? formatDate(Number(fact)) : String(fact)
  return { zh: text, en: text }
}

/** What a parameter says here: of a table by grade, the entry of the grade in question. */
function entryFor(grade: string | undefined, value: ParameterValue | undefined): ParameterValue | undefined {
  if (typeof value !== 'object' || Array.isArray(value) || grade === undefined) return value
  return (value as Readonly<Record<string, ParameterValue>>)[grade]
}

const questionOf = (bound: BoundRule, { inquiry }: BoundInquiry, scope: Scope): Text =>
  fill(inquiry.ask, standardValues(bound, scope))

function valuesFor(bound: BoundRule, answer: Answer, scope: Scope): Record<string, string | number | Text> {
  const values = standardValues(bound, scope)
  for (const name of namesIn(answer.part.requirement.that)) values[name] = notRecorded
  for (const [name, text] of answer.trace.said) values[name] = text
  return values
}

function reasonOf(bound: BoundRule, answer: Answer, scope: Scope, turnsOn: DateCode | undefined): Text {
  const { messages } = answer.part.requirement
  const turn = turnsOn === undefined ? notRecorded : formatDate(turnsOn)
  const values = { ...valuesFor(bound, answer, scope), turns_on: turn }
  if (answer.verdict === 'met') return fill(messages.met, values)
  if (answer.verdict === 'unknown') {
    return messages.unknown ? fill(messages.unknown, values) : unknownReason(bound, answer.trace)
  }
  return withCaution(bound, answer, fill(messages.unmet, values))
}

/** Facts that would settle an unknown: those that are not recorded, and dates of which the day decides. */
export const fieldsMissing = (trace: Trace): string[] => [...new Set([...trace.missing, ...trace.imprecise])].sort()

function unknownReason(bound: BoundRule, trace: Trace): Text {
  const named = (fields: ReadonlySet<string>): Text => listText([...fields].sort().map(labelOfFact))
  const gaps: Text[] = []
  if (trace.missing.size > 0)
    gaps.push(fill({ zh: '缺{fields}', en: '{fields} missing' }, { fields: named(trace.missing) }))
  if (trace.imprecise.size > 0) {
    const text = { zh: '{fields}只知年月而取决于具体日期', en: '{fields} known to the month while the day decides' }
    gaps.push(fill(text, { fields: named(trace.imprecise) }))
  }
  const text = { zh: '{title}：{gaps}，暂不能判断', en: '{title} cannot be told: {gaps}' }
  return fill(text, { title: bound.rule.title, gaps: listText(gaps) })
}

/** Why a failure does not block: the text says 一般, people judge, or the number is not confirmed yet. */
function withCaution(bound: BoundRule, answer: Answer, reason: Text): Text {
  if (answer.verdict !== 'discretion') return reason
  const caution: Text =
    bound.weight === 'warns'
      ? { zh: '（本条口径尚待当地确认）', en: ' (awaiting local confirmation)' }
      : answer.part.requirement.severity === 'warn'
        ? {
            zh: '（条文为“一般”要求，例外须说明理由）',
            en: ' (the text says "generally"; an exception needs a stated reason)',
          }
        : answer.part.requirement.severity === 'needs-approval'
          ? { zh: '（须经批准）', en: ' (needs approval)' }
          : { zh: '（由组织研究认定）', en: ' (for people to judge)' }
  return { zh: reason.zh + caution.zh, en: reason.en + caution.en }
}
