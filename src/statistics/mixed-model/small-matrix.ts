/**
 * Solves A x = b for a small symmetric positive definite matrix (row-major, n × n). Undefined when A is not positive
 * definite.
 */
export function solveSmall(matrix: Float64Array, b: readonly number[]): number[] | undefined {
  const n = b.length
  const factor = choleskyRoot(matrix, n)
  if (!factor) return undefined
  const at = (row: number, column: number): number => factor[row * n + column] as number
  const x = [...b]
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] as number) - at(i, k) * (x[k] as number)
    x[i] = (x[i] as number) / at(i, i)
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] = (x[i] as number) - at(k, i) * (x[k] as number)
    x[i] = (x[i] as number) / at(i, i)
  }
  return x
}

/** L with L L' = matrix, zero above the diagonal; undefined where the matrix is not positive definite. */
export function choleskyRoot(matrix: Float64Array, n: number): Float64Array | undefined {
  const root = new Float64Array(n * n)
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let value = matrix[row * n + column] as number
      for (let k = 0; k < column; k += 1) value -= (root[row * n + k] as number) * (root[column * n + k] as number)
      if (row === column && !(value > 0)) return undefined
      root[row * n + column] = row === column ? Math.sqrt(value) : value / (root[column * n + column] as number)
    }
  return root
}

/** The inverse of a small symmetric positive definite matrix (row-major). */
export function invertSmall(matrix: Float64Array, n: number): Float64Array | undefined {
  const inverse = new Float64Array(n * n)
  for (let column = 0; column < n; column += 1) {
    const unit = Array.from({ length: n }, (_, row) => (row === column ? 1 : 0))
    const x = solveSmall(matrix, unit)
    if (!x) return undefined
    x.forEach((value, row) => {
      inverse[row * n + column] = value
    })
  }
  return inverse
}
