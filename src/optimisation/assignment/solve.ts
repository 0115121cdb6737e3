import { searchSpace, settle } from './augmenting-path.ts'
import { bid } from './bidding.ts'
import {
  type Assignment,
  type AssignmentProblem,
  checkCount,
  checkFinite,
  checkProblem,
  type DenseAssignmentProblem,
} from './problem.ts'
import { columnSide, rowSide, type Side, type Vertices, verticesOf } from './side.ts'

/**
 * The assignment with the greatest objective, each row to one column at most and each column to one row, by bidding and
 * then shortest augmenting paths (Jonker & Volgenant, 1987; Crouse, 2016, IEEE Trans. Aerosp. Electron. Syst. 52:1679).
 * Costs are gains below 0. The same problem gives the same assignment. Throws a RangeError for an ill-made problem.
 * @example
 * solveAssignment({
 *   columnCount: 2, rowStarts: Int32Array.of(0, 2, 3), columns: Int32Array.of(0, 1, 0), gains: Float64Array.of(5, 3, 4),
 * }).columns // Int32Array [1, 0]
 */
export function solveAssignment(problem: AssignmentProblem): Assignment {
  checkProblem(problem)
  return solveChecked(problem)
}

/** The same where every row may have every column. */
export function solveDenseAssignment(problem: DenseAssignmentProblem): Assignment {
  const { rowCount, columnCount, ...rest } = problem
  checkCount('rowCount', rowCount)
  checkCount('columnCount', columnCount)
  checkFinite('gains', problem.gains, rowCount * columnCount)
  if (problem.rowUnfilled) checkFinite('rowUnfilled', problem.rowUnfilled, rowCount)
  if (problem.columnUnfilled) checkFinite('columnUnfilled', problem.columnUnfilled, columnCount)
  const rowStarts = Int32Array.from({ length: rowCount + 1 }, (_, row) => row * columnCount)
  const columns = new Int32Array(rowCount * columnCount)
  for (let place = 0, column = 0; place < columns.length; place += 1) {
    columns[place] = column
    column += 1
    if (column === columnCount) column = 0
  }
  return solveChecked({ ...rest, columnCount, rowStarts, columns })
}

function solveChecked(problem: AssignmentProblem): Assignment {
  const rows = verticesOf(problem, 'rows')
  const columns = verticesOf(problem, 'columns')
  if (searchesByColumn(problem)) assign(columnSide(problem, columns), rows)
  else assign(rowSide(problem, rows), columns)
  return assignmentOf(problem, rows, columns)
}

/** The shorter side makes fewer searches; one that must be filled has to be the one that searches. */
export const searchesByColumn = ({ full, columnCount, rowStarts }: AssignmentProblem): boolean =>
  full === undefined ? columnCount < rowStarts.length - 1 : full === 'columns'

/** Finds a mate, or that none is best, for each vertex of one side. */
export function assign(from: Side, to: Vertices): void {
  bid(from, to)
  const space = searchSpace(to.count)
  for (let vertex = 0; vertex < from.count; vertex += 1) {
    if ((from.mates[vertex] as number) < 0) settle(from, to, space, vertex)
  }
}

export function assignmentOf(
  { gains, rowUnfilled, columnUnfilled, full }: AssignmentProblem,
  rows: Vertices,
  columns: Vertices,
): Assignment {
  let objective = 0
  for (let row = 0; row < rows.count; row += 1) {
    const arc = rows.chosen[row] as number
    objective += (arc < 0 ? rowUnfilled?.[row] : gains[arc]) ?? 0
  }
  for (const column of withoutMate(columns)) objective += columnUnfilled?.[column] ?? 0
  return {
    arcs: rows.chosen.slice(),
    columns: rows.mates.slice(),
    objective,
    rowPrices: rows.prices.slice(),
    columnPrices: columns.prices.slice(),
    lacking: full ? withoutMate(full === 'rows' ? rows : columns) : new Int32Array(),
  }
}

function withoutMate({ mates }: Vertices): Int32Array {
  const found: number[] = []
  for (let vertex = 0; vertex < mates.length; vertex += 1) if (mates[vertex] === -1) found.push(vertex)
  return Int32Array.from(found)
}
