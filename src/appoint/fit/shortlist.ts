import { invariant } from '#domain/problem.ts'
import type { CadreEstimate, Eligibility, ShortlistEntry } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type Facts, factsFor, moveOf, type RuleBook, type SeatFacts } from '#policy/index.ts'
import { normalCdf } from '#statistics/index.ts'
import { type FitReader, fitReader } from './fit-reader.ts'
import { listLongest, listShown, surely } from './parameters.ts'

export interface Shortlists {
  readonly shortlists: readonly ShortlistEntry[]
  /** `fit:POSITION` of everybody on a list. */
  readonly estimates: readonly CadreEstimate[]
}

/** A candidate with value and spread of the fit. */
export interface Candidate {
  readonly pair: Eligibility
  readonly value: number
  readonly sd: number
}

/**
 * A ranked list for each vacancy: candidates whom no rule excludes (gaps and reserved questions are marked by the verdict),
 * by fit. Moves to a lower level are not listed. People who cannot be told apart share a rank and name each other. A seat
 * without requirements on record has no list: there is nothing to measure against.
 */
export function shortlistVacancies(
  snapshot: Snapshot,
  book: RuleBook,
  eligibility: readonly Eligibility[],
  ratings: readonly CadreEstimate[],
): Shortlists {
  const facts = factsFor(snapshot, book)
  const fits = fitReader(snapshot, book, ratings)
  const shortlists: ShortlistEntry[] = []
  for (const [positionId, pairs] of Map.groupBy(eligibility, (pair) => pair.positionId)) {
    const seat = facts.seat(facts.seatIndex(positionId) ?? -1)
    shortlists.push(...entriesFor(seat, choose(candidatesFor(seat, pairs, facts, fits)), facts, fits))
  }
  return {
    shortlists,
    estimates: shortlists.map(({ positionId, cadreId, fit }) => ({
      cadreId,
      measure: `fit:${positionId}`,
      estimate: fit,
    })),
  }
}

function candidatesFor(seat: SeatFacts, pairs: readonly Eligibility[], facts: Facts, fits: FitReader): Candidate[] {
  const candidates: Candidate[] = []
  for (const pair of pairs) {
    if (pair.verdict === 'unmet') continue
    const cadre = facts.cadre(facts.cadreIndex(pair.cadreId) ?? -1)
    if (moveOf(cadre, seat) === 'demotion') continue
    const score = fits.score(cadre, seat)
    if (score) candidates.push({ pair, value: score.value, sd: score.sd })
  }
  return candidates
}

/** P(a is above b) for independent normal posteriors. */
const probabilityAbove = (a: Candidate, b: Candidate): number =>
  normalCdf((a.value - b.value) / Math.max(1e-12, Math.hypot(a.sd, b.sd)))

const isSurelyAbove = (a: Candidate, b: Candidate): boolean => probabilityAbove(a, b) >= surely

/** The first ten by value, and everybody up to the fifteenth who is not surely below the tenth. */
export function choose(candidates: readonly Candidate[]): Candidate[] {
  const ordered = [...candidates].sort((a, b) => b.value - a.value || (a.pair.cadreId < b.pair.cadreId ? -1 : 1))
  const last = ordered[listShown - 1]
  return ordered
    .slice(0, listLongest)
    .filter((one, index) => index < listShown || (last !== undefined && !isSurelyAbove(last, one)))
}

/** Rank is 1 + the number on the list who are surely above; those who cannot be told apart name each other. */
export function rankOf(one: Candidate, listed: readonly Candidate[]): Pick<ShortlistEntry, 'rank' | 'tiedWith'> {
  const above = listed.filter((other) => isSurelyAbove(other, one))
  const tied = listed.filter((other) => other !== one && !isSurelyAbove(other, one) && !isSurelyAbove(one, other))
  return { rank: 1 + above.length, tiedWith: tied.map((other) => other.pair.cadreId) }
}

function entriesFor(seat: SeatFacts, listed: readonly Candidate[], facts: Facts, fits: FitReader): ShortlistEntry[] {
  return listed.map((one) => {
    const { positionId, cadreId, verdict } = one.pair
    const fit = fits.estimate(facts.cadre(facts.cadreIndex(cadreId) ?? -1), seat)
    invariant(fit.separable, `fit of ${cadreId} for ${positionId}`)
    return { positionId, cadreId, verdict, fit, ...rankOf(one, listed) }
  })
}
