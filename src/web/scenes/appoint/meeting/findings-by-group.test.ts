import { expect, test } from 'vitest'
import type { FindingShape } from '#server/contract/index.ts'
import { findingsByGroup } from './findings-by-group.ts'

const finding = (rule: string, verdict: FindingShape['verdict'], weight: FindingShape['weight']): FindingShape => ({
  rule,
  verdict,
  weight,
  basis: { instrument: '条例', article: '8', title: { zh: rule, en: rule } },
  reasons: [],
  evidence: [],
  missing: [],
  turnsOn: null,
  questions: [],
  liftedBy: [],
})

test('every finding stands in one of three groups; what decides comes first, what is only asked last', () => {
  const groups = findingsByGroup([
    finding('asked', 'discretion', 'asks'),
    finding('warned', 'unmet', 'warns'),
    finding('reserved', 'discretion', 'decides'),
    finding('fine', 'met', 'decides'),
    finding('gap', 'unknown', 'decides'),
  ])
  const rules = (list: readonly FindingShape[]) => list.map(({ rule }) => rule)
  expect(rules(groups.met)).toEqual(['fine'])
  expect(rules(groups.unknown)).toEqual(['gap'])
  expect(rules(groups.discretion)).toEqual(['warned', 'reserved', 'asked'])
})
