import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bruteForce } from './fixtures/brute-force.ts'
import { smallCascades } from './fixtures/random-problem.ts'
import { lossOfArc } from './loss.ts'
import type { CascadeProblem, CascadeSolution, Infeasible } from './problem.ts'
import { faultsOf, reckon } from './rules.ts'
import { solveCascade } from './search.ts'

const solved = (answer: CascadeSolution | Infeasible): CascadeSolution => {
  if ('clash' in answer) throw new Error(`clash of ${answer.clash}`)
  return answer
}

const without = (problem: CascadeProblem, limits: readonly number[]): CascadeProblem => ({
  ...problem,
  limits: problem.limits.filter((_, index) => !limits.includes(index)),
})

const agrees = async (problem: CascadeProblem): Promise<void> => {
  const best = bruteForce(problem)
  const answer = await solveCascade(problem)
  if (best === undefined || 'clash' in answer) {
    const { clash } = answer as Infeasible
    expect(best).toBeUndefined()
    const hard = problem.limits.flatMap(({ price }, index) => (price === undefined ? [index] : []))
    const others = hard.filter((index) => !clash.includes(index))
    expect(bruteForce(without(problem, others))).toBeUndefined()
    for (const index of clash) expect(bruteForce(without(problem, [...others, index]))).toBeDefined()
    return
  }
  expect(answer.objective).toBeCloseTo(best.objective, 6)
  expect(answer.bound).toBeGreaterThanOrEqual(answer.objective)
  expect(answer.bound - answer.objective).toBeLessThan(1e-4)
  expect(faultsOf(problem, answer.chosen)).toEqual([])
  expect(answer).toMatchObject(reckon(problem, answer.chosen))
  expect([...answer.chosen]).toEqual([...answer.chosen].sort((a, b) => a - b))
}

test.for([
  ['chains and exchanges alone', smallCascades(6, 6, 0)],
  ['few limits', smallCascades(5, 6, 2)],
  ['many limits', smallCascades(4, 5, 8)],
  ['more people than seats', smallCascades(7, 4, 3)],
] as const)('agrees with trying everything: %s', { timeout: 120_000 }, async ([, problems]) => {
  await fc.assert(fc.asyncProperty(problems, agrees), { numRuns: 300, seed: 20 })
})

/** Seat 0 is empty; persons 0 and 1 hold seats 1 and 2, person 2 none. */
const board = (more: Partial<CascadeProblem> = {}): CascadeProblem => ({
  home: Int32Array.of(1, 2, -1),
  seatCount: 3,
  empty: Uint8Array.of(1, 0, 0),
  // 0: 0→0, 1: 1→1, 2: 2→2, 3: 2→0, 4: 0→2
  arcs: {
    person: Int32Array.of(0, 1, 2, 2, 0),
    seat: Int32Array.of(0, 1, 2, 0, 2),
    gain: Float64Array.of(3, 3, 3, 4, 3),
  },
  chainMost: 3,
  exchangeMost: 0,
  limits: [],
  ...more,
})
const limit = (arcs: number[], least: number, most: number, price?: number) => ({
  arcs: Int32Array.from(arcs),
  coefficients: new Float64Array(arcs.length).fill(1),
  least,
  most,
  ...(price !== undefined && { price }),
})

test('a chain of three fills what each move opens', async () => {
  expect(solved(await solveCascade(board()))).toMatchObject({ chosen: Int32Array.of(0, 1, 2), objective: 9, bound: 9 })
})

test('where fewer moves may follow, the better single move is taken', async () => {
  expect(solved(await solveCascade(board({ chainMost: 1 })))).toMatchObject({ chosen: Int32Array.of(3), objective: 4 })
})

test('two who change places do so beside a filling', async () => {
  const answer = solved(await solveCascade(board({ chainMost: 1, exchangeMost: 2 })))
  expect(answer).toMatchObject({ chosen: Int32Array.of(1, 3, 4), objective: 10 })
})

