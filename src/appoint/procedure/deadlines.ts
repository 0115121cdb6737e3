/** What is due when in a case: to-dos with their day, each from a rule. */
import { addDays, addMonths, type DateCode } from '#domain/calendar.ts'
import { stageRank } from '#domain/case-facts.ts'
import type { Citation } from '#domain/finding.ts'
import type { CaseEvent, CaseStage, RecordedFacts, SelectionCase } from '#domain/selection-case.ts'
import { fill, type Text } from '#domain/text.ts'
import {
  endOfWorkdays,
  parameterOn,
  parametersOn,
  type RuleBook,
  type WorkPeriodEnd,
  workCalendar,
} from '#policy/index.ts'
import { gateRule } from './gate.ts'
import { courseFacts, standing } from './process.ts'

export interface CaseDeadline {
  readonly id: string
  readonly label: Text
  /** Undefined where the calendar of that year is not entered. */
  readonly on: DateCode | undefined
  readonly due: 'overdue' | 'soon' | 'later'
  readonly basis: Citation | undefined
  readonly cadreId: string | undefined
}

const noticeRules = { 'grade-promotion': 'RANK-20-NOTICE', otherwise: 'APPT-41-NOTICE' } as const

const noticeRule = (kind: string): string =>
  kind === 'grade-promotion' ? noticeRules['grade-promotion'] : noticeRules.otherwise

/** A number of a rule on a day. */
function numberOf(book: RuleBook, id: string, name: string, on: DateCode): number | undefined {
  const rule = book.rules.get(id)
  const value = rule && parameterOn(rule, name, on)
  return typeof value === 'number' ? value : undefined
}

/**
 * The earliest lawful last day of a notice that begins on a day.
 * @example noticeEnds(20250929, book).day // 20251011
 */
export function noticeEnds(from: DateCode, book: RuleBook, rule: string = noticeRules.otherwise): WorkPeriodEnd {
  const days = numberOf(book, rule, 'min_working_days', from) ?? 0
  return endOfWorkdays(from, days, workCalendar(parametersOn(book.rules, from)))
}

interface Due {
  readonly id: string
  readonly rule?: string
  readonly label: Text
  readonly on: DateCode | undefined
  readonly cadreId?: string
}

/** @example deadlinesOf(selection, events, book, 20261123)[0].id // 'notice-ends' */
export function deadlinesOf(
  selection: SelectionCase,
  events: readonly CaseEvent[],
  book: RuleBook,
  today: DateCode,
): CaseDeadline[] {
  const soon = addDays(today, numberOf(book, gateRule, 'soon_days', today) ?? 0)
  const found =
    selection.standing === 'closed' ? afterwards(selection, events, book) : underWay(selection, events, book)
  return found
    .map(({ id, rule, label, on, cadreId }) => ({
      id,
      label,
      on,
      due: on === undefined || on > soon ? ('later' as const) : on < today ? ('overdue' as const) : ('soon' as const),
      basis: rule === undefined ? undefined : basisOf(book, rule),
      cadreId,
    }))
    .sort((a, b) => (a.on ?? 99991231) - (b.on ?? 99991231))
}

function basisOf(book: RuleBook, id: string): Citation | undefined {
  const rule = book.rules.get(id)
  return rule && { instrument: rule.instrument.name.zh, article: rule.article, title: rule.title }
}

function underWay(selection: SelectionCase, events: readonly CaseEvent[], book: RuleBook): Due[] {
  const facts = courseFacts(selection)
  const { stage } = selection
  const isBefore = (other: CaseStage): boolean => stageRank(stage) < stageRank(other)
  return [
    ...(isBefore('appraisees') ? recommendation(facts, book) : []),
    ...(isBefore('decision') ? [...coManaged(facts, book), ...resignation(facts, book)] : []),
    ...(stage === 'notice' ? notice(selection, facts, book) : []),
    ...(stage === 'probation' || stage === 'confirmation' ? probation(facts, book) : []),
    ...afterwards(selection, events, book),
  ]
}

function afterwards(selection: SelectionCase, events: readonly CaseEvent[], book: RuleBook): Due[] {
  return selection.effect
    ? [...secondment(selection), ...training(selection, events, book), ...appeal(selection, book)]
    : []
}

function recommendation({ recommended_on }: RecordedFacts, book: RuleBook): Due[] {
  const months = recommended_on && numberOf(book, 'APPT-16-VALIDITY', 'valid_months', recommended_on)
  if (!recommended_on || !months) return []
  return [
    {
      id: 'recommendation-lapses',
      rule: 'APPT-16-VALIDITY',
      label: { zh: '推荐结果失效，此前须确定考察对象', en: 'the recommendation lapses; choose appraisees before' },
      on: addMonths(recommended_on, months),
    },
  ]
}

