import { describe, expect, test } from 'vitest'
import { generateCounty } from '#county/index.ts'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { supervisionDuties } from '../supervision.ts'
import { auditsDue } from './audits.ts'
import { principalLists } from './work-lists.ts'

const book = loadRuleBook()
const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['units', { unit_id: 'U2', name: '甲县人民政府', kind: 'government', level: 'county' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'section-chief', role: 'principal' }],
  ['positions', { position_id: 'P2', unit_id: 'U2', title: '县长', post_level: 'division-chief', role: 'principal' }],
  ['positions', { position_id: 'P3', unit_id: 'U1', title: '副局长', post_level: 'section-deputy', role: 'deputy' }],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
]
const held = (position_id: string, from: string, to = ''): [TableName, RowFacts] => [
  'tenures',
  { tenure_id: `T${from}`, cadre_id: 'C1', position_id, role: 'principal', kind: 'appointed', from, to },
]
const audit = (on: string, about: RowFacts): [TableName, RowFacts] => [
  'supervision',
  { event_id: `E${on}`, kind: 'triple-audit', on, severity: 'none', closed_on: on, ...about },
]
const factsOf = (...more: [TableName, RowFacts][]) => factsFor(snapshotFrom(20261122, [...rows, ...more]), book)
const due = (...more: [TableName, RowFacts][]) =>
  auditsDue({ facts: factsOf(...more), book }).map(({ trigger, dueOn, state }) => [trigger, dueOn, state])

describe('joint audits', () => {
  test('fall due after five years at the head of a department, three at the head of a place', () => {
    expect(due(held('P1', '2022-03-01'))).toEqual([['in-post', 20270301, 'due-within-year']])
    expect(due(held('P2', '2022-03-01'))).toEqual([['in-post', 20250301, 'overdue']])
    expect(due(held('P3', '2010-03-01'))).toEqual([])
  })

  test('that were held in the post are not due again; one before it does not count', () => {
    expect(due(held('P1', '2020-03-01'), audit('2024-05-01', { unit_id: 'U1' }))).toEqual([])
    expect(due(held('P1', '2020-03-01'), audit('2020-02-01', { cadre_id: 'C1' }))).toEqual([
      ['in-post', 20250301, 'overdue'],
    ])
  })

  test('are due on leaving, unless one was held shortly before', () => {
    const moved = [held('P1', '2019-03-01', '2026-06-10'), held('P3', '2026-06-10')]
    expect(due(...moved)).toEqual([['left', 20261210, 'due-within-year']])
    expect(due(...moved, audit('2026-02-01', { unit_id: 'U1' }))).toEqual([])
    expect(due(...moved, audit('2024-02-01', { unit_id: 'U1' }))).toEqual([['left', 20261210, 'due-within-year']])
    expect(due(held('P1', '2010-03-01', '2019-06-10'), held('P3', '2019-06-10'))).toEqual([])
  })

  test('are to be held before a candidate of an open case leaves', () => {
    const facts = factsOf(held('P1', '2024-03-01'))
    const found = auditsDue({ facts, book, leaving: new Set(['C1']) })
    expect(found.map(({ trigger, dueOn, rule }) => [trigger, dueOn, rule])).toEqual([
      ['leaving', undefined, 'SANZE-LEAVING'],
      ['in-post', 20290301, 'SANZE-TRIGGER'],
    ])
  })
})

test('the list of a city agrees with the rule, person by person, and the tables have one width', () => {
  const builder = new SnapshotBuilder(20261122)
  for (const [table, city] of generateCounty({ seed: 5, cadres: 400, asOf: 20261122 }).tables()) {
    for (const row of city) builder.append(table, row)
  }
  const facts = factsFor(builder.finish(), book)
  const overdue = auditsDue({ facts, book }).filter(
    ({ trigger, state }) => trigger === 'in-post' && state === 'overdue',
  )
  const asked = supervisionDuties(facts.snapshot, book).filter(({ finding }) => finding.rule === 'SANZE-TRIGGER')
  expect(overdue.map(({ cadreId }) => cadreId).sort()).toEqual(
    asked
      .filter(({ finding }) => finding.verdict === 'discretion')
      .map(({ subject }) => subject)
      .sort(),
  )
  for (const { columns, rows: listed } of principalLists(facts, book)) {
    expect(listed.length).toBeGreaterThan(0)
    expect(listed.every((row) => row.length === columns.length)).toBe(true)
  }
})
