/**
 * A sheet as a table: where its header is, which may stand below titles and span rows, and then its records, between which
 * title rows of units, totals and notes may stand.
 */
import { type Cell, isNumber, type Merge, type ReadRow } from '../workbook/cell.ts'
import type { ReadSheet } from '../workbook/reading.ts'
import { headingText, isAside, isUpperTitle, namesUnit } from './row-texts.ts'

export interface TableColumn<Id extends string> {
  readonly index: number
  /** As the sheet writes it, two rows joined by `/`. */
  readonly title: string
  readonly id: Id | undefined
}

/** One event of a sheet, in its order. */
export type TableEvent<Id extends string> =
  | {
      readonly kind: 'header'
      readonly row: number
      readonly columns: readonly TableColumn<Id>[]
      readonly above: readonly string[]
    }
  /** A title row over the people of a unit. */
  | { readonly kind: 'heading'; readonly row: number; readonly text: string }
  | {
      readonly kind: 'record'
      readonly row: number
      readonly hidden: boolean
      readonly cells: readonly (Cell | undefined)[]
    }
  /** A total, a note, a signature. */
  | { readonly kind: 'aside'; readonly row: number; readonly text: string }

/** How a title is known; `undefined` for titles of no column. */
export type KnownColumn<Id extends string> = (title: string) => Id | undefined

/** A header is looked for in so many rows with content. */
const headerWithin = 40

/** Reads a sheet as events; none where there is no header with the anchor column and one more that is known. */
export async function* readTable<Id extends string>(
  sheet: ReadSheet,
  anchor: Id,
  known: KnownColumn<Id>,
): AsyncGenerator<TableEvent<Id>> {
  const merges = mergesByTop(await sheet.merges())
  const reader = new TableReader(merges, anchor, known)
  for await (const row of sheet.rows()) {
    yield* reader.next(row)
    if (reader.givenUp) return
  }
  yield* reader.end()
}

function mergesByTop(merges: readonly Merge[]): ReadonlyMap<number, readonly Merge[]> {
  const byTop = new Map<number, Merge[]>()
  for (const merge of merges) {
    const same = byTop.get(merge.top)
    if (same === undefined) byTop.set(merge.top, [merge])
    else same.push(merge)
  }
  return byTop
}

class TableReader<Id extends string> {
  givenUp = false
  private readonly merges: ReadonlyMap<number, readonly Merge[]>
  private readonly anchor: Id
  private readonly known: KnownColumn<Id>
  private above: string[] = []
  private seen = 0
  private columns: readonly TableColumn<Id>[] | undefined
  private anchorIndex = -1
  private anchorTitle = ''
  /** Rows of a header that is not complete yet. */
  private headerRows: ReadRow[] = []
  private readonly filledOf = new WeakMap<ReadRow, Int32Array>()
  /** Cells that reach down into the rows below, by column. */
  private readonly held = new Map<number, { readonly bottom: number; readonly value: Cell | undefined }>()
  private open: { row: number; hidden: boolean; cells: (Cell | undefined)[] } | undefined

  constructor(merges: ReadonlyMap<number, readonly Merge[]>, anchor: Id, known: KnownColumn<Id>) {
    this.merges = merges
    this.anchor = anchor
    this.known = known
  }

  *next(row: ReadRow): Generator<TableEvent<Id>> {
    if (this.headerRows.length > 0) {
      if (this.continuesHeader(row)) {
        this.headerRows.push(row)
        return
      }
      yield* this.finishHeader()
    }
    if (this.isHeader(row)) {
      yield* this.flush()
      this.headerRows = [row]
      return
    }
    if (this.columns === undefined) {
      this.above.push(...row.cells.flatMap((cell) => (cell === undefined ? [] : [textIn(cell)])))
      this.seen += 1
      this.givenUp = this.seen > headerWithin
      return
    }
    yield* this.body(row)
  }

  *end(): Generator<TableEvent<Id>> {
    if (this.headerRows.length > 0) yield* this.finishHeader()
    yield* this.flush()
  }

  private isHeader(row: ReadRow): boolean {
    // A header that is repeated further down repeats the title of its anchor: all other rows are told quickly.
    if (this.columns !== undefined && !row.cells.some((cell) => this.isAnchorTitle(cell))) return false
    let anchored = false
    let others = 0
    for (const cell of row.cells) {
      if (typeof cell !== 'string' || cell.length > 30) continue
      const id = this.known(cell)
      if (id === this.anchor) anchored = true
      else if (id !== undefined || isUpperTitle(cell)) others += 1
    }
    return anchored && others > 0
  }

  private isAnchorTitle(cell: Cell | undefined): boolean {
    return typeof cell === 'string' && cell.length < 12 && cell.replace(/\s+/g, '') === this.anchorTitle
  }

  /** Further rows of a header have nothing below the anchor, and titles below others. */
  private continuesHeader(row: ReadRow): boolean {
    const [first] = this.headerRows
    if (first === undefined || this.headerRows.length > 2) return false
    const anchor = first.cells.findIndex((cell) => typeof cell === 'string' && this.known(cell) === this.anchor)
    const over = this.merges.get(first.number)?.find(({ left }) => left === anchor)
    if (over !== undefined && over.bottom > first.number) return row.number <= over.bottom
    if (row.number !== first.number + this.headerRows.length || row.cells[anchor] !== undefined) return false
    const titles = row.cells.flatMap((cell, index) =>
      typeof cell === 'string' && this.known(`${this.titleAt(first, index)}/${cell}`) !== undefined ? [cell] : [],
    )
    return titles.length > 0
  }

