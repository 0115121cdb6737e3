/** Who has taken a topic, and who surely has not. */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import { beganWithin, type Course, hasWord } from '../courses.ts'
import type { Topic } from '../settings.ts'
import type { Member } from './audience.ts'

/** `unknown`: courses without a topic, or none with one on record, so that nobody can say. */
export type Coverage = 'covered' | 'lacking' | 'unknown'

/**
 * Has a cadre taken the topic within its period? Told by the words of the topic in the name and the topic of a course; what
 * is not recognised does not count.
 */
export function coverageOf(courses: readonly Course[], topic: Topic, asOf: DateCode): Coverage {
  const since = addMonths(asOf, -topic.periodMonths)
  const counted = courses.filter((course) => course.recognised !== false && beganWithin(course, since, asOf) !== 'no')
  if (counted.some((course) => hasWord(`${course.name}\n${course.topic ?? ''}`, topic.words))) return 'covered'
  return counted.length > 0 && counted.every((course) => course.topic !== undefined) ? 'lacking' : 'unknown'
}

export interface TopicState {
  readonly topic: Topic
  readonly covered: number
  readonly lacking: readonly Member[]
  readonly unknown: number
  /** Those lacking it are needs by name; else they are a class to hold. */
  readonly byName: boolean
}

/** How a topic stands among those it is for. */
export function topicState(
  topic: Topic,
  members: readonly Member[],
  coverage: (member: Member) => Coverage,
  restPercent: number,
): TopicState {
  const by = Map.groupBy(members, coverage)
  const covered = by.get('covered')?.length ?? 0
  const lacking = by.get('lacking') ?? []
  const isMostly = covered * 100 >= (covered + lacking.length) * restPercent
  const byName = covered > 0 && (topic.listed === 'all' || (topic.listed === 'rest' && isMostly))
  return { topic, covered, lacking, unknown: by.get('unknown')?.length ?? 0, byName }
}
