import type { DateCode } from '#domain/calendar.ts'
import { listOf, localReader, type RuleBook } from '#policy/index.ts'

export const experienceRule = 'LOCAL-EXPERIENCE'

/** What a place sets about the ledger: `LOCAL-EXPERIENCE`, and which fields are near each other: `LOCAL-SEAT-SIMILARITY`. */
export interface ExperienceSettings {
  readonly frontUnits: readonly string[]
  readonly retirementYears: number
  /** The professional quality that each facet of assessed abilities speaks of. */
  readonly qualities: ReadonlyMap<string, string>
  readonly knownPercent: number
  /** Fields of one group are near. */
  readonly groupOf: (sector: string) => string | undefined
}

export function experienceSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): ExperienceSettings {
  const read = localReader(book, experienceRule, asOf)
  const groups = new Map(Object.entries(localReader(book, 'LOCAL-SEAT-SIMILARITY', asOf)('sector_groups')))
  return {
    frontUnits: listOf(read('front_units')),
    qualities: new Map(Object.entries(read('qualities')).map(([facet, quality]) => [facet, String(quality)])),
    retirementYears: Number(read('retirement_years')),
    knownPercent: Number(read('known_percent')),
    groupOf: (sector) => {
      const group = groups.get(sector)
      return group === undefined ? undefined : String(group)
    },
  }
}
