import { dot } from '../mixed-model/design.ts'

export interface Sloped {
  readonly value: number
  readonly gradient: Float64Array
}

export interface Minimum<P extends Sloped> {
  readonly x: Float64Array
  readonly point: P
  readonly converged: boolean
  readonly iterations: number
}

const mostIterations = 200
/** What one more step would gain, over the value, at which the search ends; and what counts as found if it cannot go on. */
const settled = 1e-14
const enough = 1e-11

/**
 * The least value of a smooth function of a few numbers: BFGS with a backtracking search (Nocedal and Wright 2006,
 * algorithm 6.1). A value that is not finite counts as too high.
 */
export function minimise<P extends Sloped>(
  start: Float64Array,
  evaluate: (x: Float64Array, near?: P) => P,
): Minimum<P> {
  const size = start.length
  let x = start
  let point = evaluate(x)
  let inverse = identity(size, 1 / Math.max(1, Math.sqrt(dot(point.gradient, point.gradient))))
  for (let iterations = 1; ; iterations += 1) {
    let direction = times(inverse, point.gradient).map((value) => -value)
    let slope = dot(direction, point.gradient)
    if (!(slope < 0)) {
      inverse = identity(size, 1)
      direction = point.gradient.map((value) => -value)
      slope = dot(direction, point.gradient)
    }
    const gain = -slope / (1 + Math.abs(point.value))
    if (gain < settled) return { x, point, converged: true, iterations }
    const next = search(x, point, direction, slope, evaluate)
    if (!next || iterations === mostIterations) return { x, point, converged: gain < enough, iterations }
    const step = next.x.map((value, index) => value - (x[index] as number))
    const change = next.point.gradient.map((value, index) => value - (point.gradient[index] as number))
    if (iterations === 1) inverse = identity(size, dot(step, change) > 0 ? dot(step, change) / dot(change, change) : 1)
    inverse = updated(inverse, step, change)
    x = next.x
    point = next.point
  }
}

function search<P extends Sloped>(
  x: Float64Array,
  point: P,
  direction: Float64Array,
  slope: number,
  evaluate: (x: Float64Array, near?: P) => P,
): { x: Float64Array; point: P } | undefined {
  const noise = 1e-14 * Math.abs(point.value)
  for (let length = 1; length > 1e-8; ) {
    const tried = x.map((value, index) => value + length * (direction[index] as number))
    const next = evaluate(tried, point)
    const gain = next.value - point.value
    if (gain <= 1e-4 * length * slope + noise) return { x: tried, point: next }
    const best = Number.isFinite(gain) ? (-slope * length * length) / (2 * (gain - slope * length)) : 0
    length = Math.min(length / 2, Math.max(length / 10, best))
  }
  return undefined
}

/** The BFGS formula; left as it is where the curvature is not positive. */
function updated(inverse: Float64Array, step: Float64Array, change: Float64Array): Float64Array {
  const size = step.length
  const curvature = dot(step, change)
  if (!(curvature > 1e-14 * Math.sqrt(dot(step, step) * dot(change, change)))) return inverse
  const image = times(inverse, change)
  const scale = (1 + dot(change, image) / curvature) / curvature
  return inverse.map((value, index) => {
    const [row, column] = [Math.floor(index / size), index % size]
    const [a, b] = [step[row] as number, step[column] as number]
    return value + scale * a * b - (a * (image[column] as number) + b * (image[row] as number)) / curvature
  })
}

const identity = (size: number, scale: number): Float64Array =>
  Float64Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? scale : 0))

const times = (matrix: Float64Array, vector: Float64Array): Float64Array =>
  vector.map((_, row) => dot(matrix.subarray(row * vector.length, (row + 1) * vector.length), vector))
