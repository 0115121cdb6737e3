import { type JSX, memo } from 'react'
import { checkWidth, type GridColumn, type PlacedColumn } from './column.ts'

export interface GridRowWords {
  readonly select: string
  readonly open: string
}

interface GridRowProps<Row> {
  readonly place: number
  readonly top: number
  readonly height: number
  readonly row: Row | undefined
  readonly rowId: string | undefined
  readonly name: string
  readonly lead: GridColumn<Row>
  readonly columns: readonly GridColumn<Row>[]
  readonly inSight: readonly PlacedColumn[]
  readonly chosen: boolean
  /** The column on which the reader stands, where it is in this row. */
  readonly focused: number | undefined
  readonly words: GridRowWords
}

interface CellProps<Row> {
  readonly row: Row | undefined
  readonly column: GridColumn<Row>
  readonly place: number
  readonly start: number
  readonly focused: boolean
}

const standing = (focused: boolean) => (focused ? 0 : -1)

function DataCellDrawn<Row>({ row, column, place, start, focused }: CellProps<Row>) {
  const { figures, width } = column
  return (
    <div
      role="gridcell"
      aria-colindex={place + 1}
      data-column={place}
      tabIndex={standing(focused)}
      className={figures ? 'grid-cell grid-data grid-figures' : 'grid-cell grid-data'}
      style={{ left: start, width }}
    >
      {row && column.cell(row)}
    </div>
  )
}

function LeadCellDrawn<Row>({ row, column, place, start, focused }: CellProps<Row>) {
  return (
    <div
      role="gridcell"
      aria-colindex={place + 1}
      data-column={place}
      tabIndex={standing(focused)}
      className="grid-cell grid-lead"
      style={{ left: start, width: column.width }}
    >
      {row ? column.cell(row) : <span className="awaited-bar" />}
    </div>
  )
}

/** A step aside brings one more column into sight: the other cells of the row are not drawn again for it. */
const DataCell = memo(DataCellDrawn) as <Row>(props: CellProps<Row>) => JSX.Element
const LeadCell = memo(LeadCellDrawn) as typeof DataCell

/**
 * One row of a grid: check box and name stay left, the act stays right, the columns in sight lie between. A row that has
 * not come is a bar in place of its name.
 */
function GridRowDrawn<Row>(props: GridRowProps<Row>) {
  const { place, top, height, row, rowId, name, lead, columns, inSight, chosen, focused, words } = props
  const act = columns.length + 2
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={chosen}
      data-row={place}
      className={`grid-row${chosen ? ' chosen' : ''}${focused === undefined ? '' : ' stood'}`}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        data-column={0}
        tabIndex={standing(focused === 0)}
        className="grid-cell grid-check"
        style={{ width: checkWidth }}
      >
        {row && (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={chosen}
            readOnly
            aria-label={`${words.select} ${name}`}
            data-check={rowId}
          />
        )}
      </div>
      <LeadCell row={row} column={lead} place={1} start={checkWidth} focused={focused === 1} />
      {inSight.map(({ index, start }) => {
        const column = columns[index]
        const isFocused = focused === index + 2
        if (!column || !(row || isFocused)) return null
        return (
          <DataCell key={column.id} row={row} column={column} place={index + 2} start={start} focused={isFocused} />
        )
      })}
      <div
        role="gridcell"
        aria-colindex={act + 1}
        data-column={act}
        tabIndex={standing(focused === act)}
        className="grid-cell grid-act"
      >
        {row && (
          <button type="button" tabIndex={-1} className="plain-button" data-open={place}>
            {words.open}
            <span className="out-of-sight"> {name}</span>
          </button>
        )}
      </div>
    </div>
  )
}

export const GridRow = memo(GridRowDrawn) as <Row>(props: GridRowProps<Row>) => JSX.Element
