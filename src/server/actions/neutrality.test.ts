/** What a person is called, of which sex or people, born where: none of it moves a figure, a sign or a text. */
import { beforeAll, expect, test } from 'vitest'
import { generateCounty } from '#county/index.ts'
import type { Analysis } from '#domain/results.ts'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import { fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { analyse, stopwatch } from './analyse.ts'

const asOf = 20261122
const book = loadRuleBook()
const tables = [...generateCounty({ seed: 5, cadres: 120, asOf }).tables()].map(
  ([name, rows]) => [name, [...rows]] as const,
)

type Change = (table: TableName, rows: readonly Row[]) => readonly Row[]

function analysed(change: Change): Promise<Analysis> {
  const builder = new SnapshotBuilder(asOf)
  for (const [table, rows] of tables) for (const row of change(table, rows)) builder.append(table, row)
  return analyse(builder.finish(), book, stopwatch())
}

/** Numbers and birth dates in citizen ids follow the sex; without them the record does not contradict itself. */
const withoutNumber: Change = (table, rows) => {
  const place = fieldNamesOf('cadres').indexOf('citizen_id')
  return table === 'cadres' ? rows.map((row) => row.map((cell, field) => (field === place ? null : cell))) : rows
}

/** Every cadre takes these over from the one before in the list. */
const swapped: Change = (table, rows) => {
  if (table !== 'cadres') return rows
  const places = ['name', 'sex', 'ethnicity', 'native_place', 'birth_place'].map((field) =>
    fieldNamesOf('cadres').indexOf(field),
  )
  const anonymous = withoutNumber(table, rows)
  return anonymous.map((row, index) =>
    row.map((cell, field) => (places.includes(field) ? (anonymous.at(index - 1)?.[field] ?? null) : cell)),
  )
}

let plain: Analysis
let other: Analysis
beforeAll(async () => {
  plain = await analysed(withoutNumber)
  other = await analysed(swapped)
})

/** A cause may name whom somebody cannot be told from. */
const measuredOf = ({ estimates }: Analysis) =>
  estimates
    .filter(({ measure }) => !measure.startsWith('fit:'))
    .map(({ cadreId, measure, estimate }) => ({
      cadreId,
      measure,
      estimate: estimate.separable ? estimate : { ...estimate, cause: undefined },
    }))

test('no estimate of a person or a unit changes', () => {
  expect(measuredOf(plain).length).toBeGreaterThan(120)
  expect(measuredOf(other)).toEqual(measuredOf(plain))
  expect(other.unitEstimates).toEqual(plain.unitEstimates)
})

test('no fit changes where the same people are listed', () => {
  const fits = new Map(plain.shortlists.map(({ positionId, cadreId, fit }) => [`${positionId} ${cadreId}`, fit]))
  const both = other.shortlists.filter(({ positionId, cadreId }) => fits.has(`${positionId} ${cadreId}`))
  expect(both.length).toBeGreaterThan(5)
  for (const { positionId, cadreId, fit } of both) expect(fit).toEqual(fits.get(`${positionId} ${cadreId}`))
})

test('no early sign and no text that repeats another changes', () => {
  expect(other.signals).toEqual(plain.signals)
  expect(other.sameness).toEqual(plain.sameness)
})

test('the order in which evidence came does not matter', async () => {
  const reversed = await analysed((table, rows) => withoutNumber(table, rows).toReversed())
  for (const name of Object.keys(plain) as (keyof Analysis)[])
    expect(JSON.stringify(reversed[name]) === JSON.stringify(plain[name]), name).toBe(true)
})
