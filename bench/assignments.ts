/** Problems of assignment for the benchmark: uniform whole gains, so that objectives are exact and ties are few. */
import { writeFileSync } from 'node:fs'
import type { AssignmentProblem, DenseAssignmentProblem } from '../src/optimisation/index.ts'
import { seededUniform } from '../src/statistics/index.ts'

const largestGain = 10_000

/** Each row with as many arcs, to different columns; every column is to be filled. */
export function sparseProblem(rows: number, columnCount: number, perRow: number, seed: number): AssignmentProblem {
  const uniform = seededUniform(seed)
  const columns = new Int32Array(rows * perRow)
  const gains = new Float64Array(rows * perRow).map(() => 1 + Math.floor(uniform() * largestGain))
  for (let row = 0; row < rows; row += 1) {
    const ends = new Set<number>()
    while (ends.size < perRow) ends.add(Math.floor(uniform() * columnCount))
    columns.set(Int32Array.from(ends).sort(), row * perRow)
  }
  const rowStarts = Int32Array.from({ length: rows + 1 }, (_, row) => row * perRow)
  return { columnCount, rowStarts, columns, gains, full: 'columns' }
}

export function denseProblem(size: number, seed: number): DenseAssignmentProblem {
  const uniform = seededUniform(seed)
  const gains = new Float64Array(size * size).map(() => -1 - Math.floor(uniform() * largestGain))
  return { rowCount: size, columnCount: size, gains, full: 'rows' }
}

/** As assignment-peer.py reads it. */
export function writeProblem(file: string, problem: AssignmentProblem | DenseAssignmentProblem): void {
  const sparse = 'rowStarts' in problem ? problem : undefined
  const rows = 'rowCount' in problem ? problem.rowCount : problem.rowStarts.length - 1
  const head = Int32Array.of(rows, problem.columnCount, problem.gains.length, 0)
  const parts = [head, ...(sparse ? [sparse.rowStarts, sparse.columns] : []), problem.gains]
  writeFileSync(
    file,
    Buffer.concat(parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
  )
}
