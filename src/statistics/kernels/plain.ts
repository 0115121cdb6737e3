import { depthBlock, type Kernels } from './kernels.ts'

/** The kernels in plain TypeScript: the reference for the compiled ones, and the fallback where those cannot be built. */
export function plainKernels(): Kernels {
  let memory = new Float64Array(0)

  const multiply: Kernels['multiply'] = (transposeA, transposeB, m, n, k, sign, a, lda, b, ldb, c, ldc) => {
    const rowStep = transposeA ? lda : 1
    const rowStride = transposeA ? 1 : lda
    const columnStep = transposeB ? 1 : ldb
    const columnStride = transposeB ? ldb : 1
    for (let inner = 0; inner < k; inner += depthBlock) {
      const depth = Math.min(depthBlock, k - inner)
      for (let j = 0; j < n; j += 1) {
        const bStart = b + j * columnStep + inner * columnStride
        for (let i = 0; i < m; i += 1) {
          const aStart = a + i * rowStep + inner * rowStride
          let sum = 0
          for (let t = 0; t < depth; t += 1)
            sum += (memory[aStart + t * rowStride] as number) * (memory[bStart + t * columnStride] as number)
          const place = c + j * ldc + i
          memory[place] = (memory[place] as number) + sign * sum
        }
      }
    }
  }

  const factor: Kernels['factor'] = (n, a, lda) => {
    for (let j = 0; j < n; j += 1) {
      const column = a + j * lda
      for (let k = 0; k < j; k += 1) {
        const earlier = a + k * lda
        const multiplier = memory[earlier + j] as number
        if (multiplier === 0) continue
        for (let i = j; i < n; i += 1)
          memory[column + i] = (memory[column + i] as number) - multiplier * (memory[earlier + i] as number)
      }
      const pivot = memory[column + j] as number
      if (!(pivot > 0)) return j
      const root = Math.sqrt(pivot)
      memory[column + j] = root
      for (let i = j + 1; i < n; i += 1) memory[column + i] = (memory[column + i] as number) / root
    }
    return -1
  }

  const invertTriangle: Kernels['invertTriangle'] = (n, l, ldl, to) => {
    for (let j = 0; j < n; j += 1) {
      const x = to + j * n
      memory.fill(0, x, x + n)
      memory[x + j] = 1
      for (let k = j; k < n; k += 1) {
        const column = l + k * ldl
        const value = (memory[x + k] as number) / (memory[column + k] as number)
        memory[x + k] = value
        for (let i = k + 1; i < n; i += 1)
          memory[x + i] = (memory[x + i] as number) - value * (memory[column + i] as number)
      }
    }
  }

  const reserve = (length: number): Float64Array => {
    if (memory.length < length) memory = new Float64Array(length)
    return memory
  }
  return { name: 'plain', reserve, multiply, factor, invertTriangle }
}
