import { expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { qualityList, qualityReader } from './professional-quality.ts'

const assessed = (facet: string, element: string, level: string, on: string): [TableName, RowFacts] => [
  'competencies',
  { cadre_id: 'C1', facet, element, level, on, assessor: '考察组' },
]

test('the last assessment of each element counts, and political character is none of the four', () => {
  const book = loadRuleBook()
  const snapshot = snapshotFrom(20261122, [
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
    assessed('knowledge', '财政金融', '3', '2022-05-01'),
    assessed('knowledge', '财政金融', '4', '2025-05-01'),
    assessed('psychology', '抗压能力', '5', '2025-05'),
    assessed('party-spirit', '政治能力', '5', '2025-05-01'),
  ])
  const cadre = factsFor(snapshot, book).cadre(0)
  expect(qualityList([cadre], qualityReader(snapshot, book)).rows).toEqual([
    ['C1', 'knowledge', '财政金融', 4, '2025-05-01'],
    ['C1', 'spirit', '抗压能力', 5, '2025-05'],
  ])
})
