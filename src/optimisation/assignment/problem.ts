/** Rows and columns (people and seats) with arcs between them, in compressed rows; no arc twice. */
export interface AssignmentProblem {
  readonly columnCount: number
  /** Where the arcs of each row begin; one more entry than rows, the last is the number of arcs. */
  readonly rowStarts: Int32Array
  /** The column of each arc. */
  readonly columns: Int32Array
  /** What choosing each arc adds to the objective. */
  readonly gains: Float64Array
  /** What leaving each row without a column adds; 0 where not given. */
  readonly rowUnfilled?: Float64Array
  /** What leaving each column without a row adds; 0 where not given. */
  readonly columnUnfilled?: Float64Array
  /** Every row, or every column, is to be filled: the most that can be, and the greatest gain among those. */
  readonly full?: 'rows' | 'columns'
}

/** The same with an arc between each row and each column; `gains` row by row. */
export interface DenseAssignmentProblem
  extends Pick<AssignmentProblem, 'gains' | 'rowUnfilled' | 'columnUnfilled' | 'full'> {
  readonly rowCount: number
  readonly columnCount: number
}

/**
 * A greatest assignment and its certificate: for every arc `gain ≤ rowPrice + columnPrice`, with equality where it is
 * chosen; no price is below what stays unfilled is worth, and those unfilled have just that price. So no assignment has
 * more than Σ rowPrices + Σ columnPrices, which is the objective.
 */
export interface Assignment {
  /** The chosen arc of each row, or −1. */
  readonly arcs: Int32Array
  /** The column of each row, or −1. */
  readonly columns: Int32Array
  /** Σ gain of the chosen + Σ value of the unfilled; those lacking count as unfilled. */
  readonly objective: number
  readonly rowPrices: Float64Array
  readonly columnPrices: Float64Array
  /** Of the side that is to be full: what cannot be filled, ascending. Their prices are far below all others. */
  readonly lacking: Int32Array
}

/**
 * What the objective loses at least when this arc is chosen: 0 for a chosen one. `hold` of an open assignment gives the
 * exact loss.
 * @example lossOf(problem, assignment, 7, arc) // 3.5: person 7 is worth 3.5 more elsewhere, or somebody else is here
 */
export const lossOf = (problem: AssignmentProblem, at: Assignment, row: number, arc: number): number =>
  (at.rowPrices[row] as number) +
  (at.columnPrices[problem.columns[arc] as number] as number) -
  (problem.gains[arc] as number)

/** Throws a RangeError that names the first thing wrong. */
export function checkProblem(problem: AssignmentProblem): void {
  const { columnCount, rowStarts, columns, gains, rowUnfilled, columnUnfilled } = problem
  const rowCount = rowStarts.length - 1
  checkCount('columnCount', columnCount)
  if (rowCount < 0) throw new RangeError('rowStarts needs an entry more than there are rows')
  if (rowStarts[0] !== 0 || rowStarts[rowCount] !== columns.length || columns.length !== gains.length) {
    throw new RangeError('rowStarts must go from 0 to the number of columns, which is that of gains')
  }
  const seenIn = new Int32Array(columnCount).fill(-1)
  for (let row = 0; row < rowCount; row += 1) {
    const [start, end] = [rowStarts[row] as number, rowStarts[row + 1] as number]
    if (end < start) throw new RangeError(`rowStarts falls after row ${row}`)
    for (let arc = start; arc < end; arc += 1) {
      const column = columns[arc] as number
      if (column < 0 || column >= columnCount) throw new RangeError(`arc ${arc}: there is no column ${column}`)
      if (seenIn[column] === row) throw new RangeError(`row ${row} has two arcs to column ${column}`)
      seenIn[column] = row
    }
  }
  checkFinite('gains', gains, columns.length)
  if (rowUnfilled) checkFinite('rowUnfilled', rowUnfilled, rowCount)
  if (columnUnfilled) checkFinite('columnUnfilled', columnUnfilled, columnCount)
}

export function checkCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number ≥ 0, not ${value}`)
}

export function checkFinite(name: string, values: Float64Array, length: number): void {
  if (values.length !== length) throw new RangeError(`${name} must have ${length} entries, not ${values.length}`)
  for (let place = 0; place < length; place += 1) {
    if (!Number.isFinite(values[place])) throw new RangeError(`${name}[${place}] must be finite, not ${values[place]}`)
  }
}
