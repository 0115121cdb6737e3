/**
 * People on their way in, whatever file they came from: an appointment form, a roster, a collection workbook, a sheet of
 * yearly evaluations. Facts are canonical text in the fields of the data package (`tables.ts`), without the ids that only
 * the records can give; nothing here says yet whether the person is known.
 */
import type { AppointmentForm, ResumeSegment } from './appointment-form.ts'
import type { TableName } from './tables.ts'

/** Where something stood: rows count from 1 as the clerk sees them. */
export interface Place {
  readonly file: string
  readonly sheet?: string
  readonly row?: number
}

/** The tables that may arrive below a person. Their rows leave out `cadre_id` and ids of their own. */
export const personTables = [
  'tenures',
  'grades',
  'educations',
  'relatives',
  'evaluations',
  'honours',
  'sanctions',
] as const satisfies readonly TableName[]
export type PersonTable = (typeof personTables)[number]

/** One row in canonical text by field; a field that the file says nothing of is left out. */
export type ArrivingRow = Readonly<Record<string, string>>

export interface ArrivingPerson {
  readonly place: Place
  /** Fields of `cadres`, e.g. `{ name: '张三', born_on: '1974-03', party: '中共党员' }`. */
  readonly cadre: ArrivingRow
  /**
   * Rows of a table the file tells of. A table that the file does not tell of is left out; an empty list says that there
   * is none.
   */
  readonly rows: Readonly<Partial<Record<PersonTable, readonly ArrivingRow[]>>>
  /** The segments of a résumé, where the file has one; `rows.tenures` is drawn from them. */
  readonly resume?: readonly ResumeSegment[]
  /** The form itself, where the file is one: kept whole. */
  readonly form?: AppointmentForm
  /** What the file says besides, by the titles of its columns: shown, not recorded. */
  readonly extras?: ArrivingRow
  /** The unit as the file names it (a title row, a column), for those whose managing unit has to be found. */
  readonly unitName?: string
}

/** A unit of a collection workbook (B01): fields of `units`, and its code `001.001.008`, whose parts name its parents. */
export interface ArrivingUnit {
  readonly place: Place
  readonly code: string
  readonly unit: ArrivingRow
}

export interface Arrivals {
  readonly people: readonly ArrivingPerson[]
  readonly units: readonly ArrivingUnit[]
}
