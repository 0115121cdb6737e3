import type { Kernels } from '../kernels/kernels.ts'
import { scalesOf } from '../mixed-model/assembly.ts'
import { dot, type Factor } from '../mixed-model/design.ts'
import { arrangeEquations, type Equations } from '../mixed-model/equations.ts'
import {
  type FactorisedSystem,
  factoriseSystem,
  momentsOf,
  type Point,
  residuals,
  scaled,
} from '../mixed-model/system.ts'
import { type RowTerms, rowTerms } from './cumulative-link.ts'
import type { OrdinalDesign } from './ordinal-design.ts'

/** The mode û of the spherical effects (b = σu) given the parameters, and the system [ΛZ'WZΛ + I] there. */
export interface Modes {
  readonly effects: Point
  readonly terms: RowTerms
  readonly system: FactorisedSystem
  /** -ℓ(û) + |û|²/2. */
  readonly value: number
}

/** The weight of a row whose category is all but certain: more than zero, because it divides. */
const leastWeight = 1e-10
/** Newton's decrement at which the modes are found: the square of what is left to go, in standard errors. */
const found = 1e-18
const mostSteps = 100

/** Penalised Newton steps with halving: -ℓ + |u|²/2 is convex, so they arrive. `offset` is Xβ. */
export function findModes(
  design: OrdinalDesign,
  thresholds: Float64Array,
  offset: Float64Array,
  sds: readonly number[],
  kernels: Kernels,
  near?: Point,
): Modes {
  const stateAt = (effects: Point, predictor: Float64Array) => {
    const terms = rowTerms(design.response, thresholds, predictor)
    return { effects, terms, value: squares(effects) / 2 - terms.logLik }
  }
  const first = equationsWith(design.random, new Float64Array(offset.length).fill(1))
  const begin = near ?? zeroPoint(first)
  let state = stateAt(begin, add(offset, predictedBy(first, sds, begin)))
  for (let step = 1; ; step += 1) {
    const { terms, effects } = state
    const equations = equationsWith(design.random, terms.weight)
    const system = factoriseSystem(equations, sds, kernels)
    const right = combine(slopeBy(system, terms.slope), effects, -1)
    const move = system.solveScaled(right)
    const decrement = dot(right.leaf, move.leaf) + dot(right.rest, move.rest)
    if (!(decrement > found) || step === mostSteps) return { ...state, system }
    for (let length = 1; ; length /= 2) {
      const next = combine(effects, move, length)
      const tried = stateAt(next, add(offset, predictedBy(equations, sds, next)))
      if (tried.value <= state.value + 1e-12 * Math.abs(state.value) || length < 1e-6) {
        state = tried
        break
      }
    }
  }
}

const equationsWith = (random: readonly Factor[], weight: Float64Array): Equations =>
  arrangeEquations({
    response: new Float64Array(weight.length),
    fixed: [],
    random,
    weights: weight.map((value) => Math.max(value, leastWeight)),
  })

/** ΛZ'v. */
export function slopeBy({ equations, scales }: FactorisedSystem, values: Float64Array): Point {
  const { weights } = equations.design
  const unweighted = weights ? values.map((value, row) => value / (weights[row] as number)) : values
  return scaled(equations, scales, momentsOf(equations, unweighted))
}

/** ZΛu, row by row. */
export function predictedBy(equations: Equations, sds: readonly number[], effects: Point): Float64Array {
  const scales = scalesOf(equations, sds)
  return residuals(equations, scales, effects, new Float64Array(equations.design.response.length)).map((v) => 0 - v)
}

const zeroPoint = ({ leafWeight, plan }: Equations): Point => ({
  leaf: new Float64Array(leafWeight.length),
  rest: new Float64Array(plan.nodes),
})

const squares = ({ leaf, rest }: Point): number => dot(leaf, leaf) + dot(rest, rest)

const add = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, index) => value + (b[index] as number))

const combine = (a: Point, b: Point, factor: number): Point => ({
  leaf: a.leaf.map((value, index) => value + factor * (b.leaf[index] as number)),
  rest: a.rest.map((value, index) => value + factor * (b.rest[index] as number)),
})
