import { expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { excellentShares, rewardsDue } from './merit.ts'

const book = loadRuleBook()
const base: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '科员', post_level: 'none', role: 'staff' }],
]
const person = (id: string, results: Readonly<Record<number, string>>): [TableName, RowFacts][] => [
  ['cadres', { cadre_id: id, name: id, authority_unit_id: 'U1' }],
  ['tenures', { tenure_id: `T${id}`, cadre_id: id, position_id: 'P1', kind: 'appointed', from: '2015-01-01' }],
  ...Object.entries(results).map(([year, result]): [TableName, RowFacts] => [
    'evaluations',
    { cadre_id: id, year, result },
  ]),
]
const factsOf = (...rows: [TableName, RowFacts][]) => factsFor(snapshotFrom(20261122, [...base, ...rows]), book)
const dueOf = (...rows: [TableName, RowFacts][]) =>
  rewardsDue(factsOf(...rows), book).map(({ cadreId, kind, year }) => [cadreId, kind, year])

test('one excellent year is a ground for a commendation, three running for a merit, the fourth for a commendation again', () => {
  expect(
    dueOf(
      ...person('C1', { 2025: 'excellent' }),
      ...person('C2', { 2023: 'excellent', 2024: 'excellent', 2025: 'excellent' }),
      ...person('C3', { 2022: 'excellent', 2023: 'excellent', 2024: 'excellent', 2025: 'excellent' }),
      ...person('C4', { 2023: 'excellent', 2024: 'competent', 2025: 'competent' }),
    ),
  ).toEqual([
    ['C1', 'commendation', 2025],
    ['C2', 'merit-3', 2025],
    ['C3', 'commendation', 2025],
  ])
})

test('what is on record already is not proposed again', () => {
  const honour: [TableName, RowFacts] = ['honours', { cadre_id: 'C1', title: '2025年度嘉奖', on: '2026-03-01' }]
  expect(dueOf(...person('C1', { 2025: 'excellent' }), honour)).toEqual([])
})

test('the share of excellent results stands beside the cap', () => {
  const people = Array.from({ length: 10 }, (_, n) =>
    person(`C${n}`, { 2025: n < 3 ? 'excellent' : 'competent' }),
  ).flat()
  expect(excellentShares(factsOf(...people), book)).toMatchObject([
    { unitId: 'U1', year: 2025, evaluated: 10, excellent: 3, most: 2, mostApproved: 2 },
  ])
})