  private *finishHeader(): Generator<TableEvent<Id>> {
    const rows = this.headerRows
    this.headerRows = []
    const width = Math.max(...rows.map(({ cells }) => cells.length))
    const columns: TableColumn<Id>[] = []
    for (let index = 0; index < width; index += 1) {
      const path = rows.map((row) => this.titleAt(row, index, rows)).filter((text) => text !== '')
      const title = path.filter((text, place) => text !== path[place - 1]).join('/')
      if (title !== '') columns.push({ index, title, id: this.known(title) })
    }
    this.columns = columns
    const anchor = columns.find(({ id }) => id === this.anchor)
    this.anchorIndex = anchor?.index ?? 0
    this.anchorTitle = anchor?.title ?? ''
    yield { kind: 'header', row: rows[0]?.number ?? 0, columns, above: this.above }
    this.above = []
  }

  /** The title at a place, also where a merged cell covers it, or an upper title reaches over blank cells. */
  private titleAt(row: ReadRow, column: number, rows: readonly ReadRow[] = [row]): string {
    const own = row.cells[column]
    if (own !== undefined) return textIn(own).replace(/\s+/g, '')
    for (const one of rows) {
      const cover = this.merges
        .get(one.number)
        ?.find(({ left, right, bottom }) => left <= column && right >= column && bottom >= row.number)
      const covering = cover && one.cells[cover.left]
      if (covering !== undefined) return textIn(covering).replace(/\s+/g, '')
    }
    if (row !== rows[0] && rows.length > 1) return ''
    // Without merges, an upper title stands over the blank cells to its right.
    const nearest = row.cells[this.filledBefore(row)[Math.min(column, row.cells.length - 1)] ?? -1]
    return nearest !== undefined && isUpperTitle(textIn(nearest)) ? textIn(nearest).replace(/\s+/g, '') : ''
  }

  /** For each column, the filled cell that is nearest to its left; -1 where there is none. */
  private filledBefore(row: ReadRow): Int32Array {
    const known = this.filledOf.get(row)
    if (known) return known
    let last = -1
    const found = Int32Array.from({ length: row.cells.length }, (_, column) => {
      if (row.cells[column] !== undefined) last = column
      return last
    })
    this.filledOf.set(row, found)
    return found
  }

  private *body(row: ReadRow): Generator<TableEvent<Id>> {
    const cells = this.filled(row)
    if (this.open !== undefined && this.isWithin(row.number)) {
      this.append(row.cells)
      return
    }
    yield* this.flush()
    const texts = row.cells.flatMap((cell) =>
      cell === undefined || textIn(cell).trim() === '' ? [] : [textIn(cell).trim()],
    )
    const [first] = texts
    if (first === undefined || this.isPrepared(row)) return
    if (isAside(first, texts.length)) yield { kind: 'aside', row: row.number, text: first }
    else if (this.isHeading(row, first, texts.length))
      yield { kind: 'heading', row: row.number, text: headingText(first) }
    else this.open = { row: row.number, hidden: row.hidden, cells }
  }

  /** Is the anchor of this row the one that the open record began with? */
  private isWithin(row: number): boolean {
    const start = this.open?.row ?? row
    const merge = this.merges.get(start)?.find(({ left }) => left === this.anchorIndex)
    return merge !== undefined && merge.bottom >= row && row > start
  }

  private append(cells: readonly (Cell | undefined)[]): void {
    cells.forEach((cell, column) => {
      if (cell === undefined || this.open === undefined) return
      const before = this.open.cells[column]
      this.open.cells[column] = before === undefined ? cell : `${textIn(before)}\n${textIn(cell)}`
    })
  }

  private *flush(): Generator<TableEvent<Id>> {
    if (this.open !== undefined) yield { kind: 'record', ...this.open }
    this.open = undefined
  }

  /** The row with the values of merged cells that reach down into it. */
  private filled(row: ReadRow): (Cell | undefined)[] {
    const cells = [...row.cells]
    for (const [column, { bottom, value }] of this.held) {
      if (bottom < row.number) this.held.delete(column)
      else cells[column] ??= value
    }
    for (const { left, bottom, top } of this.merges.get(row.number) ?? [])
      if (bottom > top) this.held.set(left, { bottom, value: row.cells[left] })
    return cells
  }

  /** Rows prepared for filling in: nothing but numbers, and none of them the anchor. */
  private isPrepared(row: ReadRow): boolean {
    return row.cells.every(
      (cell, column) => cell === undefined || (column !== this.anchorIndex && /^\s*\d*\s*$/.test(textIn(cell))),
    )
  }

  /** One text alone in a row: merged across columns, or one that names a unit. */
  private isHeading(row: ReadRow, text: string, count: number): boolean {
    if (count > 1) return false
    const column = row.cells.findIndex((cell) => cell !== undefined && textIn(cell).trim() !== '')
    const isWide = this.merges.get(row.number)?.some(({ left, right }) => left === column && right - left >= 2) === true
    return isWide || namesUnit(headingText(text))
  }
}

const textIn = (cell: Cell): string =>
  typeof cell === 'string' ? cell : isNumber(cell) ? cell.shown : 'error' in cell ? cell.error : ''
