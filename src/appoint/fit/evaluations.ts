/**
 * Yearly evaluations (年度考核) as one reading of a person: the share of years graded excellent, shrunk towards that of the
 * post level (beta-binomial, moments), as log odds about the mean of the level. Quotas are drawn up by level, so shares are
 * compared inside one only; a few years say little, and no year says nothing.
 */
import type { CadreFacts } from '#policy/index.ts'
import type { Reading } from './measures.ts'
import { fewestForSpread } from './parameters.ts'

interface Record {
  readonly cadre: number
  readonly level: string
  readonly excellent: number
  readonly years: number
}

/** Years without a grade (不确定等次) do not count. */
function recordOf({ index, level, evaluations }: CadreFacts): Record {
  const graded = evaluations.filter(({ result }) => result !== 'ungraded')
  const excellent = graded.filter(({ result }) => result === 'excellent').length
  return { cadre: index, level: level ?? 'none', excellent, years: graded.length }
}

/** Share of the variance of a year's result that is between people: from the surplus over binomial variance. */
function betweenShare(records: readonly Record[], mean: number): number {
  const [surplus, pairs] = records.reduce(
    ([sum, count], { excellent, years }) => {
      // Σ over pairs of different years of (a − p)(b − p).
      const total = excellent - years * mean
      const own = excellent * (1 - mean) ** 2 + (years - excellent) * mean ** 2
      return [sum + total * total - own, count + years * (years - 1)]
    },
    [0, 0],
  )
  return pairs === 0 ? 0 : Math.min(0.9, Math.max(0, surplus / pairs / (mean * (1 - mean))))
}

/** Readings by row of the cadres frame; none where results are too few, or do not differ between people. */
export function readEvaluations(people: readonly CadreFacts[]): ReadonlyMap<number, Reading> {
  const found = new Map<number, Reading>()
  const records = people.map(recordOf).filter(({ years }) => years > 0)
  for (const same of Map.groupBy(records, ({ level }) => level).values()) {
    const years = same.reduce((sum, one) => sum + one.years, 0)
    const mean = same.reduce((sum, { excellent }) => sum + excellent, 0) / years
    const between = same.length < fewestForSpread || mean === 0 || mean === 1 ? 0 : betweenShare(same, mean)
    if (between === 0) continue
    const prior = (1 - between) / between
    const readings = same.map(({ cadre, excellent, years: n }) => {
      const share = (prior * mean + excellent) / (prior + n)
      const odds = share * (1 - share)
      return { cadre, n, value: Math.log(share / (1 - share)), sd: Math.sqrt(odds / (prior + n + 1)) / odds }
    })
    const centre = readings.reduce((sum, { value }) => sum + value, 0) / readings.length
    for (const { cadre, value, sd, n } of readings) found.set(cadre, { value: value - centre, sd, n })
  }
  return found
}
