import type { Kernels } from '../kernels/kernels.ts'
import type { Evaluation } from './criterion.ts'
import type { Equations } from './equations.ts'
import type { InverseParts } from './inverse-parts.ts'
import { iterativeSolver } from './iterative.ts'
import { drawSpherical, type JointDraws } from './joint-draws.ts'
import { factoriseSystem, type Point } from './system.ts'

/** One random effect: the term (a factor or a membership) by its place in the design, and the level. */
export interface Effect {
  readonly factor: number
  readonly level: number
}

/** Posterior covariances of the random effects given the variances, with the uncertainty of β in them. */
export interface Posterior {
  /** Of two effects that share an observation; undefined where they share none. */
  covariance(a: Effect, b: Effect): number | undefined
  /** Of every effect with each of some weighted sums of effects, in the shape of the sums. */
  covariances(sums: readonly WeightedSum[]): readonly (readonly Float64Array[])[]
  /**
   * `count` draws of some effects from their joint posterior given the variances, modes included: of people for ranks and
   * chances, with all covariance between them. The same seed gives the same draws. Costs a factorisation and count × effects
   * numbers.
   * @example fit.posterior.draws(2000, 1, people.map((level) => ({ factor: 0, level })))
   */
  draws(count: number, seed: number, effects: readonly Effect[]): JointDraws
}

/** By factor, a weight for each level, or nothing where the factor has no part in the sum. */
export type WeightedSum = readonly (Float64Array | undefined)[]

/** From this many sums on, a factorisation is quicker than iterative solves. */
const worthFactorising = 3

/** What the posterior is read from; `theta` is that of the design as given, `evaluation` has it in the units of the fit. */
export interface Optimised {
  readonly equations: Equations
  readonly evaluation: Evaluation
  readonly parts: InverseParts
  readonly kernels: Kernels
  readonly theta: readonly number[]
}

/** Keeps the equations and the parts of the inverse, not the factor. */
export function posteriorOf({ equations, evaluation, parts, kernels, theta }: Optimised): Posterior {
  const { residualVariance } = evaluation
  const scale = (a: number, b: number): number => (theta[a] as number) * (theta[b] as number) * residualVariance
  const place = ({ factor, level }: Effect): number => equations.standing[factor]?.[level] as number
  return {
    covariance: (a, b) => {
      const entry = sharedEntry(equations, parts, place(a), place(b))
      return entry === undefined ? undefined : entry * scale(a.factor, b.factor)
    },
    covariances: (sums) => {
      const system =
        sums.length < worthFactorising
          ? iterativeSolver(equations)(evaluation.theta)
          : factoriseSystem(equations, evaluation.theta, kernels)
      return system
        .solveAll(sums.map((sum) => rightSideOf(equations, theta, sum)))
        .map(({ leaf, rest }) =>
          theta.map((own, factor) =>
            byLevel(equations, factor, leaf, rest).map((value) => value * own * residualVariance),
          ),
        )
    },
    draws: (count, seed, effects) => {
      const { leaf, rest } = evaluation.point
      const places = effects.map(place)
      const scales = effects.map(({ factor }) => theta[factor] as number)
      const values = new Float64Array(count * effects.length)
      const noise = Math.sqrt(residualVariance)
      drawSpherical(factoriseSystem(equations, evaluation.theta, kernels), count, seed, (draw, point) => {
        places.forEach((at, effect) => {
          const [mode, deviation] = at < 0 ? [leaf[-1 - at], point.leaf[-1 - at]] : [rest[at], point.rest[at]]
          values[draw * places.length + effect] =
            (scales[effect] as number) * ((mode as number) + noise * (deviation as number))
        })
      })
      return { count, size: effects.length, values }
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
