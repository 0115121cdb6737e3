import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededNormal, seededUniform } from '../seeded.ts'
import { type Design, intercept, type RandomTerm } from './design.ts'
import { fitMixedModel } from './fit.ts'

interface TermShape {
  readonly levels: number
  /** 0 for a term that does nothing. */
  readonly sd: number
  /** Members a row; a factor where undefined. */
  readonly members: number | undefined
}

function designOf(seed: number, rows: number, shapes: readonly TermShape[]): Design {
  const [uniform, normal] = [seededUniform(seed), seededNormal(seed + 1)]
  const response = new Float64Array(rows).map(normal)
  const x = new Float64Array(rows).map(normal)
  const random = shapes.map(({ levels, sd, members: size }, index): RandomTerm => {
    const effects = Float64Array.from({ length: levels }, () => sd * normal())
    const [count, name] = [size ?? 1, `term ${index}`]
    const members = new Int32Array(rows * count)
    const shares = new Float64Array(rows * count).fill(1)
    for (let row = 0; row < rows; row += 1) {
      const first = Math.floor(levels * uniform())
      for (let entry = row * count; entry < (row + 1) * count; entry += 1) {
        members[entry] = (first + entry - row * count) % levels
        if (size !== undefined) shares[entry] = 0.1 + uniform()
        response[row] = (response[row] ?? 0) + (shares[entry] ?? 0) * (effects[members[entry] ?? 0] ?? 0)
      }
    }
    if (size === undefined) return { name, levels, codes: members }
    return { name, levels, starts: Int32Array.from({ length: rows + 1 }, (_, row) => row * count), members, shares }
  })
  return { response, fixed: [intercept(rows), { name: 'x', values: x }], random }
}

test('the stochastic path ends at the same optimum as the exact one, at the boundary too', () => {
  const shape = fc.record({
    levels: fc.integer({ min: 5, max: 120 }),
    sd: fc.constantFrom(0, 0.2, 1, 2),
    members: fc.constantFrom(undefined, undefined, 2, 4),
  })
  const shapes = fc.array(shape, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), shapes, fc.constantFrom('REML', 'ML'), (seed, terms, method) => {
      const design = designOf(seed, 600, terms)
      const exact = fitMixedModel(design, { method })
      const stochastic = fitMixedModel(design, { method, exactUpTo: 0 })
      expect(stochastic.convergence).toMatchObject({ path: 'stochastic', converged: true })
      expect(exact.convergence).toMatchObject({ path: 'exact', converged: true })
      expect(stochastic.criterion - exact.criterion).toBeLessThan(1e-4)
      exact.random.forEach(({ modes }, term) => {
        modes.forEach((mode, level) => {
          expect(stochastic.random[term]?.modes[level]).toBeCloseTo(mode, 2)
        })
      })
    }),
    { numRuns: 12, seed: 4 },
  )
})

test('a search that starts at the boundary of a weak term leaves it in a few steps of the stochastic path', () => {
  const shapes = [
    { levels: 900, sd: 0.6, members: undefined },
    { levels: 300, sd: 0.5, members: undefined },
    { levels: 400, sd: 0.1, members: undefined },
  ]
  const design = designOf(41, 12_000, shapes)
  const start = [0.6, 0.5, 1e-4]
  const exact = fitMixedModel(design, { start, tolerance: 0.05 })
  const stochastic = fitMixedModel(design, { start, tolerance: 0.05, exactUpTo: 0 })
  expect(stochastic.convergence).toMatchObject({ path: 'stochastic', converged: true })
  expect(stochastic.convergence.iterations).toBeLessThan(10)
  expect(stochastic.criterion - exact.criterion).toBeLessThan(1e-2)
})
