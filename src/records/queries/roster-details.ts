/** What a roster says of a person beside the present post: study, grade, other posts, rewards, and what the record lacks. */
import { type DateCode, monthsBetween, yearOf } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { studyOf } from '#domain/lexicon/study-fields.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Stretch } from './career.ts'

/** Null is unknown. */
export interface RosterDetails {
  readonly ethnicity: string | null
  readonly nativePlace: string | null
  readonly birthPlace: string | null
  readonly monthsInParty: number | null
  readonly monthsAtWork: number | null
  readonly degree: string | null
  readonly degreeRank: number | null
  readonly school: string | null
  readonly major: string | null
  readonly studyFields: readonly string[] | null
  readonly unitKind: string | null
  readonly unitLevel: string | null
  readonly teamMember: boolean | null
  readonly grade: string | null
  readonly gradeRank: number | null
  readonly gradeSince: DateCode | null
  readonly monthsAtGrade: number | null
  readonly concurrentPosts: number
  readonly secondedNow: boolean | null
  readonly secondedEver: boolean | null
  readonly honourCount: number
  /** Whole hours, recognised or not said to be otherwise, begun in the year of the snapshot; null where no training is on record at all. */
  readonly trainingHours: number | null
}

/** Whole months from a day to the day of the snapshot, the lower where a day is missing; null where the day is. */
export const monthsSince = (since: DateCode | undefined, asOf: DateCode): number | null =>
  since === undefined ? null : Math.max(0, monthsBetween(since, asOf).least)

/** From the highest to the lowest: the rank counts from below. */
const rankIn = (values: readonly string[], value: string | null): number | null =>
  value === null ? null : values.length - values.indexOf(value)

export const educationRank = (level: string | null): number | null => rankIn(identifiersOf('educationLevel'), level)

/** Reads the details of one cadre after another. */
export function detailReader(
  snapshot: Snapshot,
): (cadre: number, career: readonly Stretch[], current: Stretch | undefined) => RosterDetails {
  const { asOf, tables } = snapshot
  const honours = byCadre(snapshot, 'honours')
  const readStudies = studyReader(snapshot)
  const readGrade = gradeReader(snapshot)
  const readHours = hoursReader(snapshot)
  const { cadres, units, positions } = tables
  const seatRows = new Map(
    Array.from({ length: positions.length }, (_, row) => [textAt(positions.columns.position_id, row), row]),
  )
  return (cadre, career, current) => {
    const seat = seatRows.get(current?.positionId) ?? -1
    const seconded = career.filter(({ kind }) => kind === 'seconded')
    return {
      ethnicity: textAt(cadres.columns.ethnicity, cadre) ?? null,
      nativePlace: textAt(cadres.columns.native_place, cadre) ?? null,
      birthPlace: textAt(cadres.columns.birth_place, cadre) ?? null,
      monthsInParty: monthsSince(dateAt(cadres.columns.party_joined_on, cadre), asOf),
      monthsAtWork: monthsSince(dateAt(cadres.columns.work_started_on, cadre), asOf),
      ...readStudies(cadre),
      unitKind: textAt(units.columns.kind, current?.unit ?? -1) ?? null,
      unitLevel: textAt(units.columns.level, current?.unit ?? -1) ?? null,
      teamMember: seat < 0 ? null : textAt(positions.columns.team_id, seat) !== undefined,
      ...readGrade(cadre),
      concurrentPosts: career.filter(
        (stretch) => stretch !== current && stretch.to === undefined && stretch.kind === 'concurrent',
      ).length,
      secondedNow: career.length === 0 ? null : seconded.some(({ to }) => to === undefined),
      secondedEver: career.length === 0 ? null : seconded.length > 0,
      honourCount: rowsOf(honours, cadre).length,
      trainingHours: readHours(cadre),
    }
  }
}

function studyReader(snapshot: Snapshot) {
  const { columns } = snapshot.tables.educations
  const educations = byCadre(snapshot, 'educations')
  const levels: readonly string[] = identifiersOf('educationLevel')
  const degrees: readonly string[] = identifiersOf('degree')
  return (cadre: number) => {
    const rows = [...rowsOf(educations, cadre)]
    const levelOf = (row: number): number => levels.indexOf(textAt(columns.level, row) ?? '')
    const finished = rows.filter((row) => dateAt(columns.to, row) !== undefined)
    const [highest] = (finished.length > 0 ? finished : rows).toSorted((a, b) => levelOf(a) - levelOf(b))
    const held = new Set(rows.map((row) => textAt(columns.degree, row)))
    const degree = degrees.find((one) => held.has(one)) ?? null
    const subjects = rows.flatMap((row) => textAt(columns.major, row) ?? [])
    return {
      degree,
      degreeRank: rankIn(degrees, degree),
      school: highest === undefined ? null : (textAt(columns.school, highest) ?? null),
      major: highest === undefined ? null : (textAt(columns.major, highest) ?? null),
      studyFields: subjects.length === 0 ? null : [...new Set(subjects.flatMap((one) => studyOf(one)?.field ?? []))],
    }
  }
}

function gradeReader(snapshot: Snapshot) {
  const { columns } = snapshot.tables.grades
  const grades = byCadre(snapshot, 'grades')
  const ladder: readonly string[] = identifiersOf('grade')
  return (cadre: number) => {
    const open = [...rowsOf(grades, cadre)].filter((row) => dateAt(columns.to, row) === undefined)
    const [row] = open.sort((a, b) => (dateAt(columns.from, b) ?? 0) - (dateAt(columns.from, a) ?? 0))
    const since = row === undefined ? undefined : dateAt(columns.from, row)
    const grade = row === undefined ? null : (textAt(columns.grade, row) ?? null)
    return {
      grade,
      gradeRank: rankIn(ladder, grade),
      gradeSince: since ?? null,
      monthsAtGrade: monthsSince(since, snapshot.asOf),
    }
  }
}

function hoursReader(snapshot: Snapshot) {
  const { columns } = snapshot.tables.trainings
  const trainings = byCadre(snapshot, 'trainings')
  const year = yearOf(snapshot.asOf)
  return (cadre: number): number | null => {
    const rows = [...rowsOf(trainings, cadre)]
    if (rows.length === 0) return null
    const counted = rows.filter(
      (row) => yearOf(dateAt(columns.from, row) ?? 0) === year && booleanAt(columns.recognised, row) !== false,
    )
    return Math.floor(counted.reduce((sum, row) => sum + (numberAt(columns.hours, row) ?? 0), 0))
  }
}
