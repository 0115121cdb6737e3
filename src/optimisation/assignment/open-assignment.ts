import { pair, searchSpace, settle, unpair, worthOf } from './augmenting-path.ts'
import { type Assignment, type AssignmentProblem, checkProblem } from './problem.ts'
import { columnSide, greatest, rowSide, type Side, verticesOf } from './side.ts'
import { assign, assignmentOf, searchesByColumn } from './solve.ts'

/**
 * An assignment that is kept greatest while locks and gains change: each change costs a path search or two from the
 * prices there are, not a solution anew. Arcs are named by their index in the problem; others throw a RangeError.
 */
export interface OpenAssignment {
  /** The greatest assignment under the locks. The prices of what is pinned are what it would be worth elsewhere. */
  current(): Assignment
  /** The arc must be chosen. Gives the locks that speak against it, and then changes nothing; else nothing. */
  pin(arc: number): readonly Lock[]
  /** The arc must not be chosen. Gives what speaks against it as `pin` does. */
  forbid(arc: number): readonly Lock[]
  /** Takes away the lock of an arc, if there is one. */
  release(arc: number): void
  /** Changes what choosing the arc adds; a number that is not finite throws a RangeError. */
  setGain(arc: number, gain: number): void
}

export interface Lock {
  readonly arc: number
  readonly kind: 'pinned' | 'forbidden'
}

/**
 * Solves a problem and keeps what is needed to solve it again quickly. Throws as `solveAssignment` does.
 * @example
 * const open = openAssignment(problem)
 * const before = open.current().objective
 * if (open.pin(arc).length === 0) before - open.current().objective // what this lock costs
 */
export function openAssignment(problem: AssignmentProblem): OpenAssignment {
  checkProblem(problem)
  const locks = new Map<number, Lock['kind']>()
  let board = boardOf({ ...problem, gains: problem.gains.slice() }, locks)
  const check = (arc: number): void => {
    const { length } = problem.gains
    if (!Number.isInteger(arc) || arc < 0 || arc >= length) throw new RangeError(`there is no arc ${arc}`)
  }
  const lock = (arc: number, kind: Lock['kind']): readonly Lock[] => {
    check(arc)
    const against = locksAgainst(board, { arc, kind })
    if (against.length > 0 || locks.has(arc)) return against
    locks.set(arc, kind)
    hold(board, { arc, kind })
    return []
  }
  return {
    current: () => currentOf(board),
    pin: (arc) => lock(arc, 'pinned'),
    forbid: (arc) => lock(arc, 'forbidden'),
    release(arc) {
      check(arc)
      const kind = locks.get(arc)
      locks.delete(arc)
      if (kind === 'pinned') unpin(board, arc)
      if (kind === 'forbidden') regain(board, arc, board.problem.gains[arc] as number)
    },
    setGain(arc, gain) {
      check(arc)
      if (!Number.isFinite(gain)) throw new RangeError(`the gain of arc ${arc} must be finite, not ${gain}`)
      board.problem.gains[arc] = gain
      if (Math.abs(gain) > board.reach) board = boardOf(board.problem, locks)
      else if (locks.get(arc) !== 'forbidden') regain(board, arc, gain)
    },
  }
}

/** Both sides with the greatest assignment so far. What is pinned has the price ∞, so that no search comes to it. */
interface Board {
  /** With the gains as they are now, of forbidden arcs too. */
  readonly problem: AssignmentProblem
  /** Where a side is to be full: a greater gain could make up for filling less, so that all is begun anew. */
  readonly reach: number
  readonly rows: Side
  readonly columns: Side
  /** Where each arc is among those of either side. */
  readonly rowPlaces: Int32Array
  readonly columnPlaces: Int32Array
  readonly locks: ReadonlyMap<number, Lock['kind']>
  settleRow(row: number): void
  settleColumn(column: number): void
}

