/** What goes to the process that does a job, and what comes back. */
import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import type { Records } from '#records/index.ts'
import type { Job } from '#records/jobs/index.ts'

export interface JobOrder {
  /** The facts are read and the results written there: a large city is never copied into the server. */
  readonly connection: Records['connection']
  /** A replica that the facts are read from instead. */
  readonly replica?: Records['connection']
  readonly job: Job
  /** A file whose existence asks to stop as well: a process may be too busy to hear anything else. */
  readonly stopFile: string
}

/** Asks to stop; between steps that compute without a pause nobody hears it. */
export const stopRequest = 'stop'

export type JobAnswer =
  | { readonly progress: Progress }
  | { readonly isDone: true }
  /** What was expected to fail, in words. */
  | { readonly problem: Problem }
  /** What was not, for the log. */
  | { readonly fault: string }
