/** The columns 学历, 学位, 毕业院校及专业 of one kind of education to a row of `educations`. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import { degreeOf, levelOf, splitSchool } from '../form-values/education.ts'
import { textOf } from './cell-values.ts'
import type { ColumnId } from './column-titles.ts'
import { known, type RecordCells } from './record-cells.ts'

interface EducationColumns {
  readonly mode: 'full-time' | 'in-service'
  readonly level: ColumnId
  readonly degree: ColumnId
  readonly school: ColumnId
  readonly major: ColumnId
}

const kinds: readonly EducationColumns[] = [
  {
    mode: 'full-time',
    level: 'fullTimeLevel',
    degree: 'fullTimeDegree',
    school: 'fullTimeSchool',
    major: 'fullTimeMajor',
  },
  {
    mode: 'in-service',
    level: 'inServiceLevel',
    degree: 'inServiceDegree',
    school: 'inServiceSchool',
    major: 'inServiceMajor',
  },
  { mode: 'full-time', level: 'level', degree: 'degree', school: 'school', major: 'major' },
]

/** Rows of `educations`; undefined where the sheet has no column of them. */
export function educationRows(cells: RecordCells<ColumnId>): readonly ArrivingRow[] | undefined {
  const told = kinds.filter(({ level, degree }) => cells.columns.some(({ id }) => id === level || id === degree))
  return told.length === 0 ? undefined : told.flatMap((columns) => rowOf(cells, columns))
}

/** Level and degree may stand in one cell, on two lines or with `、` between. What is neither is kept aside. */
function rowOf(cells: RecordCells<ColumnId>, columns: EducationColumns): readonly ArrivingRow[] {
  const placed = cells.of(columns.level)
  const text = placed && textOf(placed)
  const pieces = (text ?? '').split(/[、，,/\s]+/).filter((piece) => piece !== '' && !/^[-—－]+$/.test(piece))
  const levelText = pieces.find((piece) => levelOf(piece) !== undefined)
  const degreeText = cells.read(columns.degree, textOf) ?? pieces.find((piece) => piece !== levelText)
  const degree = degreeText === undefined ? undefined : degreeOf(degreeText)
  const level = levelText === undefined ? undefined : levelOf(levelText)
  if (placed !== undefined && text !== undefined && pieces.length > 0 && level === undefined) cells.keep(placed, text)
  if (level === undefined) return []
  const major = cells.read(columns.major, textOf)
  const schoolText = cells.read(columns.school, textOf)?.split('\n')[0] ?? ''
  const school = major === undefined ? splitSchool(schoolText) : { school: schoolText.replace(/\s+/g, ''), major }
  return [
    known({
      mode: /党校/.test(levelText ?? '') ? 'in-service' : columns.mode,
      level: level === 'postgraduate' && degree === 'doctor' ? 'doctorate' : level,
      degree,
      school: school.school === '' ? undefined : school.school,
      major: school.major,
    }),
  ]
}
