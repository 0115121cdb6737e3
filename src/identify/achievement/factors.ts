import type { Snapshot } from '#domain/snapshot.ts'
import { type Factor, factorOf } from '#statistics/index.ts'
import type { Results } from './results.ts'

/** What else made a result: conditions of the trade in the year, the unit, its starting point, and chance of the year. */
export type Influence = 'trade' | 'environment' | 'start' | 'year'

export type Term = 'unit' | 'unit-year' | 'unit-indicator' | 'sector-year' | 'indicator-year' | 'indicator-level'

export const influenceOf: Readonly<Record<Term, Influence>> = {
  unit: 'environment',
  'unit-indicator': 'environment',
  'unit-year': 'year',
  'sector-year': 'trade',
  'indicator-year': 'trade',
  'indicator-level': 'trade',
}

/** The terms that the data can tell apart: those with several levels, not one a row, and no second one of the same grouping. */
export function factorsOf(snapshot: Snapshot, results: Results): Factor[] {
  const { sector, level } = snapshot.tables.units.columns
  const keys: Readonly<Record<Term, (unit: number, indicator: number, year: number) => string>> = {
    unit: (unit) => `${unit}`,
    'unit-year': (unit, _, year) => `${unit} ${year}`,
    'unit-indicator': (unit, indicator) => `${unit} ${indicator}`,
    'sector-year': (unit, _, year) => `${sector.codes[unit]} ${year}`,
    'indicator-year': (_, indicator, year) => `${indicator} ${year}`,
    'indicator-level': (unit, indicator) => `${indicator} ${level.codes[unit]}`,
  }
  const kept: Factor[] = []
  for (const [name, keyOf] of Object.entries(keys)) {
    const labels = Array.from(results.unit, (unit, row) =>
      keyOf(unit, results.indicator[row] as number, results.year[row] as number),
    )
    const { factor } = factorOf(name, labels)
    const isNew = !kept.some((other) => other.levels === factor.levels && isSameGrouping(other, factor))
    if (factor.levels > 1 && factor.levels < results.length && isNew) kept.push(factor)
  }
  return kept
}

function isSameGrouping(a: Factor, b: Factor): boolean {
  const other = new Map<number, number>()
  return a.codes.every((code, row) => {
    const known = other.get(code) ?? (b.codes[row] as number)
    other.set(code, known)
    return known === b.codes[row]
  })
}
