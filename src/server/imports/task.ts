/** What goes to the process that reads files, and what comes back. */
import type { FileFinding } from '#domain/import.ts'
import type { ListedCadre, SeatFacts } from '#records/imports/index.ts'
import type { GivenFile } from './read-files.ts'
import type { Waiting } from './walk.ts'

export interface ReadingTask {
  readonly files: readonly GivenFile[]
  readonly facts: SeatFacts
  readonly listed: readonly ListedCadre[]
}

export interface ReadingProgress {
  readonly step: 'waiting' | 'reading' | 'matching' | 'saving'
  /** Files read of all, and people found so far. */
  readonly files: number
  readonly total: number
  readonly people: number
}

export type ReadingAnswer =
  | { readonly progress: ReadingProgress }
  | { readonly arrivals: readonly Waiting[] }
  | { readonly findings: readonly FileFinding[] }
  | { readonly failure: string }
