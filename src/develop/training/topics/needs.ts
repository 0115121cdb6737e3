import { addMonths, type DateCode, formatDate, latest } from '#domain/calendar.ts'
import type { DevelopmentNeed } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Topic } from '../settings.ts'
import type { Member } from './audience.ts'
import type { TopicState } from './coverage.ts'

const toAttend: Text = {
  zh: '下一期“{topic}”培训列入名额。',
  en: 'Give a place in the next class on “{topic}”.',
}
const toAttendBy: Text = {
  zh: '{day}前参加“{topic}”培训（{joined}进入班子）。',
  en: 'Attend a class on “{topic}” by {day} (in the team since {joined}).',
}
const notTaken: Text = {
  zh: '近{months}个月有主题的培训里没有“{topic}”',
  en: 'No course on “{topic}” among those with a topic in {months} months',
}

/** The day by which a topic is due: for a new member of a team, so long after joining. */
export const topicDueOn = ({ joinedOn }: Member, joinedMonths: number): DateCode | undefined =>
  joinedOn === undefined ? undefined : latest(addMonths(joinedOn, joinedMonths))

/** Topics lacking, by name: only where the record tells, and where the topic stands out as lacking (decision 0023). */
export const topicNeeds = (
  states: readonly TopicState[],
  joinedMonths: number,
  evidenceOf: (member: Member, topic: Topic) => readonly string[],
): DevelopmentNeed[] =>
  states.flatMap(({ topic, lacking, byName }) =>
    byName
      ? lacking.map((member) => {
          const [due, joined] = [topicDueOn(member, joinedMonths), member.joinedOn]
          const says = due === undefined || joined === undefined ? toAttend : toAttendBy
          const days = { day: due ? formatDate(due) : '', joined: joined ? formatDate(joined) : '' }
          return {
            cadreId: member.cadre.id,
            kind: 'training',
            need: 'topic',
            rule: topic.id,
            basis: topic.basis,
            finding: {
              rule: topic.id,
              verdict: 'discretion',
              weight: 'warns',
              basis: topic.basis,
              reasons: [fill(notTaken, { months: topic.periodMonths, topic: topic.title })],
              evidence: evidenceOf(member, topic),
              missing: [],
            },
            proposal: fill(says, { topic: topic.title, ...days }),
          } as const
        })
      : [],
  )
