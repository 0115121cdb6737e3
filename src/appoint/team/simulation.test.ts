import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { groundOf } from '../ground.ts'
import { compareInSeat, type Simulation, simulate } from './simulation.ts'

const book = loadRuleBook()
type Rows = readonly (readonly [TableName, RowFacts])[]

const bureau = (unit: string, name: string, sector: string): Rows => [
  ['units', { unit_id: unit, name, kind: 'department', level: 'county', sector }],
  ['teams', { team_id: `G${unit}`, unit_id: unit, name: '领导班子', quota_principal: '1', quota_deputy: '2' }],
  ...['局长', '副局长', '副局长'].map((title, at): [TableName, RowFacts] => [
    'positions',
    {
      position_id: `${unit}-${at}`,
      unit_id: unit,
      title,
      post_level: at === 0 ? 'section-chief' : 'section-deputy',
      role: at === 0 ? 'principal' : 'deputy',
      team_id: `G${unit}`,
      portfolio: at === 0 ? '主持全面工作' : `分管第${at}块工作`,
    },
  ]),
]

const person = (id: string, position: string, from: string, facts: RowFacts = {}): Rows => [
  ['cadres', { cadre_id: id, name: id, authority_unit_id: 'F', sex: 'male', born_on: '1975-06', ...facts }],
  ['tenures', { tenure_id: `T${id}`, cadre_id: id, position_id: position, from, kind: 'appointed' }],
]

/** A finance and an education bureau; of the finance bureau only C1 has been in finance for three years. */
const town: Rows = [
  ...bureau('E', '甲县教育局', 'education'),
  ...bureau('F', '甲县财政局', 'finance'),
  ...person('C1', 'F-0', '2018-01-10'),
  ...person('C2', 'F-1', '2025-01-10', { born_on: '1990-03' }),
  ...person('C3', 'E-0', '2018-01-10', { born_on: '' }),
  ...person('C4', 'E-1', '2019-01-10', { sex: 'female' }),
]
const ground = (...rows: Rows) => groundOf(snapshotFrom(20261122, [...town, ...rows]), book, [])
const teamIn = ({ teams }: Simulation, unitId: string) => teams.find(({ team }) => team.unitId === unitId)
const kin = (simulation: Simulation) =>
  simulation.teams
    .flatMap(({ recusal }) => recusal)
    .filter(({ finding }) => finding.rule === 'AVOID-03-KIN')
    .map(({ cadreId, before, finding }) => [cadreId, before, finding.verdict])

describe('recusal in the new constellation', () => {
  const spouses: Rows = [['relatives', { cadre_id: 'C3', relation: '妻子', name: 'C4', relative_cadre_id: 'C4' }]]

  test('two newcomers who are husband and wife are found, though each alone may come', () => {
    const here = ground(
      ['relatives', { cadre_id: 'C5', relation: '妻子', name: 'C6', relative_cadre_id: 'C6' }],
      ...person('C5', 'E-2', '2019-01-10'),
      ...person('C6', '', '2019-01-10', { sex: 'female' }),
    )
    const alone = simulate(here, [{ positionId: 'F-1', cadreId: 'C5' }])
    expect(kin(alone).find(([id]) => id === 'C5')).toEqual(['C5', undefined, 'met'])
    const both = simulate(here, [
      { positionId: 'F-1', cadreId: 'C5' },
      { positionId: 'F-2', cadreId: 'C6' },
    ])
    expect(
      kin(both)
        .filter(([, , verdict]) => verdict === 'unmet')
        .map(([id]) => id),
    ).toEqual(['C5', 'C6'])
    expect(both.moves.map(({ verdict }) => verdict)).toEqual(['unmet', 'unmet'])
  })

  test('a couple that the change takes apart is no longer together', () => {
    const here = ground(...spouses)
    const parted = simulate(here, [{ positionId: 'F-2', cadreId: 'C4' }], ['E'])
    expect(kin(parted).find(([id]) => id === 'C3')).toEqual(['C3', 'unmet', 'met'])
  })
})

