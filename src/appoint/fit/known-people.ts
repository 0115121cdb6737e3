/** All that is known of people's levels before a seat is named, read once from a snapshot and its estimates. */
import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, type Facts, factsFor, type RuleBook, type SeatFacts } from '#policy/index.ts'
import type { AskedOfSeat } from '../requirements/seat-requirements.ts'
import { type EvidenceSettings, evidenceSettings } from '../requirements/settings.ts'
import { type SimilarityReader, seatSimilarity } from '../requirements/similarity.ts'
import { facetPlace, type Person, personOf } from './ability.ts'
import { type AbilityModel, fitAbilityModel } from './ability-model.ts'
import { type Assessment, elementKey, readAssessments } from './assessments.ts'
import { type Background, backgroundReader, countedFor, lastSeat, yearsIn } from './background.ts'
import { readEvaluations } from './evaluations.ts'
import type { Asked, Level } from './fit.ts'
import { type Learned, type Learning, learningFrom, type Shifts, shiftsOf } from './learned.ts'
import { type Reading, type Readings, readMeasures } from './measures.ts'
import { highest, lowest } from './parameters.ts'

export interface KnownPerson extends Background {
  readonly cadre: CadreFacts
  readonly person: Person
  readonly assessments: readonly Assessment[]
}

export interface KnownPeople {
  readonly model: AbilityModel
  readonly readings: Readings
  readonly settings: EvidenceSettings
  readonly similarity: SimilarityReader
  of(cadre: CadreFacts): KnownPerson
  /** An element that a seat asks for; `weight` is that among what carries a number. */
  asked(seat: SeatFacts, one: AskedOfSeat & { readonly weight: number }): Asked
  /** The levels somebody would be assessed at in a seat. */
  levelsIn(known: KnownPerson, seat: SeatFacts): (one: Asked) => Level
  /** What service and courses add to the level on an element before it is assessed. */
  shiftsIn(known: KnownPerson, seat: SeatFacts): (one: Asked) => Shifts
  /** What saturating years add to levels of a facet, at most. */
  slopeOf(facet: string): number
}

/** What the levels of one person are worked out from. */
interface Sources {
  readonly facts: Facts
  readonly settings: EvidenceSettings
  readonly similarity: SimilarityReader
  readonly model: AbilityModel
  readonly backgroundOf: (cadre: CadreFacts) => Background
}

/** The post level held now. */
const levelOf = (cadre: CadreFacts): string => cadre.level ?? 'none'

function counting(settings: EvidenceSettings, key: string, facet: string) {
  const element = key.slice(facet.length + 1)
  return { facet, element, counted: countedFor(settings, facet, element) }
}

/** An assessed level beside what of the career may have added to it. */
function learnedFrom({ facts, settings, similarity, model, backgroundOf }: Sources, assessment: Assessment): Learned {
  const { cadre: index, facet, element: key, level } = assessment
  const cadre = facts.cadre(index)
  const { service, taught } = backgroundOf(cadre)
  const { element, counted } = counting(settings, key, facet)
  const foreseen = model.foreseen(index)
  return {
    facet,
    years: counted && yearsIn(service, lastSeat(cadre), similarity)(counted),
    hours: facet === 'knowledge' && taught ? (taught.get(element) ?? 0) : undefined,
    residual: level - model.meanOf(key, levelOf(cadre)) - foreseen.person - foreseen.facet(facet),
  }
}

/** The posterior of one person, before a seat is named. */
function personFrom(
  { settings, similarity, model, backgroundOf }: Sources,
  learning: Learning,
  cadre: CadreFacts,
  assessments: readonly Assessment[],
): KnownPerson {
  const background = backgroundOf(cadre)
  const years = yearsIn(background.service, lastSeat(cadre), similarity)
  const person = personOf(
    model,
    cadre.index,
    assessments,
    (key) => model.meanOf(key, levelOf(cadre)),
    (key, facet) => {
      const { service, courses } = shiftsOf(learning, years, background.taught, counting(settings, key, facet))
      return service.mean + courses.mean
    },
  )
  return { ...background, cadre, person, assessments }
}

