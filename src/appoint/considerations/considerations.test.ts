import { describe, expect, test } from 'vitest'
import type { RotationDuty } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { groundOf } from '../ground.ts'
import { trackRecords } from '../theme/track-record.ts'
import { considerations } from './considerations.ts'
import { bearings, factors } from './row.ts'

const book = loadRuleBook()
type Rows = readonly (readonly [TableName, RowFacts])[]
const indicator = '农村居民人均可支配收入增幅（%）'

const towns = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].flatMap(
  (unit, at): Rows => [
    [
      'units',
      {
        unit_id: unit,
        name: `${unit}镇`,
        kind: 'township',
        level: 'township',
        hardship: String(at === 0),
        growth_front: 'false',
      },
    ],
    ['indicators', { unit_id: unit, year: '2025', indicator, value: String(at + 1), higher_is_better: 'true' }],
  ],
)
const seat = (id: string, unit: string, role: string): Rows[number] => [
  'positions',
  {
    position_id: id,
    unit_id: unit,
    title: role === 'principal' ? '镇长' : '副镇长',
    post_level: 'section-deputy',
    role,
    team_id: unit === 'U1' ? 'G1' : '',
  },
]
const person = (id: string, position: string, born: string): Rows => [
  ['cadres', { cadre_id: id, name: id, sex: 'male', born_on: born, authority_unit_id: 'U1' }],
  ['tenures', { tenure_id: `T${id}`, cadre_id: id, position_id: position, from: '2020-01', kind: 'appointed' }],
]

const rows: Rows = [
  ...towns,
  ['teams', { team_id: 'G1', unit_id: 'U1', name: '领导班子' }],
  seat('P1', 'U1', 'principal'),
  seat('P2', 'U1', 'deputy'),
  seat('P6', 'U6', 'deputy'),
  ['vacancies', { position_id: 'P1', from: '2026-09', theme: 'enrichment' }],
  ['supervision', { event_id: 'E1', unit_id: 'U1', kind: 'inspection', on: '2024-05-01', severity: 'moderate' }],
  ['supervision', { event_id: 'E2', unit_id: 'U1', kind: 'audit', on: '2024-06-01', severity: 'none' }],
  ...person('C2', 'P2', '1972-05'),
  ...person('C6', 'P6', '1988-05'),
  ['cadres', { cadre_id: 'C9', name: 'C9', authority_unit_id: 'U1' }],
  ['duties', { cadre_id: 'C6', unit_id: 'U6', from: '2020-01' }],
]

const duty: RotationDuty = {
  cadreId: 'C2',
  positionId: 'P2',
  rule: 'R',
  basis: { instrument: '某规定', article: '5', title: { zh: '交流', en: 'Transfer' } },
  since: 20160100,
  dueOn: 20260100,
  state: 'overdue',
  reason: { zh: '', en: '' },
}

function sheet(cadres: readonly string[]) {
  const snapshot = snapshotFrom(20261122, rows)
  const ground = groundOf(snapshot, book, [])
  const place = ground.facts.seatIndex('P1') ?? -1
  const people = cadres.map((id) => ground.facts.cadreIndex(id) ?? -1)
  return considerations(ground, ground.facts.seat(place), people, {
    records: trackRecords(snapshot, []),
    duties: [duty],
  })
}
const rowOf = (id: string) => sheet(['C2', 'C6', 'C9']).rows.find((row) => row.id === id)

describe('the three-factor sheet', () => {
  test('has a cell for each candidate in every row, of the three factors, and nothing that adds them up', () => {
    const found = sheet(['C2', 'C6', 'C9'])
    expect(found.rows.every(({ cells }) => cells.length === 3)).toBe(true)
    expect([...new Set(found.rows.map(({ factor }) => factor))]).toEqual([...factors])
    for (const { cells } of found.rows) for (const { bearing } of cells) expect(bearings).toContain(bearing)
    expect(found.candidates.map(({ cadreId }) => cadreId)).toEqual(['C2', 'C6', 'C9'])
    expect(JSON.stringify(found.rows)).not.toMatch(/score|total|rank/)
  })

  test('a weak result of the place is set beside what each answered for elsewhere', () => {
    expect(rowOf(`result:${indicator}`)).toMatchObject({
      factor: 'region',
      need: { zh: 'U1镇 2025 年居同类 6 个单位第 6' },
      cells: [
        { bearing: 'unknown' },
        { bearing: 'answers', evidence: [`indicators/U6/2025/${indicator}`] },
        { bearing: 'unknown' },
      ],
    })
  })

  test('hardship: who has worked so; a kind of place that the seat is not, is not asked about', () => {
    expect(rowOf('hardship')?.cells.map(({ bearing }) => bearing)).toEqual(['answers', 'lacks', 'lacks'])
    expect(rowOf('growth-front')).toBeUndefined()
  })

  test('open findings of the unit, and who served there at the time', () => {
    expect(rowOf('supervision')).toMatchObject({ evidence: ['supervision/E1'], need: { zh: '1 项未办结：巡察' } })
    expect(rowOf('supervision')?.cells[0]?.says.zh).toContain('其间登记 1 项')
    expect(rowOf('supervision')?.cells[1]?.says.zh).toBe('没有在本单位任职')
  })

  test('the team: an empty age tier is filled or not, and an unknown age is unknown', () => {
    expect(rowOf('ages')?.need?.zh).toMatch(/^其他成员( [\d、]+ 岁；|没有年龄记载$)/)
    expect(rowOf('ages')?.cells.map(({ bearing }) => bearing)).toEqual(['fact', 'answers', 'unknown'])
  })

  test('growth: what the seat adds, a duty that the move discharges, room, and what is not on record', () => {
    expect(rowOf('adds')?.cells[1]).toMatchObject({ bearing: 'answers', says: { zh: '补足艰苦岗位经历、正职经历' } })
    expect(rowOf('duty')?.cells.map(({ bearing }) => bearing)).toEqual(['answers', 'fact', 'fact'])
    expect(rowOf('room')?.cells.map(({ bearing }) => bearing)).toEqual(['fact', 'fact', 'unknown'])
    expect(rowOf('in-post')?.cells[2]).toMatchObject({ bearing: 'unknown' })
  })

  test('the theme without anything on file is unknown', () => {
    expect(rowOf('theme:enrichment')?.cells.map(({ bearing }) => bearing)).toEqual(['unknown', 'partly', 'unknown'])
  })
})
