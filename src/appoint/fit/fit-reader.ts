import type { SeparableEstimate } from '#domain/estimate.ts'
import { invariant } from '#domain/problem.ts'
import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, factsFor, type RuleBook, type SeatFacts } from '#policy/index.ts'
import { type Person, personOf, posteriorOf } from './ability.ts'
import { fitAbilityModel } from './ability-model.ts'
import { type Requirement, readAssessments, readRequirements, weighted } from './assessments.ts'
import { type Experience, experienceHints, experienceOf } from './experience.ts'
import { estimateOf, type Score, scoreOf } from './fit.ts'

/** Fits of cadres for seats, from what is known on the day. */
export interface FitReader {
  /** Value and spread alone, for ranking many; undefined where neither the seat nor the local default asks for anything. */
  readonly score: (cadre: CadreFacts, seat: SeatFacts) => Score | undefined
  readonly estimate: (cadre: CadreFacts, seat: SeatFacts) => SeparableEstimate
}

/** What a seat asks for: its own requirements, or the local default where it has none that can be measured. */
function requirementReader(snapshot: Snapshot, book: RuleBook): (seat: SeatFacts) => readonly Requirement[] {
  const recorded = readRequirements(snapshot)
  const profile = book.seatProfile(snapshot.asOf)
  const assumed = new Map<number, readonly Requirement[]>()
  return (seat) => {
    const found = recorded.get(seat.index) ?? assumed.get(seat.index)
    if (found) return found
    const asked = profile?.(seat) ?? []
    const made = weighted(asked.map((one) => ({ ...one, element: `${one.facet}/${one.element}` })))
    assumed.set(seat.index, made)
    return made
  }
}

export function fitReader(snapshot: Snapshot, book: RuleBook, ratings: readonly CadreEstimate[]): FitReader {
  const facts = factsFor(snapshot, book)
  const levelOf = (cadre: number): string => facts.cadre(cadre).level ?? 'none'
  const assessments = readAssessments(snapshot)
  const model = fitAbilityModel(assessments, levelOf, ratings, facts.cadreIndex)
  const assessmentsOf = Map.groupBy(assessments, (one) => one.cadre)
  const requirementsOf = requirementReader(snapshot, book)
  const people = new Map<number, { person: Person; experience: Experience | undefined }>()

  function known(cadre: CadreFacts) {
    const found = people.get(cadre.index)
    if (found) return found
    const own = assessmentsOf.get(cadre.index) ?? []
    const made = {
      person: personOf(model, cadre.index, levelOf(cadre.index), own),
      experience: experienceOf(cadre, snapshot.asOf),
    }
    people.set(cadre.index, made)
    return made
  }

  function score(cadre: CadreFacts, seat: SeatFacts): Score | undefined {
    const asked = requirementsOf(seat)
    if (asked.length === 0) return undefined
    const { person, experience } = known(cadre)
    return scoreOf(asked, posteriorOf(model, person, experienceHints(experience, seat, asked)))
  }

  return {
    score,
    estimate(cadre, seat) {
      const asked = requirementsOf(seat)
      const found = score(cadre, seat)
      invariant(found, `${seat.position} asks for something`)
      const elements = new Set(asked.map((one) => one.element))
      const n = (assessmentsOf.get(cadre.index) ?? []).filter((one) => elements.has(one.element)).length
      return estimateOf(seat, asked, found, n)
    },
  }
}
