/** Weighted least squares through the origin, shrunk as Hoerl, Kennard and Baldwin (1975) do: λ = p·σ² ÷ |β|². */
import { solveSmall } from '#statistics/index.ts'

export interface Observation {
  readonly x: readonly number[]
  readonly y: number
  readonly weight: number
}

/** Slopes on the scale of x; all 0 where x does not vary. */
export function ridge(observations: readonly Observation[], size: number): number[] {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0)
  const scales = Array.from({ length: size }, (_, k) =>
    Math.sqrt(observations.reduce((sum, { x, weight }) => sum + weight * (x[k] ?? 0) ** 2, 0) / total),
  )
  const used = scales.map((_, k) => k).filter((k) => (scales[k] ?? 0) > 1e-9)
  if (total === 0 || used.length === 0) return scales.map(() => 0)
  const rows = observations.map(({ x, y, weight }) => ({
    x: used.map((k) => (x[k] ?? 0) / (scales[k] ?? 1)),
    y,
    weight,
  }))
  const p = used.length
  const square = new Float64Array(p * p)
  const right = new Array<number>(p).fill(0)
  for (const { x, y, weight } of rows) {
    for (let i = 0; i < p; i += 1) {
      right[i] = (right[i] ?? 0) + weight * (x[i] ?? 0) * y
      for (let j = 0; j < p; j += 1) square[i * p + j] = (square[i * p + j] ?? 0) + weight * (x[i] ?? 0) * (x[j] ?? 0)
    }
  }
  // A thousandth keeps collinear columns solvable; it decides nothing where they are not.
  const first = solved(square, right, total * 1e-3)
  const left = rows.reduce((sum, { x, y, weight }) => sum + weight * (y - dot(x, first)) ** 2, 0)
  const freedom = Math.max(1, rows.length - p)
  const size2 = dot(first, first)
  const slopes = size2 === 0 ? first : solved(square, right, (p * (left / freedom)) / size2)
  const found = scales.map(() => 0)
  used.forEach((k, place) => {
    found[k] = (slopes[place] ?? 0) / (scales[k] ?? 1)
  })
  return found
}

function solved(square: Float64Array, right: readonly number[], penalty: number): number[] {
  const p = right.length
  const matrix = square.slice()
  for (let i = 0; i < p; i += 1) matrix[i * p + i] = (matrix[i * p + i] ?? 0) + penalty
  return solveSmall(matrix, right) ?? right.map(() => 0)
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, place) => sum + one * (b[place] ?? 0), 0)
