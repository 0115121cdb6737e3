import type { Method } from '../criterion.ts'
import { DesignError, dot } from '../design.ts'
import { invertSmall } from '../small-matrix.ts'
import { type Block, copyVectors, emptyBlock, vectorsOf } from './conjugate-gradients.ts'
import type { Moments } from './moments.ts'
import { type Effects, type RandomSystem, randomSystem, scaledMoments, solveRandom } from './random-system.ts'
import type { SortedRows } from './sorted-rows.ts'

/** A design with its sums, and what is asked of it. */
export interface Problem {
  readonly rows: SortedRows
  readonly moments: Moments
  readonly method: Method
}

/** What one θ gives: the solution of the mixed-model equations, and σ² at its profile. */
export interface LargeSolution {
  readonly problem: Problem
  readonly system: RandomSystem
  readonly residualVariance: number
  /** The spherical effects, given y. */
  readonly effects: Effects
  /** β less its least squares estimate. */
  readonly shift: readonly number[]
  /** A⁻¹ΛZ'WX: how the effects go down as β goes up, one vector for each column of X. */
  readonly slopes: Effects
  /** The covariance of β in units of σ², row-major. */
  readonly fixedInverse: Float64Array
  /** |y - Xβ - Zb|² (weighted) and |u|². */
  readonly errorSquares: number
  readonly effectSquares: number
  /** The nodes of the solutions for y and X, to start from at another θ. */
  readonly guess: Block
}

export function solveAt(problem: Problem, theta: readonly number[], tolerance: number, guess?: Block): LargeSolution {
  const { rows, moments, method } = problem
  const { design } = rows
  const size = design.fixed.length
  const system = randomSystem(rows, theta)
  const zx = scaledMoments(system, moments.zx)
  const zy = scaledMoments(system, moments.zy)
  const solved = solveRandom(system, beside(zy, zx), tolerance, guess)
  const slopes = { leaf: vectorsOf(solved.leaf, 1, size), node: vectorsOf(solved.node, 1, size) }
  const alone = { leaf: vectorsOf(solved.leaf, 0, 1), node: vectorsOf(solved.node, 0, 1) }
  const seen = innerProducts(zx, slopes)
  const fixedInverse = invertSmall(
    moments.xx.map((value, at) => value - (seen[at] as number)),
    size,
  )
  if (!fixedInverse) throw new DesignError('collinear', design.fixed.at(-1)?.name ?? '')
  const explained = innerProducts(zx, alone)
  const right = moments.xy.map((value, x) => value - (explained[x] as number))
  const shift = design.fixed.map((_, x) => dot(fixedInverse.subarray(x * size, (x + 1) * size), right))
  const effects = { leaf: less(alone.leaf, slopes.leaf, shift), node: less(alone.node, slopes.node, shift) }
  const reached = innerProducts(zy, effects)[0] as number
  const penalised = moments.yy - shift.reduce((sum, value, x) => sum + value * (moments.xy[x] as number), 0) - reached
  const effectSquares = dot(effects.leaf.values, effects.leaf.values) + dot(effects.node.values, effects.node.values)
  return {
    problem,
    system,
    residualVariance: penalised / (design.response.length - (method === 'REML' ? size : 0)),
    effects,
    shift,
    slopes,
    fixedInverse,
    errorSquares: penalised - effectSquares,
    effectSquares,
    guess: solved.node,
  }
}

/** A'B for effects of several vectors, row-major. */
export function innerProducts(a: Effects, b: Effects): Float64Array {
  const products = new Float64Array(a.node.width * b.node.width)
  for (const [left, right] of [
    [a.leaf, b.leaf],
    [a.node, b.node],
  ] as const) {
    const rows = left.values.length / left.width
    for (let row = 0; row < rows; row += 1)
      for (let x = 0; x < left.width; x += 1) {
        const value = left.values[row * left.width + x] as number
        for (let y = 0; y < right.width; y += 1)
          products[x * right.width + y] =
            (products[x * right.width + y] as number) + value * (right.values[row * right.width + y] as number)
      }
  }
  return products
}

/** The vectors of one, then those of the other. */
export function beside(a: Effects, b: Effects): Effects {
  const join = (left: Block, right: Block): Block => {
    const both = emptyBlock(left.values.length / left.width, left.width + right.width)
    copyVectors(left, both, 0)
    copyVectors(right, both, left.width)
    return both
  }
  return { leaf: join(a.leaf, b.leaf), node: join(a.node, b.node) }
}

/** One vector less a combination of others. */
export function less(own: Block, others: Block, weights: readonly number[]): Block {
  const values = Float64Array.from(own.values)
  for (let row = 0; row < values.length; row += 1) {
    let sum = 0
    for (let r = 0; r < others.width; r += 1)
      sum += (others.values[row * others.width + r] as number) * (weights[r] as number)
    values[row] = (values[row] as number) - sum
  }
  return { width: 1, values }
}
