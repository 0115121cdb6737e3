import type { CadreEstimate, Eligibility, ShortlistEntry, Unlisted } from '#domain/results.ts'
import { type CadreFacts, moveOf, type SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import type { FitReader } from './fit-reader.ts'
import { type Candidate, choose, tiedWith } from './standing.ts'

export interface Shortlists {
  readonly shortlists: readonly ShortlistEntry[]
  /** Where a list had to be cut among people of one rank, how many of them are not on it. */
  readonly unlisted: readonly Unlisted[]
  /** `fit:POSITION` of everybody on a list. */
  readonly estimates: readonly CadreEstimate[]
}

/**
 * A ranked list for each vacancy: candidates whom no rule excludes (gaps and reserved questions are marked by the verdict),
 * by fit. Moves to a lower level are not listed. Everybody who cannot be told apart from the best is on it, then whole
 * ranks until at least ten are; past sixty a rank is cut, and `unlisted` says so. A seat without requirements on record is
 * measured against the library.
 */
export function shortlistVacancies({ facts, fits }: Ground, eligibility: readonly Eligibility[]): Shortlists {
  const cadreOf = (id: string): CadreFacts => facts.cadre(facts.cadreIndex(id) ?? -1)
  const shortlists: ShortlistEntry[] = []
  const unlisted: Unlisted[] = []
  for (const [positionId, pairs] of Map.groupBy(eligibility, (pair) => pair.positionId)) {
    const seat = facts.seat(facts.seatIndex(positionId) ?? -1)
    const choice = choose(candidatesFor(seat, pairs, cadreOf, fits))
    for (const one of choice.listed) {
      const { cadreId, verdict } = one.pair
      const cadre = cadreOf(cadreId)
      shortlists.push({
        positionId,
        rank: one.rank,
        cadreId,
        fit: fits.estimate(cadre, seat),
        tiedWith: tiedWith(one, choice.listed),
        verdict,
        move: moveOf(cadre, seat),
      })
    }
    const last = choice.listed.at(-1)
    if (last && choice.unlisted > 0) unlisted.push({ positionId, rank: last.rank, count: choice.unlisted })
  }
  const estimates = shortlists.map(({ positionId, cadreId, fit }) => ({
    cadreId,
    measure: `fit:${positionId}`,
    estimate: fit,
  }))
  return { shortlists, unlisted, estimates }
}

function candidatesFor(
  seat: SeatFacts,
  pairs: readonly Eligibility[],
  cadreOf: (id: string) => CadreFacts,
  fits: FitReader,
): Candidate[] {
  const candidates: Candidate[] = []
  for (const pair of pairs) {
    if (pair.verdict === 'unmet') continue
    const cadre = cadreOf(pair.cadreId)
    if (moveOf(cadre, seat) === 'demotion') continue
    const score = fits.score(cadre, seat)
    if (score) candidates.push({ pair, value: score.value, sd: score.sd })
  }
  return candidates
}
