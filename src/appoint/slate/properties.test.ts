import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedAs } from '#domain/restriction.ts'
import type { SlatePlan, SlateRequest } from '#domain/slate.ts'
import type { Ground } from '../ground.ts'
import { labelOfFloor } from '../team/wording.ts'
import { type Posed, posed, townAndWishes } from './fixtures/random-town.ts'
import { labelOfLock } from './goals.ts'
import { searchSlate } from './search.ts'

/** What anybody may hold against a plan. The replay looks at moves, chains, rules, locks, pool, floors and budget. */
function expectSound({ ground: { facts, estimates }, request, duties }: Posed, plan: SlatePlan): void {
  const { moves, goals, objective, bound, gap, check, unfilled } = plan
  expect(check.faults.map(({ says }) => says.zh)).toEqual([])
  expect(goals.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(objective, 6)
  expect(bound).toBeGreaterThanOrEqual(objective - 1e-9)
  expect(gap).toBeGreaterThanOrEqual(0)
  const apart = markedAs('order', estimates)
  const wanted = request.locks.flatMap((lock) =>
    lock.kind === 'must' || lock.kind === 'must-move' ? lock.cadreId : [],
  )
  for (const { cadreId, fit } of moves) {
    if (!apart.has(cadreId)) continue
    expect(fit.separable).toBe(false)
    if (request.rotation.force !== 'limit') expect(wanted).toContain(cadreId)
  }
  const filled = new Set(moves.map(({ to }) => to))
  const vacant = request.vacancies.filter((id) => facts.seat(facts.seatIndex(id) ?? -1).holders().length === 0)
  const open = vacant.filter((id) => !filled.has(id))
  expect(unfilled.map(({ positionId }) => positionId).sort()).toEqual(open.sort())
  if (request.rotation.force !== 'limit' || request.pool) return
  expect(moves.map(({ cadreId }) => cadreId)).toEqual(expect.arrayContaining(duties.map(({ cadreId }) => cadreId)))
}

/** The same request without the wish that a sentence names; undefined where it names the law. */
function without(ground: Ground, request: SlateRequest, said: string): SlateRequest | undefined {
  const locks = request.locks.filter((lock) => !said.includes(labelOfLock(ground, lock).zh))
  if (locks.length < request.locks.length) return { ...request, locks }
  if (said.includes('补上')) return { ...request, fill: { ...request.fill, force: 'goal' } }
  if (said.includes('到期交流')) return { ...request, rotation: { ...request.rotation, force: 'goal' } }
  if (said.includes('动人不超过')) {
    const { movesMost: _dropped, ...rest } = request
    return rest
  }
  const { structure } = request
  const floors = structure.floors.filter((floor) => !said.includes(labelOfFloor(floor).zh))
  return floors.length < structure.floors.length ? { ...request, structure: { ...structure, floors } } : undefined
}

describe('a slate of any small town', () => {
  test('is a plan that stands every check, or names a clash that is gone without any one of its parts', async () => {
    await fc.assert(
      fc.asyncProperty(townAndWishes, async (drawn) => {
        const { ground, request, duties } = posed(drawn)
        const slate = await searchSlate(ground, request, { duties, plansMost: 2 })
        if (slate.feasible) {
          for (const plan of slate.plans) expectSound({ ground, request, duties }, plan)
          return
        }
        const said = slate.clash.map(({ zh }) => zh)
        const named = said.filter((one) => !one.startsWith('下面几条'))
        expect(named.length).toBeGreaterThan(0)
        for (const one of named) {
          const other = without(ground, request, one)
          if (!other) expect(one).toMatch(/回避|同类职务/)
          const again = other && (await searchSlate(ground, other, { duties, plansMost: 1 }))
          if (again && !again.feasible) expect(again.clash.map(({ zh }) => zh)).not.toEqual(said)
        }
      }),
      { numRuns: 80, seed: 20261122 },
    )
  }, 60_000)
})
