import type { FormField } from '#domain/appointment-form.ts'
import type { Problem } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { columnOf } from '../appointment-form/elements.ts'
import { type ProblemCode, problemOf, quoted, type Values } from '../wording/wording.ts'
import { readFormDate } from './form-date.ts'

/** What is found while facts are drawn from one form. */
export interface Remarks {
  readonly file: string
  readonly problems: Problem[]
  readonly notices: Problem[]
}

/** A field of the form, or a column and the number of a relative. */
export type Spot = FormField | { readonly column: string; readonly row: number }

const placeOf = (file: string, spot: Spot): { file: string; column: string; row?: number } =>
  typeof spot === 'string' ? { file, column: columnOf(spot) } : { file, ...spot }

/** The value stays in the form alone. */
export function remarkKept(remarks: Remarks, spot: Spot, value: string, reason: Text): void {
  remarkNotice(remarks, 'value-kept', spot, { value: quoted(value), reason })
}

export function remarkNotice(remarks: Remarks, code: ProblemCode, spot: Spot, values: Values = {}): void {
  remarks.notices.push(problemOf(code, placeOf(remarks.file, spot), values))
}

export function remarkProblem(remarks: Remarks, code: ProblemCode, spot: Spot, values: Values = {}): void {
  remarks.problems.push(problemOf(code, placeOf(remarks.file, spot), values))
}

/**
 * A date in canonical text. One that cannot be is a problem; one that lacks its month, or words in place of the date of a
 * relative (已故), stay in the form.
 */
export function dateIn(remarks: Remarks, spot: Spot, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  const reading = readFormDate(value)
  if ('date' in reading) return reading.date
  const isKept = reading.fault === 'incomplete' || (reading.fault === 'unreadable' && typeof spot !== 'string')
  if (isKept) remarkKept(remarks, spot, value, reading.reason)
  else remarkProblem(remarks, 'form-date', spot, { value: quoted(value), reason: reading.reason })
  return undefined
}
