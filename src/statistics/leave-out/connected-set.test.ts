import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectedComponents } from '../components.ts'
import { leaveOutConnectedSet } from './connected-set.ts'
import { cutsOf, type Graph } from './cuts.ts'

const graph = (vertices: number, edges: readonly (readonly [number, number])[]): Graph => ({
  vertices,
  from: Int32Array.from(edges, ([from]) => from),
  to: Int32Array.from(edges, ([, to]) => to),
})

const parts = ({ vertices, from, to }: Graph): number => new Set(connectedComponents(vertices, from, to)).size

test('two triangles joined by an edge: the edge is the one bridge, its ends are cut vertices', () => {
  const { bridges, cutVertices } = cutsOf(
    graph(6, [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 3],
    ]),
  )
  expect([...bridges]).toEqual([0, 0, 0, 1, 0, 0, 0])
  expect([...cutVertices]).toEqual([0, 0, 1, 1, 0, 0])
})

test('an edge is a bridge, and a vertex cuts, when taking it away makes one part more', () => {
  const someEdges = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 11 })), {
    selector: ([a, b]) => a * 12 + b,
    maxLength: 16,
  })
  fc.assert(
    fc.property(someEdges, (edges) => {
      const { bridges, cutVertices } = cutsOf(graph(12, edges))
      const whole = parts(graph(12, edges))
      edges.forEach((edge, index) => {
        const without = parts(
          graph(
            12,
            edges.filter((other) => other !== edge),
          ),
        )
        expect(bridges[index] === 1).toBe(without > whole)
      })
      cutVertices.forEach((cuts, vertex) => {
        const rest = edges.filter((edge) => !edge.includes(vertex))
        const isAlone = rest.length === edges.length
        // The vertex itself stays behind as a part of its own.
        expect(cuts === 1).toBe(!isAlone && parts(graph(12, rest)) > whole + 1)
      })
    }),
    { numRuns: 200, seed: 1 },
  )
})

/**
 * Units 0 and 1 share persons 0 and 1; unit 2 hangs on person 2, who was there twice and in unit 1 once; person 3 was only in
 * unit 0, twice, and person 4 only once; person 5 in unit 3 has nothing to do with the others.
 */
const person = Int32Array.of(0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5)
const unit = Int32Array.of(0, 1, 0, 1, 1, 2, 2, 0, 0, 0, 3, 3)

test('without one observation: the single tie to unit 2 and the person seen once are left out', () => {
  expect([...leaveOutConnectedSet(person, unit, 'observation')]).toEqual([0, 1, 2, 3, 7, 8])
})

test('without one match: persons of one unit are left out too', () => {
  expect([...leaveOutConnectedSet(person, unit, 'match')]).toEqual([0, 1, 2, 3])
})

test('without one person: the person who alone leads to unit 2 is left out', () => {
  expect([...leaveOutConnectedSet(person, unit, 'person')]).toEqual([0, 1, 2, 3, 7, 8])
})

test('a chain of single ties leaves nothing', () => {
  expect(leaveOutConnectedSet(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 1, 2), 'observation')).toHaveLength(0)
})
