import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  startTransition,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Sight } from '../../../../client/paged-rows.ts'
import {
  actionWidth,
  checkWidth,
  filling,
  type GridColumn,
  headHeight,
  headRow,
  inWidths,
  type Place,
  type SortKey,
  type StoodPlace,
} from './column.ts'
import './grid.css'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { drawnPlaces, useInSight } from './in-sight.ts'
import { stepTo } from './steps.ts'

export interface GridWords {
  readonly label: string
  readonly select: string
  readonly selectAll: string
  readonly open: string
  readonly act: string
}

export interface GridProps<Row> {
  /** The first stays left; the others may be moved. */
  readonly columns: readonly GridColumn<Row>[]
  readonly total: number
  readonly rowHeight: number
  readonly sort: readonly SortKey[]
  /** While another list is being read, the rows of the last one stay, paler. */
  readonly stale: boolean
  readonly words: GridWords
  readonly all: 'none' | 'some' | 'all'
  /** Names the list: another one begins at its top. */
  readonly listId: string
  /** The row that is shown elsewhere, kept in sight here. */
  readonly stand: number | undefined
  /** Where the reader stood in this list before, and stands again. */
  readonly begin: StoodPlace | undefined
  rowAt(place: number): Row | undefined
  idOf(row: Row): string
  nameOf(row: Row): string
  isChosen(row: Row): boolean
  onSight(sight: Sight): void
  onStand(place: StoodPlace): void
  /** How many columns lie beyond the right edge. */
  onBeyond(columns: number): void
  onSort(id: string, besides: boolean): void
  onWidth(id: string, width: number): void
  onMove(id: string, before: string): void
  onOpen(place: number): void
  /** A link of a row is followed. */
  onFollow(place: number): void
  onChoose(from: number, to: number, chosen: boolean): void
  onChooseAll(chosen: boolean): void
}

/** A table as wide and as long as the office is: only what is in sight is drawn, and every cell is reached by keys. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns: all, total, rowHeight, sort, stale, words, listId, idOf, nameOf, isChosen } = props
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<Place>(firstPlace)
  const anchor = useRef<number>(undefined)
  // Rows that come while keys are pressed are drawn between the keys.
  const rowAt = useDeferredValue(props.rowAt)

  const room = useRoom(box)
  const shown = useMemo(() => filling(all, room - checkWidth - actionWidth), [all, room])
  const [lead] = shown
  const columns = useMemo(() => shown.slice(1), [shown])
  const extent = useMemo(() => {
    const widths = columns.map(({ width }) => width)
    return { rows: total, rowHeight, widths, frozen: checkWidth + (lead?.width ?? 0) }
  }, [total, rowHeight, columns, lead])
  const { sight, rowsDrawn, columnsDrawn, columns: placed, ...ways } = useInSight(box, extent)
  const { toRow, toColumn } = ways
  const follow = useFocus(box, at)
  const begun = useRef<string>(undefined)
  // Another list begins at its top, one that was left where it was left; neither before it has rows.
  useEffect(() => {
    if (begun.current === listId || total === 0) return
    const isFirst = begun.current === undefined
    begun.current = listId
    anchor.current = undefined
    ways.fromRow(props.begin?.from ?? 0)
    if (!props.begin) return setAt((place) => ({ row: Math.min(place.row, 0), column: place.column }))
    setAt(props.begin)
    if (isFirst) follow(true)
  })
  const { onStand } = props
  const { row: standing, column } = at
  useEffect(() => {
    if (begun.current === listId) onStand({ row: standing, column, from: sight.fromRow })
  }, [listId, standing, column, sight.fromRow, onStand])

  const { stand } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is brought into sight when it is taken up, not held there
  useEffect(() => {
    if (stand === undefined) return
    toRow(stand)
    setAt((place) => ({ row: stand, column: place.column }))
  }, [stand])

  const { fromRow, toRow: lastRow, beyond, leapt } = sight
  const { from: firstColumn, to: lastColumn } = columnsDrawn
  const isColumnDrawn = at.column - 2 >= firstColumn && at.column - 2 <= lastColumn
  const keptColumn = isColumnDrawn ? -1 : at.column - 2
  const inSight = useMemo(
    () =>
      drawnPlaces({ from: firstColumn, to: lastColumn }, placed.length, keptColumn).flatMap(
        (index) => placed[index] ?? [],
      ),
    [placed, firstColumn, lastColumn, keptColumn],
  )
  const { onSight, onBeyond } = props
  useEffect(() => onSight({ from: fromRow, to: Math.max(fromRow, lastRow) }), [fromRow, lastRow, onSight])
  useEffect(() => startTransition(() => onBeyond(beyond)), [beyond, onBeyond])
  useEffect(() => () => onBeyond(0), [onBeyond])

  const goTo = (place: Place) => {
    setAt(place)
    follow(true)
    if (place.row >= 0) toRow(place.row)
    toColumn(place.column - 2)
  }
  const press = useKeys({
    ...props,
    columns: shown,
    at,
    goTo,
    anchor,
    page: Math.max(1, visibleRows(box.current, rowHeight)),
  })
  if (!lead) return null
  return (
    <div
      ref={box}
      role="grid"
      aria-label={words.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 3}
      aria-multiselectable="true"
      className={stale ? 'grid stale' : 'grid'}
      data-beyond={beyond > 0 || undefined}
      onKeyDown={press}
      onClick={(event) => click(event, props, anchor, (place) => (setAt(place), follow(true)))}
      onFocus={() => follow(true)}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || follow(false)}
    >
      <div
        className="grid-space"
        style={{ height: headHeight + total * rowHeight, width: (placed.at(-1)?.end ?? extent.frozen) + actionWidth }}
      >
        <GridHead
          lead={lead}
          columns={columns}
          inSight={inSight}
          sort={sort}
          focused={at.row === headRow ? at.column : undefined}
          all={props.all}
          selectAll={words.selectAll}
          act={words.act}
          onSort={props.onSort}
          onWidth={props.onWidth}
          onMove={props.onMove}
        />
        {drawnPlaces(rowsDrawn, total, at.row).map((index) => {
          const row = rowAt(index)
          return (
            <GridRow
              key={index < rowsDrawn.from || index > rowsDrawn.to ? 'stood' : index - leapt}
              place={index}
              top={headHeight + index * rowHeight}
              height={rowHeight}
              row={row}
              rowId={row && idOf(row)}
              name={row ? nameOf(row) : ''}
              lead={lead}
              columns={columns}
              inSight={inSight}
              chosen={row !== undefined && isChosen(row)}
              focused={at.row === index ? at.column : undefined}
              words={words}
            />
          )
        })}
      </div>
      <span className="grid-shadow" aria-hidden="true" />
    </div>
  )
}

/** How wide the box is inside. */
function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setRoom(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}

