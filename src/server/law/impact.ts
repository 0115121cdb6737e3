import { eachBit, exclusions, type VerdictPlanes } from '#policy/index.ts'
import { atSeat, inTurns } from './seat-by-seat.ts'

/** What one rule does at all vacancies together. */
export interface Impact {
  /** Vacancies that it bears on. */
  vacancies: number
  /** Pairs that it bears on, excludes, alone excludes, and cannot judge. */
  pairs: number
  excluded: number
  alone: number
  unknown: number
  /** People excluded from at least one vacancy. */
  readonly people: Set<number>
}

/** What every rule of the planes does, by rule. */
export async function impactsOf(planes: VerdictPlanes): Promise<ReadonlyMap<string, Impact>> {
  const impacts = planes.rules.map((): Impact => {
    return { vacancies: 0, pairs: 0, excluded: 0, alone: 0, unknown: 0, people: new Set() }
  })
  for await (const place of inTurns(planes.seats.length)) {
    for (const [index, found] of exclusions(atSeat(planes, place)).entries()) {
      const impact = impacts[index]
      if (!impact) continue
      const { counts, excludes, alone } = found
      const bears = counts.met + counts.unmet + counts.unknown + counts.discretion
      impact.vacancies += bears > 0 ? 1 : 0
      impact.pairs += bears
      impact.excluded += excludes
      impact.alone += alone
      impact.unknown += counts.unknown
      if (excludes === 0) continue
      const { high, low } = planes.column(index, place)
      const excluded = high.map((word, at) => word & (low[at] ?? 0))
      eachBit(excluded, (person) => impact.people.add(person))
    }
  }
  return new Map(planes.rules.map(({ rule }, index) => [rule.id, impacts[index] as Impact]))
}
