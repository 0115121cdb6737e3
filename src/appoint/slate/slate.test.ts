import { describe, expect, test } from 'vitest'
import type { RotationDuty } from '#domain/results.ts'
import type { Lock, SlatePlan, SlateRequest } from '#domain/slate.ts'
import { snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { type Ground, groundOf } from '../ground.ts'
import { book, day, ground, groundOn, person, type Rows, request, town } from './fixtures/two-bureaus.ts'
import { openedPairs } from './propose.ts'
import { searchSlate } from './search.ts'
import { verifySlate } from './verify.ts'
import { whyNot } from './why-not.ts'

async function plans(here: Ground, wanted: SlateRequest, duties: readonly RotationDuty[] = []) {
  const slate = await searchSlate(here, wanted, { duties })
  if (!slate.feasible) throw new Error(slate.clash.map(({ zh }) => zh).join('\n'))
  return slate.plans
}
async function plan(here: Ground, wanted: SlateRequest, duties: readonly RotationDuty[] = []): Promise<SlatePlan> {
  const [first] = await plans(here, wanted, duties)
  if (!first) throw new Error('no plan')
  return first
}
const clash = async (wanted: SlateRequest, here = ground): Promise<string[]> => {
  const slate = await searchSlate(here, wanted, { duties: [] })
  return slate.feasible ? [] : slate.clash.map(({ zh }) => zh)
}
const steps = ({ moves }: SlatePlan): string[] => moves.map(({ cadreId, to }) => `${cadreId}→${to}`)

describe('a slate', () => {
  test('fills the vacancy and the seat that it opens, vacancy first, and stands the replay', async () => {
    const found = await plan(ground, request({ locks: [{ kind: 'must', cadreId: '甲', positionId: 'F0' }] }))
    expect(steps(found)).toEqual(['甲→F0', '丁→F1'])
    expect(found.chains).toMatchObject([{ kind: 'chain', moves: [0, 1] }])
    expect(found.check.faults).toEqual([])
    expect(found.goals.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(found.objective, 9)
    expect(found.bound).toBeGreaterThanOrEqual(found.objective)
    expect(found.lower).toBeLessThan(found.upper)
  })

  test('names teams before and after', async () => {
    const { teams } = await plan(
      ground,
      request({ locks: [{ kind: 'must', cadreId: '甲', positionId: 'F0' }], chainMost: 1 }),
    )
    expect(teams.map(({ unitId }) => unitId)).toEqual(['F'])
    expect([teams[0]?.before.empty, teams[0]?.after.empty]).toEqual([1, 1])
    expect(teams[0]?.before.members).toHaveLength(2)
  })

  test('keeps in a team who shares the seat that is left, and counts once who moves within it', async () => {
    const shared = groundOn(...person('庚', 'F1', 'section-deputy', 'deputy', 3))
    const locks: Lock[] = [{ kind: 'must', cadreId: '庚', positionId: 'F0' }]
    const [team] = (await plan(shared, request({ locks, chainMost: 1 }))).teams
    const ids = (members: readonly { cadreId: string }[] = []) => members.map(({ cadreId }) => cadreId).sort()
    expect(ids(team?.before.members)).toEqual(['乙', '庚'])
    expect(ids(team?.after.members)).toEqual(['乙', '庚', '甲'])
    const structure = {
      force: 'limit',
      price: 0,
      floors: [{ unitId: 'F', kind: 'under', with: 50, least: 4 }],
    } as const
    expect((await clash(request({ locks, structure }), shared)).join('')).toContain('50岁以下')
  })

  test('keeps locks and the budget of moves', async () => {
    const locks: Lock[] = [
      { kind: 'keep', cadreId: '甲' },
      { kind: 'must-not', cadreId: '乙', positionId: 'F0' },
      { kind: 'must-move', cadreId: '丙' },
    ]
    const found = await plan(ground, request({ locks, movesMost: 1 }))
    expect(steps(found)).toEqual(['丙→F0'])
    expect(found.goals.find(({ id }) => id === 'moves')).toMatchObject({ state: 'binding', reached: 1, asked: 1 })
  })

  test('moves who is due where another seat is open to him', async () => {
    const duty: RotationDuty = {
      cadreId: '丙',
      positionId: 'E0',
      rule: 'X',
      basis: { instrument: '规定', article: '1', title: { zh: '任期', en: 'Term' } },
      since: 20160101,
      dueOn: 20260101,
      state: 'overdue',
      reason: { zh: '在同一职位满十年', en: 'Ten years in the seat' },
    }
    const due = await plan(ground, request({ rotation: { force: 'goal', price: 5 } }), [duty])
    expect(due.goals.find(({ id }) => id === 'rotation:丙')).toMatchObject({ state: 'kept', value: 5 })
    expect(
      due.moves
        .find(({ cadreId }) => cadreId === '丙')
        ?.reasons.map(({ zh }) => zh)
        .join(''),
    ).toContain('满十年')
  })

  test('does not put two relatives into one bureau by two moves, though each alone may come', async () => {
    const open: Rows = [
      ...town.filter(([, row]) => row.cadre_id !== '乙'),
      ['vacancies', { position_id: 'F2', from: '2026-10-01' }],
    ]
    const related: Rows = [
      ...open,
      ['relatives', { cadre_id: '丙', relation: '妻子', name: '戊', relative_cadre_id: '戊' }],
    ]
    const both = request({
      vacancies: ['F0', 'F2'],
      locks: [
        { kind: 'must', cadreId: '丙', positionId: 'F0' },
        { kind: 'must', cadreId: '戊', positionId: 'F2' },
      ],
    })
    const strangers = groundOf(snapshotFrom(day, open), book, [])
    const married = groundOf(snapshotFrom(day, related), book, [])
    expect(await clash(both, strangers)).toEqual([])
    expect((await clash(both, married)).join('')).toContain('亲属回避')
    const replayed = verifySlate(
      married,
      { ...both, locks: [] },
      {
        moves: [
          { cadreId: '丙', from: 'E0', to: 'F0' },
          { cadreId: '戊', from: 'E1', to: 'F2' },
        ],
        chains: [
          { kind: 'chain', moves: [0] },
          { kind: 'chain', moves: [1] },
        ],
      },
    )
    expect(replayed.faults.map(({ move, says }) => [move, says.zh.includes('回避')])).toEqual([[1, true]])
  })

  test('lets two people change places where that is asked for, without any vacancy', async () => {
    const wanted = request({ vacancies: [], locks: [{ kind: 'must-move', cadreId: '甲' }] })
    expect((await clash(wanted)).join('')).toContain('没有一个可去的岗位')
    const found = await plan(ground, { ...wanted, exchanges: true })
    expect(steps(found)).toEqual(['甲→E1', '戊→F1'])
    expect(found.chains).toMatchObject([{ kind: 'exchange', moves: [0, 1] }])
  })

  test('leaves alone who only just took a post or soon retires, unless a lock asks for it', async () => {
    const settled = town.filter(([, row]) => row.cadre_id !== '丁')
    const inPostSince = (from: string, born_on: string): Rows =>
      person('丁', '', 'section-deputy', 'deputy', 4).map(([table, row]) => [
        table,
        table === 'cadres' ? { ...row, born_on } : { ...row, ...(row.from === '2016-01-01' ? { from } : {}) },
      ])
    const pool = { cadres: ['丁'] }
    for (const [from, born, count] of [
      ['2016-01-01', '1980-06', 1],
      ['2026-06', '1980-06', 0],
      ['2016-01-01', '1966-11', 0],
    ] as const) {
      const here = groundOf(snapshotFrom(day, [...settled, ...inPostSince(from, born)]), book, [])
      const { moves, unfilled } = await plan(here, request({ pool }))
      expect(moves).toHaveLength(count)
      if (count === 0) expect(unfilled[0]?.reason.zh).toContain('另有 1 人')
      const locks: Lock[] = [{ kind: 'must', cadreId: '丁', positionId: 'F0' }]
      expect(steps(await plan(here, request({ pool, locks })))).toEqual(['丁→F0'])
    }
  })

  test('a lock that keeps somebody out of one seat brings nobody in from outside the pool', async () => {
    const locks: Lock[] = [{ kind: 'must-not', cadreId: '乙', positionId: 'F1' }]
    expect(steps(await plan(ground, request({ pool: { cadres: ['甲'] }, locks, chainMost: 1 })))).toEqual(['甲→F0'])
  })

  test('says of an empty seat that a lock keeps it so, or that the verdicts asked for leave nobody', async () => {
    const reason = async (change: Partial<SlateRequest>) => (await plan(ground, request(change))).unfilled[0]?.reason.zh
    expect(await reason({ locks: [{ kind: 'leave-empty', positionId: 'F0' }] })).toBe('按锁定不补。')
    expect(await reason({ verdicts: ['met'] })).toContain('另有 5 人')
  })

  test('the order in which rows came does not matter', async () => {
    const turned = groundOf(snapshotFrom(day, [...town].reverse()), book, [])
    expect(await plans(turned, request())).toEqual(await plans(ground, request()))
  })
})

describe('the slate of an analysis', () => {
  test('names each pair of a seat that opens once, however many plans have it, and none of a listed vacancy', async () => {
    const listed = groundOn(['vacancies', { position_id: 'F1', from: '2026-10-01' }])
    const wanted = request({ locks: [{ kind: 'must', cadreId: '甲', positionId: 'F0' }] })
    for (const [here, pairs] of [
      [ground, ['F1 丁']],
      [listed, []],
    ] as const) {
      const slate = await searchSlate(here, wanted, { duties: [], plansMost: 1 })
      const [only] = slate.feasible ? slate.plans : []
      const twice = { ...slate, plans: only ? [only, only] : [] }
      const { eligibility, findings } = openedPairs(here, { slate: twice })
      expect(eligibility.map(({ positionId, cadreId }) => `${positionId} ${cadreId}`)).toEqual(pairs)
      const told = findings.map(({ subject, finding }) => `${subject} ${finding.rule}`)
      expect(new Set(told).size).toBe(told.length)
    }
  })
})

describe('what cannot be is said in words', () => {
  test('two locks that contradict each other', async () => {
    const locks: Lock[] = [
      { kind: 'must', cadreId: '甲', positionId: 'F0' },
      { kind: 'keep', cadreId: '甲' },
    ]
    expect(await clash(request({ locks }))).toEqual(['“甲到甲县财政局局长”与“甲不动”不能同时做到，去掉其中一条。'])
  })

  test('two people locked to one seat', async () => {
    const locks: Lock[] = [
      { kind: 'must', cadreId: '甲', positionId: 'F0' },
      { kind: 'must', cadreId: '乙', positionId: 'F0' },
    ]
    expect(await clash(request({ locks }))).toEqual([
      '下面几条不能同时做到，去掉或者放宽其中任意一条，这一处就不再冲突：',
      '甲到甲县财政局局长',
      '乙到甲县财政局局长',
    ])
  })

  test('a floor that nobody can meet', async () => {
    const structure: SlateRequest['structure'] = {
      force: 'limit',
      price: 0,
      floors: [{ unitId: 'F', kind: 'woman', least: 1 }],
    }
    expect((await clash(request({ structure }))).join('')).toContain('单独一条就做不到')
  })

  test('a floor of a team that nobody who may move can reach', async () => {
    const structure: SlateRequest['structure'] = {
      force: 'limit',
      price: 0,
      floors: [{ unitId: 'E', kind: 'woman', least: 1 }],
    }
    const said = await clash(request({ structure, pool: { cadres: ['丁'] }, chainMost: 1 }))
    expect(said.join('')).toContain('甲县教育局')
  })

  test('somebody locked to the seat of another who is locked to stay', async () => {
    const locks: Lock[] = [
      { kind: 'must', cadreId: '甲', positionId: 'E1' },
      { kind: 'keep', cadreId: '戊' },
    ]
    for (const exchanges of [true, false])
      expect((await clash(request({ locks, exchanges }))).join('')).toContain('与“戊不动”不能同时做到')
  })

  test('a lock that a rule forbids names the article', async () => {
    const locks: Lock[] = [{ kind: 'must', cadreId: '己', positionId: 'F0' }]
    const clerk = groundOn(...person('己', '', 'none', 'staff', 5))
    const [said] = await clash(request({ locks }), clerk)
    expect(said).toMatch(/^“己到甲县财政局局长”做不到：.*（.+）。$/)
  })
})

describe('why not', () => {
  test('says what it costs, what stands against it, or that it is so', async () => {
    const best = await plan(ground, request())
    const [first] = best.moves
    if (!first) throw new Error('the vacancy is filled')
    const ask = (cadreId: string, positionId: string, wanted = request()) =>
      whyNot(ground, wanted, best, { cadreId, positionId }, { duties: [] })
    expect((await ask(first.cadreId, 'F0')).answer).toBe('chosen')
    const other = ['甲', '乙', '丁', '戊'].find((id) => id !== first.cadreId) ?? ''
    const answer = await ask(other, 'F0')
    expect(['costs', 'equal']).toContain(answer.answer)
    expect(answer.loss).toBeGreaterThanOrEqual(0)
    expect(answer.instead?.moves.some(({ cadreId, to }) => cadreId === other && to === 'F0')).toBe(true)
    expect((await ask('丙', 'F1')).answer).toBe('unlawful')
    expect((await ask(other, 'F0', request({ locks: [{ kind: 'keep', cadreId: other }] }))).answer).toBe('locked')
  })
})
