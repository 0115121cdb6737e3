/** A cell as it is read: text, a number with the date it may stand for, or what a formula could not compute. */
import { dateGrain, decimalsOf } from './number-format.ts'

export interface NumberCell {
  readonly number: number
  /** As the sheet shows it: `1975.10` for 1975.1 under `0.00`. */
  readonly shown: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as fine as the format shows it; only of numbers that are formatted as dates. */
  readonly date?: string
}

export interface ErrorCell {
  /** `#REF!`, or `formula` where the file has no value for it. */
  readonly error: string
}

export type Cell = string | NumberCell | ErrorCell

/** A row that has content. `cells` are by column from 0; what is empty is undefined. Numbers count from 1, as the clerk sees them. */
export interface ReadRow {
  readonly number: number
  readonly hidden: boolean
  readonly cells: readonly (Cell | undefined)[]
}

/** A merged range: rows from 1, columns from 0, both ends included. Its content stands in the cell at its top left. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const isError = (cell: Cell | undefined): cell is ErrorCell => typeof cell === 'object' && 'error' in cell
export const isNumber = (cell: Cell | undefined): cell is NumberCell => typeof cell === 'object' && 'number' in cell

/** The number under its format. `since1904`: days count from 1904-01-01. */
export function numberCell(number: number, format: string, since1904: boolean): NumberCell {
  const grain = dateGrain(format)
  const date = grain === undefined || grain === 'time' ? undefined : dateOf(number, since1904)
  if (date === undefined) return { number, shown: shownNumber(number, format) }
  const length = { day: 10, month: 7, year: 4 }[grain === 'time' || grain === undefined ? 'day' : grain]
  return { number, shown: date.slice(0, length), date: date.slice(0, length) }
}

function shownNumber(number: number, format: string): string {
  if (format === 'General' && Number.isInteger(number)) return String(number)
  const decimals = decimalsOf(format)
  if (decimals !== undefined) return number.toFixed(decimals)
  const zeros = /^0{2,}$/.exec(format)?.[0].length
  // Binary fractions come back as they were typed: 1975.1000000000001 is 1975.1.
  const plain = String(Number(number.toPrecision(15)))
  return zeros === undefined ? plain : plain.padStart(zeros, '0')
}

const dayLength = 86_400_000
/** Days of the 1904 system are this many fewer. */
const shift1904 = 1462

/** Days count from 1899-12-30; before March 1900 they are one off, since the programs hold 1900 for a leap year. */
function dateOf(serial: number, since1904: boolean): string | undefined {
  const days = Math.floor(serial) + (since1904 ? shift1904 : 0)
  if (days < 1 || days > 109_574) return undefined
  return new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * dayLength).toISOString().slice(0, 10)
}
