/** A paper of the office as a value: a table under a title, whatever it says. It becomes a PDF or a sheet. */
import type { FormPhoto } from '#domain/appointment-form.ts'

export type PageFormat = 'a4-portrait' | 'a4-landscape' | 'a3-portrait' | 'a3-landscape'

export interface PaperColumn {
  readonly label: string
  /** The upper header, shared with the neighbours that have the same. */
  readonly group?: string
  /** In Chinese characters; the columns of a page share its width in this proportion. */
  readonly width: number
  /** Centred unless told otherwise. */
  readonly align?: 'left'
}

/** Text, with lines parted by `\n`; empty where a fact is not known. */
export type PaperCell = string | FormPhoto

export interface PaperGroup {
  /** A row across the table, above its rows. */
  readonly title?: string
  readonly rows: readonly (readonly PaperCell[])[]
}

export interface Paper {
  readonly title: string
  /** How it is to be kept, e.g. 工作秘密　注意保存: above the title, to the left. */
  readonly marking?: string
  /** Above the table, to the left and to the right: the unit, the date. */
  readonly above?: { readonly left?: string; readonly right?: string }
  readonly columns: readonly PaperColumn[]
  readonly groups: readonly PaperGroup[]
  /** Under the table: rules, remarks. */
  readonly notes?: readonly string[]
  /** Last of all, side by side: who signs. */
  readonly signatures?: readonly string[]
  readonly page: PageFormat
  /** Rows are at least so high, in mm: room for writing by hand. */
  readonly rowHeight?: number
}

/** Header cells in rows, left to right: a column without an upper header spans both rows. */
export interface HeaderCell {
  readonly label: string
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
}

/** The header of a table in one row, or in two where any column has an upper header. */
export function headerRows(columns: readonly PaperColumn[]): readonly (readonly HeaderCell[])[] {
  if (columns.every(({ group }) => group === undefined)) {
    return [columns.map(({ label }, column) => ({ label, column, columnSpan: 1, rowSpan: 1 }))]
  }
  const upper: HeaderCell[] = []
  const lower: HeaderCell[] = []
  columns.forEach(({ label, group }, column) => {
    const before = upper.at(-1)
    if (group === undefined) upper.push({ label, column, columnSpan: 1, rowSpan: 2 })
    else {
      lower.push({ label, column, columnSpan: 1, rowSpan: 1 })
      if (column > 0 && columns[column - 1]?.group === group && before) {
        upper[upper.length - 1] = { ...before, columnSpan: before.columnSpan + 1 }
      } else upper.push({ label: group, column, columnSpan: 1, rowSpan: 1 })
    }
  })
  return [upper, lower]
}
