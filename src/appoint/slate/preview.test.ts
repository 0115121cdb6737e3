import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lock, SlateRequest } from '#domain/slate.ts'
import { posed, townAndWishes } from './fixtures/random-town.ts'
import { ground, groundOn, person, request } from './fixtures/two-bureaus.ts'
import { openPreview, previewKey } from './preview.ts'
import { searchSlate } from './search.ts'

const locked = (...locks: Lock[]) => openPreview(ground, request()).under(locks)
const inF0 = (...locks: Lock[]): string | undefined => locked(...locks).seats[0]?.person?.cadreId
const unmet = (...locks: Lock[]): string[] => locked(...locks).unmet.map(({ zh }) => zh)

describe('a preview', () => {
  test('names who would fill the vacancy, who comes next, and what that costs the whole', () => {
    const { seats, objective } = locked()
    const [seat] = seats
    expect(seats.map(({ positionId }) => positionId)).toEqual(['F0'])
    const next = seat?.next?.person?.cadreId ?? ''
    const other = locked({ kind: 'must', cadreId: next, positionId: 'F0' })
    expect(other.seats[0]).toMatchObject({ person: { cadreId: next }, isLocked: true })
    expect(objective - other.objective).toBeCloseTo(seat?.next?.loss ?? Number.NaN, 9)
    // A lock in the way of more: without it the whole gains what it cost.
    expect(other.seats[0]?.next?.loss).toBeCloseTo(other.objective - objective, 9)
    expect(other.seats[0]?.next?.person).toEqual(seat?.person)
  })

  test('changes with each lock, and is as before when the lock is gone', () => {
    const preview = openPreview(ground, request())
    const first = preview.under([])
    const cadreId = first.seats[0]?.person?.cadreId ?? ''
    const without = preview.under([{ kind: 'must-not', cadreId, positionId: 'F0' }])
    expect(without.seats[0]?.person).toEqual(first.seats[0]?.next?.person)
    expect(preview.under([{ kind: 'keep', cadreId }]).seats[0]?.person).toEqual(first.seats[0]?.next?.person)
    expect(inF0({ kind: 'must-move', cadreId: '丁' })).toBe('丁')
    expect(preview.under([])).toEqual(first)
  })

  test('says why a seat stays empty', () => {
    const closed = locked({ kind: 'leave-empty', positionId: 'F0' })
    expect(closed.seats[0]).toMatchObject({ person: undefined, reason: { zh: '按锁定不补。' }, next: undefined })
    expect(closed.objective).toBe(0)
    const nobody = openPreview(ground, request({ verdicts: ['met'] })).under([])
    expect(nobody.seats[0]?.reason?.zh).toContain('另有 5 人')
  })

  test('says in words which locks clash, and keeps the others', () => {
    const must = (cadreId: string): Lock => ({ kind: 'must', cadreId, positionId: 'F0' })
    expect(unmet(must('甲'), { kind: 'keep', cadreId: '甲' })).toEqual([
      '“甲到甲县财政局局长”与“甲不动”不能同时做到，去掉其中一条。',
    ])
    expect(unmet(must('甲'), must('乙'))).toEqual([
      '“乙到甲县财政局局长”与“甲到甲县财政局局长”不能同时做到，去掉其中一条。',
    ])
    expect(inF0(must('甲'), must('乙'))).toBe('甲')
    expect(unmet({ kind: 'must', cadreId: '戊', positionId: 'F1' })[0]).toContain('搜索时还看由调动空出的岗位')
    expect(unmet(must('甲'), { kind: 'must-move', cadreId: '丁' })[0]).toContain('“丁离开现岗位”')
    const clerk = openPreview(groundOn(...person('己', '', 'none', 'staff', 5)), request())
    expect(clerk.under([must('己')]).unmet[0]?.zh).toMatch(/^“己到甲县财政局局长”做不到：.*（.+）。$/)
  })

  test('lets in by a lock to move who is outside the pool', () => {
    const preview = openPreview(ground, request({ pool: { cadres: ['甲'] } }))
    expect(preview.under([]).seats[0]).toMatchObject({ person: { cadreId: '甲' }, next: { person: undefined } })
    const must: Lock = { kind: 'must', cadreId: '乙', positionId: 'F0' }
    expect(preview.under([must]).seats[0]).toMatchObject({
      person: { cadreId: '乙' },
      next: { person: { cadreId: '甲' } },
    })
    expect(preview.under([]).seats[0]?.next?.person).toBeUndefined()
  })

  test('is the same for requests that differ only in what it leaves out', () => {
    expect(previewKey(request({ chainMost: 1, movesMost: 1 }))).toBe(previewKey(request({ chainMost: 3 })))
    expect(previewKey(request({ moveCost: 0.4 }))).not.toBe(previewKey(request()))
  })
})

describe('a preview of any small town', () => {
  test('is the same whatever locks came and went before', () => {
    fc.assert(
      fc.property(townAndWishes, fc.array(fc.nat(7), { maxLength: 5 }), (drawn, steps) => {
        const { ground: town, request: wanted } = posed(drawn)
        const warm = openPreview(town, wanted)
        for (const step of [...steps, 7]) {
          const locks = wanted.locks.filter((_, at) => (step >> at) % 2 === 1)
          expect(warm.under(locks)).toEqual(openPreview(town, wanted).under(locks))
        }
      }),
      { numRuns: 20, seed: 20261123 },
    )
  })

  test('has the objective of a search without chains, teams, duties and budget, where the law leaves moves apart', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(townAndWishes, async (drawn) => {
        const { ground: town, request: wanted } = posed(drawn)
        const { movesMost: _budget, ...rest } = wanted
        const off = { force: 'off', price: 0 } as const
        const alone: SlateRequest = {
          ...rest,
          chainMost: 1,
          exchanges: false,
          rotation: off,
          structure: { ...off, floors: [] },
        }
        const preview = openPreview(town, alone).under(alone.locks)
        if (preview.overrun.length > 0) return
        const slate = await searchSlate(town, alone, { duties: [], plansMost: 1 })
        if (!slate.feasible) return
        compared += 1
        expect(preview.unmet).toEqual([])
        expect(slate.plans[0]?.objective).toBeCloseTo(preview.objective, 5)
      }),
      { numRuns: 60, seed: 20261123 },
    )
    expect(compared).toBeGreaterThan(15)
  }, 30_000)
})
