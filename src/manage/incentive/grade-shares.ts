/** 职级职数: how many places of each group of grades a unit has, how many are filled, how many are free. */
import type { DateCode } from '#domain/calendar.ts'
import type { Citation } from '#domain/finding.ts'
import { citationOf, listOf, localReader, type RuleBook, type SeatFacts } from '#policy/index.ts'

export interface GradeShare {
  readonly grades: readonly string[]
  /** Undefined where the staffing quota of the unit is not on record. */
  readonly places: number | undefined
  /** People who hold one of the grades without a leading post. */
  readonly filled: number
  readonly basis: Citation
}

/** A share: grades, and the percentages that follow one another from the quota down. */
interface ShareRule {
  readonly rule: string
  readonly grades: string
  readonly percents: readonly (readonly [rule: string, name: string])[]
}

const county = 'RANK-CAP-COUNTY'
const city = 'RANK-CAP-CITY'
const half = 'RANK-CAP-OFFICERS-HALF'

const ofCounties: readonly ShareRule[] = [
  { rule: county, grades: 'consultant_2', percents: [[county, 'consultant_2_pct']] },
  { rule: county, grades: 'consultants_3_4', percents: [[county, 'consultants_3_4_pct']] },
  {
    rule: county,
    grades: 'consultant_3',
    percents: [
      [county, 'consultants_3_4_pct'],
      [county, 'consultant_3_of_3_4_pct'],
    ],
  },
  { rule: county, grades: 'officers', percents: [[county, 'officers_pct']] },
]
const ofCities: readonly ShareRule[] = [
  { rule: city, grades: 'consultants', percents: [[city, 'consultants_pct']] },
  {
    rule: city,
    grades: 'consultants_1_2',
    percents: [
      [city, 'consultants_pct'],
      [city, 'consultants_1_2_pct'],
    ],
  },
  {
    rule: city,
    grades: 'consultant_1',
    percents: [
      [city, 'consultants_pct'],
      [city, 'consultants_1_2_pct'],
      [city, 'consultant_1_of_1_2_pct'],
    ],
  },
  { rule: city, grades: 'officers', percents: [[city, 'officers_pct']] },
]
const ofOfficers: ShareRule = {
  rule: half,
  grades: 'upper_officers',
  percents: [
    [county, 'officers_pct'],
    [half, 'upper_of_officers_pct'],
  ],
}

const byLevel: Readonly<Record<string, readonly ShareRule[]>> = {
  township: [...ofCounties, ofOfficers],
  county: [...ofCounties, ofOfficers],
  prefecture: [...ofCities, ofOfficers],
}

/**
 * The shares of the unit of a seat; none where the law sets none for its level. Each share is rounded down, as the rules do.
 * @example gradeShares(book, seat, 20261122).find(({ grades }) => grades.includes('consultant-2'))?.places // 2
 */
export function gradeShares(book: RuleBook, seat: SeatFacts, asOf: DateCode): GradeShare[] {
  return (byLevel[seat.unitLevel] ?? []).map(({ rule, grades, percents }) => {
    const names = listOf(localReader(book, rule, asOf)(grades))
    const places = percents.reduce<number | undefined>((of, [from, name]) => {
      const percent = Number(localReader(book, from, asOf)(name))
      return of === undefined ? undefined : Math.floor((of * percent) / 100)
    }, seat.staffQuota)
    const holders = seat
      .graded()
      .filter(({ grade, leading, present }) => names.includes(grade) && !leading && present !== false)
    return { grades: names, places, filled: holders.length, basis: citationOf(book, rule) }
  })
}

/**
 * Free places for a step to a grade: the least over the shares it falls under, the place that the person holds in one of them
 * not counted twice; undefined where a quota is not on record.
 */
export function freePlaces(shares: readonly GradeShare[], to: string, held?: string): number | undefined {
  const bearing = shares.filter(({ grades }) => grades.includes(to))
  if (bearing.length === 0 || bearing.some(({ places }) => places === undefined)) return undefined
  return Math.min(
    ...bearing.map(
      ({ grades, places, filled }) => (places ?? 0) - filled + (held !== undefined && grades.includes(held) ? 1 : 0),
    ),
  )
}
