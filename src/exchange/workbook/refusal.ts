import { ProblemError } from '#domain/problem.ts'
import { type ProblemCode, problemOf, type Values } from '../wording/wording.ts'

/** A whole file that is not read, with the one reason. */
export const refuse = (code: ProblemCode, file: string, values: Values = {}): ProblemError =>
  new ProblemError(problemOf(code, { file }, { file, ...values }))
