/** A workbook on its way out, as values: what a roster, a list of a meeting or a template looks like on paper. */

/** How a cell looks. What is left out comes from the sheet's own style, and then from 宋体 11 without borders. */
export interface CellStyle {
  /** A font of the reader's machine: 宋体, 黑体, 仿宋, 楷体. */
  readonly font?: string
  /** In points. */
  readonly size?: number
  readonly bold?: boolean
  /** `RRGGBB`. */
  readonly colour?: string
  readonly fill?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'center' | 'bottom'
  readonly wrap?: boolean
  /** Smaller letters until the text fits. Not together with `wrap`. */
  readonly shrink?: boolean
  /** Characters one below the other. */
  readonly upright?: boolean
  /** A thin line on all four sides. */
  readonly border?: boolean
  /** How a number is written, e.g. `0.0`. Text is always text. */
  readonly numberFormat?: string
}

/** A cell that looks otherwise than its row, or covers others: those stand as null in the rows. */
export interface StyledCell {
  readonly value: string | number | null
  readonly style?: CellStyle
  /** How many columns and rows it covers, itself included. */
  readonly across?: number
  readonly down?: number
}

/** Text is written as text whatever it begins with; only a number becomes a number. Null is an empty cell. */
export type WrittenCell = string | number | null | StyledCell

/** One row; the place in `cells` is the column. */
export interface WrittenRow {
  readonly cells: readonly WrittenCell[]
  /** In points. */
  readonly height?: number
  readonly style?: CellStyle
}

/** A drop-down list on the cells of a column. */
export interface Choices {
  /** Column from 0; rows from 1, as the clerk sees them. */
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  /** None: only the prompt is shown. */
  readonly options: readonly string[]
  /** Shown beside the cell that is being filled. */
  readonly prompt?: string
  /** Other text is refused; otherwise it is asked about. */
  readonly strict?: boolean
}

export interface PageSetup {
  readonly paper: 'A4' | 'A3'
  readonly landscape?: boolean
  /** Rows from 1 that stand on top of every page. */
  readonly repeatRows?: readonly [from: number, to: number]
  /** In millimetres; 15 where left out. */
  readonly margin?: number
  /** Texts at the top and foot of every page; `{page}` and `{pages}` are numbers. */
  readonly header?: string
  readonly footer?: string
}

export interface Sheet {
  readonly name: string
  /** One for each column, in characters of half width. */
  readonly widths: readonly number[]
  readonly rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>
  /** For progress, where it is known. */
  readonly rowCount?: number
  readonly style?: CellStyle
  /** Rows and columns that stay when the sheet is scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns?: number }
  readonly page?: PageSetup
  readonly choices?: readonly Choices[]
  readonly hidden?: boolean
}