describe('what a move leaves behind', () => {
  const moved = simulate(ground(['duties', { cadre_id: 'C1', unit_id: 'F', indicator: '税收', from: '2018-01' }]), [
    { positionId: 'E-2', cadreId: 'C1' },
  ])

  test('the only one at home in finance leaves the field uncovered', () => {
    const finance = teamIn(moved, 'F')?.structure.find(({ id }) => id === 'finance')
    expect(finance).toMatchObject({ needed: true, before: { count: 1 }, after: { count: 0, unknown: 0 } })
  })

  test('the seat stands empty, with its duties, and both teams are told of', () => {
    expect(moved.vacated).toMatchObject([
      { positionId: 'F-0', cadreId: 'C1', goesTo: 'E-2', takenBy: undefined, indicators: ['税收'] },
    ])
    expect(moved.teams.map(({ team, before, after }) => [team.unitId, before.empty, after.empty])).toEqual([
      ['E', 1, 0],
      ['F', 1, 2],
    ])
  })

  test('whoever is replaced needs another post; two who change places do not', () => {
    const replaced = simulate(ground(), [{ positionId: 'E-0', cadreId: 'C1' }])
    expect(replaced.vacated.find(({ cadreId }) => cadreId === 'C3')).toMatchObject({ goesTo: undefined, takenBy: 'C1' })
    const exchanged = simulate(ground(), [
      { positionId: 'E-0', cadreId: 'C1' },
      { positionId: 'F-0', cadreId: 'C3' },
    ])
    expect(exchanged.vacated.map(({ cadreId, goesTo, takenBy }) => [cadreId, goesTo, takenBy])).toEqual([
      ['C1', 'E-0', 'C3'],
      ['C3', 'F-0', 'C1'],
    ])
  })

  test('a seat left empty', () => {
    const emptied = simulate(ground(), [{ positionId: 'F-1', cadreId: undefined }])
    expect(emptied.moves).toEqual([])
    expect(emptied.teams.map(({ after }) => after.empty)).toEqual([2])
  })
})

describe('the make-up of a team', () => {
  test('an unknown birth date stays unknown', () => {
    const [outcome] = simulate(ground(), [{ positionId: 'F-2', cadreId: 'C3' }], ['F']).teams
    expect(outcome?.after.members.find(({ cadreId }) => cadreId === 'C3')?.age).toBeUndefined()
    const ages = outcome?.structure.filter(({ group }) => group === 'age')
    expect(ages?.map(({ label, after }) => [label.zh, after.count, after.unknown])).toEqual([
      ['40岁以下', 1, 1],
      ['50—54岁', 1, 1],
    ])
    expect(outcome?.after.counts.find(({ kind }) => kind === 'under')).toMatchObject({ count: 1, unknown: 1 })
  })

  test('without a change a team asked for is told as it is', () => {
    const [outcome] = simulate(ground(), [], ['F']).teams
    expect(outcome?.after).toEqual(outcome?.before)
  })

  test('candidates for one seat stand side by side, each with the same other changes', () => {
    const sheets = compareInSeat(ground(), 'F-2', ['C3', 'C4'], [{ positionId: 'F-1', cadreId: 'C3' }])
    expect(
      sheets.map(({ simulation: { moves } }) => moves.map(({ cadreId, positionId }) => `${cadreId}→${positionId}`)),
    ).toEqual([['C3→F-2'], ['C3→F-1', 'C4→F-2']])
    expect(sheets.every(({ simulation: { moves } }) => moves.every(({ fit }) => fit?.separable))).toBe(true)
  })
})

test.each([
  [
    'a person twice',
    [
      { positionId: 'F-1', cadreId: 'C3' },
      { positionId: 'F-2', cadreId: 'C3' },
    ],
    'C3 is named twice in the changes.',
  ],
  [
    'a seat twice',
    [
      { positionId: 'F-1', cadreId: 'C3' },
      { positionId: 'F-1', cadreId: undefined },
    ],
    'F-1 is named twice in the changes.',
  ],
  ['somebody unknown', [{ positionId: 'F-1', cadreId: 'nobody' }], 'There is no cadre nobody on that day.'],
  ['a seat unknown', [{ positionId: 'nowhere', cadreId: undefined }], 'There is no seat nowhere on that day.'],
])('%s is refused in words', (_, changes, message) => {
  expect(() => simulate(ground(), changes)).toThrow(message)
})
