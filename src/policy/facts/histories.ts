/** Sanctions, yearly evaluations, courses and studies of one cadre, as plain rows with the id of each. */
import { type DateCode, daysBetween, formatDate, isMonthOnly } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'

/** The five organisational measures (组织处理). */
export const measures = ['suspension', 'adjustment', 'ordered-resignation', 'removal', 'demotion'] as const
export type Measure = (typeof measures)[number]

const measureWords: readonly (readonly [Measure, RegExp])[] = [
  ['suspension', /停职检查/],
  ['ordered-resignation', /责令辞职/],
  ['demotion', /降职/],
  ['removal', /免职/],
  ['adjustment', /调整职务|调离岗位/],
]

export interface Sanction {
  readonly evidence: string
  readonly kind: string
  readonly decidedOn: DateCode
  readonly until: DateCode | undefined
  /** Which organisational measure it was, where the recorded basis says so. */
  readonly measure: Measure | undefined
  readonly label: Text
}
export interface Evaluation {
  readonly evidence: string
  readonly year: number
  readonly result: string
  readonly label: Text
}
export interface Training {
  readonly evidence: string
  readonly from: DateCode
  readonly hours: number | undefined
  readonly days: number | undefined
  readonly recognised: boolean | undefined
  readonly label: Text
}
export interface Education {
  readonly evidence: string
  readonly level: string
  readonly to: DateCode | undefined
  readonly label: Text
}

/** Calendar days of a course, both ends included. Where a day or the end is not known, its hours speak for it if known. */
function courseDays(from: DateCode, to: DateCode | undefined, hours: number | undefined): number | undefined {
  if (to === undefined || isMonthOnly(from) || isMonthOnly(to)) return hours === undefined ? undefined : 0
  return daysBetween(from, to) + 1
}

/** Reads the rows of one cadre. */
type Reader<T> = (cadre: number) => readonly T[]

export function sanctionReader(snapshot: Snapshot): Reader<Sanction> {
  const s = snapshot.tables.sanctions.columns
  const rows = byCadre(snapshot, 'sanctions')
  return (cadre) =>
    Array.from(rowsOf(rows, cadre), (row) => {
      const kind = textAt(s.kind, row) ?? ''
      const decidedOn = dateAt(s.decided_on, row) ?? 0
      const name = labelOf('sanctionKind', kind)
      const date = formatDate(decidedOn)
      return {
        evidence: `sanctions/${textAt(s.cadre_id, row)}/${kind}/${date}`,
        kind,
        decidedOn,
        until: dateAt(s.until, row),
        measure: measureWords.find(([, words]) => words.test(textAt(s.basis, row) ?? ''))?.[0],
        label: { zh: `${name.zh}（${date}）`, en: `${name.en} (${date})` },
      }
    })
}

/** Where a row stands in its table. */
interface Placed {
  readonly row: number
}

/**
 * What rows of one table have in common: only an explanation asks for the evidence and the label, and a city has half a
 * million evaluations and courses, so these are told on demand.
 */
function toldBy(evidence: (row: number) => string, label: (row: number) => Text): object {
  return {
    get evidence(): string {
      return evidence((this as unknown as Placed).row)
    },
    get label(): Text {
      return label((this as unknown as Placed).row)
    },
  }
}

/** A row whose evidence and label `common` tells. */
const rowOf = <Facts extends Placed>(common: object, facts: Facts): Facts & { evidence: string; label: Text } =>
  Object.assign(Object.create(common), facts)

export function evaluationReader(snapshot: Snapshot): Reader<Evaluation> {
  const e = snapshot.tables.evaluations.columns
  const rows = byCadre(snapshot, 'evaluations')
  const common = toldBy(
    (row) => `evaluations/${textAt(e.cadre_id, row)}/${numberAt(e.year, row) ?? 0}`,
    (row) => {
      const name = labelOf('evaluationResult', textAt(e.result, row) ?? '')
      const year = numberAt(e.year, row) ?? 0
      return { zh: `${year}年度${name.zh}`, en: `${year}: ${name.en}` }
    },
  )
  return (cadre) =>
    Array.from(rowsOf(rows, cadre), (row) =>
      rowOf(common, { row, year: numberAt(e.year, row) ?? 0, result: textAt(e.result, row) ?? '' }),
    )
}

export function trainingReader(snapshot: Snapshot): Reader<Training> {
  const t = snapshot.tables.trainings.columns
  const rows = byCadre(snapshot, 'trainings')
  const courseOf = (row: number): string => textAt(t.course, row) ?? ''
  const fromOf = (row: number): DateCode => dateAt(t.from, row) ?? 0
  const common = toldBy(
    (row) => `trainings/${textAt(t.cadre_id, row)}/${courseOf(row)}/${formatDate(fromOf(row))}`,
    (row) => ({ zh: courseOf(row), en: courseOf(row) }),
  )
  return (cadre) =>
    Array.from(rowsOf(rows, cadre), (row) => {
      const [from, hours] = [fromOf(row), numberAt(t.hours, row)]
      const days = courseDays(from, dateAt(t.to, row), hours)
      return rowOf(common, { row, from, hours, days, recognised: booleanAt(t.recognised, row) })
    })
}

export function educationReader(snapshot: Snapshot): Reader<Education> {
  const d = snapshot.tables.educations.columns
  const rows = byCadre(snapshot, 'educations')
  const levelOf = (row: number): string => textAt(d.level, row) ?? ''
  const common = toldBy(
    (row) => `educations/${textAt(d.cadre_id, row)}/${textAt(d.mode, row)}/${levelOf(row)}`,
    (row) => {
      const school = textAt(d.school, row) ?? ''
      const name = labelOf('educationLevel', levelOf(row))
      return school === '' ? name : { zh: `${name.zh}（${school}）`, en: `${name.en} (${school})` }
    },
  )
  return (cadre) =>
    Array.from(rowsOf(rows, cadre), (row) => rowOf(common, { row, level: levelOf(row), to: dateAt(d.to, row) }))
}
