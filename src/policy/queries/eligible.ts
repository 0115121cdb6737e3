/** Who may be considered for which seat, and who only just may not. */
import type { Verdict } from '#domain/finding.ts'
import { eachBit, fullBits } from '../planes/bits.ts'
import { mayBeConsidered, overallAt, overallVerdict } from '../planes/overall.ts'
import { type VerdictPlanes, verdictAt } from '../planes/verdict-planes.ts'

/** A cadre and a seat, with the verdict over all rules. */
export interface Candidacy {
  readonly cadreId: string
  readonly positionId: string
  readonly verdict: Verdict
}

export interface NearMiss extends Candidacy {
  /** The one rule that excludes. */
  readonly rule: string
  /** What the verdict over all rules would be without that rule. */
  readonly otherwise: Verdict
}

const cadreId = (planes: VerdictPlanes, person: number): string => planes.facts.cadre(planes.people[person] ?? -1).id

/** The place of a seat among those compared, or -1. */
export const placeOfSeat = (planes: VerdictPlanes, positionId: string): number =>
  planes.seats.findIndex((seat) => seat.position === positionId)

/** The place of a cadre among those compared, or -1. */
export const placeOfCadre = (planes: VerdictPlanes, id: string): number =>
  planes.people.indexOf(planes.facts.cadreIndex(id) ?? -1)

/**
 * Who may be considered for a seat (met or discretion), in the order of `planes.people`; nobody where the seat is not
 * among those compared.
 * @example eligibleFor(planes, 'P0001') // [{ cadreId: 'C0007', positionId: 'P0001', verdict: 'met' }]
 */
export function eligibleFor(planes: VerdictPlanes, positionId: string): Candidacy[] {
  const seat = placeOfSeat(planes, positionId)
  if (seat < 0) return []
  const overall = overallAt(planes, seat)
  const free = fullBits(planes.people.length)
  for (let word = 0; word < free.length; word += 1) free[word] = (free[word] ?? 0) & ~(overall.high[word] ?? 0)
  const found: Candidacy[] = []
  eachBit(free, (person) =>
    found.push({ cadreId: cadreId(planes, person), positionId, verdict: overallVerdict(overall, person) }),
  )
  return found
}

/**
 * The seats that a cadre may be considered for, in the order of `planes.seats`.
 * @example seatsFor(planes, 'C0007').map((one) => one.positionId)
 */
export function seatsFor(planes: VerdictPlanes, id: string): Candidacy[] {
  const person = placeOfCadre(planes, id)
  if (person < 0) return []
  return planes.seats.flatMap(({ position }, seat) => {
    const verdict = overallVerdict(overallAt(planes, seat), person)
    return mayBeConsidered(verdict) ? [{ cadreId: id, positionId: position, verdict }] : []
  })
}

/**
 * Who is kept from a seat by exactly one rule, and by which. A gap in the data does not count as a failure; `otherwise`
 * tells it.
 */
export function nearMisses(planes: VerdictPlanes, positionId: string): NearMiss[] {
  const seat = placeOfSeat(planes, positionId)
  if (seat < 0) return []
  const found: NearMiss[] = []
  eachBit(overallAt(planes, seat).failsOne, (person) => {
    let failed = ''
    let otherwise: Verdict = 'met'
    planes.rules.forEach((bound, rule) => {
      const verdict = verdictAt(planes, rule, seat, person)
      if (verdict === undefined || verdict === 'met') return
      if (bound.weight === 'warns') otherwise = otherwise === 'unknown' ? otherwise : 'discretion'
      else if (verdict === 'unmet') failed = bound.rule.id
      else if (verdict === 'unknown' || otherwise === 'met') otherwise = verdict
    })
    found.push({ cadreId: cadreId(planes, person), positionId, verdict: 'unmet', rule: failed, otherwise })
  })
  return found
}
