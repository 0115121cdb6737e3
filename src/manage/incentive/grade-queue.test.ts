import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { gradeQueue } from './grade-queue.ts'
import { freePlaces, gradeShares } from './grade-shares.ts'

const book = loadRuleBook()

const office: [TableName, RowFacts] = [
  'units',
  { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county', staff_quota: '100' },
]
const seat = (id: string): [TableName, RowFacts] => [
  'positions',
  { position_id: id, unit_id: 'U1', title: '科员', post_level: 'none', role: 'staff' },
]
/** Somebody on the staff with a grade since a day, and yearly results from 2021 on. */
function person(id: string, grade: string, since: string, ...results: string[]): [TableName, RowFacts][] {
  return [
    ['cadres', { cadre_id: id, name: id, authority_unit_id: 'U1', work_started_on: '2005-07', health_ok: 'true' }],
    seat(`P${id}`),
    ['tenures', { tenure_id: `T${id}`, cadre_id: id, position_id: `P${id}`, kind: 'appointed', from: '2012-01-01' }],
    ['grades', { cadre_id: id, grade, from: since }],
    ...[2021, 2022, 2023, 2024, 2025].map((year, place): [TableName, RowFacts] => [
      'evaluations',
      { cadre_id: id, year: String(year), result: results[place] ?? 'competent' },
    ]),
  ]
}
const factsOf = (...rows: [TableName, RowFacts][]) => factsFor(snapshotFrom(20261122, [office, ...rows]), book)
const queueOf = (...rows: [TableName, RowFacts][]) => gradeQueue(factsOf(...rows), book)

describe('the next step on the ladder', () => {
  test('is open once the years in the grade below are reached and a place is free', () => {
    expect(queueOf(...person('C1', 'principal-officer-2', '2024-11-22'))).toMatchObject([
      { cadreId: 'C1', from: 'principal-officer-2', to: 'principal-officer-1', state: 'open', place: 1, free: 30 },
    ])
  })

  test('lies ahead with its day where time alone is lacking', () => {
    expect(queueOf(...person('C1', 'principal-officer-2', '2025-03-10'))).toMatchObject([
      { state: 'ahead', fromDay: 20270310, place: undefined },
    ])
  })

  test('comes half a year sooner for an excellent year, by decision of people', () => {
    const excellent = ['competent', 'competent', 'competent', 'competent', 'excellent']
    const lastYears = (since: string) => {
      const [step] = queueOf(...person('C1', 'principal-officer-2', since, ...excellent))
      return step?.findings.find(({ rule }) => rule === 'RANK-MIN-YEARS')?.verdict
    }
    expect(lastYears('2025-05-22')).toBe('discretion')
    expect(lastYears('2025-05-23')).toBe('unmet')
  })

  test('waits where the share of the unit is used up', () => {
    const [small] = [{ ...office[1], staff_quota: '1' }]
    const facts = factsFor(
      snapshotFrom(20261122, [['units', small], ...person('C1', 'principal-officer-2', '2022-01-01')]),
      book,
    )
    expect(gradeQueue(facts, book)).toMatchObject([{ state: 'waiting', free: 0 }])
  })

  test('says nothing of places where the quota is not on record', () => {
    const { staff_quota: _, ...bare } = office[1]
    const facts = factsFor(
      snapshotFrom(20261122, [['units', bare], ...person('C1', 'principal-officer-2', '2022-01-01')]),
      book,
    )
    expect(gradeQueue(facts, book)).toMatchObject([{ state: 'open', free: undefined }])
  })
})

test('people are listed by excellent years, then time in grade, then service; equals share a place', () => {
  const queue = queueOf(
    ...person('C1', 'principal-officer-2', '2022-01-01'),
    ...person('C2', 'principal-officer-2', '2024-01-01', 'excellent', 'excellent'),
    ...person('C3', 'principal-officer-2', '2022-01-01'),
  )
  expect(queue.map(({ cadreId, place }) => [cadreId, place])).toEqual([
    ['C2', 1],
    ['C1', 2],
    ['C3', 2],
  ])
})

test('shares follow the quota, each rounded down', () => {
  const facts = factsOf(...person('C1', 'consultant-4', '2020-01-01'))
  const shares = gradeShares(book, facts.seat(0), 20261122)
  expect(shares.map(({ grades, places }) => [grades[0], grades.length, places])).toEqual([
    ['consultant-2', 1, 2],
    ['consultant-3', 2, 10],
    ['consultant-3', 1, 4],
    ['principal-officer-1', 4, 60],
    ['principal-officer-1', 2, 30],
  ])
  expect(freePlaces(shares, 'consultant-3')).toBe(4)
  expect(freePlaces(shares, 'consultant-4')).toBe(9)
})