function boardOf(problem: AssignmentProblem, locks: ReadonlyMap<number, Lock['kind']>): Board {
  const rows = rowSide(problem, verticesOf(problem, 'rows'))
  const columns = columnSide(problem, verticesOf(problem, 'columns'))
  if (searchesByColumn(problem)) assign(columns, rows)
  else assign(rows, columns)
  const space = searchSpace(Math.max(rows.count, columns.count))
  const settler = (from: Side, to: Side) => (vertex: number) => {
    if (from.mates[vertex] === -1) settle(from, to, space, vertex)
  }
  const board = {
    problem,
    reach: problem.full ? greatest(problem.gains) : Number.POSITIVE_INFINITY,
    rows,
    columns,
    rowPlaces: placesOf(rows),
    columnPlaces: placesOf(columns),
    locks,
    settleRow: settler(rows, columns),
    settleColumn: settler(columns, rows),
  }
  for (const [arc, kind] of locks) hold(board, { arc, kind })
  return board
}

function placesOf({ ids }: Side): Int32Array {
  const places = new Int32Array(ids.length)
  for (let place = 0; place < ids.length; place += 1) places[ids[place] as number] = place
  return places
}

const endsOf = ({ problem, columns, columnPlaces }: Board, arc: number): readonly [row: number, column: number] => [
  columns.ends[columnPlaces[arc] as number] as number,
  problem.columns[arc] as number,
]

/** An arc is pinned or forbidden, not both; one pinned leaves its row and column to no other. */
function locksAgainst(board: Board, { arc, kind }: Lock): readonly Lock[] {
  const { rows, columns, locks } = board
  const [row, column] = endsOf(board, arc)
  const rivals = kind === 'pinned' ? [rows.chosen[row] as number, columns.chosen[column] as number] : []
  return [...new Set([arc, ...rivals])].flatMap((other) => {
    const held = locks.get(other)
    return held && (other === arc ? held !== kind : held === 'pinned') ? [{ arc: other, kind: held }] : []
  })
}

function hold(board: Board, { arc, kind }: Lock): void {
  if (kind === 'pinned') pinTo(board, arc)
  else regain(board, arc, Number.NEGATIVE_INFINITY)
}

function currentOf({ problem, rows, columns, locks }: Board): Assignment {
  const current = assignmentOf(problem, rows, columns)
  for (const [arc, kind] of locks) {
    if (kind === 'forbidden') continue
    const column = problem.columns[arc] as number
    const row = columns.mates[column] as number
    current.rowPrices[row] = worthOf(rows, columns, row)
    current.columnPrices[column] = worthOf(columns, rows, column)
  }
  return current
}

/** Takes the gain of an arc as it is, or −∞, and mends what that upsets. */
function regain(board: Board, arc: number, gain: number): void {
  const { rows, columns } = board
  const [row, column] = endsOf(board, arc)
  setGain(rows, row, board.rowPlaces[arc] as number, gain)
  setGain(columns, column, board.columnPlaces[arc] as number, gain)
  if (board.locks.get(arc) === 'pinned') return
  const excess = gain - (rows.prices[row] as number) - (columns.prices[column] as number)
  if (rows.chosen[row] === arc ? excess === 0 : excess <= 0) return
  const mate = unpair(rows, columns, row)
  board.settleRow(row)
  if (mate >= 0) board.settleColumn(mate)
}

function setGain({ gains, fronts: { beyond } }: Side, vertex: number, place: number, gain: number): void {
  gains[place] = gain
  if (gain > (beyond[vertex] as number)) beyond[vertex] = gain
}

function pinTo(board: Board, arc: number): void {
  const { rows, columns } = board
  const [row, column] = endsOf(board, arc)
  const leftColumn = unpair(rows, columns, row)
  const leftRow = unpair(columns, rows, column)
  pair(rows, columns, row, column, arc)
  rows.prices[row] = Number.POSITIVE_INFINITY
  columns.prices[column] = Number.POSITIVE_INFINITY
  if (leftRow >= 0) board.settleRow(leftRow)
  if (leftColumn >= 0) board.settleColumn(leftColumn)
}

function unpin(board: Board, arc: number): void {
  const { rows, columns } = board
  const [row, column] = endsOf(board, arc)
  unpair(rows, columns, row)
  rows.prices[row] = worthOf(rows, columns, row)
  columns.prices[column] = worthOf(columns, rows, column)
  board.settleRow(row)
  board.settleColumn(column)
}
