import type { DateCode } from '#domain/calendar.ts'
import { type ParameterValue, parametersOn, type RuleBook } from '#policy/index.ts'

export const partIds = ['results', 'ratings', 'agreement', 'rules', 'findings', 'seats', 'breadth'] as const
export type PartId = (typeof partIds)[number]

/** What a place sets about the condition of teams: the parameters of `LOCAL-TEAM-CONDITION`, whose file says what each means. */
export interface TeamSettings {
  /** How closely each part is expected to go with the condition, beside the others; only their proportions count. */
  readonly weights: Readonly<Record<PartId, number>>
  /** Of results and ratings, and of checks. */
  readonly years: number
  readonly checkYears: number
  readonly points: Readonly<Record<'minor' | 'moderate' | 'serious', number>>
  /** What an overdue fault and a mended one count, of an open one. */
  readonly overdue: number
  readonly closed: number
  readonly fieldYears: number
  readonly ageBounds: readonly number[]
  readonly termMonths: number
}

export function teamSettings(book: RuleBook, asOf: DateCode): TeamSettings {
  const parameters = parametersOn(book.rules, asOf)
  const read = (name: string): ParameterValue => parameters({ kind: 'parameter', rule: 'LOCAL-TEAM-CONDITION', name })
  const figureOf = (name: string, key: string): number => {
    const value = read(name)
    return typeof value === 'object' && !Array.isArray(value) ? Number((value as Record<string, unknown>)[key] ?? 0) : 0
  }
  const bounds = read('age_bounds')
  return {
    weights: Object.fromEntries(partIds.map((id) => [id, figureOf('weights', id)])) as Record<PartId, number>,
    years: Number(read('years')),
    checkYears: Number(read('check_years')),
    points: {
      minor: figureOf('points', 'minor'),
      moderate: figureOf('points', 'moderate'),
      serious: figureOf('points', 'serious'),
    },
    overdue: Number(read('overdue_percent')) / 100,
    closed: Number(read('closed_percent')) / 100,
    fieldYears: Number(read('field_years')),
    ageBounds: Array.isArray(bounds) ? bounds.map(Number) : [],
    termMonths: Number(read('term_months')),
  }
}
