import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bruteForce } from './fixtures/brute-force.ts'
import { smallCascades } from './fixtures/random-problem.ts'
import type { CascadeProblem } from './problem.ts'
import { faultsOf, reckon } from './rules.ts'

/** Seats 0 (empty), 1, 2, 3 (held by people 0, 1, 2) and 4 (closed); person 3 has no seat. */
const arcs: readonly (readonly [person: number, seat: number])[] = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [0, 2],
  [3, 4],
  [1, 0],
  [0, 3],
]
const problem: CascadeProblem = {
  home: Int32Array.of(1, 2, 3, -1),
  seatCount: 5,
  empty: Uint8Array.of(1, 0, 0, 0, 0),
  arcs: {
    person: Int32Array.from(arcs, ([person]) => person),
    seat: Int32Array.from(arcs, ([, seat]) => seat),
    gain: Float64Array.from(arcs, (_, arc) => arc + 1),
  },
  chainMost: 3,
  exchangeMost: 2,
  limits: [],
}

describe('a set of moves', () => {
  test.each<[string, number[], unknown[]]>([
    ['nobody moves', [], []],
    ['a chain of three', [0, 1, 2], []],
    ['two people change places', [1, 4], []],
    ['a chain of four', [0, 1, 2, 3], [{ kind: 'chain too long', arcs: [0, 1, 2, 3] }]],
    ['a chain is told in the order of its moves', [3, 2, 1, 0], [{ kind: 'chain too long', arcs: [0, 1, 2, 3] }]],
    ['an exchange of three', [1, 2, 7], [{ kind: 'exchange too long', arcs: [1, 2, 7] }]],
    ['somebody moves into a held seat', [2], [{ kind: 'still held', arc: 2 }]],
    ['somebody moves into a closed seat', [5], [{ kind: 'never entered', arc: 5 }]],
    ['one arc twice', [0, 0], [{ kind: 'chosen twice', arc: 0 }]],
    ['an arc that is not there', [8], [{ kind: 'no such arc', arc: 8 }]],
  ])('%s', (_, chosen, faults) => {
    expect(faultsOf(problem, chosen)).toEqual(faults)
  })

  test('somebody moves twice, and two enter one seat', () => {
    expect(faultsOf(problem, [0, 4, 1])).toContainEqual({ kind: 'moves twice', person: 0, arcs: [0, 4] })
    expect(faultsOf(problem, [0, 6])).toContainEqual({ kind: 'entered twice', seat: 0, arcs: [0, 6] })
  })
})

describe('limits', () => {
  const limit = { arcs: Int32Array.of(0, 1), coefficients: Float64Array.of(1, 1), least: 2, most: 2 }

  test('without a price must hold', () => {
    const hard = { ...problem, limits: [limit] }
    expect(faultsOf(hard, [0])).toEqual([{ kind: 'limit not kept', limit: 0, missed: 1 }])
    expect(faultsOf(hard, [0, 1])).toEqual([])
  })

  test('with a price cost what is missed', () => {
    const priced = { ...problem, limits: [{ ...limit, price: 5 }] }
    expect(faultsOf(priced, [0])).toEqual([])
    expect(reckon(priced, [0])).toEqual({ objective: 1 - 5, missed: Float64Array.of(1) })
  })

  test('hold when tenths sum to one', () => {
    const tenths = { arcs: Int32Array.of(0, 1, 2), coefficients: Float64Array.of(0.1, 0.2, 0.7), least: 1, most: 1 }
    expect(faultsOf({ ...problem, limits: [tenths] }, [0, 1, 2])).toEqual([])
  })
})

test('the best of every set of moves has no fault, and no limit makes it better', () => {
  fc.assert(
    fc.property(smallCascades(4, 5), (small) => {
      const best = bruteForce(small)
      if (!best) return
      expect(faultsOf(small, best.chosen)).toEqual([])
      const free = bruteForce({ ...small, limits: [] })
      expect(free?.objective).toBeGreaterThanOrEqual(best.objective)
    }),
    { numRuns: 300 },
  )
})
