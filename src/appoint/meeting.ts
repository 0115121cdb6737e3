/** What a meeting sees of a seat beside each person: the fits of all who may be considered, and what differs most. */
import type { SeparableEstimate } from '#domain/estimate.ts'
import { type CadreFacts, comparePlanes, moveOf, pairsIn, type SeatFacts } from '#policy/index.ts'
import type { Ground } from './ground.ts'

export interface ComparableFits {
  /** People whom no rule excludes, moves to a lower level left out. */
  readonly size: number
  /** Of their fits, at 0, 5, … 100 %. */
  readonly quantiles: readonly number[]
}

/** A curve over fewer people would show each of them. */
const fewestForCurve = 5

/**
 * The fits of all in service who may be considered for each of some seats; a seat with fewer than five such people, or with
 * nothing to measure against, is left out. A tenth of a second for 2,000 people and a seat.
 * @example comparableFits(ground, [seat]).get(seat.position)?.size // 46
 */
export function comparableFits(ground: Ground, seats: readonly SeatFacts[]): ReadonlyMap<string, ComparableFits> {
  const { snapshot, book, facts } = ground
  const people = serving(ground)
  const planes = comparePlanes(book.inForce('appointment', snapshot.asOf), facts, {
    people: people.map(({ index }) => index),
    seats: seats.map(({ index }) => index),
  })
  const answersAt = pairsIn(planes)
  const found = new Map<string, ComparableFits>()
  seats.forEach((seat, place) => {
    const answers = answersAt(place)
    const values = people.flatMap((cadre, at) => {
      if (answers.verdict(at) === 'unmet' || moveOf(cadre, seat) === 'demotion') return []
      return ground.fits.score(cadre, seat)?.value ?? []
    })
    if (values.length >= fewestForCurve) {
      found.set(seat.position, { size: values.length, quantiles: quantilesOf(values) })
    }
  })
  return found
}

function serving({ facts }: Ground): CadreFacts[] {
  const all = Array.from({ length: facts.cadreCount }, (_, index) => facts.cadre(index))
  return all.filter(({ hasLeft }) => !hasLeft)
}

/** At 0, 5, … 100 %, between neighbours in a straight line. */
function quantilesOf(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b)
  return Array.from({ length: 21 }, (_, step) => {
    const at = (step / 20) * (sorted.length - 1)
    const low = sorted[Math.floor(at)] ?? 0
    return low + (at % 1) * ((sorted[Math.ceil(at)] ?? low) - low)
  })
}

/** The part of the estimates in which people differ most; undefined where fewer than two people or no parts are. */
export function widestPart(estimates: readonly SeparableEstimate[]): SeparableEstimate['parts'][number] | undefined {
  if (estimates.length < 2) return undefined
  const spread = (id: string): number => {
    const values = estimates.map(({ parts }) => parts.find((part) => part.id === id)?.value ?? 0)
    return Math.max(...values) - Math.min(...values)
  }
  const [first] = estimates
  return first?.parts.toSorted((a, b) => spread(b.id) - spread(a.id) || (a.id < b.id ? -1 : 1))[0]
}
