/** What a reader of workbooks gives, whatever the file was. */
import type { Merge, ReadRow } from './cell.ts'

export interface ReadSheet {
  readonly name: string
  readonly hidden: boolean
  /** Merged ranges. Of a large sheet this is a pass of its own over its packed bytes. */
  merges(): Promise<readonly Merge[]>
  /** Rows with content, in order; each call reads them anew. Throws ProblemError where the file is damaged. */
  rows(): AsyncIterable<ReadRow>
}

export interface ReadWorkbook {
  /** Base name, as messages name it. */
  readonly file: string
  readonly sheets: readonly ReadSheet[]
  close(): void
}

/**
 * Columns up to the last filled one, over all rows of a sheet: 50,000 people in 36 columns are a twentieth. A stray cell in
 * the last column of every row would otherwise be looked past sixteen thousand times a row.
 */
export const mostPlaces = 2 ** 25

/** The file would take more time or memory than any workbook of this office. */
export class TooLargeError extends Error {}

/** A sheet that is in memory already. */
export const sheetInMemory = (
  name: string,
  rows: readonly ReadRow[],
  merges: readonly Merge[] = [],
  hidden = false,
): ReadSheet => ({
  name,
  hidden,
  merges: async () => merges,
  async *rows() {
    yield* rows
  },
})
