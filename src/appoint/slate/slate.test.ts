import { describe, expect, test } from 'vitest'
import type { RotationDuty } from '#domain/results.ts'
import type { Lock, SlatePlan, SlateRequest } from '#domain/slate.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { type Ground, groundOf } from '../ground.ts'
import { searchSlate } from './search.ts'
import { defaultRequest } from './settings.ts'
import { verifySlate } from './verify.ts'
import { whyNot } from './why-not.ts'

const book = loadRuleBook()
const day = 20261122
type Rows = readonly (readonly [TableName, RowFacts])[]

/** A bureau with a head, two deputies and two clerks' seats. */
const bureau = (unit: string, name: string, sector: string): Rows => [
  ['units', { unit_id: unit, name, kind: 'department', level: 'county', sector }],
  ['teams', { team_id: `G${unit}`, unit_id: unit, name: '领导班子', quota_principal: '1', quota_deputy: '2' }],
  ...(
    [
      ['0', '局长', 'section-chief', 'principal'],
      ['1', '副局长', 'section-deputy', 'deputy'],
      ['2', '副局长', 'section-deputy', 'deputy'],
    ] as const
  ).map(([at, title, post_level, role]): [TableName, RowFacts] => [
    'positions',
    { position_id: `${unit}${at}`, unit_id: unit, title, post_level, role, team_id: `G${unit}` },
  ]),
]

const person = (id: string, position: string, level: string, role: string, skill: number): Rows => [
  ['cadres', { cadre_id: id, name: id, authority_unit_id: 'F', born_on: '1980-06', party: '中共党员' }],
  [
    'tenures',
    {
      tenure_id: `T${id}a`,
      cadre_id: id,
      post_level: 'none',
      role: 'staff',
      from: '2004-07-01',
      to: '2016-01-01',
      kind: 'appointed',
    },
  ],
  [
    'tenures',
    {
      tenure_id: `T${id}`,
      cadre_id: id,
      position_id: position,
      post_level: level,
      role,
      from: '2016-01-01',
      kind: 'appointed',
    },
  ],
  ...['统筹谋划', '组织协调', '担当作为', '抗压能力', '带队伍'].map((element, i): [TableName, RowFacts] => [
    'competencies',
    {
      cadre_id: id,
      facet: i < 2 || i === 4 ? 'practice' : i === 2 ? 'style' : 'psychology',
      element,
      level: String(skill),
      on: '2026-03-01',
    },
  ]),
]

/** The head of finance is to be found; everybody else sits, and 丁 holds no known seat. */
const town: Rows = [
  ...bureau('F', '甲县财政局', 'finance'),
  ...bureau('E', '甲县教育局', 'education'),
  ['vacancies', { position_id: 'F0', from: '2026-10-01' }],
  ...person('甲', 'F1', 'section-deputy', 'deputy', 5),
  ...person('乙', 'F2', 'section-deputy', 'deputy', 3),
  ...person('丙', 'E0', 'section-chief', 'principal', 3),
  ...person('丁', '', 'section-deputy', 'deputy', 4),
  ...person('戊', 'E1', 'section-deputy', 'deputy', 4),
]
const groundOn = (...more: Rows): Ground => groundOf(snapshotFrom(day, [...town, ...more]), book, [])
const ground = groundOn()

const request = (change: Partial<SlateRequest> = {}): SlateRequest => ({
  ...defaultRequest(book, day, ['F0'], []),
  verdicts: ['met', 'discretion', 'unknown'],
  movesMost: 5,
  ...change,
})

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

  test('the order in which rows came does not matter', async () => {
    const turned = groundOf(snapshotFrom(day, [...town].reverse()), book, [])
    expect(await plans(turned, request())).toEqual(await plans(ground, request()))
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

  test('a lock that a rule forbids names the article', async () => {
    const locks: Lock[] = [{ kind: 'must', cadreId: '己', positionId: 'F0' }]
    const clerk = groundOn(...person('己', '', 'none', 'staff', 5))
    const [said] = await clash(request({ locks }), clerk)
    expect(said).toMatch(/^“己到甲县财政局局长”做不到：.*（.+）。$/)
  })
})

describe('the replay of a plan', () => {
  const moves = [
    { cadreId: '甲', from: 'F1', to: 'F0' },
    { cadreId: '丁', from: undefined, to: 'F1' },
  ]
  const chains = [{ kind: 'chain', moves: [0, 1] }] as const
  const faults = (here: Ground, wanted: SlateRequest, changed: object): string[] =>
    verifySlate(here, wanted, { moves, chains, ...changed }).faults.map(({ says }) => says.zh)

  test('finds nothing wrong with a right one, and asks rules for it', () => {
    const { faults: none, rules } = verifySlate(ground, request(), { moves, chains })
    expect(none).toEqual([])
    expect(rules).toBeGreaterThan(10)
  })

  test.each([
    ['somebody twice', { moves: [moves[0], { ...moves[0], to: 'E2' }] }, '甲动了不止一次'],
    ['a seat twice', { moves: [moves[0], { cadreId: '丁', from: undefined, to: 'F0' }] }, 'F0安排了不止一人'],
    ['a broken chain', { moves: [moves[0], { ...moves[1], to: 'E2' }] }, '链断开'],
    ['a move outside the chains', { chains: [{ kind: 'chain', moves: [0] }] }, '不在任何链里'],
    ['a seat that is held', { moves: [{ ...moves[0], to: 'E0' }, moves[1]] }, '链的起点不是选定的空缺'],
    ['somebody who has moved on', { moves: [{ ...moves[0], from: 'E1' }, moves[1]] }, '甲已不在方案所说的岗位'],
    ['the wrong order', { moves: [moves[1], moves[0]], chains: [{ kind: 'chain', moves: [0, 1] }] }, '链断开'],
  ])('finds %s', (_, changed, said) => {
    expect(faults(ground, request(), changed).join('')).toContain(said)
  })

  test('finds too many moves, too long a chain and a broken lock', () => {
    expect(faults(ground, request({ movesMost: 1 }), {})).toEqual(['动 2 人次，超过 1。'])
    expect(faults(ground, request({ chainMost: 1 }), {})).toEqual(['这条链超过 1 人次。'])
    expect(faults(ground, request({ locks: [{ kind: 'keep', cadreId: '丁' }] }), {})).toEqual(['第 1 条锁定没有做到。'])
  })

  test('finds what has changed since: a sanction whose period runs', () => {
    const since = groundOn([
      'sanctions',
      { cadre_id: '甲', kind: 'party-serious-warning', decided_on: '2026-11-01', authority: '县纪委' },
    ])
    expect(faults(since, request(), {}).join('')).toMatch(/甲到甲县财政局局长：.*（.+）/)
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
