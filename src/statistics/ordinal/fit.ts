import type { Kernels } from '../kernels/kernels.ts'
import { loadKernels } from '../kernels/wasm.ts'
import { dot } from '../mixed-model/design.ts'
import { invertSmall } from '../mixed-model/small-matrix.ts'
import { type LaplacePoint, laplaceAt, type Parameters } from './laplace.ts'
import { minimise } from './minimise.ts'
import { checkOrdinalDesign, type OrdinalDesign } from './ordinal-design.ts'

/** The effects of one factor on the latent scale, by level. */
export interface OrdinalEffects {
  readonly name: string
  readonly levels: number
  readonly variance: number
  readonly modes: Float64Array
  /** Standard deviation of an effect given the data and the parameters. */
  readonly conditionalSd: Float64Array
}

export interface OrdinalTerm {
  readonly name: string
  readonly estimate: number
  /** NaN where the likelihood is flat in some direction. */
  readonly se: number
}

export interface OrdinalFit {
  readonly observations: number
  /** Exact without random effects, else by Laplace's approximation. */
  readonly logLik: number
  /** `1|2`: between the first and the second category. */
  readonly thresholds: readonly OrdinalTerm[]
  readonly fixed: readonly OrdinalTerm[]
  readonly random: readonly OrdinalEffects[]
  readonly convergence: {
    readonly converged: boolean
    readonly iterations: number
    /** Largest derivative of the log-likelihood by a free parameter at the end. */
    readonly gradient: number
  }
  readonly notices: readonly ({ kind: 'boundary'; factor: string } | { kind: 'not-converged' })[]
}

/** A standard deviation that ends below this is set to zero: on the latent scale of the logit nobody could see it. */
const leastSd = 1e-4
const startingSd = 0.6

/**
 * Fits a cumulative-link (proportional odds, logit) model with crossed random intercepts: P(y ≤ j) = logistic(τ_j - xβ - zb),
 * b ~ N(0, σ²) by factor, by maximum likelihood with Laplace's approximation. Without random effects it is the ordinary
 * proportional-odds model (McCullagh 1980).
 *
 * @example
 * const { response, categories } = ordinalResponse(ratings)
 * const fit = fitCumulativeLink({ response, categories, fixed: [], random: [raters, ratees] })
 * @throws DesignError where the data cannot carry the model.
 */
export function fitCumulativeLink(design: OrdinalDesign, kernels: Kernels = loadKernels()): OrdinalFit {
  checkOrdinalDesign(design)
  const columns = design.fixed.map(({ values }) => standardOf(values))
  const inner: OrdinalDesign = {
    ...design,
    fixed: design.fixed.map(({ name, values }, index) => {
      const { mean, sd } = columns[index] as Standard
      return { name, values: values.map((value) => (value - mean) / sd) }
    }),
  }
  const evaluate = (x: Float64Array, near?: SearchPoint): SearchPoint => {
    const at = unpack(design, x)
    const laplace = laplaceAt(inner, at, kernels, near?.laplace.effects)
    return { laplace, value: laplace.value, gradient: pack(x, at, laplace.gradient) }
  }
  const found = minimise(startOf(design), evaluate)
  const x = found.x.map((value, index) => (index >= sdsFrom(design) && Math.abs(value) < leastSd ? 0 : value))
  const point = evaluate(x, found.point)
  const free = Array.from(x.keys()).filter((index) => index < sdsFrom(design) || x[index] !== 0)
  const gradient = free.reduce((most, index) => Math.max(most, Math.abs(point.gradient[index] as number)), 0)
  const at = unpack(design, x)
  const { thresholds, fixed } = terms(design, at, columns, covarianceAt(x, free, point, evaluate))
  return {
    observations: design.response.length,
    logLik: -point.value,
    thresholds,
    fixed,
    random: design.random.map(({ name, levels }, factor) => ({
      name,
      levels,
      variance: (at.sds[factor] as number) ** 2,
      modes: point.laplace.modes[factor] ?? new Float64Array(0),
      conditionalSd: point.laplace.variances[factor]?.map(Math.sqrt) ?? new Float64Array(0),
    })),
    convergence: { converged: found.converged, iterations: found.iterations, gradient },
    notices: [
      ...design.random.flatMap(({ name }, factor) =>
        at.sds[factor] === 0 ? [{ kind: 'boundary' as const, factor: name }] : [],
      ),
      ...(found.converged ? [] : [{ kind: 'not-converged' as const }]),
    ],
  }
}

interface SearchPoint {
  readonly value: number
  readonly gradient: Float64Array
  readonly laplace: LaplacePoint
}

/** The search goes over τ_1, log(τ_j - τ_{j-1}), β, σ. The likelihood is even in σ, so σ may pass through zero. */
const sdsFrom = ({ categories, fixed }: OrdinalDesign): number => categories - 1 + fixed.length

