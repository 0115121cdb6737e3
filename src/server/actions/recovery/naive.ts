/** What simple reckonings make of a data package: the figures that any method must beat. Pure. */

/** Sums that give a weighted mean for each key. */
export class Means {
  private readonly sums = new Map<string, { sum: number; weight: number }>()

  add(key: string, value: number, weight = 1): void {
    const at = this.sums.get(key)
    if (at) {
      at.sum += weight * value
      at.weight += weight
    } else this.sums.set(key, { sum: weight * value, weight })
  }

  get(key: string): number | undefined {
    const at = this.sums.get(key)
    return at && at.weight > 0 ? at.sum / at.weight : undefined
  }
}

export interface YearlyResult {
  readonly unitId: string
  readonly year: number
  readonly indicator: string
  readonly value: number
  readonly higherIsBetter: boolean
  readonly visibility: string
}

/** Somebody in a leadership team for part of a year. */
export interface Membership {
  readonly cadreId: string
  readonly unitId: string
  readonly year: number
  readonly isPrincipal: boolean
  /** 0 … 1 */
  readonly part: number
}

/** Each result as its distance from the mean of its indicator, in standard deviations; up is good. */
export function standardised(results: readonly YearlyResult[]): YearlyResult[] {
  return [...Map.groupBy(results, ({ indicator }) => indicator).values()].flatMap((same) => {
    const mean = same.reduce((sum, { value }) => sum + value, 0) / same.length
    const spread = Math.sqrt(same.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / same.length) || 1
    return same.map((each) => ({ ...each, value: ((each.higherIsBetter ? 1 : -1) * (each.value - mean)) / spread }))
  })
}

/** The usual split of a team's result where nobody asked: two fifths for the principal, the rest in equal parts. */
const principalCredit = 0.4

export interface Credits {
  /** Mean of the unit's results in the years a person served there. */
  readonly whole: Means
  /** The same, multiplied by what the role is usually credited with. */
  readonly byRole: Means
}

/** Credits the results of a year to everybody who was in the team; keys `cadre` and `cadre visibility`. */
export function credit(results: readonly YearlyResult[], memberships: readonly Membership[]): Credits {
  const credits: Credits = { whole: new Means(), byRole: new Means() }
  const placeOf = ({ unitId, year }: { unitId: string; year: number }): string => `${unitId} ${year}`
  const teams = Map.groupBy(memberships, placeOf)
  for (const result of results) {
    const team = teams.get(placeOf(result)) ?? []
    const others = Math.max(1, team.filter(({ isPrincipal }) => !isPrincipal).length)
    for (const { cadreId, isPrincipal, part } of team) {
      const share = isPrincipal ? principalCredit : (1 - principalCredit) / others
      for (const key of [cadreId, `${cadreId} ${result.visibility}`]) {
        credits.whole.add(key, result.value, part)
        credits.byRole.add(key, share * result.value, part)
      }
    }
  }
  return credits
}

/** Sets of people who sat in the same teams for the same parts of the same years: results cannot tell them apart. */
export function alwaysTogether(memberships: readonly Membership[]): string[][] {
  const courses = [...Map.groupBy(memberships, ({ cadreId }) => cadreId)].map(([cadreId, posts]) => ({
    cadreId,
    course: posts
      .map(({ unitId, year, part }) => `${unitId} ${year} ${part.toFixed(2)}`)
      .sort()
      .join(';'),
  }))
  return [...Map.groupBy(courses, ({ course }) => course).values()]
    .filter((same) => same.length > 1)
    .map((same) => same.map(({ cadreId }) => cadreId))
}
