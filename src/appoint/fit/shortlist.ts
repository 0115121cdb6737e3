import type { SeparableEstimate } from '#domain/estimate.ts'
import type { Verdict } from '#domain/finding.ts'
import type { CadreEstimate, Eligibility, ShortlistEntry } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, factsFor, moveOf, type RuleBook, type SeatFacts } from '#policy/index.ts'
import { posteriorOf } from './ability.ts'
import { type AbilityModel, fitAbilityModel } from './ability-model.ts'
import { type Assessment, readAssessments, readRequirements, type Requirement } from './assessments.ts'
import { experienceHints } from './experience.ts'
import { fitOf } from './fit.ts'
import { cumulative } from './normal.ts'
import { listLongest, listShown, surely } from './parameters.ts'

export interface Shortlists {
  readonly shortlists: readonly ShortlistEntry[]
  /** `fit:POSITION` of everybody on a list; and, where a seat asks for nothing, why there is no list. */
  readonly estimates: readonly CadreEstimate[]
}

interface Candidate {
  readonly cadreId: string
  readonly verdict: Verdict
  readonly fit: SeparableEstimate
}

/** Fit of one cadre for one seat, from what is known on the day. */
export function fitReader(snapshot: Snapshot, book: RuleBook, ratings: readonly CadreEstimate[]) {
  const facts = factsFor(snapshot, book)
  const levelOf = (cadre: number): string => facts.cadre(cadre).level ?? 'none'
  const assessments = readAssessments(snapshot)
  const model = fitAbilityModel(assessments, levelOf, ratings, facts.cadreIndex)
  const own = Map.groupBy(assessments, (one) => one.cadre)
  const asked = readRequirements(snapshot)
  return (cadre: CadreFacts, seat: SeatFacts) =>
    fitFor(model, cadre, seat, asked.get(seat.index), own.get(cadre.index) ?? [], snapshot.asOf)
}

function fitFor(
  model: AbilityModel,
  cadre: CadreFacts,
  seat: SeatFacts,
  asked: readonly Requirement[] | undefined,
  assessments: readonly Assessment[],
  asOf: number,
) {
  const hints = asked ? experienceHints(cadre, seat, asked, asOf) : []
  const posterior = posteriorOf(model, cadre.index, cadre.level ?? 'none', assessments, hints)
  return fitOf(seat, asked, posterior, new Set(assessments.map((one) => one.element)))
}

/**
 * A ranked list for each vacancy: candidates whom no rule excludes (gaps and reserved questions are marked by the verdict),
 * by fit. Moves to a lower level are not listed. People who cannot be told apart share a rank.
 */
export function shortlistVacancies(
  snapshot: Snapshot,
  book: RuleBook,
  eligibility: readonly Eligibility[],
  ratings: readonly CadreEstimate[],
): Shortlists {
  const facts = factsFor(snapshot, book)
  const fitBetween = fitReader(snapshot, book, ratings)
  const shortlists: ShortlistEntry[] = []
  const estimates: CadreEstimate[] = []
  for (const [positionId, pairs] of Map.groupBy(eligibility, (pair) => pair.positionId)) {
    const seat = facts.seat(facts.seatIndex(positionId) ?? -1)
    const candidates = pairs.flatMap(({ cadreId, verdict }): Candidate[] => {
      const cadre = facts.cadre(facts.cadreIndex(cadreId) ?? -1)
      if (verdict === 'unmet' || moveOf(cadre, seat) === 'demotion') return []
      const fit = fitBetween(cadre, seat)
      return fit.separable ? [{ cadreId, verdict, fit }] : []
    })
    for (const entry of rankCandidates(positionId, candidates)) {
      shortlists.push(entry)
      estimates.push({ cadreId: entry.cadreId, measure: `fit:${positionId}`, estimate: entry.fit })
    }
  }
  return { shortlists, estimates }
}

/** P(a is above b) for independent normal posteriors. */
const probabilityAbove = (a: SeparableEstimate, b: SeparableEstimate): number =>
  cumulative((a.value - b.value) / Math.max(1e-12, Math.hypot(a.sd, b.sd)))

/**
 * The first ten by value and everybody not surely below the tenth, up to fifteen. Rank is 1 + the number on the list who
 * are surely above; ties name each other.
 */
export function rankCandidates(positionId: string, candidates: readonly Candidate[]): ShortlistEntry[] {
  const ordered = [...candidates].sort((a, b) => b.fit.value - a.fit.value || (a.cadreId < b.cadreId ? -1 : 1))
  const last = ordered[listShown - 1]
  const listed = ordered
    .slice(0, listLongest)
    .filter((one, index) => index < listShown || (last && probabilityAbove(last.fit, one.fit) < surely))
  return listed.map((one) => {
    const above = listed.filter((other) => probabilityAbove(other.fit, one.fit) >= surely)
    const tied = listed.filter(
      (other) =>
        other !== one &&
        probabilityAbove(other.fit, one.fit) < surely &&
        probabilityAbove(one.fit, other.fit) < surely,
    )
    return {
      positionId,
      rank: 1 + above.length,
      cadreId: one.cadreId,
      fit: one.fit,
      tiedWith: tied.map((other) => other.cadreId),
      verdict: one.verdict,
    }
  })
}
