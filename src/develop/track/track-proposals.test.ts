import { expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { trackProposals } from './track-proposals.ts'
import { trackList } from './work-lists.ts'

const book = loadRuleBook()
const sectors = ['finance', 'agriculture', 'law', 'health']

function proposalFor(track: string, ...stays: [sector: string, from: string, to: string][]) {
  const facts = factsFor(
    snapshotFrom(20261122, [
      ...sectors.map((sector): [TableName, RowFacts] => [
        'units',
        { unit_id: sector, name: sector, kind: 'department', level: 'county', sector },
      ]),
      ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'law', track }],
      ...stays.map(([unit_text, from, to], place): [TableName, RowFacts] => [
        'tenures',
        { tenure_id: `T${place}`, cadre_id: 'C1', kind: 'appointed', unit_text, from, to },
      ]),
    ]),
    book,
  )
  return trackProposals(facts, book)(facts.cadre(0))
}

const deep: [string, string, string] = ['finance', '2010-01-01', '2026-01-01']
const wide = sectors.map((sector, place): [string, string, string] => [
  sector,
  `${2010 + 3 * place}-01-01`,
  `${2013 + 3 * place}-01-01`,
])

test('a career long in one field speaks for a specialist, a wide one for a generalist', () => {
  expect(proposalFor('', deep)).toMatchObject({ proposed: 'specialist', verdict: 'new' })
  expect(proposalFor('generalist', ...wide)).toMatchObject({ proposed: 'generalist', verdict: 'agrees' })
  expect(proposalFor('specialist', ...wide)).toMatchObject({ verdict: 'differs', finding: { verdict: 'discretion' } })
})

test('a career that speaks for both agrees with either record', () => {
  const both = [
    deep,
    ...wide.slice(1).map(([sector]): [string, string, string] => [sector, '2026-01-01', '2026-03-01']),
  ]
  expect(proposalFor('generalist', ...both)).toMatchObject({ proposed: 'specialist', verdict: 'agrees' })
})

test('a career without known fields says nothing', () => {
  const untold = proposalFor('specialist', ['某局', '2010-01-01', ''])
  expect(untold).toMatchObject({ verdict: 'untold', finding: { verdict: 'unknown' } })
  expect(trackList([untold]).rows).toEqual([['C1', 'specialist', null, 'untold', '任职领域没有记载，看不出方向。']])
})
