import { type Block, fitting } from './conjugate-gradients.ts'
import type { FewLevels } from './few-levels.ts'
import { perturbation } from './perturbation.ts'
import { randomSigns } from './random-signs.ts'
import { reduceLeaves, seenByLeaves, solveNodes } from './random-system.ts'
import { quadraticForm } from './traces.ts'

/** Diagonals of A⁻¹ by leaf and node. */
export interface Diagonals {
  readonly leaf: Float64Array
  readonly node: Float64Array
  readonly draws: number
  /** By term, the root mean square relative error of the standard deviations that go with the diagonal. */
  readonly errors: readonly number[]
}

const tolerance = 1e-6
/** A relative error of standard deviations that is good enough; more draws are made for it where they cost little. */
const goodEnough = 0.005
const fewestDraws = 32
const mostDraws = 1024
const usualWork = 2e8

/**
 * The variances of all effects from a few draws of all of them (Sidén, Lindgren, Bolin and Villani 2018, J. Comput. Graph.
 * Stat. 27:898–908): the variance of an effect given all others is known, and only that of its conditional mean is estimated,
 * usually a small part. A draw is perturb-and-solve with random signs: A x = ΛZ'W^½ e + z. The leaves are given the nodes; the
 * nodes are given each other, with the leaves eliminated.
 */
export function estimateDiagonals(few: FewLevels): Diagonals {
  const system = few.without
  const { rows, leafDiagonal, schur } = system
  const next = randomSigns(20261123)
  const signs = (noise: Float64Array): void => {
    const word = next()
    for (let r = 0; r < noise.length; r += 1) noise[r] = (word >>> r) & 1 ? 1 : -1
  }
  const width = Math.max(4, fitting(rows.nodes))
  const affordable = Math.max(fewestDraws, Math.min(mostDraws, usualWork / Math.max(1, rows.entries.length)))
  const leafMeans = new Float64Array(rows.leaves)
  const nodeMeans = new Float64Array(rows.nodes)
  const leafKnown = addedBy(few, few.columns.leaf, leafDiagonal)
  const nodeKnown = addedBy(few, few.columns.node, schur.diagonal)
  for (const node of few.nodes) nodeKnown[node] = (nodeKnown[node] as number) - 1
  for (let draws = width; ; draws += width) {
    const right = reduceLeaves(system, perturbation(system, width, signs))
    const { solution } = solveNodes(system, right, tolerance)
    addSquares(leafMeans, seenByLeaves(system, solution), leafDiagonal)
    const given = solution.values.map(
      (value, at) => value - (right.values[at] as number) / (schur.diagonal[Math.floor(at / width)] as number),
    )
    addSquares(nodeMeans, { width, values: given })
    const leaf = leafKnown.map((known, index) => known + (leafMeans[index] as number) / draws)
    const node = nodeKnown.map((known, index) => known + (nodeMeans[index] as number) / draws)
    const errors = rows.design.random.map((term, index) => {
      if (index === rows.leafTerm) return relativeError(leafMeans, leaf, draws)
      if (few.terms.has(index)) return 0
      const first = rows.firstNode[index] as number
      const last = first + term.levels
      return relativeError(nodeMeans.subarray(first, last), node.subarray(first, last), draws)
    })
    if (draws + width > affordable || errors.every((error) => error <= goodEnough)) return { leaf, node, draws, errors }
  }
}

/** Half of √(2 / draws) times the part of the variance that was estimated. */
function relativeError(sums: Float64Array, variances: Float64Array, draws: number): number {
  const squares = sums.reduce((total, sum, at) => total + (sum / draws / (variances[at] as number)) ** 2, 0)
  return Math.sqrt(squares / sums.length / (2 * draws))
}

/** 1 / d, and what terms with few levels add. */
function addedBy({ inner }: FewLevels, { width, values }: Block, diagonal: Float64Array): Float64Array {
  return diagonal.map((own, row) => 1 / own + quadraticForm(inner, values.subarray(row * width, (row + 1) * width)))
}

function addSquares(sums: Float64Array, { width, values }: Block, divisor?: Float64Array): void {
  for (let row = 0, at = 0; row < sums.length; row += 1) {
    let sum = 0
    for (let r = 0; r < width; r += 1, at += 1) sum += (values[at] as number) ** 2
    sums[row] = (sums[row] as number) + (divisor ? sum / (divisor[row] as number) ** 2 : sum)
  }
}
