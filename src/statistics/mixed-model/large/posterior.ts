import { seededNormal } from '../../seeded.ts'
import type { Effect, Posterior, WeightedSum } from '../posterior.ts'
import { choleskyRoot } from '../small-matrix.ts'
import { type Block, fitting } from './conjugate-gradients.ts'
import { perturbation } from './perturbation.ts'
import { type Effects, leavesGiven, noEffects, reduceLeaves, solveNodes, solveRandom } from './random-system.ts'
import { innerProducts, type LargeSolution, less } from './solution.ts'

const tolerance = 1e-10
/** Enough for a draw, whose own spread is 1. */
const drawTolerance = 1e-6

/**
 * The posterior by one solution for each sum of effects, and for each joint draw (perturb-and-solve): exact but for the
 * tolerance of the solutions. `theta` is that of the design as given, the solution's may be in other units.
 */
export function largePosterior(at: LargeSolution, theta: readonly number[]): Posterior {
  const { rows } = at.problem
  const { residualVariance } = at
  const scale = (factor: number): number => theta[factor] as number
  const valueAt = ({ leaf, node }: Effects, { factor, level }: Effect, vector = 0): number => {
    const isLeaf = factor === rows.leafTerm
    const { width, values } = isLeaf ? leaf : node
    return values[((isLeaf ? 0 : (rows.firstNode[factor] as number)) + level) * width + vector] as number
  }
  const column = (sum: WeightedSum): Effects => withFixed(at, rightSideOf(at, theta, sum))
  return {
    covariance: (a, b) => {
      const unit = rows.design.random.map(({ levels }, factor) =>
        factor === a.factor ? new Float64Array(levels).map((_, level) => (level === a.level ? 1 : 0)) : undefined,
      )
      return valueAt(column(unit), b) * scale(b.factor) * residualVariance
    },
    covariances: (sums) =>
      sums.map((sum) => {
        const solved = column(sum)
        return rows.design.random.map(({ levels }, factor) =>
          new Float64Array(levels).map(
            (_, level) => valueAt(solved, { factor, level }) * scale(factor) * residualVariance,
          ),
        )
      }),
    draws: (count, seed, effects) => {
      const normal = seededNormal(seed)
      const values = new Float64Array(count * effects.length)
      const noise = Math.sqrt(residualVariance)
      const most = Math.max(4, fitting(rows.nodes))
      for (let first = 0; first < count; first += most) {
        const width = Math.min(most, count - first)
        const drawn = drawEffects(at, width, normal)
        for (let r = 0; r < width; r += 1)
          effects.forEach((effect, place) => {
            const spherical = valueAt(at.effects, effect) + noise * valueAt(drawn, effect, r)
            values[(first + r) * effects.length + place] = scale(effect.factor) * spherical
          })
      }
      return { count, size: effects.length, values }
    },
  }
}

function rightSideOf({ problem: { rows } }: LargeSolution, theta: readonly number[], sum: WeightedSum): Effects {
  const right = noEffects(rows, 1)
  sum.forEach((weights, factor) => {
    const isLeaf = factor === rows.leafTerm
    const { values } = isLeaf ? right.leaf : right.node
    const first = isLeaf ? 0 : (rows.firstNode[factor] as number)
    weights?.forEach((weight, level) => {
      values[first + level] = weight * (theta[factor] as number)
    })
  })
  return right
}

/** A⁻¹ r + V Q V' r: the solution with the uncertainty of β in it. */
function withFixed(at: LargeSolution, right: Effects): Effects {
  const solved = solveRandom(at.system, right, tolerance)
  const size = at.slopes.node.width
  const seen = innerProducts(at.slopes, right)
  const weights = Array.from({ length: size }, (_, x) =>
    seen.reduce((sum, value, y) => sum - (at.fixedInverse[x * size + y] as number) * value, 0),
  )
  return { leaf: less(solved.leaf, at.slopes.leaf, weights), node: less(solved.node, at.slopes.node, weights) }
}

/** Deviations of the spherical effects in units of σ: given β by perturb-and-solve, less V times a draw of β. */
function drawEffects(at: LargeSolution, width: number, normal: () => number): Effects {
  const { system, slopes } = at
  const right = perturbation(system, width, (numbers) => {
    for (let r = 0; r < numbers.length; r += 1) numbers[r] = normal()
  })
  const node = solveNodes(system, reduceLeaves(system, right), drawTolerance).solution
  const leaf = leavesGiven(system, right.leaf, node)
  const size = slopes.node.width
  const root = choleskyRoot(at.fixedInverse, size) ?? new Float64Array(size * size)
  for (let r = 0; r < width; r += 1) {
    const z = Array.from({ length: size }, normal)
    const beta = z.map((_, x) => z.reduce((sum, value, y) => sum + (root[x * size + y] as number) * value, 0))
    subtractSlopes(leaf, slopes.leaf, r, beta)
    subtractSlopes(node, slopes.node, r, beta)
  }
  return { leaf, node }
}

function subtractSlopes(from: Block, slopes: Block, vector: number, beta: readonly number[]): void {
  for (let row = 0, at = vector; at < from.values.length; row += slopes.width, at += from.width)
    for (let x = 0; x < beta.length; x += 1)
      from.values[at] = (from.values[at] as number) - (slopes.values[row + x] as number) * (beta[x] as number)
}
