/**
 * The proportional-odds model P(y ≤ j) = logistic(τ_j - η), row by row: the log-likelihood ℓ and what a Laplace
 * approximation needs of its derivatives. With F = logistic(τ - η) at the upper and the lower threshold of the row's
 * category, dℓ/dη = F_lower + F_upper - 1, and everything beyond is a sum over the two thresholds.
 */
export interface RowTerms {
  /** Σ ℓ. */
  readonly logLik: number
  /** dℓ/dη, and W = -d²ℓ/dη², which is never negative. */
  readonly slope: Float64Array
  readonly weight: Float64Array
  /** dW/dη. */
  readonly weightSlope: Float64Array
  readonly upper: ThresholdTerms
  readonly lower: ThresholdTerms
}

/** Derivatives by one of the two thresholds of the row; zero where the category has no such threshold. */
export interface ThresholdTerms {
  /** dℓ/dτ. */
  readonly logLik: Float64Array
  /** d²ℓ/dτdη. */
  readonly slope: Float64Array
  /** dW/dτ. */
  readonly weight: Float64Array
}

/** `categories` counts from 0; `thresholds` ascend, one fewer than the categories; `predictor` is η. */
export function rowTerms(categories: Int32Array, thresholds: Float64Array, predictor: Float64Array): RowTerms {
  const rows = categories.length
  const slope = new Float64Array(rows)
  const weight = new Float64Array(rows)
  const weightSlope = new Float64Array(rows)
  const upper = noTerms(rows)
  const lower = noTerms(rows)
  let logLik = 0
  for (let row = 0; row < rows; row += 1) {
    const category = categories[row] as number
    const eta = predictor[row] as number
    const isTop = category === thresholds.length
    const isBottom = category === 0
    const above = isTop ? Number.POSITIVE_INFINITY : (thresholds[category] as number) - eta
    const below = isBottom ? Number.NEGATIVE_INFINITY : (thresholds[category - 1] as number) - eta
    const high = logistic(above)
    const low = logistic(below)
    const gap = above - below
    const odds = 1 / Math.expm1(gap)
    logLik += logLogistic(above) + logLogistic(-below) + Math.log(-Math.expm1(-gap))
    slope[row] = high - logistic(-below)
    if (!isTop) put(upper, row, logistic(-above) + odds, high)
    if (!isBottom) put(lower, row, -low - odds, low)
    weight[row] = (upper.slope[row] as number) + (lower.slope[row] as number)
    weightSlope[row] = -(upper.weight[row] as number) - (lower.weight[row] as number)
  }
  return { logLik, slope, weight, weightSlope, upper, lower }
}

const noTerms = (rows: number): ThresholdTerms => ({
  logLik: new Float64Array(rows),
  slope: new Float64Array(rows),
  weight: new Float64Array(rows),
})

function put(terms: ThresholdTerms, row: number, logLik: number, probability: number): void {
  const density = probability * (1 - probability)
  terms.logLik[row] = logLik
  terms.slope[row] = density
  terms.weight[row] = density * (1 - 2 * probability)
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** log logistic(x), without overflow. */
const logLogistic = (x: number): number => (x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x)))
