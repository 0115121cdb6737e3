import { describe, expect, test } from 'vitest'
import type { ProcessFacts } from '#domain/process.ts'
import { snapshotFrom } from '../cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '../rulebook/rule-book.ts'
import { gateFindings } from './gates.ts'

const book = loadRuleBook()
const snapshot = snapshotFrom(20261122, [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '副县长', post_level: 'division-deputy', role: 'deputy' }],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
  [
    'tenures',
    {
      tenure_id: 'T1',
      cadre_id: 'C1',
      kind: 'appointed',
      role: 'principal',
      post_level: 'section-chief',
      from: '2015-01-01',
    },
  ],
])
const facts = factsFor(snapshot, book)

const verdicts = (process: ProcessFacts): Record<string, string> =>
  Object.fromEntries(
    gateFindings(book, facts, facts.cadre(0), facts.seat(0), process).map(({ rule, verdict }) => [rule, verdict]),
  )

describe('the gates of a selection case', () => {
  test('speak for the stages reached, and only for these', () => {
    expect(verdicts({ stage: 'motion' })).toEqual({})
    const atAppraisees = verdicts({ stage: 'appraisees', recommended_on: 20260301, directed: false })
    expect(atAppraisees['APPT-16-VALIDITY']).toBe('met')
    expect(atAppraisees['APPT-37-QUORUM']).toBeUndefined()
  })

  test('count the members due, not those present', () => {
    const vote = (members_due: number, members_present: number, votes_for: number): unknown[] => {
      const found = verdicts({ stage: 'decision', members_due, members_present, votes_for })
      return [found['APPT-37-QUORUM'], found['APPT-38-MAJORITY']]
    }
    expect(vote(11, 8, 6)).toEqual(['met', 'met'])
    expect(vote(11, 7, 7)).toEqual(['unmet', 'met'])
    expect(vote(12, 8, 6)).toEqual(['met', 'unmet'])
  })

  test('name every fact that is missing, and never pass without it', () => {
    const found = gateFindings(book, facts, facts.cadre(0), facts.seat(0), { stage: 'deliberation' })
    const checks = found.find(({ rule }) => rule === 'APPT-31-FOUR-CHECKS')
    expect(checks?.verdict).toBe('unknown')
    expect(checks?.missing).toEqual([
      'process.audit_required',
      'process.checks',
      'process.discipline_signed',
      'process.secretary_signed',
    ])
    expect(found.filter(({ verdict }) => verdict === 'met')).toEqual([])
  })

  test('a recommendation lapses on the day a year later', () => {
    const lapsed = { stage: 'appraisees', recommended_on: 20251122, directed: false } as const
    expect(verdicts(lapsed)['APPT-16-VALIDITY']).toBe('unmet')
    expect(verdicts({ ...lapsed, recommended_on: 20251123 })['APPT-16-VALIDITY']).toBe('met')
  })
})