function coManaged({ consent, consent_asked_on }: RecordedFacts, book: RuleBook): Due[] {
  const months = consent_asked_on && numberOf(book, 'APPT-34-DUAL-MGMT', 'reply_months', consent_asked_on)
  if (!consent_asked_on || !months || (consent !== undefined && consent !== 'silent')) return []
  return [
    {
      id: 'consent-by-silence',
      rule: 'APPT-34-DUAL-MGMT',
      label: {
        zh: '协管方未答复的，自此视为同意',
        en: 'from here on, silence of the co-managing side counts as consent',
      },
      on: addMonths(consent_asked_on, months),
    },
  ]
}

function resignation({ applied_on, resignation: kind }: RecordedFacts, book: RuleBook): Due[] {
  const days = applied_on && numberOf(book, 'CSL-85-REPLY', 'reply_days', applied_on)
  if (!applied_on || !days || kind !== 'service') return []
  return [
    {
      id: 'resignation-reply',
      rule: 'CSL-85-REPLY',
      label: {
        zh: '辞职申请审批到期（领导成员另有期限）',
        en: 'the reply to the application is due (leaders have longer)',
      },
      on: addDays(applied_on, days),
    },
  ]
}

function notice(
  { opening: { kind } }: SelectionCase,
  { notice_from, notice_to }: RecordedFacts,
  book: RuleBook,
): Due[] {
  if (notice_from === undefined) return []
  const rule = noticeRule(kind)
  const { day, yearLacking } = noticeEnds(notice_from, book, rule)
  if (yearLacking !== undefined) {
    return [
      {
        id: 'notice-ends',
        rule,
        label: fill(
          {
            zh: '公示期满日不能推算：没有{year}年放假调休日历',
            en: 'the end of the notice cannot be told: no calendar of {year}',
          },
          { year: yearLacking },
        ),
        on: undefined,
      },
    ]
  }
  return [
    {
      id: 'notice-ends',
      rule,
      label: { zh: '公示期满', en: 'the notice ends' },
      on: Math.max(day, notice_to ?? day),
    },
  ]
}

/** A probation begins with the notice of appointment, unless another day is recorded. */
function probation({ probation_from, appointed_on }: RecordedFacts, book: RuleBook): Due[] {
  const since = probation_from ?? appointed_on
  const months = since && numberOf(book, 'APPT-42-PROBATION', 'months', since)
  if (!since || !months) return []
  return [
    {
      id: 'probation-ends',
      rule: 'APPT-42-PROBATION',
      label: { zh: '试用期满，考核后办理任职或者免去', en: 'the probation ends: assess, then confirm or remove' },
      on: addMonths(since, months),
    },
  ]
}

function secondment(selection: SelectionCase): Due[] {
  const { seconded_to } = courseFacts(selection)
  if (selection.opening.kind !== 'secondment' || seconded_to === undefined) return []
  return [{ id: 'secondment-ends', label: { zh: '挂职期满', en: 'the secondment ends' }, on: seconded_to }]
}

const trainingRule = 'APPT-08-5-TRAIN'

/** Who was appointed short of training makes it up within a time. */
function training({ effect }: SelectionCase, events: readonly CaseEvent[], book: RuleBook): Due[] {
  const months = effect && numberOf(book, trainingRule, 'makeup_months', effect.from)
  if (!effect || !months) return []
  const gate = events.flatMap((event) => (event.kind === 'advanced' || event.kind === 'closed' ? event.gate : []))
  const short = gate.filter(({ finding }) => finding.rule === trainingRule && finding.verdict !== 'met')
  const people = new Set(short.flatMap(({ cadreId }) => cadreId ?? []))
  return [...people].map((cadreId) => ({
    id: `training/${cadreId}`,
    rule: trainingRule,
    label: { zh: '提任前未达培训要求，完成补训', en: 'training was short at the promotion: to be made up' },
    on: addMonths(effect.from, months),
    cadreId,
  }))
}

const appealRule = 'CSL-95-APPEAL'

function appeal(selection: SelectionCase, book: RuleBook): Due[] {
  const [one] = standing(selection)
  const { informed_on, review_sought_on } = courseFacts(selection)
  const days = informed_on && numberOf(book, appealRule, 'review_days', informed_on)
  if (!informed_on || !days || review_sought_on !== undefined) return []
  return [
    {
      id: 'review-ends',
      rule: appealRule,
      label: { zh: '本人申请复核的期限届满', en: 'the time to ask for a review ends' },
      on: addDays(informed_on, days),
      ...(one ? { cadreId: one.cadreId } : {}),
    },
  ]
}

/** The earliest lawful day to enter a stage, as far as the recorded facts tell. */
export function earliestFor(selection: SelectionCase, to: CaseStage | undefined, book: RuleBook): DateCode | undefined {
  const facts = courseFacts(selection)
  if (to === 'appointment' && facts.notice_from !== undefined) {
    const { day, yearLacking } = noticeEnds(facts.notice_from, book, noticeRule(selection.opening.kind))
    return yearLacking === undefined ? addDays(Math.max(day, facts.notice_to ?? day), 1) : undefined
  }
  return to === 'confirmation' ? probation(facts, book)[0]?.on : undefined
}
