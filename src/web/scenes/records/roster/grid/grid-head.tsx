import { type DragEvent, type JSX, memo, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { checkWidth, type GridColumn, headRow, inWidths, type PlacedColumn, type SortKey } from './column.ts'

interface HeadProps<Row> {
  readonly lead: GridColumn<Row>
  readonly columns: readonly GridColumn<Row>[]
  readonly inSight: readonly PlacedColumn[]
  readonly sort: readonly SortKey[]
  /** The column on which the reader stands, where it is in the head. */
  readonly focused: number | undefined
  readonly all: 'none' | 'some' | 'all'
  readonly selectAll: string
  readonly act: string
  onSort(id: string, besides: boolean): void
  onWidth(id: string, width: number): void
  onMove(id: string, before: string): void
}

const sorted = (sort: readonly SortKey[], id: string) => {
  const at = sort.findIndex((key) => key.id === id)
  return { at, descending: sort[at]?.descending ?? false }
}

/** The head stays in sight: a click sorts, Shift adds a key, the right edge is dragged for width, the head itself for order. */
function GridHeadDrawn<Row>(props: HeadProps<Row>) {
  const { lead, columns, inSight, sort, focused, all, selectAll, act } = props
  const shared = { sort, onSort: props.onSort, onWidth: props.onWidth, onMove: props.onMove }
  return (
    <div role="row" aria-rowindex={1} className="grid-head" data-row={headRow}>
      <HeadCell at={0} focused={focused === 0} className="grid-check" style={{ width: checkWidth }}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={selectAll}
          checked={all === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = all === 'some'
          }}
          readOnly
          data-check-all
        />
      </HeadCell>
      <ColumnHead
        {...shared}
        column={lead}
        place={1}
        focused={focused === 1}
        className="grid-lead"
        style={{ left: checkWidth, width: lead.width }}
      />
      {inSight.map(({ index, start }) => {
        const column = columns[index]
        return (
          column && (
            <ColumnHead
              key={column.id}
              {...shared}
              column={column}
              place={index + 2}
              focused={focused === index + 2}
              className={column.figures ? 'grid-figures' : ''}
              style={{ position: 'absolute', left: start, width: column.width }}
            />
          )
        )
      })}
      <HeadCell at={columns.length + 2} focused={focused === columns.length + 2} className="grid-act" style={{}}>
        <span className="out-of-sight">{act}</span>
      </HeadCell>
    </div>
  )
}

/** Drawn again where something of the head has changed, not with every step among the rows. */
export const GridHead = memo(GridHeadDrawn) as <Row>(props: HeadProps<Row>) => JSX.Element

interface HeadCellProps {
  readonly at: number
  readonly focused: boolean
  readonly className: string
  readonly style: React.CSSProperties
  readonly children: ReactNode
  readonly attributes?: object
}

function HeadCell({ at, focused, className, style, children, attributes }: HeadCellProps) {
  return (
    <div
      role="columnheader"
      aria-colindex={at + 1}
      data-column={at}
      tabIndex={focused ? 0 : -1}
      className={`grid-cell ${className}`}
      style={style}
      {...attributes}
    >
      {children}
    </div>
  )
}

interface ColumnHeadProps<Row> {
  readonly column: GridColumn<Row>
  readonly place: number
  readonly sort: readonly SortKey[]
  readonly focused: boolean
  readonly className: string
  readonly style: React.CSSProperties
  onSort(id: string, besides: boolean): void
  onWidth(id: string, width: number): void
  onMove(id: string, before: string): void
}

const dragged = 'application/x-zhiren-column'

function ColumnHead<Row>(props: ColumnHeadProps<Row>) {
  const { column, place, sort, focused, className, style, onSort, onWidth, onMove } = props
  const key = sorted(sort, column.id)
  const movable = place > 1
  const [over, setOver] = useState(false)
  const attributes = {
    ...(column.sortable && { 'aria-sort': key.at < 0 ? 'none' : key.descending ? 'descending' : 'ascending' }),
    title: [column.title, column.about ?? column.note].filter(Boolean).join(' · '),
    onClick: (event: { shiftKey: boolean }) => column.sortable && onSort(column.id, event.shiftKey),
    ...(movable && {
      draggable: true,
      onDragStart: (event: DragEvent) => event.dataTransfer.setData(dragged, column.id),
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(dragged)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        onMove(event.dataTransfer.getData(dragged), column.id)
      },
    }),
  }
  const classes = [className, column.sortable ? 'sortable' : '', over ? 'drop-here' : ''].join(' ')
  return (
    <HeadCell at={place} focused={focused} className={classes} style={style} attributes={attributes}>
      <span className="grid-title">
        <span className="cut">{column.title}</span>
        {key.at >= 0 && (
          <span className="grid-sorted" aria-hidden="true">
            {key.descending ? '↓' : '↑'}
            {sort.length > 1 && key.at + 1}
          </span>
        )}
      </span>
      {column.note && <small className="cut">{column.note}</small>}
      <WidthHandle width={column.width} onWidth={(width) => onWidth(column.id, width)} />
    </HeadCell>
  )
}

/** Drawn along while it is dragged; the column takes its width when it is let go. */
function WidthHandle({ width, onWidth }: { width: number; onWidth(width: number): void }) {
  const [shift, setShift] = useState<number>()
  const from = useRef(0)
  return (
    <span
      className="grid-edge"
      style={shift === undefined ? undefined : { transform: `translateX(${shift}px)` }}
      data-dragging={shift !== undefined || undefined}
      aria-hidden="true"
      draggable
      onDragStart={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
        from.current = event.clientX
        setShift(0)
      }}
      onPointerMove={(event: PointerEvent) => shift !== undefined && setShift(event.clientX - from.current)}
      onPointerUp={() => {
        if (shift) onWidth(inWidths(width + shift))
        setShift(undefined)
      }}
    />
  )
}
