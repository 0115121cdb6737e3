/** 培训 as it stands on a day: hours, topics, and what is needed of both. */
import type { DateCode } from '#domain/calendar.ts'
import type { DevelopmentNeed } from '#domain/results.ts'
import type { CadreFacts, Facts, RuleBook } from '#policy/index.ts'
import { type Course, coursesReader } from './courses.ts'
import { accountReader, type HoursAccount } from './hours/account.ts'
import { hoursNeeds } from './hours/needs.ts'
import { type HoursSettings, hoursSettings, type PlanSettings, planSettings, type Topic, topicsOn } from './settings.ts'
import { type Audiences, audiencesOn, type Member } from './topics/audience.ts'
import { type Coverage, coverageOf, type TopicState, topicState } from './topics/coverage.ts'
import { topicNeeds } from './topics/needs.ts'

export interface Training {
  readonly facts: Facts
  readonly asOf: DateCode
  readonly hours: HoursSettings
  readonly allotting: PlanSettings
  readonly audiences: Audiences
  readonly courses: (cadre: CadreFacts) => readonly Course[]
  /** Of one cadre, by rule. */
  readonly accountsOf: (cadre: CadreFacts) => readonly HoursAccount[]
  /** Of everybody who serves. */
  readonly accounts: readonly HoursAccount[]
  /** Of all topics by person, duty and cause. */
  readonly states: readonly TopicState[]
  /** Topics that are for one cadre, and whether they were taken. */
  readonly topicsOf: (
    cadre: CadreFacts,
  ) => readonly { readonly topic: Topic; readonly member: Member; readonly state: Coverage }[]
  /** Refresher classes without a topic, for hours. */
  readonly refreshers: readonly Topic[]
}

/** @example trainingOn(facts, book).states.find(({ topic }) => topic.audience === 'new-member')?.lacking.length // 34 */
export function trainingOn(facts: Facts, book: RuleBook): Training {
  const { asOf } = facts.snapshot
  const [hours, allotting, topics] = [hoursSettings(book, asOf), planSettings(book, asOf), topicsOn(book, asOf)]
  const audiences = audiencesOn(facts, book, allotting.joinedMonths)
  const read = coursesReader(facts.snapshot, hours.onlineWords)
  const known = new Map<number, readonly Course[]>()
  const courses = ({ index }: CadreFacts): readonly Course[] => {
    const found = known.get(index) ?? read(index)
    known.set(index, found)
    return found
  }
  const accountsOf = accountReader(facts, book)
  const serving = Array.from({ length: facts.cadreCount }, (_, index) => facts.cadre(index)).filter(
    ({ hasLeft }) => !hasLeft,
  )
  return {
    facts,
    asOf,
    hours,
    allotting,
    audiences,
    courses,
    accountsOf,
    accounts: serving.flatMap(accountsOf),
    states: topics
      .filter(({ source }) => source !== 'hours')
      .map((topic) =>
        topicState(
          topic,
          audiences.of(topic),
          ({ cadre }) => coverageOf(courses(cadre), topic, asOf),
          allotting.restPercent,
        ),
      ),
    topicsOf: (cadre) =>
      topics.flatMap((topic) => {
        const member = topic.source === 'hours' ? undefined : audiences.memberOf(cadre, topic)
        return member ? [{ topic, member, state: coverageOf(courses(cadre), topic, asOf) }] : []
      }),
    refreshers: topics.filter(({ source }) => source === 'hours'),
  }
}

/** Needs by name: hours that are surely lacking, and topics that stand out as lacking. */
export function trainingNeeds({ asOf, allotting, accounts, states, courses }: Training): readonly DevelopmentNeed[] {
  const evidence = ({ cadre }: Member): readonly string[] => courses(cadre).map((course) => course.evidence)
  return [...hoursNeeds(accounts, asOf), ...topicNeeds(states, allotting.joinedMonths, evidence)]
}
