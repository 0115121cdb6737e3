/** The roster of cadres (干部名册) in any layout of the office: columns in any order, units over their people. */
import type { ArrivingPerson, ArrivingRow } from '#domain/arrivals.ts'
import { tenuresOf } from '../form-values/tenures.ts'
import { parseResume } from '../resume/parse-resume.ts'
import type { ReadSheet } from '../workbook/reading.ts'
import { type PlacedCell, textOf, wordOf } from './cell-values.ts'
import { type ColumnId, columnOf } from './column-titles.ts'
import { educationRows } from './education-cells.ts'
import { Findings } from './findings.ts'
import { cadreFields, evaluationRows, gradeRows, presentTenure } from './person-columns.ts'
import { RecordCells } from './record-cells.ts'
import { unitAbove } from './row-texts.ts'
import { readTable, type TableColumn } from './table.ts'

/** What counts of a person; a sheet with a name and one of these is a roster. */
export const rosterColumns: ReadonlySet<ColumnId> = new Set<ColumnId>([
  ...(['citizenId', 'sex', 'ethnicity', 'nativePlace', 'bornOn', 'workStartedOn', 'partyJoined', 'politics'] as const),
  ...(['fullTimeLevel', 'inServiceLevel', 'level', 'presentPost', 'grade', 'resume'] as const),
])

/** Columns that say nothing of the person, or what is known better from elsewhere. */
const passedOver: ReadonlySet<ColumnId> = new Set<ColumnId>(['number', 'age'])
/** Columns whose cells become fields or rows whenever they can be read. */
const taken: ReadonlySet<ColumnId> = new Set<ColumnId>([
  ...(['name', 'citizenId', 'sex', 'ethnicity', 'nativePlace', 'birthPlace', 'bornOn', 'workStartedOn'] as const),
  ...(['partyJoined', 'politics', 'fullTimeLevel', 'fullTimeDegree', 'fullTimeSchool', 'fullTimeMajor'] as const),
  ...(['inServiceLevel', 'inServiceDegree', 'inServiceSchool', 'inServiceMajor', 'level', 'degree', 'school'] as const),
  ...(['major', 'unit', 'resume', 'result', 'year', 'ofYear'] as const),
])

/** The people of one sheet. Rows without a name, totals and notes are said. `ofYear`: the year of a column 等次. */
export async function readRoster(
  sheet: ReadSheet,
  file: string,
  findings: Findings,
  ofYear?: string,
): Promise<ArrivingPerson[]> {
  const people: ArrivingPerson[] = []
  const hidden: number[] = []
  let columns: readonly TableColumn<ColumnId>[] = []
  let heading: string | undefined
  for await (const event of readTable(sheet, 'name', columnOf)) {
    if (event.kind === 'header') {
      if (columns.length === 0) sayKept(event.columns, sheet.name, findings)
      columns = event.columns
      heading = unitAbove(event.above) ?? heading
      sayTwice(event.columns, sheet.name, event.row, findings)
    } else if (event.kind === 'heading') heading = event.text
    else if (event.kind === 'aside')
      findings.notice('rows-aside', { sheet: sheet.name, row: event.row }, { value: event.text.slice(0, 30) })
    else {
      if (event.hidden) hidden.push(event.row)
      const cells = new RecordCells(sheet.name, event.row, columns, event.cells, findings)
      const person = personOf(cells, { file, sheet: sheet.name, row: event.row }, heading, ofYear)
      if (person === undefined)
        findings.problem('row-name-missing', { sheet: sheet.name, row: event.row, title: '姓名' })
      else people.push(person)
    }
  }
  sayHidden(hidden, sheet.name, findings)
  return people
}

function personOf(
  cells: RecordCells<ColumnId>,
  place: ArrivingPerson['place'],
  heading: string | undefined,
  ofYear: string | undefined,
): ArrivingPerson | undefined {
  const cadre = cadreFields(cells)
  if (cadre.name === undefined) return undefined
  const resumeText = cells.read('resume', textOf)
  const resume = resumeText === undefined ? undefined : parseResume(resumeText)
  const unit = cells.read('unit', wordOf)
  // 单位归口 may hold the number of a group.
  const unitName = unit === undefined || /^\d+$/.test(unit) ? heading : unit
  const tables = {
    educations: educationRows(cells),
    tenures: resume === undefined ? nonEmpty(presentTenure(cells)) : tenuresOf(resume),
    grades: nonEmpty(gradeRows(cells)),
    evaluations: nonEmpty(evaluationRows(cells, cells.read('year', yearOf) ?? ofYear)),
  }
  const extras = { ...extrasOf(cells), ...cells.kept }
  return {
    place,
    cadre,
    rows: Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows !== undefined)),
    ...(resume === undefined ? {} : { resume }),
    ...(unitName === undefined ? {} : { unitName }),
    ...(Object.keys(extras).length > 0 ? { extras } : {}),
  }
}

const yearOf = (placed: PlacedCell): string | undefined => /\d{4}/.exec(wordOf(placed) ?? '')?.[0]

const nonEmpty = (rows: readonly ArrivingRow[]): readonly ArrivingRow[] | undefined =>
  rows.length > 0 ? rows : undefined

const unheard = new Findings('')

/** What no field has a place for, as it stands. */
function extrasOf(cells: RecordCells<ColumnId>): ArrivingRow {
  const extras: Record<string, string> = {}
  for (const column of cells.columns) {
    if (column.id !== undefined && (taken.has(column.id) || passedOver.has(column.id))) continue
    // What is wrong with a known column is said where its value is read.
    const placed = { ...cells.at(column), ...(column.id === undefined ? {} : { findings: unheard }) }
    const value = textOf(placed)
    if (value !== undefined) extras[column.title] = value
  }
  return extras
}

function sayKept(columns: readonly TableColumn<ColumnId>[], sheet: string, findings: Findings): void {
  for (const { id, title } of columns) {
    if (id === undefined) findings.notice('column-kept', { sheet, title })
  }
}

/** Columns of which only one is read. */
const single: ReadonlySet<ColumnId> = new Set([...taken].filter((id) => id !== 'name' && id !== 'ofYear'))

/** Two people in a row, side by side, would leave one out; of other columns that are there twice, one is read. */
export function sayTwice(
  columns: readonly TableColumn<ColumnId>[],
  sheet: string,
  row: number,
  findings: Findings,
): void {
  for (const { index, title } of columns.filter(({ id }) => id === 'name').slice(1))
    findings.problem('name-column-twice', { sheet, row, column: index, title })
  const told = new Set<ColumnId>()
  for (const { id, index, title } of columns) {
    if (id === undefined || !single.has(id)) continue
    if (told.has(id)) findings.notice('column-twice', { sheet, row, column: index, title })
    told.add(id)
  }
}

export function sayHidden(rows: readonly number[], sheet: string, findings: Findings): void {
  const [first] = rows
  if (first !== undefined) findings.notice('rows-hidden', { sheet, row: first }, { count: rows.length })
}
