import { expect, it } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { dueList } from './due-list.ts'

const book = loadRuleBook()

const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  [
    'positions',
    {
      position_id: 'P1',
      unit_id: 'U1',
      title: '副局长',
      post_level: 'section-deputy',
      role: 'deputy',
      key_fund: 'true',
    },
  ],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', sex: 'male', born_on: '1980-03' }],
  ['tenures', { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', kind: 'appointed', from: '2020-03-15' }],
  ['sanctions', { cadre_id: 'C1', kind: 'admonition', decided_on: '2026-06-20', until: '2026-12-20' }],
]

it('lists what a package tells to be due, the earliest first, with whom it is about and how it stands', () => {
  const list = dueList(snapshotFrom(20261122, rows), book)
  expect(list.name).toBe('due')
  expect(list.columns).toEqual(['kind', 'due_on', 'cadre_id', 'unit_id', 'label', 'state'])
  expect(list.rows).toEqual([
    ['rotation', '2025-03-15', 'C1', 'U1', '关键岗位定期轮岗：甲县财政局副局长', 'overdue'],
    ['effect-period', '2026-12-20', 'C1', 'U1', '诫勉影响期满', 'due-within-year'],
  ])
})
