import type { ReactNode } from 'react'

/** One column of a grid: its head in two lines, its place to sort by, and what stands in a row. */
export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  /** Second line of the head: unit, years, group. */
  readonly note?: string | undefined
  /** What the second line has no room for. */
  readonly about?: string | undefined
  readonly width: number
  /** Takes the room that the others leave. */
  readonly grows?: boolean
  readonly figures?: boolean
  readonly sortable: boolean
  cell(row: Row): ReactNode
}

export interface SortKey {
  readonly id: string
  readonly descending: boolean
}

/** Where the reader stands: rows from 0, the head is −1; column 0 is the check box, 1 the name. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where the reader stands, and the first row in sight. */
export interface StoodPlace extends Place {
  readonly from: number
}

/** A column that scrolls, and the pixels that it takes. */
export interface PlacedColumn {
  readonly index: number
  readonly start: number
  readonly end: number
}

export const headRow = -1
export const headHeight = 48
const leastWidth = 36
const mostWidth = 480
export const checkWidth = 34
export const actionWidth = 40

/** Widths stay readable: neither a line nor a page. */
export const inWidths = (width: number): number => Math.min(mostWidth, Math.max(leastWidth, Math.round(width)))

/** Columns as wide as the room: one that grows takes what is left of it, or else the last. */
export function filling<Column extends Pick<GridColumn<never>, 'width' | 'grows'>>(
  columns: readonly Column[],
  room: number,
): readonly Column[] {
  const left = room - columns.reduce((sum, { width }) => sum + width, 0)
  if (left <= 0) return columns
  const growing = columns.findIndex(({ grows }) => grows)
  const wide = growing < 0 ? columns.length - 1 : growing
  return columns.map((column, at) => (at === wide ? { ...column, width: column.width + left } : column))
}

/** The next sort: a click turns a key round and then gives it up; with Shift the others stay. */
export function sortedAnew(sort: readonly SortKey[], id: string, besides: boolean): readonly SortKey[] {
  const now = sort.find((key) => key.id === id)
  const next = now === undefined ? [{ id, descending: false }] : now.descending ? [] : [{ id, descending: true }]
  if (!besides) return next
  if (now === undefined) return [...sort, ...next]
  return sort.flatMap((key) => (key.id === id ? next : [key]))
}

/** The list with one entry put before another, or at the end. */
export function movedBefore<T>(list: readonly T[], what: T, before: T | undefined): readonly T[] {
  if (what === before) return list
  const others = list.filter((one) => one !== what)
  const at = before === undefined ? others.length : others.indexOf(before)
  return at < 0 ? list : [...others.slice(0, at), what, ...others.slice(at)]
}
