import { expect, test } from 'vitest'
import { formatDate } from '#domain/calendar.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { standingDues } from './standing-dues.ts'

const book = loadRuleBook()
const asOf = 20261122

const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'section-chief', role: 'principal' }],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', sex: 'male', born_on: '1966-03' }],
]
const admonished = (until: string): [TableName, RowFacts] => [
  'sanctions',
  { cadre_id: 'C1', kind: 'admonition', decided_on: '2026-05-20', until },
]
const tenure: [TableName, RowFacts] = [
  'tenures',
  { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', kind: 'appointed', from: '2020-03-15' },
]
const exit: [TableName, RowFacts] = [
  'tenures',
  { tenure_id: 'T3', cadre_id: 'C1', kind: 'appointed', change: 'exit', from: '2026-08-01' },
]
const vacancy: [TableName, RowFacts] = ['vacancies', { position_id: 'P1', from: '2026-05-01' }]

const duesOf = (...more: [TableName, RowFacts][]) =>
  standingDues(factsFor(snapshotFrom(asOf, [...rows, ...more]), book), book, asOf).map(({ id, on, link }) => [
    id,
    formatDate(on),
    link,
  ])

test('an effect period is told of while it still runs and is close to its end', () => {
  const ends = (until: string) => duesOf(tenure, admonished(until)).filter(([id]) => id?.startsWith('effect/'))
  expect(ends('2026-11-30')).toMatchObject([[expect.any(String), '2026-11-30', '/cadres/C1']])
  expect([...ends('2026-11-21'), ...ends('2027-11-30')]).toEqual([])
})

test('retirement is told of a year ahead, on the last day of its month, and not of whoever left', () => {
  const born = (on: string): [TableName, RowFacts] => [
    'cadres',
    { cadre_id: 'C2', name: '李某', authority_unit_id: 'U1', sex: 'male', born_on: on },
  ]
  const held: [TableName, RowFacts] = [
    'tenures',
    { tenure_id: 'T2', cadre_id: 'C2', position_id: 'P1', kind: 'appointed', from: '2020-03-15' },
  ]
  // Born in March 1966: sixty years and four months.
  expect(duesOf(tenure)).toContainEqual(['retirement/C1', '2026-07-31', '/cadres/C1'])
  expect(duesOf(born('1980-03'), held).map(([id]) => id)).not.toContain('retirement/C2')
  expect(duesOf(tenure, exit).map(([id]) => id)).not.toContain('retirement/C1')
})

test('a vacancy is due once it is open for as many days as the place says, until somebody holds the seat', () => {
  expect(duesOf(vacancy)).toContainEqual(['vacancy/P1', '2026-10-28', '/vacancies/P1'])
  expect(duesOf(vacancy, tenure).map(([id]) => id)).not.toContain('vacancy/P1')
})
