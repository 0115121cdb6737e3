/** The greatest assignment: our shortest augmenting paths against scipy, a linear program and munkres. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import load, { type Highs } from 'highs'
import {
  type AssignmentProblem,
  type DenseAssignmentProblem,
  openAssignment,
  solveAssignment,
  solveDenseAssignment,
} from '../src/optimisation/index.ts'
import { denseProblem, sparseProblem, writeProblem } from './assignments.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import type { PeerProcess } from './peer-process.ts'
import { loadPeer, versioned } from './peers.ts'
import { type Contestant, compete, timed } from './rounds.ts'
import { startScipy } from './scipy.ts'

interface Munkres {
  readonly munkres: (costs: readonly (readonly number[])[]) => readonly (readonly [row: number, column: number])[]
}

/** Runs with scipy holding a problem, or without where it is not installed. */
async function withScipy<T>(
  problem: AssignmentProblem | DenseAssignmentProblem,
  run: (scipy: PeerProcess | undefined) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiren-assignment-'))
  try {
    const file = join(folder, 'problem.bin')
    writeProblem(file, problem)
    const scipy = await startScipy('assignment-peer.py', file)
    try {
      return await run(scipy)
    } finally {
      await scipy?.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Checks the objective of scipy and gives it as a contestant. */
async function scipyContestant(scipy: PeerProcess, name: string, objective: number): Promise<Contestant> {
  const [, theirs] = await scipy.ask('solve')
  agree(theirs === objective, `${theirs} of scipy, ${objective} of ours`)
  return { name: `${scipy.name}: ${name}`, lap: async () => (await scipy.ask('solve'))[0] ?? Number.NaN }
}

const missing = 'WITHOUT SCIPY: not installed (python3 with the package scipy)'

/** The linear program, which has a whole solution by itself; reading the model is on the clock, as it is for the others. */
function solveProgram(highs: Highs, problem: AssignmentProblem): number {
  const { rowStarts, columns, gains, columnCount } = problem
  const rows = rowStarts.length - 1
  const [numCols, numRows] = [gains.length, rows + columnCount]
  const indices = new Int32Array(2 * numCols)
  for (let row = 0; row < rows; row += 1) {
    for (let arc = rowStarts[row] ?? 0; arc < (rowStarts[row + 1] ?? 0); arc += 1) {
      indices[2 * arc] = row
      indices[2 * arc + 1] = rows + (columns[arc] ?? 0)
    }
  }
  const model = highs.createModel({
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: gains,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from({ length: numRows }, (_, row) => (row < rows ? 0 : 1)),
    rowUpper: new Float64Array(numRows).fill(1),
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts: Int32Array.from({ length: numCols + 1 }, (_, arc) => 2 * arc),
      indices,
      values: new Float64Array(2 * numCols).fill(1),
    },
  })
  try {
    model.options.set({ output_flag: false })
    model.run()
    return Math.round(model.getObjectiveValue())
  } finally {
    model.dispose()
  }
}

async function sparse(problem: AssignmentProblem): Promise<Comparison> {
  const { objective } = solveAssignment(problem)
  // The package's types are those of CommonJS, where the default export is inside the module.
  const highs = await (load as unknown as typeof load.default)()
  agree(solveProgram(highs, problem) === objective, 'objective of the linear program')
  const { full, ...optional } = problem
  return withScipy(problem, async (scipy) => {
    const contestants = [
      { name: 'ours, every seat filled', lap: timed(() => solveAssignment(problem)) },
      ...(scipy ? [await scipyContestant(scipy, 'min_weight_full_bipartite_matching', objective)] : []),
      { name: `${versioned('highs')}, linear program`, lap: timed(() => solveProgram(highs, problem)) },
      { name: 'ours, seats may stay empty', lap: timed(() => solveAssignment(optional)) },
    ]
    return {
      title: `${sizeOf(problem)}, sparse`,
      work: problem.gains.length,
      unit: 'pairs',
      standings: await compete(contestants),
      checked: `the objective, ${objective}, of each`,
      notes: scipy ? ['timed inside Python, the matrix already there'] : [missing],
    }
  })
}

/** Until the new greatest assignment is known after one lock, against solving it anew. */
async function locking(problem: AssignmentProblem): Promise<Comparison> {
  const open = openAssignment(problem)
  const chosen = open.current().arcs.filter((arc) => arc >= 0)
  let turn = 0
  let locked = 0
  /** A chosen arc is forbidden, one that is not chosen is pinned, by turns. */
  const change = (): void => {
    turn += 1
    open.release(locked)
    locked = (turn % 2 === 0 ? chosen[(turn * 61) % chosen.length] : (turn * 7_919) % problem.gains.length) ?? 0
  }
  const lock = (): number => {
    const against = turn % 2 === 0 ? open.forbid(locked) : open.pin(locked)
    return against.length > 0 ? Number.NaN : open.current().objective
  }
  for (let check = 0; check < 6; check += 1) {
    change()
    const far = turn % 2 === 0 ? -1e9 : 1e9
    const gains = problem.gains.with(locked, far)
    const { objective } = solveAssignment({ ...problem, gains })
    const anew = far > 0 ? objective - far + (problem.gains[locked] ?? 0) : objective
    const warm = lock()
    agree(warm === anew, `${warm} after a lock, ${anew} anew`)
  }
  return {
    title: `one lock on ${sizeOf(problem)}`,
    work: 1,
    unit: 'fits',
    standings: await compete([
      { name: 'ours, from the prices there are', lap: timed(lock, change) },
      { name: 'ours, anew', lap: timed(() => solveAssignment(problem)) },
    ]),
    checked: 'the objective after six locks, exactly',
    notes: ['forbidden and pinned by turns; the assignment and all prices are given out each time'],
  }
}

async function dense(problem: DenseAssignmentProblem, { munkres }: Munkres): Promise<Comparison> {
  const { rowCount, columnCount, gains } = problem
  const costs = Array.from({ length: rowCount }, (_, row) =>
    Array.from(gains.subarray(row * columnCount, (row + 1) * columnCount), (gain) => -gain),
  )
  const { objective } = solveDenseAssignment(problem)
  const theirs = munkres(costs).reduce((sum, [row, column]) => sum - (costs[row]?.[column] ?? Number.NaN), 0)
  agree(theirs === objective, `${theirs} of munkres, ${objective} of ours`)
  return withScipy(problem, async (scipy) => ({
    title: `${rowCount} × ${columnCount}, dense, whole costs up to 10,000`,
    work: gains.length,
    unit: 'pairs',
    standings: await compete([
      { name: 'ours', lap: timed(() => solveDenseAssignment(problem)) },
      { name: versioned('munkres'), lap: timed(() => munkres(costs)) },
      ...(scipy ? [await scipyContestant(scipy, 'linear_sum_assignment', objective)] : []),
    ]),
    checked: `the objective, ${objective}, of each`,
    notes: scipy ? ['scipy is timed inside Python, the matrix already there'] : [missing],
  }))
}

const sizeOf = ({ rowStarts, columnCount, gains }: AssignmentProblem): string =>
  [rowStarts.length - 1, columnCount].map((count) => count.toLocaleString('en')).join(' × ') +
  `, ${gains.length.toLocaleString('en')} arcs`

export const assignment: Benchmark = {
  peers: ['munkres'],
  run: async () => {
    const large = sparseProblem(10_000, 3_000, 50, 20261123)
    const table = denseProblem(1_000, 20261123)
    return [await sparse(large), await locking(large), await dense(table, await loadPeer<Munkres>('munkres'))]
  },
}
