import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { rotationDuties, stateOf } from './duties.ts'

const book = loadRuleBook()

const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  [
    'positions',
    {
      position_id: 'P1',
      unit_id: 'U1',
      title: '局长',
      post_level: 'section-chief',
      role: 'principal',
      key_fund: 'true',
    },
  ],
  ['positions', { position_id: 'P2', unit_id: 'U1', title: '副局长', post_level: 'section-deputy', role: 'deputy' }],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
]
const tenure = (facts: RowFacts): [TableName, RowFacts] => [
  'tenures',
  { tenure_id: `T${facts.from}`, cadre_id: 'C1', position_id: 'P1', kind: 'appointed', ...facts },
]
const dutiesOf = (...held: [TableName, RowFacts][]) => rotationDuties(snapshotFrom(20261122, [...rows, ...held]), book)

describe('rotation of key seats', () => {
  test('falls due five years after the seat was taken, with rule, basis and reason', () => {
    expect(dutiesOf(tenure({ from: '2020-03-15' }))).toEqual([
      {
        cadreId: 'C1',
        positionId: 'P1',
        rule: 'LOCAL-KEY-SEAT',
        basis: {
          instrument: '本地设定',
          article: '关键岗位轮岗年限',
          title: { zh: '关键岗位定期轮岗', en: 'Rotation of key seats' },
        },
        since: 20200315,
        dueOn: 20250315,
        state: 'overdue',
        reason: {
          zh: '在关键岗位6年8个月，满5年，应当轮岗（条文为“一般”要求，例外须说明理由）',
          en: '6 y 8 mo in a key seat, 5 y reached: rotation is due (the text says "generally"; an exception needs a stated reason)',
        },
      },
    ])
  })

  test('is dated to the month where the begin is', () => {
    expect(dutiesOf(tenure({ from: '2022-06' }))).toMatchObject([{ dueOn: 20270600, state: 'due-within-year' }])
    expect(dutiesOf(tenure({ from: '2026-11' }))).toMatchObject([{ since: 20261100, dueOn: 20311100, state: 'later' }])
  })

  test('counts an appointment renewed without a gap as one stay, and a return as a new one', () => {
    expect(dutiesOf(tenure({ from: '2018-01-01', to: '2021-05-01' }), tenure({ from: '2021-05-01' }))).toMatchObject([
      { since: 20180101, dueOn: 20230101 },
    ])
    expect(dutiesOf(tenure({ from: '2010-01-01', to: '2016-05-01' }), tenure({ from: '2024-05-01' }))).toMatchObject([
      { since: 20240501, dueOn: 20290501, state: 'later' },
    ])
  })

  test('counts an appointment renewed the next day or within a month as one stay', () => {
    expect(dutiesOf(tenure({ from: '2018-01-01', to: '2021-04-30' }), tenure({ from: '2021-05-01' }))).toMatchObject([
      { since: 20180101, dueOn: 20230101 },
    ])
    expect(dutiesOf(tenure({ from: '2018-01', to: '2021-04' }), tenure({ from: '2021-05' }))).toMatchObject([
      { since: 20180100, dueOn: 20230100 },
    ])
  })

  test('does not reach seats of which it is not known whether they are key', () => {
    expect(dutiesOf(tenure({ from: '2010-01-01', position_id: 'P2' }))).toEqual([])
  })

  test('ends with the service', () => {
    const exit: [TableName, RowFacts] = [
      'tenures',
      { tenure_id: 'X', cadre_id: 'C1', kind: 'other', change: 'exit', from: '2026-01-01' },
    ]
    expect(dutiesOf(tenure({ from: '2010-01-01', to: '2026-01-01' }), exit)).toEqual([])
  })
})

test('work below the leading posts is no time in the team of an area, nor at its level', () => {
  const team: [TableName, RowFacts][] = [
    ['units', { unit_id: 'G', name: '甲县人民政府', kind: 'government', level: 'county', region_code: '990101' }],
    ...(['staff', 'deputy'] as const).map((role): [TableName, RowFacts] => [
      'positions',
      { position_id: role, unit_id: 'G', title: role, post_level: 'division-deputy', role },
    ]),
  ]
  const held = [
    tenure({ position_id: 'staff', from: '2012-01-01', to: '2020-05-01' }),
    tenure({ position_id: 'deputy', from: '2020-05-01' }),
  ]
  const due = new Map(dutiesOf(...team, ...held).map(({ rule, dueOn }) => [rule, dueOn]))
  expect(due.get('EXCH-05-10Y-SAME-AREA')).toBe(20300501)
  expect(due.get('TERM-07-15Y')).toBe(20350501)
})

test.each([
  [20261122, 'overdue'],
  [20261123, 'due-within-year'],
  [20261100, 'due-within-year'],
  [20261000, 'overdue'],
  [20271122, 'due-within-year'],
  [20271123, 'later'],
])('a duty due on %d is %s on 22 November 2026', (due, state) => {
  expect(stateOf(due, 20261122)).toBe(state)
})
