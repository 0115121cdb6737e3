import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SlatePlan, SlateRequest } from '#domain/slate.ts'
import type { Ground } from '../ground.ts'
import { labelOfFloor } from '../team/wording.ts'
import { posed, townAndWishes } from './fixtures/random-town.ts'
import { labelOfLock } from './goals.ts'
import { searchSlate } from './search.ts'
import { verifySlate } from './verify.ts'

/** What everybody may hold against a plan, beside its replay. */
function expectSound(ground: Ground, request: SlateRequest, plan: SlatePlan): void {
  const { moves, goals, objective, bound, gap, check, unfilled } = plan
  expect(check.faults.map(({ says }) => says.zh)).toEqual([])
  expect(verifySlate(ground, request, plan).faults).toEqual([])
  expect(goals.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(objective, 6)
  expect(bound).toBeGreaterThanOrEqual(objective - 1e-9)
  expect(gap).toBeGreaterThanOrEqual(0)
  expect(moves.length).toBeLessThanOrEqual(request.movesMost ?? Number.POSITIVE_INFINITY)
  const filled = new Set(moves.map(({ to }) => to))
  const { facts } = ground
  const open = request.vacancies.filter((id) => facts.seat(facts.seatIndex(id) ?? -1).holders().length === 0)
  expect(unfilled.map(({ positionId }) => positionId).sort()).toEqual(open.filter((id) => !filled.has(id)).sort())
  const units = request.pool?.units
  const locked = new Set(request.locks.flatMap((lock) => ('cadreId' in lock ? [lock.cadreId] : [])))
  for (const { cadreId } of moves) {
    if (locked.has(cadreId)) continue
    if (request.pool?.cadres) expect(request.pool.cadres).toContain(cadreId)
    if (units) expect(units).toContain(facts.cadre(facts.cadreIndex(cadreId) ?? -1).post?.seat?.unit)
  }
}

/** The same request without the wishes that a sentence names; undefined where it names law alone. */
function without(ground: Ground, request: SlateRequest, said: string): SlateRequest | undefined {
  const locks = request.locks.filter((lock) => !said.includes(labelOfLock(ground, lock).zh))
  if (locks.length < request.locks.length) return { ...request, locks }
  if (said.includes('补上')) return { ...request, fill: { ...request.fill, force: 'goal' } }
  if (said.includes('到期交流')) return { ...request, rotation: { ...request.rotation, force: 'goal' } }
  if (said.includes('动人不超过')) {
    const { movesMost: _most, ...rest } = request
    return rest
  }
  const floors = request.structure.floors.filter((floor) => !said.includes(labelOfFloor(floor).zh))
  if (floors.length < request.structure.floors.length)
    return { ...request, structure: { ...request.structure, floors } }
  return undefined
}

const runs = Number(process.env['RUNS'] ?? 150)
const seed = Number(process.env['SEED'] ?? 5)

describe('any slate of any small town', () => {
  test('is a plan that stands every check, or a clash of which each part can be taken away', async () => {
    const count = { plans: 0, clashes: 0, again: 0 }
    await fc.assert(
      fc.asyncProperty(townAndWishes, async (drawn) => {
        const { ground, request, duties } = posed(drawn)
        const slate = await searchSlate(ground, request, { duties, plansMost: 2 })
        if (slate.feasible) {
          count.plans += 1
          for (const plan of slate.plans) expectSound(ground, request, plan)
          return
        }
        count.clashes += 1
        const said = slate.clash.map(({ zh }) => zh)
        expect(said.length).toBeGreaterThan(0)
        const isTogether = said[0]?.startsWith('下面几条') === true
        const named = isTogether ? said.slice(1) : said
        for (const one of named) {
          const other = without(ground, request, one)
          if (!other) {
            expect(one).toMatch(/回避|同类职务/)
            continue
          }
          const again = await searchSlate(ground, other, { duties, plansMost: 1 })
          if (again.feasible) continue
          count.again += 1
          expect(again.clash.map(({ zh }) => zh)).not.toEqual(said)
        }
      }),
      { numRuns: runs, seed },
    )
    if (process.env['RUNS']) console.log(count)
  }, 600_000)
})
