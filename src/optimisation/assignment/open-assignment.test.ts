import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flawsOf } from './fixtures/certificate.ts'
import { enumerateAssignments, problemOf, smallProblems } from './fixtures/enumeration.ts'
import { openAssignment } from './open-assignment.ts'
import type { AssignmentProblem } from './problem.ts'
import { solveAssignment } from './solve.ts'

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('pin' as const, 'forbid' as const, 'release' as const, 'setGain' as const),
    arc: fc.nat(1_000),
    gain: fc.integer({ min: -4, max: 12 }),
  }),
  { minLength: 1, maxLength: 12 },
)

/** Does the steps one by one; after each, `check` sees the problem and the locks as they should now be. */
function walk(
  problem: AssignmentProblem,
  script: typeof steps extends fc.Arbitrary<infer T> ? T : never,
  check: (now: AssignmentProblem, pinned: Set<number>, forbidden: Set<number>) => void,
  open: ReturnType<typeof openAssignment>,
): void {
  const gains = problem.gains.slice()
  const pinned = new Set<number>()
  const forbidden = new Set<number>()
  if (gains.length === 0) return
  for (const { what, arc: any, gain } of script) {
    const arc = any % gains.length
    if (what === 'setGain') {
      gains[arc] = gain
      open.setGain(arc, gain)
    } else if (what === 'release') {
      open.release(arc)
      pinned.delete(arc)
      forbidden.delete(arc)
    } else if (open[what](arc).length === 0) (what === 'pin' ? pinned : forbidden).add(arc)
    check({ ...problem, gains }, pinned, forbidden)
  }
}

/** Arcs from any pinned row to any pinned column, whose prices say nothing of each other. */
function arcsAmong({ rowStarts, columns }: AssignmentProblem, pinned: ReadonlySet<number>): number[] {
  const rowOf = (arc: number) => rowStarts.findLastIndex((start) => start <= arc)
  const pinnedRows = new Set(Array.from(pinned, rowOf))
  const pinnedColumns = new Set(Array.from(pinned, (arc) => columns[arc]))
  return Array.from(columns.keys()).filter((arc) => pinnedRows.has(rowOf(arc)) && pinnedColumns.has(columns[arc]))
}

describe('after each lock, release and changed gain', () => {
  test('the objective is that of trying every assignment', () => {
    fc.assert(
      fc.property(smallProblems(4), steps, (problem, script) => {
        const open = openAssignment(problem)
        walk(
          problem,
          script,
          (now, pinned, forbidden) => {
            const { objective, arcs } = open.current()
            expect(objective).toBe(enumerateAssignments(now, { pinned, forbidden }).objective)
            for (const arc of pinned) expect(arcs).toContain(arc)
          },
          open,
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('the objective is that of a fresh solution, and prices prove it', () => {
    fc.assert(
      fc.property(smallProblems(14), steps, (problem, script) => {
        const open = openAssignment(problem)
        walk(
          problem,
          script,
          (now, pinned, forbidden) => {
            const found = open.current()
            const far = 1e6
            const gains = now.gains.map((gain, arc) => gain + (pinned.has(arc) ? far : forbidden.has(arc) ? -far : 0))
            if (!now.full) {
              expect(found.objective).toBeCloseTo(solveAssignment({ ...now, gains }).objective - far * pinned.size, 6)
              expect(flawsOf(now, found, new Set([...forbidden, ...arcsAmong(now, pinned)]))).toEqual([])
            }
          },
          open,
        )
      }),
      { numRuns: 300 },
    )
  })
})

test('a gain raised behind hundreds of better ones is found', () => {
  const problem = problemOf([0, 1].map((row) => Array.from({ length: 400 }, (_, column) => 1_000 - column - row)))
  const open = openAssignment(problem)
  open.setGain(399, 2_000)
  expect(open.current().columns).toEqual(Int32Array.of(399, 0))
  open.forbid(399)
  expect(open.current().objective).toBe(solveAssignment(problem).objective)
})

test('a gain beyond all others does not make up for a seat left empty', () => {
  const problem = problemOf([
    [1, 1],
    [1, null],
  ])
  const open = openAssignment({ ...problem, full: 'columns' })
  open.forbid(1)
  open.release(1)
  open.setGain(0, 1e6)
  expect(open.current()).toMatchObject({ objective: 2, lacking: new Int32Array() })
  expect(open.pin(0)).toEqual([])
  expect(open.current().lacking).toEqual(Int32Array.of(1))
})

describe('locks that cannot hold', () => {
  // Arcs 0 to 3: row by row.
  const problem = problemOf([
    [5, 3],
    [4, 1],
  ])

  test('two people pinned to one seat, and one person pinned to two', () => {
    const open = openAssignment(problem)
    expect(open.pin(0)).toEqual([])
    expect(open.pin(2)).toEqual([{ arc: 0, kind: 'pinned' }])
    expect(open.pin(1)).toEqual([{ arc: 0, kind: 'pinned' }])
    expect(open.current().objective).toBe(6)
  })

  test('a pin that stands in the way of two others names both', () => {
    const open = openAssignment(problem)
    open.pin(0)
    open.pin(3)
    expect(open.pin(1).map(({ arc }) => arc)).toEqual([0, 3])
  })

  test('the same arc pinned and forbidden', () => {
    const open = openAssignment(problem)
    open.forbid(0)
    expect(open.pin(0)).toEqual([{ arc: 0, kind: 'forbidden' }])
    open.release(0)
    open.pin(0)
    expect(open.forbid(0)).toEqual([{ arc: 0, kind: 'pinned' }])
    expect(open.pin(0)).toEqual([])
  })

  test('a seat that must be filled and has lost its last candidate is said to lack one', () => {
    const open = openAssignment({ ...problem, full: 'columns' })
    open.forbid(0)
    expect(open.current().lacking).toEqual(new Int32Array())
    open.forbid(2)
    expect(open.current().lacking).toEqual(Int32Array.of(0))
    open.release(2)
    expect(open.current()).toMatchObject({ objective: 7, lacking: new Int32Array() })
  })

  test('an arc that is not there', () => {
    const open = openAssignment(problem)
    expect(() => open.pin(4)).toThrow('there is no arc 4')
    expect(() => open.setGain(1, Number.NaN)).toThrow('the gain of arc 1 must be finite, not NaN')
  })
})
