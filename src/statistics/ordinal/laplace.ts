import type { Kernels } from '../kernels/kernels.ts'
import { dot } from '../mixed-model/design.ts'
import type { Equations } from '../mixed-model/equations.ts'
import type { InverseParts } from '../mixed-model/inverse-parts.ts'
import { byLevel } from '../mixed-model/posterior.ts'
import { factoriseSystem, type Point } from '../mixed-model/system.ts'
import { type RowTerms, rowTerms } from './cumulative-link.ts'
import { findModes, predictedBy, slopeBy } from './modes.ts'
import type { OrdinalDesign } from './ordinal-design.ts'

export interface Parameters {
  /** Ascending. */
  readonly thresholds: Float64Array
  readonly slopes: Float64Array
  /** Standard deviation of each factor, 0 or more. */
  readonly sds: Float64Array
}

/** The Laplace approximation of -log-likelihood at some parameters, and its gradient by each of them. */
export interface LaplacePoint {
  readonly value: number
  readonly gradient: Parameters
  /** By factor and level: the conditional mode, and its variance given the parameters. */
  readonly modes: readonly Float64Array[]
  readonly variances: readonly Float64Array[]
  /** Where a search for the modes at similar parameters may start. */
  readonly effects: Point | undefined
}

/**
 * -ℓ(û) + |û|²/2 + ½ log |ΛZ'WZΛ + I| at the mode û, with b = Λu and W the observed information of each row: the first-order
 * Laplace approximation for crossed effects (as in Christensen's R package ordinal). The gradient is exact: it follows û as
 * the parameters move.
 */
export function laplaceAt(design: OrdinalDesign, at: Parameters, kernels: Kernels, near?: Point): LaplacePoint {
  const offset = fixedPredictor(design, at.slopes)
  if (design.random.length === 0) {
    const terms = rowTerms(design.response, at.thresholds, offset)
    const none = new Float64Array(offset.length)
    const gradient = { ...fixedGradient(design, terms, none, none), sds: new Float64Array(0) }
    return { value: -terms.logLik, gradient, modes: [], variances: [], effects: undefined }
  }
  const sds = Array.from(at.sds)
  const { effects, terms, system, value } = findModes(design, at.thresholds, offset, sds, kernels, near)
  const { equations, logDeterminant } = system
  const parts = system.inverse()
  const leverage = leverages(design, equations, sds, parts)
  const again = factoriseSystem(equations, sds, kernels)
  const pull = leverage.map((own, row) => (own * (terms.weightSlope[row] as number)) / 2)
  const bend = again.solveScaled(slopeBy(again, pull))
  const along = predictedBy(equations, sds, bend)
  const { thresholds, slopes, predictor } = fixedGradient(design, terms, leverage, along)
  const levels = (factor: number, { leaf, rest }: Point) => byLevel(equations, factor, leaf, rest)
  const spherical = design.random.map((_, factor) => levels(factor, effects))
  const spread = design.random.map((_, factor) => byLevel(equations, factor, parts.leaf, parts.node))
  const gradient = {
    thresholds,
    slopes,
    sds: Float64Array.from(design.random, (factor, index) => {
      const sd = sds[index] as number
      if (sd === 0) return 0
      const own = spherical[index] as Float64Array
      let sum = 0
      for (const variance of spread[index] as Float64Array) sum += (1 - variance) / sd
      factor.codes.forEach((code, row) => {
        sum += (predictor[row] as number) * (own[code] as number)
      })
      return sum + dot(levels(index, bend), own) / sd
    }),
  }
  return {
    value: value + logDeterminant / 2,
    gradient,
    modes: spherical.map((own, factor) => own.map((u) => u * (sds[factor] as number))),
    variances: spread.map((own, factor) => own.map((q) => q * (sds[factor] as number) ** 2)),
    effects,
  }
}

export function fixedPredictor({ response, fixed }: OrdinalDesign, slopes: Float64Array): Float64Array {
  const predictor = new Float64Array(response.length)
  fixed.forEach(({ values }, column) => {
    const slope = slopes[column] as number
    for (let row = 0; row < predictor.length; row += 1)
      predictor[row] = (predictor[row] as number) + slope * (values[row] as number)
  })
  return predictor
}

/**
 * Derivatives by thresholds and slopes, and by η of each row. A change of a parameter acts on ℓ, by way of W on the
 * determinant (`leverage` is the variance of a row's ZΛu), and by way of the modes (`along` is ZΛ(ΛZ'WZΛ + I)⁻¹ applied to
 * what the modes do to the determinant).
 */
function fixedGradient(design: OrdinalDesign, terms: RowTerms, leverage: Float64Array, along: Float64Array) {
  const derivative = (own: number, weight: number, slope: number, row: number): number =>
    -own + ((leverage[row] as number) * weight) / 2 + (along[row] as number) * slope
  const thresholds = new Float64Array(design.categories - 1)
  const predictor = new Float64Array(design.response.length)
  design.response.forEach((category, row) => {
    for (const [{ logLik, slope, weight }, place] of [
      [terms.upper, category],
      [terms.lower, category - 1],
    ] as const) {
      if (place < 0 || place >= thresholds.length) continue
      thresholds[place] =
        (thresholds[place] as number) +
        derivative(logLik[row] as number, weight[row] as number, slope[row] as number, row)
    }
    const slope = -(terms.weight[row] as number)
    predictor[row] = derivative(terms.slope[row] as number, terms.weightSlope[row] as number, slope, row)
  })
  const slopes = Float64Array.from(design.fixed, ({ values }) => dot(values, predictor))
  return { thresholds, slopes, predictor }
}

/** The diagonal of ZΛ(ΛZ'WZΛ + I)⁻¹ΛZ', row by row. */
function leverages(
  { random }: OrdinalDesign,
  { standing, coupling, links }: Equations,
  sds: readonly number[],
  parts: InverseParts,
): Float64Array {
  /** A place is that of a node, or -1 - leaf; the lower of two comes first. */
  const covariance = (a: number, b: number): number => {
    if (a === b) return (a < 0 ? parts.leaf[-1 - a] : parts.node[a]) as number
    const [first, second] = a < b ? [a, b] : [b, a]
    const table = first < 0 ? coupling : links
    let entry = table.starts[first < 0 ? -1 - first : first] as number
    while (table.columns[entry] !== second) entry += 1
    return (first < 0 ? parts.coupling : parts.links)[entry] as number
  }
  const rows = random[0]?.codes.length ?? 0
  return Float64Array.from({ length: rows }, (_, row) => {
    const places = random.map(({ codes }, factor) => standing[factor]?.[codes[row] as number] as number)
    let sum = 0
    places.forEach((place, factor) => {
      const own = sds[factor] as number
      for (let other = 0; other <= factor; other += 1) {
        const twice = other === factor ? 1 : 2
        sum += twice * own * (sds[other] as number) * covariance(place, places[other] as number)
      }
    })
    return sum
  })
}
