import type { Kernels } from '../kernels/kernels.ts'
import type { Evaluation } from './criterion.ts'
import type { Equations } from './equations.ts'
import type { InverseParts } from './inverse-parts.ts'
import { iterativeSystem } from './iterative.ts'
import { factoriseSystem, type Point } from './system.ts'

/** One random effect: the factor by its place in the design, and the level. */
export interface Effect {
  readonly factor: number
  readonly level: number
}

/** Posterior covariances of the random effects given the variances, with the uncertainty of β in them. */
export interface Posterior {
  /** Of two effects of different factors that share an observation; undefined where they share none. */
  covariance(a: Effect, b: Effect): number | undefined
  /** Of every effect with each of some weighted sums of effects, in the shape of the sums. */
  covariances(sums: readonly WeightedSum[]): readonly (readonly Float64Array[])[]
}

/** By factor, a weight for each level, or nothing where the factor has no part in the sum. */
export type WeightedSum = readonly (Float64Array | undefined)[]

/** From this many sums on, a factorisation is quicker than iterative solves. */
const worthFactorising = 3

/** Keeps the equations and the parts of the inverse, not the factor. */
export function posteriorOf(
  equations: Equations,
  evaluation: Evaluation,
  parts: InverseParts,
  kernels: Kernels,
): Posterior {
  const { theta, residualVariance } = evaluation
  const scale = (a: number, b: number): number => (theta[a] as number) * (theta[b] as number) * residualVariance
  const place = ({ factor, level }: Effect): number => equations.standing[factor]?.[level] as number
  return {
    covariance: (a, b) => {
      const entry = sharedEntry(equations, parts, place(a), place(b))
      return entry === undefined ? undefined : entry * scale(a.factor, b.factor)
    },
    covariances: (sums) => {
      const solve =
        sums.length < worthFactorising
          ? iterativeSystem(equations, theta).solveScaled
          : factoriseSystem(equations, theta, kernels).solveScaled
      return sums.map((sum) => {
        const { leaf, rest } = solve(rightSideOf(equations, theta, sum))
        return theta.map((own, factor) =>
          byLevel(equations, factor, leaf, rest).map((value) => value * own * residualVariance),
        )
      })
    },
  }
}

function sharedEntry(equations: Equations, parts: InverseParts, a: number, b: number): number | undefined {
  if (a > b) return sharedEntry(equations, parts, b, a)
  const { coupling, links } = equations
  const row = a < 0 ? -1 - a : a
  const table = a < 0 ? coupling : links
  const own = table.columns.subarray(table.starts[row], table.starts[row + 1])
  const index = own.indexOf(b)
  if (index < 0) return undefined
  return (a < 0 ? parts.coupling : parts.links)[(table.starts[row] as number) + index]
}

function rightSideOf(equations: Equations, theta: readonly number[], sum: WeightedSum): Point {
  const leaf = new Float64Array(equations.leafWeight.length)
  const rest = new Float64Array(equations.plan.nodes + equations.plan.fixed)
  equations.standing.forEach((places, factor) => {
    sum[factor]?.forEach((weight, level) => {
      const place = places[level] as number
      const scaled = weight * (theta[factor] as number)
      if (place < 0) leaf[-1 - place] = scaled
      else rest[place] = scaled
    })
  })
  return { leaf, rest }
}

/** Values of leaves and nodes in the order of the levels of a factor. */
export function byLevel(equations: Equations, factor: number, leaf: Float64Array, node: Float64Array): Float64Array {
  const places = equations.standing[factor] ?? new Int32Array(0)
  return Float64Array.from(places, (place) => (place < 0 ? leaf[-1 - place] : node[place]) as number)
}