/** As long as the focus is in the grid, it goes to the cell that the reader stands on, once that is drawn. */
function useFocus(box: RefObject<HTMLElement | null>, { row, column }: Place): (isHere: boolean) => void {
  const isHere = useRef(false)
  useEffect(() => {
    if (!isHere.current) return
    const cell = box.current?.querySelector<HTMLElement>(`[data-row="${row}"] > [data-column="${column}"]`)
    if (cell !== document.activeElement) cell?.focus({ preventScroll: true })
  })
  return (now) => {
    isHere.current = now
  }
}

const visibleRows = (box: HTMLElement | null, rowHeight: number): number =>
  Math.floor(((box?.clientHeight ?? 600) - headHeight) / rowHeight) - 1

const firstPlace: Place = { row: 0, column: 1 }

interface Keys<Row> extends GridProps<Row> {
  readonly at: Place
  readonly anchor: { current: number | undefined }
  readonly page: number
  goTo(place: Place): void
}

function useKeys<Row>(keys: Keys<Row>) {
  return (event: KeyboardEvent) => {
    const { at, columns, total, page, goTo } = keys
    const done = at.row === headRow ? pressHead(event, keys) : pressRow(event, keys)
    if (done) return event.preventDefault()
    const next = stepTo(event, at, { rows: total, columns: columns.length + 2, page })
    if (!next) return
    event.preventDefault()
    if (event.shiftKey && next.row >= 0 && at.row >= 0 && next.row !== at.row) {
      keys.anchor.current ??= at.row
      keys.onChoose(keys.anchor.current, next.row, true)
    } else keys.anchor.current = undefined
    goTo(next)
  }
}

/** In the head: Enter sorts, with Shift as a further key; Ctrl and an arrow move the column, Shift and an arrow its edge. */
function pressHead<Row>(event: KeyboardEvent, { at, columns, goTo, ...acts }: Keys<Row>): boolean {
  const column = columns[at.column - 1]
  const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (at.column === 0 && (event.key === ' ' || event.key === 'Enter')) {
    acts.onChooseAll(acts.all !== 'all')
    return true
  }
  if (!column) return false
  if (event.key === 'Enter' || event.key === ' ') {
    if (column.sortable) acts.onSort(column.id, event.shiftKey)
    return true
  }
  if (aside !== 0 && event.shiftKey) {
    acts.onWidth(column.id, inWidths(column.width + 8 * aside))
    return true
  }
  const other = columns[at.column - 1 + aside]
  if (aside === 0 || !(event.ctrlKey || event.metaKey) || at.column < 2 || !other || at.column + aside < 2) return false
  if (aside < 0) acts.onMove(column.id, other.id)
  else acts.onMove(other.id, column.id)
  goTo({ row: headRow, column: at.column + aside })
  return true
}

function pressRow<Row>(event: KeyboardEvent, { at, anchor, ...acts }: Keys<Row>): boolean {
  if (event.key === 'Enter') {
    acts.onOpen(at.row)
    return true
  }
  if (event.key === ' ') {
    const row = acts.rowAt(at.row)
    if (row) acts.onChoose(at.row, at.row, !acts.isChosen(row))
    anchor.current = at.row
    return true
  }
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
    acts.onChooseAll(true)
    return true
  }
  return false
}

/** A click on the box selects, with Shift everybody from the last one; links lead away; anywhere else in the row opens it. */
function click<Row>(
  event: MouseEvent,
  { rowAt, isChosen, onChoose, onChooseAll, onOpen, onFollow, all }: GridProps<Row>,
  anchor: { current: number | undefined },
  stand: (place: Place) => void,
): void {
  if (!(event.target instanceof Element)) return
  const isLink = event.target.closest('a') !== null
  // The browser opens it elsewhere.
  if (isLink && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return
  const cell = event.target.closest('[data-column]')
  const place = Number(cell?.closest('[data-row]')?.getAttribute('data-row'))
  const column = Number(cell?.getAttribute('data-column'))
  if (!cell || Number.isNaN(place)) return
  stand({ row: place, column })
  if (isLink) {
    event.preventDefault()
    return onFollow(place)
  }
  if (place === headRow) {
    if (column === 0) onChooseAll(all !== 'all')
    return
  }
  if (column > 0) return onOpen(place)
  const row = rowAt(place)
  if (!row) return
  onChoose(event.shiftKey ? (anchor.current ?? place) : place, place, !isChosen(row))
  anchor.current = place
}
