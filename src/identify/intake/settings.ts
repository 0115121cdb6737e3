/** What the instruments and the place say about checking records and believing sources, on a day. */
import type { DateCode } from '#domain/calendar.ts'
import { type ParameterValue, parameterOn, type RuleBook, retirementCalendar } from '#policy/index.ts'

/** Rules that a conflict names as its ground. */
export const groundRules = {
  birth: 'ARCH-DOB-EARLIEST',
  card: 'ARCH-ID-CARD',
  party: 'ARCH-PARTY',
  work: 'ARCH-WORK',
  education: 'ARCH-EDU',
  timeline: 'ARCH-TIMELINE',
  scope: 'ARCH-SCOPE',
  retirement: 'RETIRE-GRADUAL',
} as const
export type GroundRule = (typeof groundRules)[keyof typeof groundRules]

export interface IntakeSettings {
  readonly minPartyAge: number
  readonly minWorkAge: number
  readonly minCollegeAge: number
  readonly gapMonths: number
  readonly overlapMonths: number
  readonly studyOverlapMonths: number
  readonly retirementMarginMonths: number
  /** Kinds of tenure that count as a post for the start of work. */
  readonly posts: ReadonlySet<string>
  /** Table → the channel whose own matter it is. */
  readonly ownMatters: ReadonlyMap<string, string>
  /** Tables whose facts people alone settle. */
  readonly neverSettled: ReadonlySet<string>
  /** Channels without papers of their own: what they repeat of a fact is no further witness. */
  readonly secondHand: ReadonlySet<string>
  /** Channels believed last. */
  readonly last: ReadonlySet<string>
  /** How often a source is right, 0 … 1, before the data speak. */
  readonly trust: ReadonlyMap<string, number>
  readonly recentMonths: number
  readonly enoughSources: number
  /** Least education for a leading post; undefined where no rule says. */
  readonly leastEducation: string | undefined
  readonly retirement: ReturnType<typeof retirementCalendar>
}

const entriesOf = (value: ParameterValue | undefined): [string, string][] =>
  typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).map(([key, entry]) => [key, String(entry)])
    : []

const listOf = (value: ParameterValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

/** @example readIntakeSettings(loadRuleBook(), 20261122).gapMonths // 6 */
export function readIntakeSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): IntakeSettings {
  const read = (id: string, name: string): ParameterValue | undefined => {
    const rule = book.rules.get(id)
    return rule && parameterOn(rule, name, asOf)
  }
  const check = (name: string): number => Number(read('LOCAL-RECORD-CHECKS', name))
  const evidence = (name: string): ParameterValue | undefined => read('LOCAL-EVIDENCE', name)
  const leastEducation = read('APPT-08-4-EDU', 'min_education')
  return {
    minPartyAge: Number(read(groundRules.timeline, 'min_party_age')),
    minWorkAge: check('min_work_age'),
    minCollegeAge: check('min_college_age'),
    gapMonths: check('gap_months'),
    overlapMonths: check('overlap_months'),
    studyOverlapMonths: check('study_overlap_months'),
    retirementMarginMonths: check('retirement_margin_months'),
    posts: new Set(listOf(read(groundRules.timeline, 'posts'))),
    ownMatters: new Map(entriesOf(evidence('own_matters'))),
    neverSettled: new Set(listOf(evidence('never_settled'))),
    secondHand: new Set(listOf(evidence('second_hand'))),
    last: new Set(listOf(evidence('last'))),
    trust: new Map(entriesOf(evidence('trust_percent')).map(([source, percent]) => [source, Number(percent) / 100])),
    recentMonths: Number(evidence('recent_months')),
    enoughSources: Number(evidence('enough_sources')),
    leastEducation: leastEducation === undefined ? undefined : String(leastEducation),
    retirement: retirementCalendar(book, asOf),
  }
}
