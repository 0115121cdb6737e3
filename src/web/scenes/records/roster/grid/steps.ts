import { headRow, type Place } from './column.ts'

interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that fit in the window. */
  readonly page: number
}

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/**
 * The cell that a key moves to, as grids are walked everywhere: arrows by one, pages by a window, Home and End along the
 * row, with Ctrl to the corners. Undefined where the key moves nowhere.
 */
export function stepTo({ key, ctrlKey, metaKey }: Key, { row, column }: Place, extent: Extent): Place | undefined {
  const far = ctrlKey || metaKey
  const last = extent.rows - 1
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: within(nextRow, headRow, last),
    column: within(nextColumn, 0, extent.columns - 1),
  })
  if (key === 'ArrowDown') return to(row + 1, column)
  if (key === 'ArrowUp') return to(row - 1, column)
  if (key === 'ArrowLeft') return to(row, column - 1)
  if (key === 'ArrowRight') return to(row, column + 1)
  if (key === 'PageDown') return to(row + extent.page, column)
  if (key === 'PageUp') return to(Math.max(0, row - extent.page), column)
  if (key === 'Home') return to(far ? 0 : row, 0)
  if (key === 'End') return to(far ? last : row, extent.columns - 1)
  return undefined
}
