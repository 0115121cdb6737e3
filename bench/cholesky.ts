/** A dense Cholesky factor and the diagonal of the inverse, at the size that InstEval leaves: our kernels against ml-matrix. */
import type { Kernels } from '../src/statistics/kernels/kernels.ts'
import { plainKernels } from '../src/statistics/kernels/plain.ts'
import { loadKernels } from '../src/statistics/kernels/wasm.ts'
import { type BlockStorage, reserveStorage } from '../src/statistics/mixed-model/block-storage.ts'
import { diagonalAt, factorise } from '../src/statistics/mixed-model/cholesky.ts'
import { type EliminationPlan, planElimination } from '../src/statistics/mixed-model/elimination-plan.ts'
import { invert } from '../src/statistics/mixed-model/selected-inverse.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { loadPeer, versioned } from './peers.ts'
import { type Contestant, compete, timed } from './rounds.ts'

interface Matrix {
  get(row: number, column: number): number
}
interface Matrices {
  readonly Matrix: new (rows: readonly ArrayLike<number>[]) => Matrix
  readonly CholeskyDecomposition: new (matrix: Matrix) => { readonly lowerTriangularMatrix: Matrix }
  inverse(matrix: Matrix): Matrix
}

const size = 1131
const tolerance = 1e-9

/** Covariances of an autoregression with noise: positive definite, every element different from zero. */
const element = (row: number, column: number): number =>
  Math.exp(-Math.abs(row - column) / 50) + (row === column ? 1 : 0)

interface Answer {
  /** Diagonal of the factor, and of the inverse. */
  readonly factor: Float64Array
  readonly inverse: Float64Array
}

/** One dense block as the mixed-model engine meets it: all unknowns connected with each other. */
function densePlan(): EliminationPlan {
  const nodes = Int32Array.from({ length: size }, (_, node) => node)
  const plan = planElimination(size, 0, { starts: Int32Array.of(0, size), nodes })
  if (!plan) throw new Error('without limits every graph has a plan')
  return plan
}

function fill(storage: BlockStorage): void {
  const [{ at: start } = { at: 0 }] = storage.blocks
  storage.memory.fill(0, start, start + storage.plan.size)
  for (const { at, first, width, height } of storage.blocks)
    for (let column = 0; column < width; column += 1)
      for (let row = column; row < height; row += 1)
        storage.memory[at + column * height + row] = element(first + row, first + column)
}

const diagonal = (storage: BlockStorage): Float64Array =>
  Float64Array.from({ length: size }, (_, position) => diagonalAt(storage, position))

function ours(name: string, kernels: Kernels, plan: EliminationPlan) {
  const storage = reserveStorage(plan, kernels)
  const refill = (): void => fill(storage)
  const factor = (): void => agree(factorise(storage) === -1, 'the matrix is not positive definite')
  const both = (): void => {
    factor()
    invert(storage)
  }
  const answer = (): Answer => {
    refill()
    factor()
    const ofFactor = diagonal(storage)
    invert(storage)
    return { factor: ofFactor, inverse: diagonal(storage) }
  }
  return { name, answer, factor: timed(factor, refill), both: timed(both, refill) }
}

function theirs({ Matrix, CholeskyDecomposition, inverse }: Matrices) {
  const rows = Array.from({ length: size }, (_, row) =>
    Float64Array.from({ length: size }, (_, column) => element(row, column)),
  )
  const matrix = new Matrix(rows)
  const factor = (): Matrix => new CholeskyDecomposition(matrix).lowerTriangularMatrix
  const diagonalOf = (from: Matrix) => Float64Array.from({ length: size }, (_, place) => from.get(place, place))
  return {
    name: versioned('ml-matrix'),
    answer: (): Answer => ({ factor: diagonalOf(factor()), inverse: diagonalOf(inverse(matrix)) }),
    factor: timed(factor),
    both: timed(() => inverse(matrix)),
  }
}

function farthest(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, place) => Math.max(most, Math.abs(value / (b[place] ?? Number.NaN) - 1)), 0)
}

export const cholesky: Benchmark = {
  peers: ['ml-matrix'],
  run: async () => {
    const kernels = loadKernels()
    agree(kernels.name === 'wasm', 'the WebAssembly kernels could not be built on this machine')
    const plan = densePlan()
    const all = [
      ours('ours (WebAssembly SIMD)', kernels, plan),
      ours('ours (TypeScript fallback)', plainKernels(), plan),
      theirs(await loadPeer<Matrices>('ml-matrix')),
    ]
    const [first, ...others] = all.map(({ answer }) => answer())
    const apart = others.map((other) =>
      first ? Math.max(farthest(first.factor, other.factor), farthest(first.inverse, other.inverse)) : Number.NaN,
    )
    agree(apart[0] === 0, 'the two kinds of our kernels do not give the same bits')
    agree((apart[1] ?? Number.NaN) < tolerance, `ml-matrix is ${apart[1]} away`)
    const checked = `diagonals of factor and inverse: fallback bit for bit, ml-matrix within ${apart[1]?.toExponential(1)} relative`
    const contest = async (
      title: string,
      flops: number,
      part: 'factor' | 'both',
      notes: readonly string[] = [],
    ): Promise<Comparison> => ({
      title,
      work: flops / 1e9,
      unit: 'GFlop',
      standings: await compete(all.map((one): Contestant => ({ name: one.name, lap: one[part] }))),
      checked,
      notes: ['operations are counted as a Cholesky factor and an inverse from it need them, for all', ...notes],
    })
    return [
      await contest(`Cholesky factor of a dense matrix of ${size} rows`, size ** 3 / 3, 'factor'),
      await contest('the same, and the diagonal of its inverse', size ** 3, 'both', [
        'ml-matrix by inverse(), which is LU: several times as quick as its CholeskyDecomposition.solve()',
      ]),
    ]
  },
}
