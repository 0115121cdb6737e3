/**
 * Who stands where among the candidates for one seat. Rank is 1 + the number of people who are surely above, so people who
 * cannot be told apart from the best share rank 1. "Surely above" is transitive: whoever is above somebody has a lower rank.
 */
import type { Eligibility, ShortlistEntry } from '#domain/results.ts'
import { listLeast, listMost, surely } from './parameters.ts'

/** A candidate with value and spread of the fit. */
export interface Candidate {
  readonly pair: Eligibility
  readonly value: number
  readonly sd: number
}

export interface Standing extends Candidate {
  readonly rank: number
}

export interface Choice {
  /** By rank, inside a rank by value, then by id. */
  readonly listed: readonly Standing[]
  /** People of the last rank for whom there was no room. */
  readonly unlisted: number
}

const isSurelyAbove = (a: Candidate, b: Candidate): boolean => a.value - b.value > surely * Math.hypot(a.sd, b.sd)

/**
 * Candidates with fewer than `listLeast` people surely above them: nobody else can be needed, for those above would already
 * fill the list. Whoever is surely above has a floor (value less `surely` deviations) above the other's value, so the search
 * ends early.
 */
function standings(candidates: readonly Candidate[]): Standing[] {
  const floor = ({ value, sd }: Candidate): number => value - surely * sd
  const byFloor = [...candidates].sort((a, b) => floor(b) - floor(a))
  return candidates.flatMap((one): Standing[] => {
    let above = 0
    for (const other of byFloor) {
      if (floor(other) <= one.value || above === listLeast) break
      if (isSurelyAbove(other, one)) above += 1
    }
    return above < listLeast ? [{ ...one, rank: 1 + above }] : []
  })
}

/** Whole ranks from the first until `listLeast` people are listed; a rank is cut only where `listMost` is reached. */
export function choose(candidates: readonly Candidate[]): Choice {
  const ordered = standings(candidates).sort(
    (a, b) => a.rank - b.rank || b.value - a.value || (a.pair.cadreId < b.pair.cadreId ? -1 : 1),
  )
  const lastRank = ordered[listLeast - 1]?.rank ?? Number.POSITIVE_INFINITY
  const whole = ordered.filter((one) => one.rank <= lastRank)
  return { listed: whole.slice(0, listMost), unlisted: Math.max(0, whole.length - listMost) }
}

/** People on the list who cannot be told apart from one: neither is surely above the other. */
export const tiedWith = (one: Standing, listed: readonly Standing[]): ShortlistEntry['tiedWith'] =>
  listed
    .filter((other) => other !== one && !isSurelyAbove(other, one) && !isSurelyAbove(one, other))
    .map((other) => other.pair.cadreId)
