/** Who is in no order, because an objection was upheld: never proposed, and moved where somebody asks for it. */
import { describe, expect, test } from 'vitest'
import { notComputed, withholdEstimates } from '#domain/restriction.ts'
import type { RotationDuty } from '#domain/results.ts'
import type { Lock, SlatePlan, SlateRequest } from '#domain/slate.ts'
import { snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { type Ground, groundOf } from '../ground.ts'
import { book, day, person, request, town } from './fixtures/two-bureaus.ts'
import { openPreview } from './preview.ts'
import { searchSlate } from './search.ts'
import { whyNot } from './why-not.ts'

const apartIn = (rows: typeof town, cadreId: string): Ground => {
  const since = { since: 20261101, until: undefined, matterId: 'M' }
  return groundOf(snapshotFrom(day, rows), book, withholdEstimates([], [{ cadreId, of: 'order', ...since }]))
}
/** 甲, who fits best. */
const here = apartIn(town, '甲')
const must: Lock = { kind: 'must', cadreId: '甲', positionId: 'F0' }

async function plan(wanted: SlateRequest, duties: readonly RotationDuty[] = []): Promise<SlatePlan> {
  const slate = await searchSlate(here, wanted, { duties, prices: true })
  if (!slate.feasible) throw new Error(slate.clash.map(({ zh }) => zh).join('\n'))
  const [first] = slate.plans
  if (!first) throw new Error('no plan')
  return first
}
const fitGains = ({ moves }: SlatePlan) => moves.map(({ gains }) => gains.find(({ goal }) => goal === 'fit')?.value)

describe('a search with somebody in no order', () => {
  test('leaves him out, and says so where nobody else may come', async () => {
    expect((await plan(request())).moves.map(({ cadreId }) => cadreId)).not.toContain('甲')
    const alone = await plan(request({ pool: { cadres: ['甲'] } }))
    expect(alone.moves).toEqual([])
    expect(alone.unfilled[0]?.reason.zh).toContain('另有 1 人')
    expect(alone.unfilled[0]?.reason.en).toContain('not computed by an upheld objection')
  })

  test('puts him where a lock wants him, with nothing added for a fit, and says why', async () => {
    const found = await plan(request({ locks: [must], chainMost: 1 }))
    expect(found.moves).toMatchObject([{ cadreId: '甲', to: 'F0', fitFrom: undefined, gainSd: 0 }])
    expect(fitGains(found)).toEqual([0])
    expect(found.moves[0]?.fit).toEqual({ separable: false, n: 0, group: 'restricted', cause: notComputed })
    expect(found.moves[0]?.reasons[0]).toEqual({
      zh: '异议成立，不作计算：适岗度不计入总数。',
      en: 'Not computed: an objection was upheld. The sum counts no fit for it.',
    })
    expect(found.check.faults).toEqual([])
    expect(found.goals.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(found.objective, 9)
  })

  test('goes on from the seat that he leaves, and moves him somewhere where that alone is asked', async () => {
    const chain = await plan(request({ locks: [must] }))
    expect(chain.moves.map(({ cadreId, to }) => `${cadreId}→${to}`)).toEqual(['甲→F0', '丁→F1'])
    const somewhere = await plan(request({ locks: [{ kind: 'must-move', cadreId: '甲' }] }))
    expect(somewhere.moves.map(({ cadreId }) => cadreId)).toContain('甲')
  })

  test('moves him where whoever is due must move, and only then', async () => {
    const duty: RotationDuty = {
      cadreId: '甲',
      positionId: 'F1',
      rule: 'X',
      basis: { instrument: '规定', article: '1', title: { zh: '任期', en: 'Term' } },
      since: 20160101,
      dueOn: 20260101,
      state: 'overdue',
      reason: { zh: '满十年', en: 'Ten years' },
    }
    const moved = async (force: 'goal' | 'limit') =>
      (await plan(request({ rotation: { force, price: 5 } }), [duty])).moves.map(({ cadreId }) => cadreId)
    expect(await moved('goal')).not.toContain('甲')
    expect(await moved('limit')).toContain('甲')
  })

  test('still names the rule that stands against a lock', async () => {
    const clerk = apartIn([...town, ...person('己', '', 'none', 'staff', 5)], '己')
    const slate = await searchSlate(clerk, request({ locks: [{ ...must, cadreId: '己' }] }), { duties: [] })
    expect(slate.feasible ? [] : slate.clash.map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/^“己到甲县财政局局长”做不到：.*（.+）。$/),
    ])
  })

  test('answers why not with the cause, and counts nothing for it', async () => {
    const answer = await whyNot(here, request(), await plan(request()), must, { duties: [] })
    expect(answer).toMatchObject({ answer: 'not-considered', loss: undefined, instead: undefined, findings: [] })
    expect(answer.says).toEqual({
      zh: '甲到甲县财政局局长：异议成立，不作计算。搜索不列入；要这样安排，可以锁定。',
      en: '甲 to 甲县财政局局长: Not computed: an objection was upheld. The search leaves such people out; a lock puts him or her there.',
    })
  })
})

test('a preview proposes him nowhere, and shows him where a lock puts him', () => {
  const preview = openPreview(here, request())
  const inF0 = (...locks: Lock[]) => preview.under(locks).seats[0]?.person
  expect(inF0()?.cadreId).not.toBe('甲')
  expect(preview.under([]).seats[0]?.next?.person?.cadreId).not.toBe('甲')
  expect(inF0(must)).toMatchObject({ cadreId: '甲', fit: { separable: false, cause: notComputed } })
  expect(preview.under([must]).seats[0]).toMatchObject({ isLocked: true, next: { person: { cadreId: '丁' } } })
  // A lock that another speaks against puts him nowhere.
  expect(inF0({ kind: 'must', cadreId: '丁', positionId: 'F0' }, must)?.cadreId).toBe('丁')
})
