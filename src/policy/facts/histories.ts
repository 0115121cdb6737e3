/** Sanctions, yearly evaluations, courses and studies of one cadre, as plain rows with the id of each. */
import { type DateCode, daysBetween, formatDate, isMonthOnly } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'

export interface Sanction {
  readonly evidence: string
  readonly kind: string
  readonly decidedOn: DateCode
  readonly until: DateCode | undefined
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

export interface HistoryReader {
  readonly sanctions: (cadre: number) => readonly Sanction[]
  readonly evaluations: (cadre: number) => readonly Evaluation[]
  readonly trainings: (cadre: number) => readonly Training[]
  readonly educations: (cadre: number) => readonly Education[]
  /** No course of anybody is recorded: then nothing can be said of hours. */
  readonly trainingsRecorded: boolean
}

/** Calendar days of a course, both ends included. Where a day or the end is not known, its hours speak for it if known. */
function courseDays(from: DateCode, to: DateCode | undefined, hours: number | undefined): number | undefined {
  if (to === undefined || isMonthOnly(from) || isMonthOnly(to)) return hours === undefined ? undefined : 0
  return daysBetween(from, to) + 1
}

export function historyReader(snapshot: Snapshot): HistoryReader {
  const { sanctions, evaluations, trainings, educations } = snapshot.tables
  const s = sanctions.columns
  const e = evaluations.columns
  const t = trainings.columns
  const d = educations.columns
  const sanctionRows = byCadre(snapshot, 'sanctions')
  const evaluationRows = byCadre(snapshot, 'evaluations')
  const trainingRows = byCadre(snapshot, 'trainings')
  const educationRows = byCadre(snapshot, 'educations')
  return {
    trainingsRecorded: trainings.length > 0,
    sanctions: (cadre) =>
      Array.from(rowsOf(sanctionRows, cadre), (row) => {
        const kind = textAt(s.kind, row) ?? ''
        const decidedOn = dateAt(s.decided_on, row) ?? 0
        const name = labelOf('sanctionKind', kind)
        const date = formatDate(decidedOn)
        return {
          evidence: `sanctions/${textAt(s.cadre_id, row)}/${kind}/${date}`,
          kind,
          decidedOn,
          until: dateAt(s.until, row),
          label: { zh: `${name.zh}（${date}）`, en: `${name.en} (${date})` },
        }
      }),
    evaluations: (cadre) =>
      Array.from(rowsOf(evaluationRows, cadre), (row) => {
        const year = numberAt(e.year, row) ?? 0
        const result = textAt(e.result, row) ?? ''
        const name = labelOf('evaluationResult', result)
        return {
          evidence: `evaluations/${textAt(e.cadre_id, row)}/${year}`,
          year,
          result,
          label: { zh: `${year}年度${name.zh}`, en: `${year}: ${name.en}` },
        }
      }),
    trainings: (cadre) =>
      Array.from(rowsOf(trainingRows, cadre), (row) => {
        const from = dateAt(t.from, row) ?? 0
        const course = textAt(t.course, row) ?? ''
        const hours = numberAt(t.hours, row)
        return {
          evidence: `trainings/${textAt(t.cadre_id, row)}/${course}/${formatDate(from)}`,
          from,
          hours,
          days: courseDays(from, dateAt(t.to, row), hours),
          recognised: booleanAt(t.recognised, row),
          label: { zh: course, en: course },
        }
      }),
    educations: (cadre) =>
      Array.from(rowsOf(educationRows, cadre), (row) => {
        const level = textAt(d.level, row) ?? ''
        const school = textAt(d.school, row) ?? ''
        const name = labelOf('educationLevel', level)
        return {
          evidence: `educations/${textAt(d.cadre_id, row)}/${textAt(d.mode, row)}/${level}`,
          level,
          to: dateAt(d.to, row),
          label: { zh: `${name.zh}（${school}）`, en: `${name.en} (${school})` },
        }
      }),
  }
}
