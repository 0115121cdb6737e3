/** Hours of recognised courses on the topic of an element of knowledge. */
import { asFraction, formatDate } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { EvidenceSettings } from '../requirements/settings.ts'
import { courseYears } from './parameters.ts'

export interface Course {
  readonly evidence: string
  readonly course: string
  readonly topic: string
  readonly hours: number
}

/** Courses of a cadre by the element of knowledge they speak of; undefined where nobody's courses are on record. */
export function courseReader(
  snapshot: Snapshot,
  { elementOfTopic }: EvidenceSettings,
): (cadre: number) => ReadonlyMap<string, readonly Course[]> | undefined {
  const { columns: t, length } = snapshot.tables.trainings
  const rows = byCadre(snapshot, 'trainings')
  const since = asFraction(snapshot.asOf) - courseYears
  if (length === 0) return () => undefined
  return (cadre) => {
    const courses = Array.from(rowsOf(rows, cadre)).flatMap((row): Course[] => {
      const [topic, from, hours] = [textAt(t.topic, row), dateAt(t.from, row), numberAt(t.hours, row)]
      if (topic === undefined || from === undefined || hours === undefined) return []
      if (asFraction(from) < since || booleanAt(t.recognised, row) === false) return []
      const course = textAt(t.course, row) ?? ''
      const evidence = `trainings/${textAt(t.cadre_id, row)}/${course}/${formatDate(from)}`
      return [{ evidence, course, topic, hours }]
    })
    return Map.groupBy(courses, ({ topic }) => elementOfTopic(topic))
  }
}
