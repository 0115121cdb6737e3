import { choleskyRoot, invertSmall } from '../small-matrix.ts'
import { type Block, emptyBlock } from './conjugate-gradients.ts'
import { type Effects, leavesGiven, noEffects, type RandomSystem, randomSystem, solveNodes } from './random-system.ts'
import type { SortedRows } from './sorted-rows.ts'

/**
 * Terms with few levels, such as departments or years, tie all other effects together, so that random probes say little of
 * them. Their columns of A⁻¹ are solved for one by one, and all else is taken without them: over the other effects
 * A⁻¹ = A₀⁻¹ + Y G⁻¹ Y', where A₀ leaves the few out, Y are their columns and G the square of these at their own rows.
 */
export interface FewLevels {
  readonly terms: ReadonlySet<number>
  readonly nodes: readonly number[]
  /** The system with the variances of these terms at zero. */
  readonly without: RandomSystem
  readonly columns: Effects
  /** G⁻¹ and log |G|. */
  readonly inner: Float64Array
  readonly logDeterminant: number
}

/** Terms, other than the leaves, with no more levels than `most` each. */
export function termsWithFewLevels({ design, leafTerm }: SortedRows, most: number): ReadonlySet<number> {
  return new Set(design.random.flatMap(({ levels }, index) => (index !== leafTerm && levels <= most ? [index] : [])))
}

export function solveFewLevels(
  system: RandomSystem,
  terms: ReadonlySet<number>,
  tolerance: number,
  guess?: Block,
): FewLevels {
  const { rows, theta } = system
  const nodes = [...terms].flatMap((index) => {
    const first = rows.firstNode[index] as number
    return Array.from({ length: rows.design.random[index]?.levels ?? 0 }, (_, level) => first + level)
  })
  const size = nodes.length
  if (size === 0) {
    const none = new Float64Array(0)
    return { terms, nodes, without: system, columns: noEffects(rows, 0), inner: none, logDeterminant: 0 }
  }
  const right = emptyBlock(rows.nodes, size)
  nodes.forEach((node, vector) => {
    right.values[node * size + vector] = 1
  })
  const node = solveNodes(system, right, tolerance, guess).solution
  const leaf = leavesGiven(system, emptyBlock(rows.leaves, size), node)
  const square = Float64Array.from(
    nodes.flatMap((own) => Array.from(node.values.subarray(own * size, (own + 1) * size))),
  )
  const root = choleskyRoot(square, size)
  const inner = invertSmall(square, size)
  if (!root || !inner) throw new Error('the equations are not positive definite')
  let logDeterminant = 0
  for (let at = 0; at < size; at += 1) logDeterminant += 2 * Math.log(root[at * (size + 1)] as number)
  const without = randomSystem(
    rows,
    theta.map((value, index) => (terms.has(index) ? 0 : value)),
  )
  return { terms, nodes, without, columns: { leaf, node }, inner, logDeterminant }
}
