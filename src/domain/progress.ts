import type { Text } from './text.ts'

/** What long work reports: the step it is in and how far that step is, from 0 to 1. */
export interface Progress {
  readonly step: Text
  readonly fraction: number
}

export type OnProgress = (progress: Progress) => void
