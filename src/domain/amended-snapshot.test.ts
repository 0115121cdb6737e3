import { describe, expect, test } from 'vitest'
import { type AmendedRow, amended } from './amended-snapshot.ts'
import { dateAt, numberAt, textAt } from './columns.ts'
import { SnapshotBuilder } from './snapshot.ts'
import { fieldNamesOf } from './tables.ts'

const recorded: readonly AmendedRow[] = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1' }],
  ['evaluations', { cadre_id: 'C1', year: '2024', result: 'competent' }],
  ['evaluations', { cadre_id: 'C1', year: '2025', result: 'basicallyCompetent' }],
  ['tenures', { tenure_id: 'T1', cadre_id: 'C1', kind: 'appointed', from: '2020-01', post_level: 'section-chief' }],
]

function snapshotOf(rows: readonly AmendedRow[], asOf = 20261122) {
  const builder = new SnapshotBuilder(asOf)
  for (const [table, fields] of rows)
    builder.append(
      table,
      fieldNamesOf(table).map((name) => fields[name] ?? null),
    )
  return builder.finish()
}

const before = snapshotOf(recorded)
const resultsOf = ({ tables }: typeof before): string[] => {
  const { year, result } = tables.evaluations.columns
  return Array.from({ length: tables.evaluations.length }, (_, row) => `${numberAt(year, row)} ${textAt(result, row)}`)
}

describe('a snapshot with other rows', () => {
  test('a row with a new key is a row more', () => {
    const after = amended(before, [['evaluations', { cadre_id: 'C1', year: '2023', result: 'excellent' }]])
    expect(resultsOf(after).sort()).toEqual(['2023 excellent', '2024 competent', '2025 basicallyCompetent'])
  })

  test('a row with a recorded key changes what it names, and keeps the rest', () => {
    const after = amended(before, [
      ['evaluations', { cadre_id: 'C1', year: '2025', result: 'competent' }],
      ['tenures', { tenure_id: 'T1', to: '2025-06-01' }],
    ])
    expect(resultsOf(after).sort()).toEqual(['2024 competent', '2025 competent'])
    const { from, to, post_level } = after.tables.tenures.columns
    expect([dateAt(from, 0), dateAt(to, 0), textAt(post_level, 0)]).toEqual([20200100, 20250601, 'section-chief'])
  })

  test('an empty text blanks a field', () => {
    const { tables } = amended(before, [['tenures', { tenure_id: 'T1', post_level: '' }]])
    expect(textAt(tables.tenures.columns.post_level, 0)).toBeUndefined()
  })

  test('what begins after the day does not exist, what ends after it has not ended', () => {
    const later: AmendedRow[] = [
      ['tenures', { tenure_id: 'T2', cadre_id: 'C1', kind: 'appointed', from: '2027-01-01' }],
      ['tenures', { tenure_id: 'T3', cadre_id: 'C1', kind: 'appointed', from: '2026-01-01', to: '2027-06-01' }],
    ]
    const now = amended(before, later).tables.tenures
    expect(now.length).toBe(2)
    expect(dateAt(now.columns.to, 1)).toBeUndefined()
    expect(amended(before, later, 20270701).tables.tenures.length).toBe(3)
  })

  test('the snapshot itself is left as it was, and the hash tells them apart', () => {
    const after = amended(before, [['evaluations', { cadre_id: 'C1', year: '2025', result: 'competent' }]])
    expect(resultsOf(before)).toContain('2025 basicallyCompetent')
    expect(after.hash).not.toBe(before.hash)
    expect(after.tables.cadres).toBe(before.tables.cadres)
  })
})
