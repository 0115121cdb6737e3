import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundOf } from './bound.ts'
import { chainsOf } from './chains.ts'
import { keyOf } from './choices.ts'
import { coreOf } from './core.ts'
import { bruteForce } from './fixtures/brute-force.ts'
import { smallCascades } from './fixtures/random-problem.ts'
import { networkOf } from './network.ts'

/** Prices of persons and limits, some of which no limit can have. */
const prices = fc.record({
  person: fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: 6, maxLength: 6 }),
  limit: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 }),
})

test('whatever the prices, no set of moves exceeds the bound, and the core holds the best set', () => {
  fc.assert(
    fc.property(smallCascades(6, 6, 4), prices, (problem, { person, limit }) => {
      const best = bruteForce(problem)
      if (!best) return
      const network = networkOf(problem)
      const duals = {
        person: Float64Array.from(problem.home, (_, index) => person[index] ?? 0),
        limit: Float64Array.from(problem.limits, (_, index) => limit[index] ?? 0),
      }
      const bound = boundOf(network, duals)
      expect(bound.value).toBeGreaterThanOrEqual(best.objective - 1e-9)
      const core = coreOf(network, bound, bound.value - best.objective + 1e-7).map(({ choice }) => keyOf(choice))
      const choices = chainsOf(network, best.chosen)
      expect(choices).toBeDefined()
      for (const choice of choices ?? []) expect(core).toContain(keyOf(choice))
    }),
    { numRuns: 500, seed: 3 },
  )
})
