/** 培训 as it stands on a day: hours, topics, and what is needed of both. */
import type { DateCode } from '#domain/calendar.ts'
import { once, oncePer } from '#domain/once.ts'
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

/**
 * Worked out once for the same facts; hours and topics of everybody when they are first asked for.
 * @example trainingOn(facts, book).states.find(({ topic }) => topic.audience === 'new-member')?.lacking.length // 34
 */
export const trainingOn = oncePer((facts: Facts, book: RuleBook): Training => {
  const { asOf } = facts.snapshot
  const [hours, allotting, topics] = [hoursSettings(book, asOf), planSettings(book, asOf), topicsOn(book, asOf)]
  const audiences = audiencesOn(facts, book, allotting.joinedMonths)
  const courses = ofEach(coursesReader(facts.snapshot, hours.onlineWords))
  const readAccounts = accountReader(facts, book, courses)
  const accountsOfRow = ofEach((row) => readAccounts(facts.cadre(row)))
  const coursesOf = ({ index }: CadreFacts): readonly Course[] => courses(index)
  const accountsOf = ({ index }: CadreFacts): readonly HoursAccount[] => accountsOfRow(index)
  const accounts = once(() => Array.from({ length: facts.cadreCount }, (_, row) => row).flatMap(accountsOfRow))
  const states = once(() =>
    topics
      .filter(({ source }) => source !== 'hours')
      .map((topic) =>
        topicState(
          topic,
          audiences.of(topic),
          ({ cadre }) => coverageOf(coursesOf(cadre), topic, asOf),
          allotting.restPercent,
        ),
      ),
  )
  return {
    facts,
    asOf,
    hours,
    allotting,
    audiences,
    courses: coursesOf,
    accountsOf,
    get accounts() {
      return accounts()
    },
    get states() {
      return states()
    },
    topicsOf: (cadre) =>
      topics.flatMap((topic) => {
        const member = topic.source === 'hours' ? undefined : audiences.memberOf(cadre, topic)
        return member ? [{ topic, member, state: coverageOf(coursesOf(cadre), topic, asOf) }] : []
      }),
    refreshers: topics.filter(({ source }) => source === 'hours'),
  }
})

/** Reads each row once. */
function ofEach<T>(read: (row: number) => T): (row: number) => T {
  const known: T[] = []
  return (row) => {
    const found = known[row] ?? read(row)
    known[row] = found
    return found
  }
}

/** Needs by name: hours that are surely lacking, and topics that stand out as lacking. */
export function trainingNeeds({ asOf, allotting, accounts, states, courses }: Training): readonly DevelopmentNeed[] {
  const evidence = ({ cadre }: Member): readonly string[] => courses(cadre).map((course) => course.evidence)
  return [...hoursNeeds(accounts, asOf), ...topicNeeds(states, allotting.joinedMonths, evidence)]
}
