import { type Fronts, frontsOf } from './front.ts'
import type { AssignmentProblem } from './problem.ts'

/** Rows or columns with their prices and mates. */
export interface Vertices {
  readonly count: number
  /** What a vertex without mate is worth: no price is below it, and that of a vertex without mate is at it. */
  readonly floors: Float64Array
  /** The least floor. */
  readonly lowest: number
  readonly mustFill: boolean
  readonly prices: Float64Array
  readonly mates: Int32Array
  /** The chosen arc of each vertex, by its index in the problem. */
  readonly chosen: Int32Array
}

/** Vertices with their arcs: what a search goes out from. */
export interface Side extends Vertices {
  readonly starts: Int32Array
  /** The vertex of the other side that each arc leads to. */
  readonly ends: Int32Array
  readonly gains: Float64Array
  /** The arc's index in the problem. */
  readonly ids: Int32Array
  readonly fronts: Fronts
}

/** Nothing chosen, nothing bid. */
export function verticesOf(problem: AssignmentProblem, side: 'rows' | 'columns'): Vertices {
  const ofRows = side === 'rows'
  const count = ofRows ? problem.rowStarts.length - 1 : problem.columnCount
  const unfilled = ofRows ? problem.rowUnfilled : problem.columnUnfilled
  const mustFill = problem.full === side
  const floors = unfilled?.slice() ?? new Float64Array(count)
  if (mustFill) {
    const less = unmatchedLoss(problem)
    for (let vertex = 0; vertex < count; vertex += 1) floors[vertex] = (floors[vertex] as number) - less
  }
  return {
    count,
    floors,
    lowest: floors.reduce((least, floor) => Math.min(least, floor), Number.POSITIVE_INFINITY),
    mustFill,
    prices: floors.slice(),
    mates: new Int32Array(count).fill(-1),
    chosen: new Int32Array(count).fill(-1),
  }
}

/** How much less what must be filled is worth unfilled, so that no gain elsewhere makes up for it. */
function unmatchedLoss(problem: AssignmentProblem): number {
  const most = greatest(problem.gains) + greatest(problem.rowUnfilled) + greatest(problem.columnUnfilled)
  const matches = Math.min(problem.columnCount, problem.rowStarts.length - 1)
  return 4 * (matches + 1) * (most || 1)
}

/** In size. */
export function greatest(values: Float64Array | undefined): number {
  let most = 0
  if (values === undefined) return most
  for (let place = 0; place < values.length; place += 1) most = Math.max(most, Math.abs(values[place] as number))
  return most
}

/** Rows as they are given. */
export function rowSide({ rowStarts, columns, gains }: AssignmentProblem, vertices: Vertices): Side {
  const ids = new Int32Array(gains.length)
  for (let arc = 0; arc < ids.length; arc += 1) ids[arc] = arc
  return sideOf(vertices, { starts: rowStarts, ends: columns.slice(), gains: gains.slice(), ids })
}

/** The same arcs sorted by column, rows ascending within it. */
export function columnSide({ rowStarts, columns, gains }: AssignmentProblem, vertices: Vertices): Side {
  const { count } = vertices
  const starts = new Int32Array(count + 1)
  for (let arc = 0; arc < columns.length; arc += 1) {
    const next = (columns[arc] as number) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let column = 0; column < count; column += 1) {
    starts[column + 1] = (starts[column + 1] as number) + (starts[column] as number)
  }
  const filled = starts.slice()
  const ends = new Int32Array(columns.length)
  const sorted = new Float64Array(columns.length)
  const ids = new Int32Array(columns.length)
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    const end = rowStarts[row + 1] as number
    for (let arc = rowStarts[row] as number; arc < end; arc += 1) {
      const column = columns[arc] as number
      const place = filled[column] as number
      filled[column] = place + 1
      ends[place] = row
      sorted[place] = gains[arc] as number
      ids[place] = arc
    }
  }
  return sideOf(vertices, { starts, ends, gains: sorted, ids })
}

const sideOf = (vertices: Vertices, arcs: Pick<Side, 'starts' | 'ends' | 'gains' | 'ids'>): Side => ({
  ...vertices,
  ...arcs,
  fronts: frontsOf(arcs),
})
