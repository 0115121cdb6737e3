import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { booleanAt, dateAt, numberAt, textAt } from './columns.ts'
import { byCadre, rowsOf, SnapshotBuilder } from './snapshot.ts'
import { fieldNamesOf, type Row, type TableName } from './tables.ts'

const rowOf = (table: TableName, values: Record<string, string>): Row =>
  fieldNamesOf(table).map((field) => values[field] ?? null)

const cadre = (id: string, more: Record<string, string> = {}): Row =>
  rowOf('cadres', { cadre_id: id, name: `人${id}`, authority_unit_id: 'U1', ...more })
const tenure = (id: string, cadreId: string, from: string, to?: string): Row =>
  rowOf('tenures', { tenure_id: id, cadre_id: cadreId, from, kind: 'appointed', ...(to === undefined ? {} : { to }) })

function snapshotOf(asOf: number, rows: readonly (readonly [TableName, Row])[]) {
  const builder = new SnapshotBuilder(asOf)
  for (const [table, row] of rows) builder.append(table, row)
  return builder.finish()
}

describe('a snapshot', () => {
  const facts: (readonly [TableName, Row])[] = [
    ['cadres', cadre('C2', { born_on: '1981-04', reserve: 'false' })],
    ['cadres', cadre('C1')],
    ['tenures', tenure('T1', 'C2', '2015-03', '2020-05-01')],
    ['tenures', tenure('T2', 'C2', '2020-05-01', '2027-01-01')],
    ['tenures', tenure('T3', 'C1', '2026-12-01')],
    ['evaluations', rowOf('evaluations', { cadre_id: 'C1', year: '2025', result: 'excellent' })],
  ]

  test('keeps unknown apart from no and from zero', () => {
    const { cadres } = snapshotOf(20261122, facts).tables
    const row = cadres.columns.cadre_id.values.indexOf('C2')
    expect(dateAt(cadres.columns.born_on, row)).toBe(19810400)
    expect(booleanAt(cadres.columns.reserve, row)).toBe(false)
    expect(booleanAt(cadres.columns.reserve, 1 - row)).toBeUndefined()
    expect(textAt(cadres.columns.sex, row)).toBeUndefined()
  })

  test('knows nothing that began later, and no end that lies ahead', () => {
    const { tenures, evaluations } = snapshotOf(20261122, facts).tables
    expect(tenures.columns.tenure_id.values).toEqual(['T1', 'T2'])
    expect(dateAt(tenures.columns.to, 1)).toBeUndefined()
    expect(numberAt(evaluations.columns.year, 0)).toBe(2025)
    expect(snapshotOf(20241231, facts).tables.evaluations.length).toBe(0)
  })

  test('groups rows by cadre', () => {
    const snapshot = snapshotOf(20261122, facts)
    const grouping = byCadre(snapshot, 'tenures')
    const owner = snapshot.tables.cadres.columns.cadre_id.values.indexOf('C2')
    expect([...rowsOf(grouping, owner)]).toHaveLength(2)
    expect([...rowsOf(grouping, 1 - owner)]).toHaveLength(0)
  })

  test('is the same whatever order the facts came in', () => {
    const wanted = snapshotOf(20261122, facts).hash
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(snapshotOf(20261122, shuffled).hash).toBe(wanted)
      }),
    )
  })

  test('has another hash when any fact differs', () => {
    const changed = facts.map(([table, row]): readonly [TableName, Row] =>
      row[0] === 'T1' ? [table, tenure('T1', 'C2', '2015-04')] : [table, row],
    )
    expect(snapshotOf(20261122, changed).hash).not.toBe(snapshotOf(20261122, facts).hash)
    expect(snapshotOf(20261123, facts).hash).not.toBe(snapshotOf(20261122, facts).hash)
  })
})
