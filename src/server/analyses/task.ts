/** What goes to the process that analyses, and what comes back. */
import type { DateCode } from '#domain/calendar.ts'
import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import type { Records } from '#records/index.ts'
import type { Job } from '#records/jobs/index.ts'

export interface AnalysisTask {
  /** The facts are read and the results written there: a large city is never copied into the server. */
  readonly connection: Records['connection']
  /** A replica that the facts are read from instead. */
  readonly replica?: Records['connection']
  readonly asOf: DateCode
  readonly actor: string
  /** The job that this is done for: settled with the results, or neither. */
  readonly job?: Pick<Job, 'jobId' | 'attempt'>
}

/** Asks to stop; between steps that compute without a pause nobody hears it. */
export const stopRequest = 'stop'

export type AnalysisAnswer =
  | { readonly progress: Progress }
  | { readonly runId: string }
  /** What was expected to fail, in words. */
  | { readonly problem: Problem }
  /** What was not, for the log. */
  | { readonly fault: string }
