import { dot } from '../design.ts'
import type { Score } from '../score.ts'
import { solveSmall } from '../small-matrix.ts'
import { type Block, emptyBlock } from './conjugate-gradients.ts'
import { type Effects, noEffects, scaledMoments, solveRandom } from './random-system.ts'
import { gatherNodes, multiplyNodes, scatterLeaves } from './row-products.ts'
import { beside, innerProducts, type LargeSolution } from './solution.ts'
import type { SortedRows } from './sorted-rows.ts'
import type { TraceEstimate } from './traces.ts'

/**
 * The score of the variances and their average information (Gilmour, Thompson and Cullis 1995, Biometrics 51:1440–1450),
 * from sums over levels alone: with f_k = V_k P y = Z_k b_k / σ_k², the information is f_j' P f_k / 2.
 */
export function scoreAt(at: LargeSolution, traces: readonly number[], tolerance: number): Score {
  const { rows, moments, method } = at.problem
  const { design } = rows
  const { theta } = at.system
  const { residualVariance } = at
  const terms = design.random.length
  const size = terms + 1
  const variances = [...theta.map((own) => own * own * residualVariance), residualVariance]
  const { directions, squares } = directionsOf(at, variances)
  const products = crossProducts(rows, directions)
  const own = innerProducts(directions, products)
  const right = beside(scaledMoments(at.system, products), scaledEffects(at.effects, 1 / residualVariance))
  const solved = solveRandom(at.system, right, tolerance)
  const explained = innerProducts(right, solved)
  const fixedSums = fixedSumsOf(innerProducts(directions, moments.zx), at, right)
  const information = new Float64Array(size * size)
  for (let j = 0; j < size; j += 1)
    for (let k = 0; k < size; k += 1) {
      const weighted =
        j < terms && k < terms
          ? (own[j * terms + k] as number)
          : j + k < 2 * terms
            ? (squares[Math.min(j, k)] as number)
            : at.errorSquares / residualVariance ** 2
      const fixed = bilinear(at.fixedInverse, fixedSums[j] as Float64Array, fixedSums[k] as Float64Array)
      information[j * size + k] = (weighted - (explained[j * size + k] as number) - fixed) / residualVariance / 2
    }
  const observations = design.response.length
  let used = method === 'REML' ? design.fixed.length : 0
  const gradient = design.random.map((term, index) => {
    const spent = term.levels - (traces[index] as number)
    used += spent
    return ((squares[index] as number) - spent / (variances[index] as number)) / 2
  })
  gradient.push((at.errorSquares / residualVariance ** 2 - (observations - used) / residualVariance) / 2)
  return { variances, gradient, information, traces }
}

/** b_k / σ_k² of each term in a vector of its own, zero elsewhere; and its squares. */
function directionsOf(at: LargeSolution, variances: readonly number[]): { directions: Effects; squares: number[] } {
  const { rows } = at.problem
  const terms = rows.design.random
  const directions = noEffects(rows, terms.length)
  const squares = terms.map((term, index) => {
    const isLeaf = index === rows.leafTerm
    const from = (isLeaf ? at.effects.leaf : at.effects.node).values
    const { values } = isLeaf ? directions.leaf : directions.node
    const first = isLeaf ? 0 : (rows.firstNode[index] as number)
    const scale = (at.system.theta[index] as number) / (variances[index] as number)
    let sum = 0
    for (let level = first; level < first + term.levels; level += 1) {
      const value = scale * (from[level] as number)
      values[level * terms.length + index] = value
      sum += value * value
    }
    return sum
  })
  return { directions, squares }
}

/** Z'WZ v. */
function crossProducts(rows: SortedRows, { leaf, node }: Effects): Effects {
  const { width } = leaf
  const among = emptyBlock(rows.nodes, width)
  multiplyNodes(rows, undefined, node, among.values, new Float64Array(rows.mostRows * width))
  const scattered = scatterLeaves(rows, leaf).values
  const gathered = gatherNodes(rows, node).values
  rows.leafWeight.forEach((weight, own) => {
    for (let at = own * width; at < (own + 1) * width; at += 1)
      gathered[at] = (gathered[at] as number) + weight * (leaf.values[at] as number)
  })
  return {
    leaf: { width, values: gathered },
    node: { width, values: among.values.map((value, at) => value + (scattered[at] as number)) },
  }
}

/** For each direction, X'W f less what the random effects take of it; none of X'W e is left. */
function fixedSumsOf(sums: Float64Array, { slopes }: LargeSolution, right: Effects): Float64Array[] {
  const size = slopes.node.width
  const taken = innerProducts(right, slopes)
  const terms = right.node.width - 1
  return Array.from({ length: terms + 1 }, (_, k) =>
    new Float64Array(size).map(
      (_, x) => (k < terms ? (sums[k * size + x] as number) : 0) - (taken[k * size + x] as number),
    ),
  )
}

function bilinear(matrix: Float64Array, a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, x) => sum + value * dot(matrix.subarray(x * b.length, (x + 1) * b.length), b), 0)
}

const scaledEffects = ({ leaf, node }: Effects, scale: number): Effects => ({
  leaf: scaled(leaf, scale),
  node: scaled(node, scale),
})

const scaled = ({ width, values }: Block, scale: number): Block => ({
  width,
  values: values.map((value) => value * scale),
})

/** How far the probes may have moved the variances, in their standard errors: the root mean square over the variances. */
export function probeError(
  { information, variances }: Score,
  { byProbe }: TraceEstimate,
  free: readonly boolean[],
): number {
  const probes = byProbe[0]?.length ?? 0
  const residual = variances.at(-1) as number
  const deviations = byProbe.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / probes
    return values.map((value) => value - mean)
  })
  let sum = 0
  for (let probe = 0; probe < probes; probe += 1) {
    const noise = deviations.map((values, index) => (values[probe] as number) / (variances[index] as number) / 2)
    noise.push(-deviations.reduce((total, values) => total + (values[probe] as number), 0) / residual / 2)
    const kept = noise.flatMap((_, index) => (free[index] ? [index] : []))
    const matrix = kept.flatMap((row) => kept.map((column) => information[row * noise.length + column] as number))
    const step = solveSmall(
      Float64Array.from(matrix),
      kept.map((index) => noise[index] as number),
    )
    kept.forEach((index, place) => {
      sum += (noise[index] as number) * (step?.[place] ?? 0)
    })
  }
  const count = free.filter(Boolean).length
  return Math.sqrt(sum / (probes * (probes - 1)) / count)
}
