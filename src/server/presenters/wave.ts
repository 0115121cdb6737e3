import { type DateCode, monthOf, yearOf } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import type { RotationTally } from '#records/queries/index.ts'
import type { Wave } from '../contract/index.ts'
import { presentBasis } from './evidence.ts'

const halvesShown = 10

function halvesFrom(asOf: DateCode): readonly string[] {
  const first = yearOf(asOf) * 2 + (monthOf(asOf) <= 6 ? 0 : 1)
  return Array.from(
    { length: halvesShown },
    (_, step) => `${Math.floor((first + step) / 2)}H${((first + step) % 2) + 1}`,
  )
}

function labelOfPeriod(period: string): Text {
  if (period === 'overdue') return { zh: '已满', en: 'Due' }
  const [year = '', half] = period.split('H')
  return half === '1' ? { zh: `${year.slice(2)}上`, en: `${year} H1` } : { zh: `${year.slice(2)}下`, en: `${year} H2` }
}

/** What is due already and the ten half-years from the as-of date; the rule with the most duties is the base. */
export function presentWave(asOf: DateCode, tallies: readonly RotationTally[]): Wave {
  const sizes = new Map<string, number>()
  for (const { rule, count } of tallies) sizes.set(rule, (sizes.get(rule) ?? 0) + count)
  const order = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([rule]) => rule)
  const rules = order.flatMap((rule) => {
    const tally = tallies.find((candidate) => candidate.rule === rule)
    return tally === undefined ? [] : [{ rule, basis: presentBasis(tally) }]
  })
  const countOf = (period: string, rule: string): number =>
    tallies.filter((tally) => tally.period === period && tally.rule === rule).reduce((sum, { count }) => sum + count, 0)
  const periods = ['overdue', ...halvesFrom(asOf)].map((period) => {
    const counts = rules.map(({ rule }) => countOf(period, rule))
    return { period, label: labelOfPeriod(period), counts, total: counts.reduce((sum, count) => sum + count, 0) }
  })
  const shown = periods.reduce((sum, { total }) => sum + total, 0)
  const all = tallies.reduce((sum, { count }) => sum + count, 0)
  return { rules, periods, later: all - shown }
}
