import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { compareVacancies } from '../eligibility.ts'
import { groundOf } from '../ground.ts'
import { shortlistVacancies } from './shortlist.ts'

const book = loadRuleBook()
const elements = ['统筹谋划', '群众工作', '组织协调', '改革创新']

const ground: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县民政局', kind: 'department', level: 'county', sector: 'civil-affairs' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'section-chief', role: 'principal' }],
  ['vacancies', { position_id: 'P1', from: '2026-10-01' }],
]
const asked: [TableName, RowFacts][] = [
  ...elements.map((element): [TableName, RowFacts] => [
    'requirements',
    { position_id: 'P1', facet: 'practice', element, level: '4' },
  ]),
  ['requirements', { position_id: 'P1', facet: 'party-spirit', element: '组织纪律观念', level: '5', weight: '10' }],
]

/** Forty people; number k was assessed at 2 + k mod 4 on every element, the last five never. */
function people(change: (id: string) => RowFacts = () => ({})): [TableName, RowFacts][] {
  return Array.from({ length: 40 }, (_, k): [TableName, RowFacts][] => {
    const id = `C${String(k).padStart(2, '0')}`
    const levels = k < 35 ? elements : []
    return [
      ['cadres', { cadre_id: id, name: id, authority_unit_id: 'U1', ...change(id) }],
      [
        'tenures',
        {
          tenure_id: `T${id}`,
          cadre_id: id,
          kind: 'appointed',
          post_level: 'section-deputy',
          role: 'deputy',
          from: '2015-01-01',
        },
      ],
      ...levels.map((element, index): [TableName, RowFacts] => [
        'competencies',
        {
          cadre_id: id,
          facet: 'practice',
          element,
          level: String(Math.min(5, 2 + (k % 4) + ((k + index) % 7 === 0 ? 1 : 0))),
          on: '2026-01-10',
        },
      ]),
    ]
  }).flat()
}

function listFor(rows: readonly [TableName, RowFacts][]) {
  const snapshot = snapshotFrom(20261122, rows)
  return shortlistVacancies(groundOf(snapshot, book, []), compareVacancies(snapshot, book).eligibility)
}

describe('the shortlist of a vacancy', () => {
  const { shortlists, unlisted, estimates } = listFor([...ground, ...asked, ...people()])

  test('has the best assessed first, and everybody like them, each with an estimate', () => {
    expect(shortlists.length).toBeGreaterThanOrEqual(10)
    expect(unlisted).toEqual([])
    expect(Number(shortlists[0]?.cadreId.slice(1)) % 4).toBe(3)
    expect(estimates.map((one) => one.measure)).toEqual(shortlists.map(() => 'fit:P1'))
  })

  test('gives a value from 0 to 1 whose parts sum to it, inside its interval', () => {
    for (const { fit } of shortlists) {
      expect(fit.parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(fit.value, 12)
      expect(fit.lower).toBeLessThanOrEqual(fit.value)
      expect(fit.upper).toBeGreaterThanOrEqual(fit.value)
      expect(fit.upper).toBeLessThanOrEqual(1)
    }
  })

  test('puts no number on Party spirit', () => {
    expect(shortlists.flatMap(({ fit }) => fit.parts.map((part) => part.id))).not.toContain('party-spirit')
  })

  test('names as tied those who cannot be told apart, and they name each other', () => {
    for (const one of shortlists) {
      for (const other of one.tiedWith) {
        expect(shortlists.find((entry) => entry.cadreId === other)?.tiedWith).toContain(one.cadreId)
      }
    }
  })

  test('does not change with sex, ethnicity or birthplace', () => {
    const changed = listFor([
      ...ground,
      ...asked,
      ...people((id) => ({ sex: Number(id.slice(1)) % 2 ? 'male' : 'female', ethnicity: '回族', birth_place: '乙省' })),
    ])
    expect(changed).toEqual({ shortlists, unlisted, estimates })
  })

  test('says what kind of move it would be', () => {
    expect(new Set(shortlists.map(({ move }) => move))).toEqual(new Set(['promotion']))
  })

  test('measures against the library where the seat asks for nothing on record', () => {
    const assumed = listFor([...ground, ...people()]).shortlists
    expect(assumed.length).toBeGreaterThanOrEqual(10)
    expect(assumed[0]?.fit.parts.map((part) => part.id)).toEqual([
      'experience',
      'knowledge',
      'practice',
      'psychology',
      'style',
    ])
  })
})
