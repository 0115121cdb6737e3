/** All that is known of people's levels before a seat is named, read once from a snapshot and its estimates. */
import type { CadreEstimate } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, factsFor, type RuleBook, type SeatFacts } from '#policy/index.ts'
import type { AskedOfSeat } from '../requirements/seat-requirements.ts'
import { type EvidenceSettings, type ExperienceKind, evidenceSettings } from '../requirements/settings.ts'
import { type SimilarityReader, seatSimilarity } from '../requirements/similarity.ts'
import { facetPlace, type Person, personOf } from './ability.ts'
import { type AbilityModel, fitAbilityModel } from './ability-model.ts'
import { type Assessment, elementKey, readAssessments } from './assessments.ts'
import { type Course, courseReader } from './courses.ts'
import type { Asked, Level } from './fit.ts'
import { type Lesson, type Shift, type Slope, shiftOf, slopeOf } from './learned.ts'
import { type Readings, readMeasures } from './measures.ts'
import { believedOfCourses, believedOfService, halfHours, highest, lowest } from './parameters.ts'
import { type Service, saturating, serviceReader, yearsFor } from './service.ts'

export interface KnownPerson {
  readonly cadre: CadreFacts
  readonly person: Person
  readonly assessments: readonly Assessment[]
  readonly service: Service
  /** Saturating hours of courses by element; undefined where nobody's courses are on record. */
  readonly taught: ReadonlyMap<string, number> | undefined
}

export interface KnownPeople {
  readonly model: AbilityModel
  readonly readings: Readings
  readonly settings: EvidenceSettings
  readonly similarity: SimilarityReader
  of(cadre: CadreFacts): KnownPerson
  coursesOf(cadre: CadreFacts): ReadonlyMap<string, readonly Course[]> | undefined
  /** An element that a seat asks for; `weight` is that among what carries a number. */
  asked(seat: SeatFacts, one: AskedOfSeat & { readonly weight: number }): Asked
  /** The levels somebody would be assessed at in a seat. */
  levelsIn(known: KnownPerson, seat: SeatFacts): (one: Asked) => Level
  /** What service and courses add to the level on an element before it is assessed. */
  shiftsIn(known: KnownPerson, seat: SeatFacts): (one: Asked) => { readonly service: Shift; readonly courses: Shift }
  /** What saturating years add to levels of a facet, at most. */
  slopeOf(facet: string): number
}

type Facet = Pick<Asked, 'facet' | 'element' | 'counted'>
/** Saturating years of a kind; undefined where they are not known. */
type Years = (kind: ExperienceKind) => number | undefined

const unshifted: Shift = { mean: 0, variance: 0 }
const unassessed = { gain: 0, deviation: 0 }

/** The seat held now, else the last that is known: what somebody was assessed for. */
const lastSeat = (cadre: CadreFacts): SeatFacts | undefined =>
  cadre.post?.seat ?? cadre.stretches.findLast(({ seat }) => seat !== undefined)?.seat

/** What of a career adds to a level: years in such seats to knowledge, years of its kind to an experience. */
function countedFor(settings: EvidenceSettings, facet: string, element: string): ExperienceKind | undefined {
  if (facet === 'knowledge') return 'similar'
  return facet === 'experience' ? settings.counted(element) : undefined
}

