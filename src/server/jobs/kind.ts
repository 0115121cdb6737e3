/** A kind of long work of the site: what is asked, and the work that a process of its own does. */
import type { z } from 'zod'
import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import type { AuditEntry, Records } from '#records/index.ts'
import type { JobBoard, JobStanding } from '#records/jobs/index.ts'

export interface JobKind<Task extends object> {
  readonly name: string
  readonly task: z.ZodType<Task>
  /** Asked to stop, it saves the best that it has by then; others end without a result. */
  readonly savesBest?: boolean
  /** What is said where its process ended without an answer. */
  readonly cutOff?: Problem
  /** Loaded only where it is done. */
  work(): Promise<JobWork<Task>>
}

/** Ends by one of `commit`, `settle`, each of which a worker that has lost the job cannot do. */
export type JobWork<Task extends object> = (task: Task, at: JobContext) => Promise<void>

export interface JobContext {
  readonly records: Records
  /** Where the facts are read, if not where the results are written. */
  readonly replica: Records['connection'] | undefined
  readonly actor: string
  /** Aborts when somebody asks to stop; work that computes without a pause asks `isStopAsked`. */
  readonly signal: AbortSignal
  isStopAsked(): boolean
  report(progress: Progress): void
  /** Writes what was made, with its audit entry, and ends the job: both or neither. */
  commit(entry: AuditEntry, write: (transaction: Transaction) => Promise<unknown>): Promise<void>
  /** Ends the job within a transaction of another function. */
  settle(transaction: Transaction): Promise<void>
}

type Transaction = Parameters<Parameters<Records['commit']>[1]>[0]

/** As it is found in a table of kinds. */
// biome-ignore lint/suspicious/noExplicitAny: each kind checks its task by its own schema
export type AnyJobKind = JobKind<any>

export type StandingOf<Task, State> = Omit<JobStanding, 'task' | 'progress'> & {
  readonly task: Task
  readonly progress: State
}

/** How far the jobs of a kind are that have not ended, by what they are about. */
export async function underWayBy<Task extends object, State extends Progress>(
  jobs: JobBoard,
  kind: JobKind<Task>,
  { of, waiting }: { readonly of: (task: Task) => string; readonly waiting: State },
): Promise<ReadonlyMap<string, StandingOf<Task, State>>> {
  const found = await jobs.underWay(kind.name)
  return new Map(
    found.map(({ task, progress, ...standing }) => [
      of(task as Task),
      { ...standing, task: task as Task, progress: (progress as State | undefined) ?? waiting },
    ]),
  )
}
