/**
 * Solves A x = b for a small symmetric positive definite matrix (row-major, n × n). Undefined when A is not positive
 * definite.
 */
export function solveSmall(matrix: Float64Array, b: readonly number[]): number[] | undefined {
  const n = b.length
  const factor = Float64Array.from(matrix)
  const at = (row: number, column: number): number => factor[row * n + column] as number
  for (let j = 0; j < n; j += 1) {
    for (let k = 0; k < j; k += 1) for (let i = j; i < n; i += 1) factor[i * n + j] = at(i, j) - at(i, k) * at(j, k)
    const pivot = at(j, j)
    if (!(pivot > 0)) return undefined
    for (let i = j; i < n; i += 1) factor[i * n + j] = at(i, j) / Math.sqrt(pivot)
  }
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
