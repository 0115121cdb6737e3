import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashOf } from './clash.ts'
import { bruteForce } from './fixtures/brute-force.ts'
import { smallCascades } from './fixtures/random-problem.ts'
import type { CascadeProblem, Limit } from './problem.ts'

const isFeasible = (problem: CascadeProblem): boolean => bruteForce(problem) !== undefined

test('the limits named cannot hold together, and any fewer of them can', () => {
  fc.assert(
    fc.property(smallCascades(3, 4, 8), (problem) => {
      fc.pre(!isFeasible(problem))
      const clash = clashOf(problem, isFeasible)
      const limits = Array.from(clash, (index) => problem.limits[index] as Limit)
      expect(limits.length).toBeGreaterThan(0)
      expect(limits.every(({ price }) => price === undefined)).toBe(true)
      expect(isFeasible({ ...problem, limits })).toBe(false)
      for (const one of limits) {
        expect(isFeasible({ ...problem, limits: limits.filter((limit) => limit !== one) })).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('two locks that clash are found among a hundred limits with few questions', () => {
  const one = (arc: number, least: number): Limit => ({
    arcs: Int32Array.of(arc),
    coefficients: Float64Array.of(1),
    least,
    most: 1,
  })
  const problem: CascadeProblem = {
    home: Int32Array.of(-1, -1),
    seatCount: 1,
    empty: Uint8Array.of(1),
    arcs: { person: Int32Array.of(0, 1), seat: Int32Array.of(0, 0), gain: Float64Array.of(1, 1) },
    chainMost: 1,
    exchangeMost: 0,
    limits: Array.from({ length: 100 }, (_, index) => one(index % 2, index === 40 || index === 83 ? 1 : 0)),
  }
  let questions = 0
  const clash = clashOf(problem, (fewer) => {
    questions += 1
    return isFeasible(fewer)
  })
  expect([...clash]).toEqual([40, 83])
  expect(questions).toBeLessThan(30)
})
