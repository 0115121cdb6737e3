import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { evidenceSettings } from '../requirements/settings.ts'
import { seatSimilarity } from '../requirements/similarity.ts'
import { serviceReader, yearsFor } from './service.ts'

const book = loadRuleBook()

function serviceOf(...tenures: RowFacts[]) {
  const snapshot = snapshotFrom(20261122, [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county', sector: 'finance' }],
    seat('P1', { title: '局长', role: 'principal', post_level: 'section-chief' }),
    seat('P2', { title: '副局长', portfolio: '分管预算' }),
    seat('P3', { title: '工会主席', role: 'member', sector: 'culture', post_level: 'none' }),
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
    ...tenures.map((tenure, place): [TableName, RowFacts] => [
      'tenures',
      { tenure_id: `T${place}`, cadre_id: 'C1', kind: 'appointed', ...tenure },
    ]),
  ])
  const facts = factsFor(snapshot, book)
  const service = serviceReader(snapshot, evidenceSettings(book, 20261122))(facts.cadre(0))
  const similarity = seatSimilarity({ snapshot, book })
  const target = facts.seat(facts.seatIndex('P2') ?? -1)
  return { service, years: (kind: Parameters<typeof yearsFor>[0]) => yearsFor(kind, service, target, similarity) }
}

const seat = (position_id: string, facts: RowFacts): [TableName, RowFacts] => [
  'positions',
  { position_id, unit_id: 'U1', post_level: 'section-deputy', role: 'deputy', sector: 'finance', ...facts },
]

describe('years that count for a seat', () => {
  test('the seat itself counts wholly, years long past by half for each half-life', () => {
    const { years } = serviceOf({ position_id: 'P2', from: '2006-11-22', to: '2016-11-22' })
    expect(years('similar')).toBeCloseTo(5, 1)
    expect(years('sector')).toBeCloseTo(5, 1)
    expect(years('principal')).toBe(0)
  })

  test('a strange seat counts nothing, and study never', () => {
    const { years } = serviceOf(
      { position_id: 'P3', from: '2016-11-22', grassroots: 'true' },
      { kind: 'study', from: '2010-09-01', to: '2012-07-01' },
    )
    expect(years('similar')).toBe(0)
    expect(years('grassroots')).toBeCloseTo(10, 1)
  })

  test('where most of the career is in posts not known here, years are unknown, not none', () => {
    const { years, service } = serviceOf(
      { from: '2000-01-01', to: '2020-01-01', unit_text: '外省某局' },
      { position_id: 'P1', from: '2020-01-01' },
    )
    expect(service.isKnown).toBe(false)
    expect([years('similar'), years('sector'), years('grassroots')]).toEqual([undefined, undefined, undefined])
  })
})
