/** The courses of one cadre, as the record has them. */
import { type DateCode, daysBetween, earliest, formatDate, isMonthOnly, isOnOrBefore } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'

export interface Course {
  /** `trainings/C0001/…/2026-03-02`. */
  readonly evidence: string
  readonly name: string
  readonly topic: string | undefined
  readonly from: DateCode
  readonly to: DateCode | undefined
  readonly hours: number | undefined
  /** Calendar days, both ends included; undefined where a day is not recorded. */
  readonly days: number | undefined
  readonly organiser: string | undefined
  readonly recognised: boolean | undefined
  readonly isOnline: boolean
}

/** Reads the courses of cadres by their row, in the order in which they began. */
export function coursesReader(
  snapshot: Snapshot,
  onlineWords: readonly string[],
): (cadre: number) => readonly Course[] {
  const t = snapshot.tables.trainings.columns
  const rows = byCadre(snapshot, 'trainings')
  const courseAt = (row: number): Course => {
    const [name, from, to] = [textAt(t.course, row) ?? '', dateAt(t.from, row) ?? 0, dateAt(t.to, row)]
    const organiser = textAt(t.organiser, row)
    const isExact = to !== undefined && !isMonthOnly(from) && !isMonthOnly(to)
    return {
      evidence: `trainings/${textAt(t.cadre_id, row)}/${name}/${formatDate(from)}`,
      name,
      topic: textAt(t.topic, row),
      from,
      to,
      hours: numberAt(t.hours, row),
      days: isExact ? daysBetween(from, to) + 1 : undefined,
      organiser,
      recognised: booleanAt(t.recognised, row),
      isOnline: hasWord(`${name}${organiser ?? ''}`, onlineWords),
    }
  }
  return (cadre) => Array.from(rowsOf(rows, cadre), courseAt).sort((a, b) => earliest(a.from) - earliest(b.from))
}

export const hasWord = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))

/** Began after the day `since` and by the day `by`: surely, surely not, or a missing day decides. */
export const beganWithin = ({ from }: Course, since: DateCode, by: DateCode) => {
  const [before, until] = [isOnOrBefore(from, since), isOnOrBefore(from, by)]
  if (before === 'yes' || until === 'no') return 'no'
  return before === 'no' && until === 'yes' ? 'yes' : 'unknown'
}
