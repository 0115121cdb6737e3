/** Yearly results that a look ahead may count on. */
import { type DateCode, yearOf } from '#domain/calendar.ts'
import type { CadreFacts, Facts } from '../facts/facts.ts'
import type { Evaluation } from '../facts/histories.ts'

/**
 * The same facts with a result of "competent" for each year that ends before `until` and has none yet. Without it, nobody
 * could be told eligible after the turn of the year, because the result of the year just ended does not exist yet.
 * @example horizon(book, expectingResults(facts, addMonths(asOf, 24)), { people, seats, months: 24 })
 */
export function expectingResults(facts: Facts, until: DateCode): Facts {
  const years: number[] = []
  for (let year = yearOf(facts.snapshot.asOf); year < yearOf(until); year += 1) years.push(year)
  const known: CadreFacts[] = []
  return {
    ...facts,
    cadre(index) {
      const found = known[index] ?? withResults(facts.cadre(index), years)
      known[index] = found
      return found
    },
  }
}

function withResults(cadre: CadreFacts, years: readonly number[]): CadreFacts {
  const recorded = new Set(cadre.evaluations.map(({ year }) => year))
  const expected = years.filter((year) => !recorded.has(year)).map((year) => expectedIn(cadre.id, year))
  return { ...cadre, evaluations: [...cadre.evaluations, ...expected] }
}

const expectedIn = (cadre: string, year: number): Evaluation => ({
  evidence: `evaluations/${cadre}/${year}`,
  year,
  result: 'competent',
  label: { zh: `${year}年度称职（假定）`, en: `${year}: competent (assumed)` },
})