function unpack(design: OrdinalDesign, x: Float64Array): Parameters {
  const thresholds = x.slice(0, design.categories - 1)
  for (let index = 1; index < thresholds.length; index += 1)
    thresholds[index] = (thresholds[index - 1] as number) + Math.exp(x[index] as number)
  const from = sdsFrom(design)
  return { thresholds, slopes: x.slice(thresholds.length, from), sds: x.slice(from).map(Math.abs) }
}

/** A gradient by the parameters as one by the coordinates of the search. */
function pack(x: Float64Array, { thresholds, slopes }: Parameters, gradient: Parameters): Float64Array {
  const packed = new Float64Array(x.length)
  let sum = 0
  for (let index = thresholds.length - 1; index >= 0; index -= 1) {
    sum += gradient.thresholds[index] as number
    packed[index] = index === 0 ? sum : sum * Math.exp(x[index] as number)
  }
  packed.set(gradient.slopes, thresholds.length)
  const from = thresholds.length + slopes.length
  gradient.sds.forEach((value, factor) => {
    packed[from + factor] = value * Math.sign(x[from + factor] as number)
  })
  return packed
}

/** Thresholds of the shares of the categories, no slopes. */
function startOf(design: OrdinalDesign): Float64Array {
  const counts = new Float64Array(design.categories)
  for (const category of design.response) counts[category] = (counts[category] as number) + 1
  const start = new Float64Array(sdsFrom(design) + design.random.length).fill(startingSd, sdsFrom(design))
  let below = 0
  let last = 0
  for (let index = 0; index < design.categories - 1; index += 1) {
    below += counts[index] as number
    const threshold = Math.log(below / (design.response.length - below))
    start[index] = index === 0 ? threshold : Math.log(threshold - last)
    last = threshold
  }
  return start
}

/** Row-major inverse of the Hessian of the free coordinates, by central differences of the gradient. */
function covarianceAt(
  x: Float64Array,
  free: readonly number[],
  point: SearchPoint,
  evaluate: (x: Float64Array, near?: SearchPoint) => SearchPoint,
): Float64Array | undefined {
  const size = free.length
  const hessian = new Float64Array(size * size)
  free.forEach((moved, column) => {
    const width = 1e-4 * Math.max(1, Math.abs(x[moved] as number))
    const at = (sign: number): Float64Array =>
      evaluate(
        x.map((value, index) => (index === moved ? value + sign * width : value)),
        point,
      ).gradient
    const [up, down] = [at(1), at(-1)]
    free.forEach((other, row) => {
      const entry = ((up[other] as number) - (down[other] as number)) / (4 * width)
      hessian[row * size + column] = (hessian[row * size + column] as number) + entry
      hessian[column * size + row] = (hessian[column * size + row] as number) + entry
    })
  })
  return invertSmall(hessian, size)
}

/** Thresholds and slopes with standard errors, on the scale of the covariates as they came. */
function terms(
  design: OrdinalDesign,
  { thresholds, slopes }: Parameters,
  columns: readonly Standard[],
  covariance: Float64Array | undefined,
): { thresholds: OrdinalTerm[]; fixed: OrdinalTerm[] } {
  const size = covariance ? Math.sqrt(covariance.length) : 0
  const term = (name: string, estimate: number, by: Float64Array): OrdinalTerm => {
    if (!covariance) return { name, estimate, se: Number.NaN }
    const image = by.map((_, row) => dot(covariance.subarray(row * size, row * size + by.length), by))
    return { name, estimate, se: Math.sqrt(dot(by, image)) }
  }
  const none = new Float64Array(thresholds.length + slopes.length)
  const shift = columns.reduce((sum, { mean, sd }, index) => sum + ((slopes[index] as number) * mean) / sd, 0)
  return {
    thresholds: Array.from(thresholds, (threshold, index) => {
      const by = none.slice()
      for (let step = 0; step <= index; step += 1)
        by[step] = step === 0 ? 1 : (thresholds[step] as number) - (thresholds[step - 1] as number)
      columns.forEach(({ mean, sd }, column) => {
        by[thresholds.length + column] = mean / sd
      })
      return term(`${index + 1}|${index + 2}`, threshold + shift, by)
    }),
    fixed: design.fixed.map(({ name }, index) => {
      const { sd } = columns[index] as Standard
      const by = none.slice()
      by[thresholds.length + index] = 1 / sd
      return term(name, (slopes[index] as number) / sd, by)
    }),
  }
}

interface Standard {
  readonly mean: number
  readonly sd: number
}

function standardOf(values: Float64Array): Standard {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return { mean, sd: sd > 0 ? sd : 1 }
}
