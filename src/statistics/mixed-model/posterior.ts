import type { Evaluation } from './criterion.ts'
import type { Equations } from './equations.ts'
import type { InverseParts } from './inverse-parts.ts'
import { iterativeSystem } from './iterative.ts'

/** One random effect: the factor by its place in the design, and the level. */
export interface Effect {
  readonly factor: number
  readonly level: number
}

/** Posterior covariances of the random effects given the variances, with the uncertainty of β in them. */
export interface Posterior {
  /** Of two effects of different factors that share an observation; undefined where they share none. */
  covariance(a: Effect, b: Effect): number | undefined
  /**
   * Of every effect with one weighted sum of effects. `weights` holds, by factor, a weight for each level or nothing; so
   * does the answer. One iterative solve.
   */
  covariances(weights: readonly (Float64Array | undefined)[]): readonly Float64Array[]
}

/** Keeps the equations and the parts of the inverse, not the factor. */
export function posteriorOf(equations: Equations, evaluation: Evaluation, parts: InverseParts): Posterior {
  const { theta, residualVariance } = evaluation
  const scale = (a: number, b: number): number => (theta[a] as number) * (theta[b] as number) * residualVariance
  const place = ({ factor, level }: Effect): number => equations.standing[factor]?.[level] as number
  return {
    covariance: (a, b) => {
      const entry = sharedEntry(equations, parts, place(a), place(b))
      return entry === undefined ? undefined : entry * scale(a.factor, b.factor)
    },
    covariances: (weights) => {
      const factors = equations.design.random
      const scaled = weights.map((own, factor) => own?.map((weight) => weight * (theta[factor] as number)))
      const { leaf, rest } = solveFor(equations, theta, scaled)
      return factors.map((_, factor) =>
        byLevel(equations, factor, leaf, rest, 1).map((value) => value * (theta[factor] as number) * residualVariance),
      )
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

function solveFor(equations: Equations, theta: readonly number[], weights: readonly (Float64Array | undefined)[]) {
  const leaf = new Float64Array(equations.leafWeight.length)
  const rest = new Float64Array(equations.plan.nodes + equations.plan.fixed)
  equations.standing.forEach((places, factor) => {
    weights[factor]?.forEach((weight, level) => {
      const place = places[level] as number
      if (place < 0) leaf[-1 - place] = weight
      else rest[place] = weight
    })
  })
  return iterativeSystem(equations, theta).solveScaled({ leaf, rest })
}

/** Values of leaves and nodes (`width` numbers each) in the order of the levels of a factor. */
export function byLevel(
  equations: Equations,
  factor: number,
  leaf: Float64Array,
  node: Float64Array,
  width: number,
): Float64Array {
  const places = equations.standing[factor] ?? new Int32Array(0)
  const values = new Float64Array(places.length * width)
  places.forEach((place, level) => {
    const from = place < 0 ? leaf : node
    const start = (place < 0 ? -1 - place : place) * width
    values.set(from.subarray(start, start + width), level * width)
  })
  return values
}
