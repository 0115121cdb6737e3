import fc from 'fast-check'
import { expect, test } from 'vitest'
import { greedyAllotment } from './greedy.ts'
import { type AllotmentProblem, clashSets, faultsOf, worthOf } from './problem.ts'
import { solveAllotment } from './solve.ts'

const event = fc.record({
  places: fc.integer({ min: 0, max: 2 }),
  from: fc.integer({ min: 0, max: 8 }),
  length: fc.integer({ min: 0, max: 3 }),
  gives: fc.integer({ min: 0, max: 4 }),
})
const problem: fc.Arbitrary<AllotmentProblem> = fc
  .record({
    events: fc.array(event, { minLength: 1, maxLength: 4 }),
    people: fc.array(
      fc.record({
        group: fc.integer({ min: -1, max: 1 }),
        wants: fc.integer({ min: 0, max: 5 }),
        unitValue: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    values: fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 12, maxLength: 12 }),
    eventsMost: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ events, people, values, eventsMost }) => ({
    people,
    events: events.map(({ length, ...rest }) => ({ ...rest, to: rest.from + length })),
    arcs: people.flatMap((_, person) =>
      events.map((_, place) => ({
        person,
        event: place,
        value: values[(person * 4 + place) % 12] ?? 0,
        theme: place % 2 === 0 ? 0 : -1,
      })),
    ),
    awayMost: [1, 1],
    eventsMost,
  }))

/** By looking at every set of arcs. */
function best(of: AllotmentProblem): number {
  let most = 0
  for (let bits = 0; bits < 2 ** of.arcs.length; bits += 1) {
    const chosen = of.arcs.flatMap((_, arc) => ((bits >> arc) & 1 ? [arc] : []))
    const worth = worthOf(of, chosen)
    if (worth > most && faultsOf(of, chosen).length === 0) most = worth
  }
  return most
}

test('it is the best there is, by looking at all, breaks no rule, and its bound holds', async () => {
  const small = problem.filter(({ arcs }) => arcs.length <= 9)
  await fc.assert(
    fc.asyncProperty(small, async (of) => {
      const found = await solveAllotment(of, { relativeGap: 0 })
      expect(faultsOf(of, found.chosen)).toEqual([])
      expect(found.objective).toBeCloseTo(best(of), 6)
      expect(found.bound).toBeGreaterThanOrEqual(found.objective)
    }),
    { numRuns: 40 },
  )
})

test('the greedy start breaks no rule either', () => {
  fc.assert(
    fc.property(problem, (of) => {
      expect(faultsOf(of, greedyAllotment(of))).toEqual([])
    }),
  )
})

test('events that share a day clash; touching ones do not', () => {
  const on = (from: number, to: number) => ({ from, to, places: 1, gives: 0 })
  expect(clashSets([on(1, 3), on(3, 5), on(6, 7)])).toEqual([[0, 1], [2]])
})

test('nothing to allot is worth nothing', async () => {
  const none = { people: [], events: [], arcs: [], awayMost: [], eventsMost: 1 }
  expect(await solveAllotment(none)).toEqual({ chosen: [], objective: 0, bound: 0, gap: 0 })
})
