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

/** The difference exceeds `surely` times its standard deviation. */
const isSurelyAbove = (a: Candidate, b: Candidate): boolean =>
  a.value - b.value > surely * Math.sqrt(a.sd * a.sd + b.sd * b.sd)

/**
 * Those who can decide whether `listLeast` people are surely above somebody: whoever has that many others with a value no
 * lower and a spread no wider is never needed, because these are above the same people.
 */
function decisive(candidates: readonly Candidate[]): Candidate[] {
  const closest: number[] = []
  return [...candidates]
    .sort((a, b) => b.value - a.value || a.sd - b.sd)
    .filter(({ sd }) => {
      if (closest.length === listLeast && sd >= (closest.at(-1) ?? 0)) return false
      closest.push(sd)
      closest.sort((a, b) => a - b)
      closest.length = Math.min(closest.length, listLeast)
      return true
    })
}

/**
 * Candidates with fewer than `listLeast` people surely above them: nobody else can be needed, for those above would already
 * fill the list.
 */
function standings(candidates: readonly Candidate[]): Standing[] {
  const others = decisive(candidates)
  const found: Standing[] = []
  for (const one of candidates) {
    let above = 0
    for (const other of others) if (isSurelyAbove(other, one)) above += 1
    if (above < listLeast) found.push({ ...one, rank: 1 + above })
  }
  return found
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
