import { expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { partySpiritEvidence } from './party-spirit.ts'

const said = (statement_id: string, aspect: string, recorded_on: string): [TableName, RowFacts] => [
  'statements',
  {
    statement_id,
    cadre_id: 'C1',
    channel: 'daily-contact',
    aspect,
    tone: 'favourable',
    recorded_on,
    text: '防汛值守到岗',
  },
]

test('lists what was said of political conduct and integrity, the latest first, and nothing else', () => {
  const snapshot = snapshotFrom(20261122, [
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
    said('D1', 'political-minor', '2024-03-01'),
    said('D2', 'competence', '2025-03-01'),
    said('D3', 'political-major', '2026-03-01'),
  ])
  const ground = { snapshot, facts: factsFor(snapshot, loadRuleBook()) }
  expect(partySpiritEvidence(ground, 'C1')).toMatchObject([
    { evidence: 'statements/D3', aspect: 'political-major', channel: 'daily-contact', on: 20260301 },
    { evidence: 'statements/D1', aspect: 'political-minor', text: '防汛值守到岗' },
  ])
  expect(partySpiritEvidence(ground, 'C9')).toEqual([])
})
