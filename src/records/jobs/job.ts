import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'

/** What is asked of whichever worker takes it. */
export interface NewJob {
  readonly kind: string
  /** All that a worker needs to know beside the records. */
  readonly task: object
  /** One of its kind at a time. */
  readonly alone: boolean
  /** The account. */
  readonly actor: string
  readonly by: Text
}

/** A job in the hands of a worker. */
export interface Job {
  readonly jobId: string
  readonly kind: string
  readonly task: unknown
  readonly actor: string
  /** From 1; whoever works on an earlier one has lost it. */
  readonly attempt: number
}

export type JobState = 'waiting' | 'running' | 'done' | 'stopped' | 'failed'

/** How a job stands, for whoever asks in any process of the site. */
export interface JobStanding extends Job {
  readonly state: JobState
  readonly by: Text
  /** As its kind reports it, with what that kind has to say beside. */
  readonly progress: Progress | undefined
  readonly problem: Problem | undefined
  /** Since it was asked for. */
  readonly seconds: number
  readonly endedAt: Date | undefined
}

export type JobOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly problem: Problem }

/** Whose session ends so often with the same job does not get it again: it may be what ends them. */
export const mostAttempts = 3

/** Where news of jobs is told. */
export const newsChannel = 'zhiren_jobs'
