import type { Text } from './text.ts'

/**
 * An expected failure at an edge: what is wrong, where, and how to mend it. `code` is stable; rows count from 1 as the
 * clerk sees them in a spreadsheet (the header is row 1).
 */
export interface Problem {
  readonly code: string
  readonly file?: string
  /** Of a workbook. */
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
  readonly message: Text
  readonly mend: Text
}

/** Carries problems out of a computation that cannot go on. At the edge it becomes exit code 2 or HTTP 4xx. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[]

  constructor(...problems: Problem[]) {
    super(problems.map((problem) => problem.message.en).join('; '))
    this.name = 'ProblemError'
    this.problems = problems
  }
}

/** A bug, not an expected failure: said to the log with its place, never shown as advice. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}

export function unreachable(value: never): never {
  throw new Error(`invariant: unexpected ${String(value)}`)
}
