import type { Estimate } from '#domain/estimate.ts'
import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, factsFor, type RuleBook, type SeatFacts } from '#policy/index.ts'
import { type Person, personOf, posteriorOf } from './ability.ts'
import { fitAbilityModel } from './ability-model.ts'
import { readAssessments, readRequirements } from './assessments.ts'
import { type Experience, experienceHints, experienceOf } from './experience.ts'
import { estimateOf, noFit, type Score, scoreOf } from './fit.ts'

/** Fits of cadres for seats, from what is known on the day. */
export interface FitReader {
  /** Value and spread alone, for ranking many; undefined where the seat asks for nothing. */
  readonly score: (cadre: CadreFacts, seat: SeatFacts) => Score | undefined
  readonly estimate: (cadre: CadreFacts, seat: SeatFacts) => Estimate
}

export function fitReader(snapshot: Snapshot, book: RuleBook, ratings: readonly CadreEstimate[]): FitReader {
  const facts = factsFor(snapshot, book)
  const levelOf = (cadre: number): string => facts.cadre(cadre).level ?? 'none'
  const assessments = readAssessments(snapshot)
  const model = fitAbilityModel(assessments, levelOf, ratings, facts.cadreIndex)
  const assessmentsOf = Map.groupBy(assessments, (one) => one.cadre)
  const requirementsOf = readRequirements(snapshot)
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
    const asked = requirementsOf.get(seat.index)
    if (!asked) return undefined
    const { person, experience } = known(cadre)
    return scoreOf(asked, posteriorOf(model, person, experienceHints(experience, seat, asked)))
  }

  return {
    score,
    estimate(cadre, seat) {
      const asked = requirementsOf.get(seat.index)
      const found = score(cadre, seat)
      if (!asked || !found) return noFit(seat)
      const elements = new Set(asked.map((one) => one.element))
      const n = (assessmentsOf.get(cadre.index) ?? []).filter((one) => elements.has(one.element)).length
      return estimateOf(seat, asked, found, n)
    },
  }
}
