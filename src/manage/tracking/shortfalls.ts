/** Shortfalls that are proposed for guidance: each with what it rests on. A person takes one up, or leaves it. */
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { DevelopmentNeed } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import { isEvaluationMissing, lowerResults, nextContact } from './changes.ts'
import type { ReserveCourse } from './course.ts'
import { type TrackingSettings, trackingRule } from './settings.ts'

export interface Shortfall {
  readonly cadreId: string
  readonly kind: Identifier<'shortfallKind'>
  /** Stable: `shortfalls/evaluation-down/C0001/2025`. */
  readonly source: string
  readonly says: Text
  readonly basis: Citation | undefined
  /** Rows it rests on. */
  readonly evidence: readonly string[]
}

export type OpenNeed = Pick<DevelopmentNeed, 'cadreId' | 'kind' | 'need' | 'rule' | 'proposal'>
/** A step of a plan whose day has passed. */
export interface OverdueStep {
  readonly number: number
  readonly what: string
  readonly to: DateCode
}

export interface ShortfallGround {
  readonly course: ReserveCourse
  readonly needs: readonly OpenNeed[]
  readonly steps?: readonly OverdueStep[]
  readonly settings: TrackingSettings
  readonly book: Pick<RuleBook, 'rules'>
  readonly day: DateCode
}

/** @example shortfallsOf(ground).map(({ kind }) => kind) // ['need-open', 'no-contact'] */
export function shortfallsOf(ground: ShortfallGround): readonly Shortfall[] {
  const { course, needs, steps = [], book } = ground
  const { cadreId } = course
  const local = citationOf(book, trackingRule)
  const fromNeeds = needs.map(({ kind, need, rule, proposal }): Shortfall => {
    const of = kind === 'training' ? 'training-gap' : 'need-open'
    const basis = book.rules.has(rule) ? citationOf(book, rule) : undefined
    return {
      cadreId,
      kind: of,
      source: `shortfalls/${of}/${cadreId}/${need}/${rule}`,
      says: proposal,
      basis,
      evidence: [],
    }
  })
  const fromSteps = steps.map(
    ({ number, what, to }): Shortfall => ({
      cadreId,
      kind: 'step-overdue',
      source: `shortfalls/step-overdue/${cadreId}/${number}`,
      says: fill(stepLate, { number, what, day: formatDate(to, '.') }),
      basis: undefined,
      evidence: [],
    }),
  )
  return [...fromNeeds, ...fromSteps, ...fromCourse(ground).map((one) => ({ ...one, cadreId, basis: local }))]
}

function fromCourse({ course, settings, day }: ShortfallGround): readonly Omit<Shortfall, 'cadreId' | 'basis'>[] {
  const { cadreId, evaluations, expectedYear, contacts } = course
  const last = lowerResults(course).find(({ result }) => result.year === evaluations[0]?.year)
  const next = nextContact(course, settings)
  const source = (kind: string, what: string | number): string => `shortfalls/${kind}/${cadreId}/${what}`
  return [
    ...(last
      ? [
          {
            kind: 'evaluation-down' as const,
            source: source('evaluation-down', last.result.year),
            says: fill(lower, {
              year: last.result.year,
              result: labelOf('evaluationResult', last.result.result),
              before: labelOf('evaluationResult', last.before.result),
            }),
            evidence: [last.result, last.before].map(({ year }) => `evaluations/${cadreId}/${year}`),
          },
        ]
      : []),
    ...(isEvaluationMissing(course)
      ? [
          {
            kind: 'evaluation-missing' as const,
            source: source('evaluation-missing', expectedYear),
            says: fill(missing, { year: expectedYear }),
            evidence: [],
          },
        ]
      : []),
    ...(next === undefined || next < day
      ? [
          {
            kind: 'no-contact' as const,
            source: source('no-contact', contacts[0] ? formatDate(contacts[0].on) : 'never'),
            says: contacts[0]
              ? fill(contactLong, { day: formatDate(contacts[0].on, '.'), months: settings.contactMonths })
              : never,
            evidence: contacts.slice(0, 1).map(({ statementId }) => `statements/${statementId}`),
          },
        ]
      : []),
  ]
}

const lower: Text = {
  zh: '{year}年度考核{result}，上一次有等次的是{before}',
  en: 'Evaluation of {year}: {result}; the one before: {before}',
}
const missing: Text = { zh: '{year}年度考核结果没有记载', en: 'No evaluation of {year} on record' }
const contactLong: Text = {
  zh: '最近一次谈心或接触在{day}，超过{months}个月',
  en: 'The last talk or contact was on {day}, more than {months} months ago',
}
const never: Text = { zh: '没有谈心或接触的记载', en: 'No talk or contact on record' }
const stepLate: Text = { zh: '第{number}步“{what}”应于{day}完成', en: 'Step {number}, “{what}”, was due on {day}' }
