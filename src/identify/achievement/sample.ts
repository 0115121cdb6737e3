import { textAt } from '#domain/columns.ts'
import { rowsBefore } from './carry-over.ts'
import type { Background } from './model.ts'
import type { Results } from './results.ts'

/** What carries over is one figure: with this many results its standard error is near .02. */
const enough = 6000

/** Whole units, every so many in the order of their ids, with about `enough` results; everything where there are no more. */
export function sampleOf(background: Background): Background {
  const { data, factors, trade } = background
  const { results, snapshot } = data
  const every = Math.ceil(results.length / enough)
  if (every === 1) return background
  const idOf = (unit: number): string => textAt(snapshot.tables.units.columns.unit_id, unit) ?? ''
  const units = [...new Set(results.unit)].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
  const taken = new Set(units.filter((_, index) => index % every === 0))
  const rows = Int32Array.from(results.unit.keys()).filter((row) => taken.has(results.unit[row] as number))
  const sampled = resultsIn(results, rows)
  return {
    ...background,
    data: { ...data, results: sampled },
    before: rowsBefore(sampled),
    factors: factors.map((factor) => ({ ...factor, codes: rows.map((row) => factor.codes[row] as number) })),
    trade: Float64Array.from(rows, (row) => trade[row] as number),
  }
}

const resultsIn = (results: Results, rows: Int32Array): Results => ({
  length: rows.length,
  unit: rows.map((row) => results.unit[row] as number),
  year: rows.map((row) => results.year[row] as number),
  indicator: rows.map((row) => results.indicator[row] as number),
  indicatorNames: results.indicatorNames,
  standing: Float64Array.from(rows, (row) => results.standing[row] as number),
})
