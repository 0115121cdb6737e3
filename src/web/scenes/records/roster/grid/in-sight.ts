/** What of a grid is in sight, reckoned from its scroll offsets: rows are all of one height, so nothing is made for each. */
import { type RefObject, useCallback, useDeferredValue, useLayoutEffect, useMemo, useState } from 'react'
import { actionWidth, headHeight, type PlacedColumn } from './column.ts'

export interface Extent {
  readonly rows: number
  readonly rowHeight: number
  /** Of the columns that scroll. */
  readonly widths: readonly number[]
  /** Pixels of what stays left. */
  readonly frozen: number
}

export interface Offsets {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Rows and columns from a first to a last one, both included; none where the last comes before the first. */
export interface InSight {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
  /** How many columns end beyond the right edge. */
  readonly beyond: number
}

export const nothingYet: InSight = { fromRow: 0, toRow: -1, fromColumn: 0, toColumn: -1, beyond: 0 }

/** @example inSight({ rows: 100, rowHeight: 30, widths: [90, 90], frozen: 100 }, { top: 0, left: 0, width: 300, height: 348 }) */
export function inSight({ rows, rowHeight, widths, frozen }: Extent, { top, left, width, height }: Offsets): InSight {
  if (width === 0 || height === 0) return nothingYet
  const edge = left + width - actionWidth
  let [fromColumn, toColumn, beyond, start] = [widths.length, -1, 0, frozen]
  for (const [at, wide] of widths.entries()) {
    const end = start + wide
    if (end > left + frozen && start < edge) {
      fromColumn = Math.min(fromColumn, at)
      toColumn = at
    }
    if (end > edge + 1) beyond += 1
    start = end
  }
  return {
    fromRow: Math.max(0, Math.min(rows - 1, Math.floor(top / rowHeight))),
    toRow: Math.min(rows - 1, Math.ceil((top + height - headHeight) / rowHeight) - 1),
    fromColumn,
    toColumn,
    beyond,
  }
}

/** Both ends included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * What is to be drawn: what stood in sight before, with some to spare, as long as it holds what is in sight now; after a
 * leap what is in sight alone, and what there is to spare once that stands. It grows and moves by `step` places.
 */
export function spanDrawn(now: Span, before: Span, spare: number, step: number): Span {
  const spared = {
    from: Math.floor((before.from - spare) / step) * step,
    to: Math.ceil((before.to + spare + 1) / step) * step - 1,
  }
  return now.from >= spared.from && now.to <= spared.to ? spared : now
}

/** The places of a span that exist, and the one that must stay drawn. */
export function drawnPlaces({ from, to }: Span, count: number, kept: number): number[] {
  const first = Math.max(0, from)
  const last = Math.min(count - 1, to)
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  if (kept < 0 || kept >= count || (kept >= first && kept <= last)) return places
  return kept < first ? [kept, ...places] : [...places, kept]
}

/** Where columns begin. */
export const placedColumns = (widths: readonly number[], frozen: number): readonly PlacedColumn[] => {
  let start = frozen
  return widths.map((width, index) => {
    const placed = { index, start, end: start + width }
    start += width
    return placed
  })
}

const isSame = (one: InSight, other: InSight): boolean =>
  (Object.keys(other) as (keyof InSight)[]).every((name) => one[name] === other[name])

interface Seen extends InSight {
  /** By how many rows the sight has moved in leaps: after a leap the rows that come take the elements of those that went. */
  readonly leapt: number
}

function seenNow(last: Seen, next: InSight): Seen {
  if (isSame(last, next)) return last
  const by = next.fromRow - last.fromRow
  return { ...next, leapt: Math.abs(by) * 2 > last.toRow - last.fromRow ? last.leapt + by : last.leapt }
}

/** Rows and columns drawn beyond the edges, so that a slow scroll meets no empty place. */
const [spareRows, spareColumns] = [6, 2]
/** Another column is a cell in every row: some at once, and not at every step aside. */
const columnsAtOnce = 4

/** What is in sight of a box and to be drawn of it, and the ways to bring a row or a column into sight. */
export function useInSight(box: RefObject<HTMLElement | null>, extent: Extent) {
  const [seen, setSeen] = useState<Seen>({ ...nothingYet, leapt: 0 })
  const before = useDeferredValue(seen)
  const look = useCallback(() => {
    const element = box.current
    if (!element) return
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element
    const next = inSight(extent, { top, left, width, height })
    setSeen((last) => seenNow(last, next))
  }, [box, extent])

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box, look])

  const ways = useMemo(() => {
    const columns = placedColumns(extent.widths, extent.frozen)
    const scroll = (to: { top?: number; left?: number }) => {
      box.current?.scrollTo(to)
      look()
    }
    return {
      columns,
      /** A row becomes the first in sight. */
      fromRow: (row: number) => scroll({ top: row * extent.rowHeight }),
      toRow(row: number) {
        const element = box.current
        if (!element) return
        const above = row * extent.rowHeight
        const below = above + extent.rowHeight + headHeight - element.clientHeight
        if (above < element.scrollTop) scroll({ top: above })
        else if (below > element.scrollTop) scroll({ top: below })
      },
      toColumn(column: number) {
        const element = box.current
        const placed = columns[column]
        if (!element || !placed) return
        const start = placed.start - extent.frozen
        const end = placed.end + actionWidth - element.clientWidth
        if (start < element.scrollLeft) scroll({ left: start })
        else if (end > element.scrollLeft) scroll({ left: end })
      },
    }
  }, [box, extent, look])
  return {
    ...ways,
    sight: seen,
    rowsDrawn: spanDrawn(rowsOf(seen), rowsOf(before), spareRows, 1),
    columnsDrawn: spanDrawn(columnsOf(seen), columnsOf(before), spareColumns, columnsAtOnce),
  }
}

const rowsOf = ({ fromRow, toRow }: InSight): Span => ({ from: fromRow, to: toRow })
const columnsOf = ({ fromColumn, toColumn }: InSight): Span => ({ from: fromColumn, to: toColumn })
