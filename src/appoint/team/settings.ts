import type { DateCode } from '#domain/calendar.ts'
import { type ParameterValue, parametersOn, type RuleBook } from '#policy/index.ts'

/** What a place sets about the make-up of teams: the parameters of `LOCAL-TEAM-STRUCTURE`, whose file says what each means. */
export interface StructureSettings {
  /** At least so many, by class of team; 0 = no such goal. */
  readonly least: (goal: StructureGoal, teamClass: string) => number
  /** Under which age a member of a team at a level counts as young. */
  readonly youngAge: (level: string) => number | undefined
  readonly graduateLevels: readonly string[]
  readonly graduateModes: readonly string[]
  readonly grassrootsYears: number
  /** Years in a field after which one is familiar with it; the bounds of age tiers. Both as where teams are described. */
  readonly fieldYears: number
  readonly ageBounds: readonly number[]
}

export type StructureGoal = 'women' | 'non_party' | 'minority' | 'young' | 'graduates' | 'familiar' | 'grassroots'

export const structureRule = 'LOCAL-TEAM-STRUCTURE'

export function structureSettings(book: RuleBook, asOf: DateCode): StructureSettings {
  const parameters = parametersOn(book.rules, asOf)
  const read = (name: string, rule = structureRule): ParameterValue => parameters({ kind: 'parameter', rule, name })
  const list = (name: string, rule?: string): readonly (string | number | boolean)[] => {
    const value = read(name, rule)
    return Array.isArray(value) ? value : []
  }
  const figure = (name: string, key: string): number | undefined => {
    const value = read(name)
    const found = typeof value === 'object' && !Array.isArray(value) && Object.entries(value).find(([k]) => k === key)
    return found ? Number(found[1]) : undefined
  }
  return {
    least: (goal, teamClass) => figure(goal, teamClass) ?? 0,
    youngAge: (level) => figure('young_age', level),
    graduateLevels: list('graduate_levels').map(String),
    graduateModes: list('graduate_modes').map(String),
    grassrootsYears: Number(read('grassroots_years')),
    fieldYears: Number(read('field_years', 'LOCAL-TEAM-CONDITION')),
    ageBounds: list('age_bounds', 'LOCAL-TEAM-CONDITION').map(Number),
  }
}
