import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { trackRecords } from '../theme/track-record.ts'
import { strengthsFor } from './strengths.ts'
import { type Trait, traits } from './traits.ts'

const book = loadRuleBook()
type Rows = readonly (readonly [TableName, RowFacts])[]

/** A unit and its deputy post. */
const seat = (id: string, kind: string, level: string, sector: string): Rows => [
  ['units', { unit_id: `U${id}`, name: `甲县${id}`, kind, level, sector }],
  ['positions', { position_id: id, unit_id: `U${id}`, title: '副职', post_level: 'section-deputy', role: 'deputy' }],
]

const seats: Rows = [
  ...seat('township', 'township', 'township', 'general'),
  ...seat('construction', 'department', 'county', 'construction'),
  ...seat('petition', 'department', 'county', 'petition'),
  ...seat('zone', 'zone', 'county', 'economy'),
  ...seat('enterprise', 'enterprise', 'county', 'state-assets'),
  ...seat('education', 'department', 'county', 'education'),
  ['cadres', { cadre_id: 'C1', name: '吴某', authority_unit_id: 'Uzone' }],
]

function strengthsIn(rows: Rows) {
  const snapshot = snapshotFrom(20261122, [...seats, ...rows])
  const facts = factsFor(snapshot, book)
  const strengths = strengthsFor({ book, snapshot }, trackRecords(snapshot, []))
  return {
    asked: (id: string) => strengths.ofSeat(facts.seat(facts.seatIndex(id) ?? -1)).map(({ trait }) => trait),
    at: (id: string) => strengths.ofPair(facts.cadre(0), facts.seat(facts.seatIndex(id) ?? -1)),
    own: (trait: Trait) => strengths.ofCadre(facts.cadre(0)).find((one) => one.trait === trait),
  }
}

const studied = (major: string): Rows[number] => [
  'educations',
  { cadre_id: 'C1', mode: 'full-time', level: 'bachelor', school: '某大学', major, to: '2004-07' },
]
const assessed = (element: string, level: number, on = '2026-03-15'): Rows[number] => [
  'competencies',
  { cadre_id: 'C1', facet: 'practice', element, level: String(level), on, assessor: '考核组' },
]

describe('the five mappings', () => {
  test.each([
    ['township', 'coordination'],
    ['construction', 'profession'],
    ['petition', 'masses'],
    ['zone', 'economy'],
    ['enterprise', 'management'],
  ])('%s asks for %s', (id, trait) => {
    expect(strengthsIn([]).asked(id)).toEqual([trait])
  })

  test('other places ask for none, and each mapping cites its local rule', () => {
    expect(strengthsIn([]).asked('education')).toEqual([])
    for (const trait of traits) expect(strengthsIn([]).own(trait)?.basis.article).toMatch(/^用其所长·/)
  })
})

describe('evidence of a strength', () => {
  test('two kinds that agree match; one kind is left to people; none is unknown', () => {
    expect(strengthsIn([]).at('zone')).toMatchObject([{ trait: 'economy', meeting: 'unknown', supports: [] }])
    expect(strengthsIn([studied('经济学')]).at('zone')).toMatchObject([{ meeting: 'leaning', kinds: ['studied'] }])
    const both = strengthsIn([studied('经济学'), assessed('产业政策', 4)])
    expect(both.at('zone')).toMatchObject([{ meeting: 'matched', kinds: ['assessed', 'studied'] }])
    expect(both.at('education')).toMatchObject([{ trait: 'economy', meeting: 'not-asked' }])
  })

  test('an assessment below the level speaks against; only the latest of an ability counts', () => {
    expect(strengthsIn([assessed('产业政策', 2)]).at('zone')).toMatchObject([{ meeting: 'unsupported' }])
    const mended = strengthsIn([assessed('产业政策', 2, '2023-03'), assessed('产业政策', 5)])
    expect(mended.at('zone')).toMatchObject([{ meeting: 'leaning', against: [] }])
  })

  test('years of such work count from the months that the place sets', () => {
    const served = (from: string): Rows[number] => [
      'tenures',
      { tenure_id: 'T1', cadre_id: 'C1', position_id: 'zone', from, kind: 'appointed' },
    ]
    expect(strengthsIn([served('2024-01')]).own('economy')?.supports).toEqual([])
    expect(strengthsIn([served('2020-01')]).own('economy')).toMatchObject({
      verdict: 'discretion',
      supports: [{ kind: 'served', evidence: ['tenures/T1'] }],
    })
  })

  test('a word of Party spirit is never evidence', () => {
    const rows: Rows = [
      ['competencies', { cadre_id: 'C1', facet: 'party-spirit', element: '组织协调', level: '5', on: '2026-03' }],
    ]
    expect(strengthsIn(rows).own('coordination')?.verdict).toBe('unknown')
  })
})
