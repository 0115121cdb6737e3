/** Opens a fit: what is asked, what is known and from what, the gap, and what would close it. */
import { certaintyOf, halfWidth90, type Part, type SeparableEstimate } from '#domain/estimate.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { invariant } from '#domain/problem.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import { normalCdf } from '#statistics/index.ts'
import type { AskedOfSeat, SeatRequirements } from '../requirements/seat-requirements.ts'
import { facetOrder } from './ability.ts'
import { closingOf } from './closing.ts'
import { countsOf, evidenceFor } from './evidence.ts'
import type { ElementFit, FacetFit, FitExplanation, GapState, KnownLevel, SimilarService } from './explanation.ts'
import type { Asked, Level, Moments } from './fit.ts'
import type { KnownPeople, KnownPerson } from './known-people.ts'
import { asAsked } from './parameters.ts'
import { countsAs } from './service.ts'
import { partLabels } from './wording.ts'

export interface Sources {
  readonly people: KnownPeople
  readonly requirementsOf: (seat: SeatFacts) => SeatRequirements
  readonly moments: (cadre: CadreFacts, seat: SeatFacts) => Moments | undefined
  readonly estimate: (cadre: CadreFacts, seat: SeatFacts) => SeparableEstimate
}

export function explainer(sources: Sources): (cadre: CadreFacts, seat: SeatFacts) => FitExplanation {
  return (cadre, seat) => {
    const { people } = sources
    const moments = sources.moments(cadre, seat)
    invariant(moments, `${seat.position} asks for something`)
    const known = people.of(cadre)
    const requirements = sources.requirementsOf(seat)
    const entries = new Map(requirements.asked.map((one) => [`${one.facet}/${one.element}`, one]))
    const levels = people.levelsIn(known, seat)
    const elements = moments.asked.flatMap((one, place): ElementFit[] => {
      const entry = entries.get(one.key)
      return entry
        ? [elementFit(people, known, seat, { one, entry, level: levels(one), share: moments.shares[place] ?? 0 })]
        : []
    })
    return {
      cadreId: cadre.id,
      positionId: seat.position,
      requirements: requirements.kind,
      fit: sources.estimate(cadre, seat),
      facets: facetsOf(elements),
      partySpirit: requirements.asked.filter(({ weight }) => weight === undefined),
      service: serviceFor(people, known, seat),
    }
  }
}

interface OneElement {
  readonly one: Asked
  readonly entry: AskedOfSeat
  readonly level: Level
  readonly share: number
}

/** Surely at what is asked or above, surely below, or neither. */
const stateOf = (below: number): GapState => (below <= 0.05 ? 'met' : below >= 0.95 ? 'short' : 'open')

function elementFit(
  people: KnownPeople,
  known: KnownPerson,
  seat: SeatFacts,
  { one, entry, level, share }: OneElement,
): ElementFit {
  const facetVariance = known.person.covariance[one.place * facetOrder.length + one.place] ?? 0
  const sd = Math.sqrt(level.own + level.loading ** 2 * facetVariance)
  const gap = one.level - level.mean
  const below = normalCdf(gap / sd)
  const evidence = evidenceFor(people, known, seat, one)
  const state = stateOf(below)
  const knownLevel: KnownLevel = {
    mean: level.mean,
    parts: partsOf(people, known, seat, one, level),
    lower: level.mean - halfWidth90 * sd,
    upper: level.mean + halfWidth90 * sd,
    sd,
    observations: countsOf(people, known, evidence),
  }
  return {
    ...entry,
    weight: one.weight,
    known: knownLevel,
    gap,
    below,
    state,
    certainty: certaintyOf(gap / sd),
    share,
    shareAsAsked: one.weight * asAsked,
    evidence,
    closing: state === 'met' ? [] : closingOf(people, known, seat, one, { gap, loading: level.loading }),
  }
}

/** What the mean level is made of. */
function partsOf(people: KnownPeople, known: KnownPerson, seat: SeatFacts, one: Asked, level: Level): Part[] {
  const foreseen = people.model.foreseen(known.cadre.index)
  const { service, courses } = people.shiftsIn(known, seat)(one)
  const parts = {
    usual: one.usual,
    estimates: level.loading * (foreseen.person + foreseen.facet(one.facet)),
    service: one.isCounted ? level.mean - one.usual : level.loading * service.mean,
    courses: level.loading * courses.mean,
  }
  const named = Object.values(parts).reduce((sum, value) => sum + value, 0)
  return Object.entries({ ...parts, assessments: level.mean - named }).map(([id, value]) => ({
    id,
    label: partLabels[id as keyof typeof partLabels],
    value,
  }))
}

function facetsOf(elements: readonly ElementFit[]): FacetFit[] {
  return facetOrder.flatMap((facet): FacetFit[] => {
    const own = elements.filter((one) => one.facet === facet)
    const weight = own.reduce((sum, one) => sum + one.weight, 0)
    if (own.length === 0) return []
    return [
      {
        facet: facet as Identifier<'facet'>,
        label: labelOf('facet', facet),
        weight,
        share: own.reduce((sum, one) => sum + one.share, 0),
        shareAsAsked: own.reduce((sum, one) => sum + one.shareAsAsked, 0),
        gap: own.reduce((sum, one) => sum + one.weight * one.gap, 0) / weight,
        elements: own,
      },
    ]
  })
}

function serviceFor(
  { similarity }: KnownPeople,
  { service }: KnownPerson,
  seat: SeatFacts,
): SimilarService[] | undefined {
  if (!service.isKnown) return undefined
  return service.served
    .flatMap((one): SimilarService[] => {
      if (!one.seat) return []
      const { value, parts } = similarity(one.seat, seat)
      return [
        {
          evidence: one.evidence,
          label: one.label,
          years: one.years,
          similarity: value,
          parts,
          likeness: similarity.likeness(value),
          counted: one.counted * countsAs('similar', one.seat, seat, similarity),
        },
      ]
    })
    .sort((a, b) => b.counted - a.counted || b.similarity - a.similarity || (a.evidence < b.evidence ? -1 : 1))
}