export function knowPeople(snapshot: Snapshot, book: RuleBook, estimates: readonly CadreEstimate[]): KnownPeople {
  const facts = factsFor(snapshot, book)
  const settings = evidenceSettings(book, snapshot.asOf)
  const similarity = seatSimilarity({ snapshot, book })
  const assessments = readAssessments(snapshot)
  const assessmentsOf = Map.groupBy(assessments, ({ cadre }) => cadre)
  const everAssessed = new Set(assessments.map(({ element }) => element))
  const everybody = Array.from({ length: facts.cadreCount }, (_, index) => facts.cadre(index))
  const readings = withEvaluations(readMeasures(estimates, facts.cadreIndex), readEvaluations(everybody))
  const model = fitAbilityModel(assessments, (cadre) => levelOf(facts.cadre(cadre)), readings)
  const sources = { facts, settings, similarity, model, backgroundOf: backgroundReader(snapshot, settings) }
  const learning = learningFrom(assessments.map((one) => learnedFrom(sources, one)))
  const people = new Map<number, KnownPerson>()
  const shiftsIn: KnownPeople['shiftsIn'] = ({ service, taught }, seat) => {
    const years = yearsIn(service, seat, similarity)
    return (one) => shiftsOf(learning, years, taught, one)
  }

  return {
    model,
    readings,
    settings,
    similarity,
    of(cadre) {
      const found = people.get(cadre.index)
      if (found) return found
      const made = personFrom(sources, learning, cadre, assessmentsOf.get(cadre.index) ?? [])
      people.set(cadre.index, made)
      return made
    },
    asked(seat, { facet, element, level, weight }) {
      const key = elementKey(facet, element)
      const isCounted = facet === 'experience' && !everAssessed.has(key)
      const usual = isCounted ? lowest : model.meanOf(key, seat.level)
      const counted = countedFor(settings, facet, element)
      return { key, facet, element, place: facetPlace(facet), level, weight, usual, isCounted, counted }
    },
    levelsIn(known, seat) {
      const years = yearsIn(known.service, seat, similarity)
      return (one) => {
        if (one.isCounted) return countedLevel(one.counted && years(one.counted), model.elementVariance)
        return levelFrom(known.person, one, shiftsOf(learning, years, known.taught, one), model.elementVariance)
      }
    },
    shiftsIn,
    slopeOf: (facet) => learning.service.get(facet)?.mean ?? 0,
  }
}

const withEvaluations = (readings: Readings, evaluations: ReadonlyMap<number, Reading>): Readings =>
  new Map(
    [...new Set([...readings.keys(), ...evaluations.keys()])].map((cadre) => {
      const evaluation = evaluations.get(cadre)
      return [
        cadre,
        new Map([...(readings.get(cadre) ?? []), ...(evaluation ? [['evaluation', evaluation] as const] : [])]),
      ]
    }),
  )

const unassessed = { gain: 0, deviation: 0 }

function levelFrom(person: Person, one: Asked, { service, courses }: Shifts, elementVariance: number): Level {
  const { gain, deviation } = person.elements.get(one.key) ?? unassessed
  const loading = 1 - gain
  const facet = person.mean[one.place] ?? 0
  return {
    mean: one.usual + loading * (facet + service.mean + courses.mean) + gain * deviation,
    own: loading * elementVariance + loading * loading * (service.variance + courses.variance),
    loading,
  }
}

/** The level that years alone stand for; where they are not known, anything on the scale is as likely. */
function countedLevel(x: number | undefined, own: number): Level {
  if (x === undefined) return { mean: (lowest + highest) / 2, own: (highest - lowest) ** 2 / 12, loading: 0 }
  return { mean: lowest + (highest - lowest) * x, own, loading: 0 }
}
