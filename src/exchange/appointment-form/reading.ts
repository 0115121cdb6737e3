import type { AppointmentForm } from '#domain/appointment-form.ts'
import type { Problem } from '#domain/problem.ts'
import { type ProblemCode, problemOf, type Values } from '../wording/wording.ts'

/** What a file that should be an appointment form gives. */
export interface FormReading {
  /** Left out where the file is refused; then there is exactly one problem. */
  readonly form?: AppointmentForm
  readonly problems: readonly Problem[]
  /** What was read all the same, or could not be: repaired XML, another encoding, a photo left out. */
  readonly notices: readonly Problem[]
}

export const refused = (file: string, code: ProblemCode, values: Values = {}, column?: string): FormReading => ({
  problems: [problemOf(code, column === undefined ? { file } : { file, column }, values)],
  notices: [],
})