test('a limit has a price: what one move more would add at most', async () => {
  const answer = solved(await solveCascade(board({ limits: [limit([0, 1, 2, 3, 4], 0, 1)] })))
  expect(answer).toMatchObject({ chosen: Int32Array.of(3), objective: 4 })
  expect(answer.prices?.[0]).toBeGreaterThan(0)
})

test('a priced floor is missed where it costs more than it is worth', async () => {
  const dear = board({ limits: [limit([3], 1, 1, 6)] })
  expect(solved(await solveCascade(dear))).toMatchObject({ chosen: Int32Array.of(3), missed: Float64Array.of(0) })
  const cheap = board({ limits: [limit([3], 1, 1, 4)] })
  expect(solved(await solveCascade(cheap))).toMatchObject({ objective: 5, missed: Float64Array.of(1) })
})

test('two wishes that clash are named, and no third', async () => {
  const limits = [limit([1], 0, 1), limit([3], 1, 1), limit([0, 1], 0, 1, 2), limit([0], 1, 1)]
  expect(await solveCascade(board({ limits }))).toEqual({ clash: Int32Array.of(1, 3) })
})

test('the same problem has the same answer, whatever was solved before', async () => {
  const [problem] = fc.sample(smallCascades(7, 7, 5), { numRuns: 1, seed: 5 })
  if (!problem) return
  const first = await solveCascade(problem)
  await solveCascade(board())
  expect(await solveCascade(problem)).toEqual(first)
})

test('a board of forty: lawful, the same twice, and better with more work', { timeout: 60_000 }, async () => {
  const [problem] = fc.sample(
    smallCascades(40, 40, 6).filter(({ home, arcs }) => home.length > 30 && arcs.person.length > 300),
    { numRuns: 1, seed: 8 },
  )
  if (!problem) throw new Error('no board')
  const goals = { ...problem, limits: problem.limits.map((limit) => ({ price: 2, ...limit })) }
  const little = solved(await solveCascade(goals, { work: 0.2 }))
  expect(await solveCascade(goals, { work: 0.2 })).toEqual(little)
  const more = solved(await solveCascade(goals, { work: 3, start: little.chosen, gap: 0.001 }))
  for (const answer of [little, more]) expect(faultsOf(goals, answer.chosen)).toEqual([])
  expect(more.objective).toBeGreaterThanOrEqual(little.objective)
  expect(more.bound).toBeGreaterThanOrEqual(more.objective)
  expect(more.bound / more.objective).toBeLessThan(1.02)
})

test('hears of better sets and bounds that never worsen, and stops when told', async () => {
  const states: CascadeSolution[] = []
  const answer = await solveCascade(board(), {
    onImprovement: ({ solution, fraction }) => {
      expect(fraction).toBeLessThanOrEqual(1)
      states.push(solution)
      return undefined
    },
  })
  expect(states.at(-1)).toMatchObject(answer)
  for (const [index, state] of states.entries()) {
    expect(state.objective).toBeGreaterThanOrEqual(states[index - 1]?.objective ?? Number.NEGATIVE_INFINITY)
    expect(state.bound).toBeLessThanOrEqual(states[index - 1]?.bound ?? Number.POSITIVE_INFINITY)
  }
  const stopped = solved(await solveCascade(board(), { onImprovement: () => false }))
  expect(stopped.bound).toBeGreaterThanOrEqual(9)
  expect(faultsOf(board(), stopped.chosen)).toEqual([])
})

test('what a plan loses by a move that it lacks', async () => {
  const problem = board()
  const plan = solved(await solveCascade(problem))
  expect(await lossOfArc(problem, plan, 3)).toMatchObject({ least: 5, most: 5, solution: { chosen: Int32Array.of(3) } })
  expect(await lossOfArc(problem, plan, 0)).toMatchObject({ least: 0, most: 0 })
  // Nobody leaves the seat for person 0 to enter.
  const alone = board({ chainMost: 1 })
  expect(await lossOfArc(alone, solved(await solveCascade(alone)), 4)).toEqual({ clash: Int32Array.of() })
})
