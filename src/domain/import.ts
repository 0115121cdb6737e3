/**
 * An import on its way into the records: who arrived, whom they were matched with, what a person chose, and the changes
 * that follow. Nothing here is a fact yet; `FactChange` is what becomes one, and what an undo takes back.
 */
import type { ArrivingRow, PersonTable } from './arrivals.ts'
import type { Problem } from './problem.ts'
import type { TableName } from './tables.ts'
import type { Text } from './text.ts'

/** `reading` until the files are read; a draft in it that nobody is reading was cut off. */
export const importStates = ['reading', 'draft', 'failed', 'applied', 'undone', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

/** What was found in the files: a problem keeps something out, a notice only says so. */
export interface FileFinding extends Problem {
  readonly isNotice: boolean
}

/** What is recorded of one person: canonical text, ids included, fields that are unknown left out. */
export interface StandingPerson {
  readonly cadreId: string
  readonly cadre: ArrivingRow
  readonly rows: Readonly<Record<PersonTable, readonly ArrivingRow[]>>
}

/** Whom (or which unit) an arrival may be: recorded, by id, or earlier in the same import, by number. */
export interface Candidate {
  readonly id?: string
  readonly number?: number
  readonly name: string
  /** Of being one person; undefined where numbers of identity decide and no list was compared. */
  readonly probability: number | undefined
  readonly reasons: readonly Text[]
}

/** `known`: one, surely. `possible`: people choose. `new`: nobody recorded is like that. */
export interface Match {
  readonly outcome: 'known' | 'possible' | 'new'
  readonly candidates: readonly Candidate[]
  /** Recorded people of this name or number when the match was made: another one since makes it stale. */
  readonly namesakes: readonly string[]
  readonly notes: readonly Text[]
}

/** Who the arriving person is held to be, or which unit. */
export type Decision =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'same-as'; readonly number: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'left-out' }

/**
 * Which value is taken, by path: `cadres/born_on`, `tenures/3`, `tenures/3/to`, `tenures/absent/T0012` (`file` takes the
 * recorded row away); for everybody with `each` for the row: `tenures/each/to`.
 */
export type Choices = Readonly<Record<string, 'file' | 'record'>>

export const differenceOutcomes = ['new', 'changed', 'same', 'conflicting', 'absent', 'refused'] as const
export type DifferenceOutcome = (typeof differenceOutcomes)[number]

/** One value in the record against one in the file. */
export interface FieldDifference {
  readonly path: string
  readonly field: string
  readonly record: string | undefined
  readonly file: string | undefined
  readonly outcome: 'new' | 'changed' | 'same' | 'conflicting'
  /** Why it is taken as it is, where that is not plain. */
  readonly reason?: Text
}

/** One row of the file against the recorded row it was laid beside. */
export interface RowDifference {
  readonly path: string
  readonly table: PersonTable
  readonly outcome: DifferenceOutcome
  /** The recorded row; undefined where the file tells a new one. */
  readonly record: ArrivingRow | undefined
  /** The row of the file; undefined where it is absent there. */
  readonly file: ArrivingRow | undefined
  readonly fields: readonly FieldDifference[]
  /** Why it cannot be taken, where it is refused. */
  readonly reason?: Text
}

export interface PersonDifference {
  readonly fields: readonly FieldDifference[]
  readonly rows: readonly RowDifference[]
}

/** One row of the facts added, changed or taken away. Rows are canonical text with their keys. */
export interface FactChange {
  readonly table: TableName
  /** The arriving person or unit it came with. */
  readonly number: number
  readonly before: ArrivingRow | undefined
  readonly after: ArrivingRow | undefined
}

/** How many of the units and people, and of the fields and rows below them, ended how. */
export interface AppliedCounts {
  readonly people: { readonly new: number; readonly changed: number; readonly same: number; readonly leftOut: number }
  readonly units: { readonly new: number; readonly changed: number; readonly same: number; readonly leftOut: number }
  readonly rows: Readonly<Partial<Record<TableName, { inserted: number; changed: number; deleted: number }>>>
}
