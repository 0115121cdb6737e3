import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { groundOf } from './ground.ts'
import { seatsBoard, unitsUnder } from './seats-board.ts'

const book = loadRuleBook()

type Rows = [TableName, RowFacts][]

const place: Rows = [
  ['units', { unit_id: 'U1', name: '甲县', kind: 'county', level: 'county' }],
  ['units', { unit_id: 'U2', parent_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['units', { unit_id: 'U3', parent_id: 'U2', name: '国库中心', kind: 'institution', level: 'county' }],
  ['units', { unit_id: 'U4', name: '乙县', kind: 'county', level: 'county' }],
  ['teams', { team_id: 'T1', unit_id: 'U2', name: '班子', quota_principal: '1', quota_deputy: '1' }],
  ...['局长', '副局长', '总会计师'].map((title, index): [TableName, RowFacts] => [
    'positions',
    {
      position_id: `P${index}`,
      unit_id: 'U2',
      team_id: 'T1',
      title,
      post_level: index === 0 ? 'section-chief' : 'section-deputy',
      role: index === 0 ? 'principal' : 'deputy',
    },
  ]),
]

const holding = (cadre: string, position: string, facts: RowFacts = {}, tenure: RowFacts = {}): Rows => [
  ['cadres', { cadre_id: cadre, name: cadre, authority_unit_id: 'U1', sex: 'male', born_on: '1980-01', ...facts }],
  ...onSeat(cadre, position, tenure),
]
const onSeat = (cadre: string, position: string, tenure: RowFacts = {}): Rows => [
  [
    'tenures',
    {
      tenure_id: `${cadre}${position}`,
      cadre_id: cadre,
      position_id: position,
      kind: 'appointed',
      from: '2020-01',
      ...tenure,
    },
  ],
]

const boardOf = (...rows: Rows[]) => {
  const snapshot = snapshotFrom(20261122, [...place, ...rows.flat()])
  return seatsBoard(groundOf(snapshot, book, []))
}

describe('seats held concurrently', () => {
  test('are listed with what is held beside them, and whether they take a place of the quota', () => {
    const board = boardOf(holding('C1', 'P0'), onSeat('C1', 'P1', { kind: 'concurrent' }))
    expect(board.concurrent.map(({ seat, cadre, takesQuota }) => [seat.position, cadre.id, takesQuota])).toEqual([
      ['P1', 'C1', true],
    ])
  })

  test('end with the tenure', () => {
    expect(boardOf(holding('C1', 'P1', {}, { kind: 'concurrent', to: '2026-01' })).concurrent).toEqual([])
  })
})

describe('quotas', () => {
  test('a team is over its quota where more people than places hold a seat; one person counts once', () => {
    expect(boardOf(holding('C1', 'P1'), holding('C2', 'P2')).overQuota).toMatchObject([
      { role: 'deputy', quota: 1, held: 2, unsure: 0 },
    ])
    expect(boardOf(holding('C1', 'P1'), onSeat('C1', 'P2', { kind: 'concurrent' })).overQuota).toEqual([])
  })

  test('whoever leaves within this month is not counted as surely there', () => {
    expect(boardOf(holding('C1', 'P1'), holding('C2', 'P2', {}, { to: '2026-11' })).overQuota).toEqual([])
  })
})

describe('retirements', () => {
  test('within twelve months, and those that have passed, by month', () => {
    const board = boardOf(
      holding('C1', 'P0', { born_on: '1966-03' }),
      holding('C2', 'P1', { born_on: '1964-01' }),
      holding('C3', 'P2', { born_on: '1970-01' }),
    )
    expect(board.retirements.map(({ cadre, month }) => [cadre.id, month])).toEqual([
      ['C2', 20240100],
      ['C1', 20260700],
    ])
  })

  test('without the day of birth or the sex nothing is planned, and it is counted', () => {
    const board = boardOf(holding('C1', 'P0', { born_on: '' }), holding('C2', 'P1', { born_on: '1960-01', sex: '' }))
    expect([board.retirements, board.retirementUnknown]).toEqual([[], 2])
  })
})

test('a unit has everything under it, at any depth', () => {
  const snapshot = snapshotFrom(20261122, place)
  expect([...unitsUnder(snapshot, 'U1')].sort()).toEqual(['U1', 'U2', 'U3'])
  expect([...unitsUnder(snapshot, 'U3')]).toEqual(['U3'])
})
