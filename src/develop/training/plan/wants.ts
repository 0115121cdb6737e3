/** What people want of the classes of a year: hours that lack, topics that lack. */
import { type DateCode, dateCode, formatDate } from '#domain/calendar.ts'
import { fill, type Text } from '#domain/text.ts'
import type { CadreFacts } from '#policy/index.ts'
import { type HoursAccount, hoursCountedOn } from '../hours/account.ts'
import type { Topic } from '../settings.ts'
import { topicDueOn } from '../topics/needs.ts'
import type { Training } from '../training.ts'

export interface HoursWant {
  readonly hours: number
  /** Points for each hour. */
  readonly unitValue: number
  readonly due: DateCode
  readonly reason: Text
}

export interface TopicWant {
  readonly topic: Topic
  readonly points: number
  readonly due: DateCode | undefined
  readonly reason: Text
}

export interface Wants {
  readonly cadre: CadreFacts
  readonly hours: HoursWant | undefined
  readonly topics: readonly TopicWant[]
}

/** By cadre, only those who want anything; hours of several years are looked at as they will stand at the end of the year. */
export function wantsOf(training: Training, year: number): readonly Wants[] {
  const { facts, states, allotting, accounts } = training
  const found = new Map<number, { hours: HoursWant | undefined; topics: TopicWant[] }>()
  const at = (cadre: number) => {
    const known = found.get(cadre) ?? { hours: undefined, topics: [] }
    found.set(cadre, known)
    return known
  }
  for (const account of accounts) {
    const hours = hoursWant(training, account, year)
    if (hours) at(account.cadre).hours = hours
  }
  for (const { topic, lacking } of states)
    for (const member of lacking)
      at(member.cadre.index).topics.push({
        topic,
        points: allotting.points[topic.source],
        due: topicDueOn(member, allotting.joinedMonths),
        reason: fill(topicLacks, { topic: topic.title }),
      })
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([index, { hours, topics }]) => ({ cadre: facts.cadre(index), hours, topics }))
}

function hoursWant(training: Training, account: HoursAccount, year: number): HoursWant | undefined {
  const { allotting, courses, facts, hours: settings } = training
  const { windowYears, required, gap, deadline, cadre } = account
  if (gap === undefined) return undefined
  const points = allotting.points[deadline.isMakeUp ? 'makeup' : 'hours']
  const unitValue = points / required.hours
  if (gap > 0)
    return {
      hours: gap,
      unitValue,
      due: deadline.on,
      reason: fill(hoursLack, { gap, day: formatDate(deadline.on, '.') }),
    }
  if (windowYears === 1) return undefined
  const end = dateCode(year, 12, 31)
  const ahead = required.hours - hoursCountedOn(courses(facts.cadre(cadre)), windowYears, end) - settings.onlineHours
  return ahead > 0
    ? { hours: ahead, unitValue, due: end, reason: fill(hoursWillLack, { gap: ahead, day: formatDate(end, '.') }) }
    : undefined
}

const hoursLack: Text = { zh: '差{gap}学时，{day}前补足', en: '{gap} hours lacking, to be made up by {day}' }
const hoursWillLack: Text = {
  zh: '早先的培训过期后，到{day}将差{gap}学时',
  en: 'As earlier courses lapse, {gap} hours will lack by {day}',
}
const topicLacks: Text = { zh: '没有学过“{topic}”', en: '“{topic}” not taken' }
