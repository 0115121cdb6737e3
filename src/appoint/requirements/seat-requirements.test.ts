import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { requirementsOf } from './seat-requirements.ts'

const book = loadRuleBook()

function ground(...rows: [TableName, RowFacts][]) {
  const snapshot = snapshotFrom(20261122, [
    ['units', { unit_id: 'U1', name: '甲镇', kind: 'township', level: 'township', sector: 'general' }],
    ['positions', { position_id: 'P1', unit_id: 'U1', title: '镇长', post_level: 'section-chief', role: 'principal' }],
    ...rows,
  ])
  return { snapshot, book, facts: factsFor(snapshot, book) }
}

const ask = (facet: string, element: string, weight?: string): [TableName, RowFacts] => [
  'requirements',
  { position_id: 'P1', facet, element, level: '4', ...(weight === undefined ? {} : { weight }) },
]

describe('what a seat asks for', () => {
  test('is the library where nothing is on record: all six facets, each element with its parameter', () => {
    const { kind, asked } = requirementsOf(ground(), ground().facts.seat(0))
    expect(kind).toBe('library')
    expect([...new Set(asked.map(({ facet }) => facet))]).toEqual([
      'party-spirit',
      'knowledge',
      'psychology',
      'style',
      'practice',
      'experience',
    ])
    expect(asked.find(({ element }) => element === '群众工作')?.origin).toEqual({
      kind: 'library',
      rule: 'LOCAL-SEAT-PROFILE',
      parameter: 'practice_of_unit_kinds',
    })
    expect(asked.find(({ element }) => element === '乡镇工作经历')).toMatchObject({ facet: 'experience', level: 2 })
  })

  test('has weights that sum to 1 and none for Party spirit', () => {
    for (const rows of [
      [],
      [ask('practice', '统筹谋划', '2'), ask('style', '担当作为'), ask('party-spirit', '政治能力')],
    ]) {
      const at = ground(...rows)
      const { asked } = requirementsOf(at, at.facts.seat(0))
      expect(asked.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBeCloseTo(1, 12)
      for (const { facet, weight } of asked) expect(weight === undefined).toBe(facet === 'party-spirit')
    }
  })

  test('is what is on record, as a whole, where there is any; a weight of 0 asks nothing', () => {
    const at = ground(
      ask('practice', '统筹谋划', '3'),
      ask('style', '担当作为', '1'),
      ask('knowledge', '公共管理', '0'),
    )
    const { kind, asked } = requirementsOf(at, at.facts.seat(0))
    expect(kind).toBe('recorded')
    expect(asked.map(({ element, weight }) => [element, weight])).toEqual([
      ['担当作为', 0.25],
      ['统筹谋划', 0.75],
    ])
  })

  test('keeps what is on record of Party spirit beside what the library asks of the rest', () => {
    const at = ground(ask('party-spirit', '对党忠诚'))
    const { kind, asked } = requirementsOf(at, at.facts.seat(0))
    expect(kind).toBe('library')
    expect(asked.filter(({ facet }) => facet === 'party-spirit').map(({ element }) => element)).toEqual(['对党忠诚'])
    expect(asked.length).toBeGreaterThan(6)
  })
})
