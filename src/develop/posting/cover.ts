/** Which need a seat would meet, and what a term in it would add to a career. */
import type { DevelopmentNeed, NeedName } from '#domain/results.ts'
import type { Facts } from '#policy/index.ts'
import type { OpenSeat } from './open-seats.ts'
import type { Exposure } from './seat-exposure.ts'

export const experienceNeedNames = [
  'grassroots',
  'hardship',
  'narrow',
  'principal-seat',
] as const satisfies readonly NeedName[]
export type PostedNeed = (typeof experienceNeedNames)[number]

/** What a term in the seat adds: months by kind of exposure; `breadth` = a unit the person never served in. */
export type Gain = Readonly<Partial<Record<Exposure | 'breadth', number>>>

export interface Cover {
  /** The needs of a person that a place would meet. */
  needsMet(cadre: number, place: OpenSeat): readonly PostedNeed[]
  gain(cadre: number, place: OpenSeat, months: number): Gain
}

/** The needs of experience among all, by row of the cadre. */
export function postedNeeds(
  facts: Facts,
  needs: readonly DevelopmentNeed[],
): ReadonlyMap<number, readonly PostedNeed[]> {
  const found = new Map<number, PostedNeed[]>()
  for (const { cadreId, need } of needs) {
    const row = facts.cadreIndex(cadreId)
    const posted = experienceNeedNames.find((name) => name === need)
    if (row === undefined || posted === undefined) continue
    found.set(row, [...(found.get(row) ?? []), posted])
  }
  return found
}

/** @example coverReader(facts, needs).needsMet(7, place) // ['grassroots', 'hardship'] */
export function coverReader(facts: Facts, needs: ReadonlyMap<number, readonly PostedNeed[]>): Cover {
  const units = new Map<number, ReadonlySet<string>>()
  const servedIn = (cadre: number): ReadonlySet<string> => {
    const known = units.get(cadre) ?? new Set(facts.cadre(cadre).stretches.flatMap(({ place }) => place?.unit ?? []))
    units.set(cadre, known)
    return known
  }
  const isNew = (cadre: number, { seat }: OpenSeat): boolean => !servedIn(cadre).has(seat.unit)
  return {
    needsMet: (cadre, place) =>
      (needs.get(cadre) ?? []).filter((need) => {
        if (need === 'narrow') return isNew(cadre, place)
        if (need === 'principal-seat')
          return (
            place.cause !== 'secondment' && (place.exposures.includes('key') || place.exposures.includes('principal'))
          )
        return place.exposures.includes(need)
      }),
    gain: (cadre, place, months) => ({
      ...Object.fromEntries(
        place.exposures
          .filter((one) => place.cause !== 'secondment' || (one !== 'principal' && one !== 'key'))
          .map((one) => [one, months]),
      ),
      ...(isNew(cadre, place) ? { breadth: months } : {}),
    }),
  }
}
