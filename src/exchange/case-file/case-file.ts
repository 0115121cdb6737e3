/** The file of a selection case as a value: what the one PDF says and holds, in the words of the paper. */
import type { Verdict } from '#domain/finding.ts'

/** A row of the full-process record. */
export interface RecordLine {
  /** The day it happened, `2026.11.02`. */
  readonly on: string
  /** When and by whom it was recorded. */
  readonly recorded: string
  readonly stage: string
  readonly says: string
  /** What it says more: facts, reasons, what it corrects. */
  readonly details: readonly string[]
  /** What it was corrected by, or withdrawn for. */
  readonly struck: string
}

export interface GateLine {
  readonly verdict: Verdict
  /** The verdict in words. */
  readonly word: string
  readonly about: string
  readonly title: string
  readonly article: string
  readonly reasons: readonly string[]
  /** What people recorded against it. */
  readonly held: string
}

export interface GateTable {
  readonly title: string
  readonly lines: readonly GateLine[]
}

/** A table of plain texts with a title: the exceptions approved, the results of ballots. */
export interface PlainTable {
  readonly title: string
  readonly heads: readonly string[]
  /** Widths in proportion. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

export interface BoundPaper {
  readonly title: string
  /** Kind, day on the paper, version, who filed it when. */
  readonly notes: readonly string[]
  readonly contents: {
    readonly kind: 'pdf' | 'jpeg' | 'png' | 'attachment'
    readonly sha256: string
    readonly bytes: number
  }
}

export interface CaseFileText {
  readonly title: string
  readonly head: readonly (readonly [label: string, value: string])[]
  /** Who had it made, when and what for: on every page. */
  readonly watermark: string
  readonly record: readonly RecordLine[]
  readonly gates: readonly GateTable[]
  readonly tables: readonly PlainTable[]
  readonly papers: readonly BoundPaper[]
}
