import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { supervisionDuties } from './supervision.ts'

const book = loadRuleBook()

const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county', region_code: '990101' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'section-chief', role: 'principal' }],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', health_ok: 'true', growth_place_code: '990102' }],
  ['evaluations', { cadre_id: 'C1', year: '2025', result: 'competent' }],
]
const tenure: [TableName, RowFacts] = [
  'tenures',
  { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', kind: 'appointed', from: '2020-03-15' },
]
const review: [TableName, RowFacts] = [
  'supervision',
  { event_id: 'E1', unit_id: 'U1', kind: 'triple-audit', on: '2023-05-10', closed_on: '2023-06-30', severity: 'none' },
]
const dutiesOf = (...more: [TableName, RowFacts][]) =>
  supervisionDuties(snapshotFrom(20261122, [...rows, ...more]), book).map(({ subject, finding }) => [
    subject,
    finding.rule,
    finding.verdict,
  ])

describe('what is due about people in service', () => {
  test('a principal long in one post has a joint review coming, until one is on record', () => {
    expect(dutiesOf(tenure)).toEqual([['C1', 'SANZE-TRIGGER', 'discretion']])
    expect(dutiesOf(tenure, review)).toEqual([])
  })

  test('an incompetent year asks for what the law provides', () => {
    const evaluations: [TableName, RowFacts] = ['evaluations', { cadre_id: 'C1', year: '2024', result: 'incompetent' }]
    const others = rows.filter(([table]) => table !== 'evaluations')
    const last: [TableName, RowFacts] = ['evaluations', { cadre_id: 'C1', year: '2025', result: 'incompetent' }]
    const found = supervisionDuties(snapshotFrom(20261122, [...others, tenure, review, evaluations, last]), book)
    expect(found.map(({ finding }) => finding.rule)).toEqual(['APPT-DEMOTE', 'CSL-88-DISMISS', 'UPDOWN-05-REVIEW'])
  })

  test('a seat that is not known is asked nothing about, and whoever has left neither', () => {
    const outside: [TableName, RowFacts] = ['tenures', { ...tenure[1], position_id: '', post_level: 'section-chief' }]
    expect(dutiesOf(outside)).toEqual([])
    const exit: [TableName, RowFacts] = [
      'tenures',
      { tenure_id: 'X', cadre_id: 'C1', kind: 'other', change: 'exit', from: '2026-01-01' },
    ]
    expect(dutiesOf(['tenures', { ...tenure[1], to: '2026-01-01' }], exit)).toEqual([])
  })

  test('a serious confirmed event stands with its words and its id', () => {
    const event: [TableName, RowFacts] = [
      'supervision',
      { event_id: 'E2', cadre_id: 'C1', kind: 'inspection', on: '2026-05-10', severity: 'serious', verified: 'true' },
    ]
    const found = supervisionDuties(snapshotFrom(20261122, [...rows, tenure, review, event]), book)
    const suited = found.find(({ finding }) => finding.rule === 'UPDOWN-05')
    expect(suited?.finding).toMatchObject({ verdict: 'discretion', evidence: ['supervision/E2'] })
  })
})
