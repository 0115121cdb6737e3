import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workLength } from './kernels.ts'
import { plainKernels } from './plain.ts'
import { loadKernels } from './wasm.ts'

const size = 70
const matrix = size * size
const [a, b, c] = [workLength, workLength + matrix, workLength + 2 * matrix]

/** Both kinds of kernels with the same numbers in their memory. */
function both(seed: number) {
  return [plainKernels(), loadKernels()].map((kernels) => {
    const memory = kernels.reserve(workLength + 3 * matrix)
    for (let place = 0; place < 3 * matrix; place += 1) memory[workLength + place] = Math.sin(seed + place * 1.7)
    return { kernels, memory, result: () => memory.slice(workLength, workLength + 3 * matrix) }
  })
}

test('the kernels are the compiled ones', () => {
  expect(loadKernels().name).toBe('wasm')
})

test('products of any shape have the same bits, and are right', () => {
  const edge = fc.integer({ min: 1, max: size })
  const shape = fc.record({
    m: edge,
    n: edge,
    k: edge,
    ta: fc.boolean(),
    tb: fc.boolean(),
    sign: fc.constantFrom(1 as const, -1 as const),
  })
  fc.assert(
    fc.property(shape, ({ m, n, k, ta, tb, sign }) => {
      const [plain, compiled] = both(m + n + k)
      for (const { kernels } of [plain, compiled].filter((each) => each !== undefined))
        kernels.multiply(ta, tb, m, n, k, sign, a, size, b, size, c, size)
      expect(compiled?.result()).toEqual(plain?.result())
      const at = (start: number, row: number, column: number): number =>
        Math.sin(m + n + k + (start + column * size + row) * 1.7)
      let sum = at(2 * matrix, m - 1, n - 1)
      for (let t = 0; t < k; t += 1)
        sum += sign * (ta ? at(0, t, m - 1) : at(0, m - 1, t)) * (tb ? at(matrix, n - 1, t) : at(matrix, t, n - 1))
      expect(plain?.memory[c + (n - 1) * size + m - 1]).toBeCloseTo(sum, 12)
    }),
    { numRuns: 60, seed: 3 },
  )
})

test('the factor of a positive definite block and the inverse of its triangle have the same bits', () => {
  const results = both(1).map(({ kernels, memory, result }) => {
    kernels.multiply(false, true, size, size, size, 1, a, size, a, size, c, size)
    for (let row = 0; row < size; row += 1) memory[c + row * (size + 1)] = (memory[c + row * (size + 1)] ?? 0) + size
    expect(kernels.factor(size, c, size)).toBe(-1)
    kernels.invertTriangle(size, c, size, b)
    return result()
  })
  expect(results[1]).toEqual(results[0])
})

test('a block that is not positive definite is reported by its column', () => {
  for (const { kernels, memory } of both(2)) {
    memory.fill(0, c, c + 9)
    memory[c] = 4
    memory[c + 4] = 1
    memory[c + 8] = -1
    expect(kernels.factor(3, c, 3)).toBe(2)
  }
})
