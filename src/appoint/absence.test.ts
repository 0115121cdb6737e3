import { expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { type AbsenceQuestion, absenceOf } from './absence.ts'
import { groundOf } from './ground.ts'

const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县民政局', kind: 'department', level: 'county' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'section-chief', role: 'principal' }],
  ...[
    ['C1', 'section-deputy', ''],
    ['C2', 'division-deputy', ''],
    ['C3', 'section-chief', 'P1'],
    ['C4', 'section-deputy', ''],
  ].flatMap(([cadre_id = '', post_level = '', position_id = '']): [TableName, RowFacts][] => [
    ['cadres', { cadre_id, name: cadre_id, authority_unit_id: 'U1' }],
    ['tenures', { tenure_id: cadre_id, cadre_id, position_id, post_level, kind: 'appointed', from: '2020-01' }],
  ]),
  ['tenures', { tenure_id: 'exit', cadre_id: 'C4', kind: 'other', change: 'exit', from: '2025-01' }],
]
const ground = groundOf(snapshotFrom(20261122, rows), loadRuleBook(), [])
const { facts, fits } = ground
const seat = facts.seat(0)
const person = (id: string) => facts.cadre(facts.cadreIndex(id) ?? -1)
const own = fits.score(person('C1'), seat)?.value ?? 0

const asked = (id: string, more: Partial<AbsenceQuestion> = {}) =>
  absenceOf(ground, { cadre: person(id), seat, verdict: 'met', listed: [], cutRank: undefined, ...more })

const listed = [
  { cadreId: 'A', rank: 1, value: own + 3, sd: 0.01 },
  { cadreId: 'B', rank: 1, value: own - 0.01, sd: 0.5 },
]

test('who left, holds the seat, or stands higher is told so before any rule', () => {
  expect(asked('C4').cause).toBe('left')
  expect(asked('C3').cause).toBe('holds')
  expect(asked('C2', { verdict: 'unmet' }).cause).toBe('lower-level')
})

test('a rule that excludes comes before fit; without a list nobody is ranked', () => {
  expect(asked('C1', { verdict: 'unmet', listed }).cause).toBe('unmet')
  expect(asked('C1').cause).toBe('no-list')
})

test('whoever may be considered is told how surely each of the first tier is above', () => {
  expect(asked('C1', { listed })).toMatchObject({
    cause: 'fits-less',
    firstTier: { separable: 1, leaning: 0, inseparable: 1 },
  })
  expect(asked('C1', { listed, cutRank: 2 }).cause).toBe('no-room')
  expect(asked('C1', { listed: [...listed, { cadreId: 'C1', rank: 1, value: own, sd: 0.1 }] }).cause).toBe('listed')
})
