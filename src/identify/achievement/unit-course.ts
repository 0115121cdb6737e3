import { textAt } from '#domain/columns.ts'
import type { WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { AchievementFit } from './model.ts'
import type { Course, UnitResultsPaper } from './paper.ts'
import type { Visibility } from './results.ts'

/** The results of a unit in a year, with the people credited. */
export interface UnitYear extends Course {
  /** Row of the units table. */
  readonly unit: number
  /** Share by row of the cadres table, mean over the results. */
  readonly shares: ReadonlyMap<number, number>
  readonly credited: number
}

/** Every unit and year of a visibility, in ascending order. */
export function unitYears(
  { fit, results, people, cadres, units, added }: AchievementFit,
  visibility: Visibility,
): UnitYear[] {
  const modes = fit.random[0]?.modes ?? new Float64Array(cadres.length)
  const varianceOf = (name: string): number => fit.random.find((term) => term.name === name)?.variance ?? 0
  const unitSd = fit.random.find((term) => term.name === 'unit')?.predictionSd
  const rows = Map.groupBy(
    results.standing.keys(),
    (row) => (results.unit[row] as number) * 4096 + (results.year[row] as number),
  )
  const found = [...rows].map(([key, own]): UnitYear => {
    const mean = (valueAt: (row: number) => number): number =>
      own.reduce((sum, row) => sum + valueAt(row), 0) / own.length
    const shares = new Map<number, number>()
    let credited = 0
    for (const row of own)
      for (let at = people.starts[row] as number; at < (people.starts[row + 1] as number); at += 1) {
        const level = people.members[at] as number
        const cadre = cadres[level] as number
        const share = (people.shares[at] as number) / own.length
        shares.set(cadre, (shares.get(cadre) ?? 0) + share)
        credited += share * (modes[level] as number)
      }
    const of = (influence: 'trade' | 'environment' | 'start'): number => mean((row) => added.get(influence)?.[row] ?? 0)
    const unit = unitSd?.[units.codes[own[0] as number] as number] ?? 0
    return {
      unit: Math.floor(key / 4096),
      year: key % 4096,
      visibility,
      n: own.length,
      actual: mean((row) => results.standing[row] as number),
      expected: of('trade') + of('environment') + of('start'),
      sd: Math.sqrt(unit ** 2 + varianceOf('unit-year') + fit.residualVariance / own.length),
      shares,
      credited,
    }
  })
  return found.sort((a, b) => a.unit - b.unit || a.year - b.year)
}

export const courseOf = ({ year, visibility, n, actual, expected, sd }: UnitYear): Course => ({
  year,
  visibility,
  n,
  actual,
  expected,
  sd,
})

/** The working paper of every unit with results. */
export function unitPapers(snapshot: Snapshot, years: readonly UnitYear[]): WorkingPaper[] {
  const { units, cadres } = snapshot.tables
  return [...Map.groupBy(years, ({ unit }) => unit)]
    .sort(([a], [b]) => a - b)
    .map(([unit, own]) => {
      const body: UnitResultsPaper = {
        unitName: textAt(units.columns.name, unit) ?? '',
        years: own
          .sort((a, b) => a.year - b.year || (a.visibility < b.visibility ? 1 : -1))
          .map((each) => ({
            ...courseOf(each),
            credited: each.credited,
            people: [...each.shares]
              .sort(([a], [b]) => a - b)
              .map(([cadre, share]) => ({
                cadreId: textAt(cadres.columns.cadre_id, cadre) ?? '',
                name: textAt(cadres.columns.name, cadre) ?? '',
                share,
              })),
          })),
      }
      return { kind: 'unit-results', subject: textAt(units.columns.unit_id, unit) ?? '', body }
    })
}
