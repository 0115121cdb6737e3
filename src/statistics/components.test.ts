import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectedComponents } from './components.ts'

test('components are named by their smallest vertex', () => {
  expect(connectedComponents(7, Int32Array.of(5, 2, 6), Int32Array.of(2, 1, 4))).toEqual(
    Int32Array.of(0, 1, 1, 3, 4, 1, 4),
  )
})

test('vertices share a component exactly when a walk along edges joins them', () => {
  const edges = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 15 })
  fc.assert(
    fc.property(edges, (pairs) => {
      const found = connectedComponents(
        12,
        Int32Array.from(pairs, ([a]) => a),
        Int32Array.from(pairs, ([, b]) => b),
      )
      for (let start = 0; start < 12; start += 1) {
        const reached = new Set([start])
        for (let round = 0; round < 12; round += 1)
          for (const [a, b] of pairs) {
            if (reached.has(a)) reached.add(b)
            if (reached.has(b)) reached.add(a)
          }
        for (let other = 0; other < 12; other += 1) expect(found[other] === found[start]).toBe(reached.has(other))
      }
    }),
  )
})
