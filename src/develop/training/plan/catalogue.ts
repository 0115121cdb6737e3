/** The classes of a year, from what the topics say of their own: hours, places and the months in which they open. */
import { addDays, type DateCode, dateCode } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PlannedClass } from '#domain/training.ts'
import type { Topic } from '../settings.ts'

const weeksOfMonth = 4

/**
 * Classes that begin after a day, within a year: on a Monday, topics one week apart from each other, so that few clash.
 * @example standardCatalogue(topics, 2027, 20261122, 8)[0] // { key: 'LOCAL-TOPIC-THOUGHT/2027-03', from: 20270301, … }
 */
export const standardCatalogue = (
  topics: readonly Topic[],
  year: number,
  after: DateCode,
  hoursADay: number,
): readonly PlannedClass[] =>
  topics
    .flatMap((topic, place) =>
      topic.openMonths.map((month) => {
        const from = addDays(firstMonday(year, month), 7 * (place % weeksOfMonth))
        return {
          key: `${topic.id}/${year}-${String(month).padStart(2, '0')}`,
          name: `${year}年${topic.title.zh}${topic.source === 'hours' ? '' : '专题班'}（${month}月）`,
          topic: topic.id,
          topicName: topic.title.zh,
          type: topic.trainingType,
          organiser: topic.organiser,
          recognised: true,
          online: false,
          hours: topic.hours,
          places: topic.places,
          from,
          to: lastDay(from, Math.ceil(topic.hours / hoursADay)),
          forWhom: labelOf('trainingAudience', topic.audience).zh,
        }
      }),
    )
    .filter(({ from }) => from > after)
    .sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1))

function firstMonday(year: number, month: number): DateCode {
  const weekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  return dateCode(year, month, 1 + ((8 - weekday) % 7))
}

/** The last of so many weekdays that begin on a Monday. */
const lastDay = (monday: DateCode, weekdays: number): DateCode =>
  addDays(monday, Math.floor((weekdays - 1) / 5) * 7 + ((weekdays - 1) % 5))