export function knowPeople(snapshot: Snapshot, book: RuleBook, estimates: readonly CadreEstimate[]): KnownPeople {
  const facts = factsFor(snapshot, book)
  const settings = evidenceSettings(book, snapshot.asOf)
  const similarity = seatSimilarity({ snapshot, book })
  const levelOf = (cadre: number): string => facts.cadre(cadre).level ?? 'none'
  const assessments = readAssessments(snapshot)
  const assessmentsOf = Map.groupBy(assessments, ({ cadre }) => cadre)
  const everAssessed = new Set(assessments.map(({ element }) => element))
  const readings = readMeasures(estimates, facts.cadreIndex)
  const model = fitAbilityModel(assessments, levelOf, readings)
  const serviceOf = serviceReader(snapshot, settings)
  const coursesOf = courseReader(snapshot, settings)

  /** Years of each kind for one seat, each counted once. */
  function yearsIn(service: Service, seat: SeatFacts | undefined): Years {
    const known = new Map<ExperienceKind, number | undefined>()
    return (kind) => {
      if (seat === undefined) return undefined
      if (known.has(kind)) return known.get(kind)
      const years = yearsFor(kind, service, seat, similarity)
      const found = years === undefined ? undefined : saturating(years)
      known.set(kind, found)
      return found
    }
  }

  function background(cadre: CadreFacts): Pick<KnownPerson, 'service' | 'taught'> {
    const courses = coursesOf(cadre.index)
    const hours = (own: readonly Course[]): number => own.reduce((sum, one) => sum + one.hours, 0)
    return {
      service: serviceOf(cadre),
      taught: courses && new Map([...courses].map(([element, own]) => [element, saturating(hours(own), halfHours)])),
    }
  }

  const backgrounds = new Map<number, ReturnType<typeof background>>()
  function backgroundOf(cadre: CadreFacts) {
    const found = backgrounds.get(cadre.index) ?? background(cadre)
    backgrounds.set(cadre.index, found)
    return found
  }

  const slopes = slopesFrom(
    assessments.map(({ cadre: index, facet, element: key, level }) => {
      const cadre = facts.cadre(index)
      const element = key.slice(facet.length + 1)
      const counted = countedFor(settings, facet, element)
      const foreseen = model.foreseen(index)
      const { service, taught } = backgroundOf(cadre)
      return {
        facet,
        years: counted && yearsIn(service, lastSeat(cadre))(counted),
        hours: facet === 'knowledge' && taught ? (taught.get(element) ?? 0) : undefined,
        residual: level - model.meanOf(key, levelOf(index)) - foreseen.person - foreseen.facet(facet),
      }
    }),
  )

  /** What service and courses make one expect beyond what is usual, and how unsure that is. */
  function shifts(years: Years, taught: KnownPerson['taught'], { facet, element, counted }: Facet) {
    const slope = slopes.service.get(facet)
    const service = counted && slope ? shiftOf(slope, years(counted)) : unshifted
    if (facet !== 'knowledge') return { service, courses: unshifted }
    return { service, courses: shiftOf(slopes.courses, taught && (taught.get(element) ?? 0)) }
  }

  const people = new Map<number, KnownPerson>()
  function of(cadre: CadreFacts): KnownPerson {
    const found = people.get(cadre.index)
    if (found) return found
    const { service, taught } = backgroundOf(cadre)
    const own = assessmentsOf.get(cadre.index) ?? []
    const years = yearsIn(service, lastSeat(cadre))
    const person = personOf(
      model,
      cadre.index,
      own,
      (key) => model.meanOf(key, levelOf(cadre.index)),
      (key, facet) => {
        const element = key.slice(facet.length + 1)
        const counted = countedFor(settings, facet, element)
        const { service: served, courses } = shifts(years, taught, { facet, element, counted })
        return served.mean + courses.mean
      },
    )
    const made = { cadre, person, assessments: own, service, taught }
    people.set(cadre.index, made)
    return made
  }

  return {
    model,
    readings,
    settings,
    similarity,
    of,
    coursesOf: (cadre) => coursesOf(cadre.index),
    asked(seat, { facet, element, level, weight }) {
      const key = elementKey(facet, element)
      const counted = countedFor(settings, facet, element)
      const isCounted = facet === 'experience' && !everAssessed.has(key)
      const usual = isCounted ? lowest : model.meanOf(key, seat.level)
      return { key, facet, element, place: facetPlace(facet), level, weight, usual, isCounted, counted }
    },
    levelsIn({ person, service, taught }, seat) {
      const years = yearsIn(service, seat)
      return (one) => {
        if (one.isCounted) return countedLevel(one.counted && years(one.counted), model.elementVariance)
        const { gain, deviation } = person.elements.get(one.key) ?? unassessed
        const { service: served, courses } = shifts(years, taught, one)
        const loading = 1 - gain
        const facet = person.mean[one.place] ?? 0
        return {
          mean: one.usual + loading * (facet + served.mean + courses.mean) + gain * deviation,
          own: loading * model.elementVariance + loading * loading * (served.variance + courses.variance),
          loading,
        }
      }
    },
    shiftsIn({ service, taught }, seat) {
      const years = yearsIn(service, seat)
      return (one) => shifts(years, taught, one)
    },
    slopeOf: (facet) => slopes.service.get(facet)?.mean ?? 0,
  }
}

/** The level that years alone stand for; where they are not known, anything on the scale is as likely. */
function countedLevel(x: number | undefined, own: number): Level {
  if (x === undefined) return { mean: (lowest + highest) / 2, own: (highest - lowest) ** 2 / 12, loading: 0 }
  return { mean: lowest + (highest - lowest) * x, own, loading: 0 }
}

interface Observed {
  readonly facet: string
  readonly years: number | undefined
  readonly hours: number | undefined
  readonly residual: number
}

/** What a year and a course add, by facet. */
function slopesFrom(observed: readonly Observed[]): { service: Map<string, Slope>; courses: Slope } {
  const lessons = (facet: string, of: 'years' | 'hours'): Lesson[] =>
    observed.flatMap((one) => {
      const x = one[of]
      return one.facet === facet && x !== undefined ? [{ x, residual: one.residual }] : []
    })
  return {
    service: new Map(
      ['knowledge', 'experience'].map((facet) => [facet, slopeOf(lessons(facet, 'years'), believedOfService)]),
    ),
    courses: slopeOf(lessons('knowledge', 'hours'), believedOfCourses),
  }
}
