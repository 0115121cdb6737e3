/** Every message about a file, by its stable code: what is wrong, and how to mend it. */
import type { Problem } from '#domain/problem.ts'
import { fill, type Text } from '#domain/text.ts'
import { formNoticeWordings, formWordings } from './form-wordings.ts'
import { noticeWordings, packageWordings } from './package-wordings.ts'
import { formValueWordings, resumeWordings } from './resume-wordings.ts'
import { rowWordings } from './row-wordings.ts'
import { sheetWordings } from './sheet-wordings.ts'
import { workbookWordings } from './workbook-wordings.ts'

export interface Wording {
  readonly message: Text
  readonly mend: Text
}

const wordings = {
  ...packageWordings,
  ...rowWordings,
  ...noticeWordings,
  ...workbookWordings,
  ...sheetWordings,
  ...formWordings,
  ...formNoticeWordings,
  ...resumeWordings,
  ...formValueWordings,
}

export type ProblemCode = keyof typeof wordings

export interface Place {
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
}

export type Values = Readonly<Record<string, string | number | Text>>

/** The problem of that code, at that place, with the places of its two sentences filled. */
export function problemOf(code: ProblemCode, place: Place, values: Values = {}): Problem {
  const wording: Wording = wordings[code]
  const all = place.column === undefined ? values : { column: place.column, ...values }
  return { code, ...place, message: fill(wording.message, all), mend: fill(wording.mend, all) }
}

/** A value as it is quoted in a message: one line, cut where it is long. */
export function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return [...line].length > 40 ? `${[...line].slice(0, 40).join('')}…` : line
}
