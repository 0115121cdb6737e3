/** What somebody did and learned: posts served in and courses taken, as far as they speak of levels. */
import type { Snapshot } from '#domain/snapshot.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { EvidenceSettings, ExperienceKind } from '../requirements/settings.ts'
import type { SimilarityReader } from '../requirements/similarity.ts'
import { type Course, courseReader } from './courses.ts'
import { halfHours } from './parameters.ts'
import { type Service, saturating, serviceReader, yearsFor } from './service.ts'

export interface Background {
  readonly service: Service
  readonly courses: ReadonlyMap<string, readonly Course[]> | undefined
  /** Saturating hours of courses by element; undefined where nobody's courses are on record. */
  readonly taught: ReadonlyMap<string, number> | undefined
}

/** Saturating years of a kind; undefined where they are not known. */
export type Years = (kind: ExperienceKind) => number | undefined

/** Reads each cadre once. */
export function backgroundReader(snapshot: Snapshot, settings: EvidenceSettings): (cadre: CadreFacts) => Background {
  const serviceOf = serviceReader(snapshot, settings)
  const coursesOf = courseReader(snapshot, settings)
  const known = new Map<number, Background>()

  function read(cadre: CadreFacts): Background {
    const courses = coursesOf(cadre.index)
    const hours = (own: readonly Course[]): number => own.reduce((sum, one) => sum + one.hours, 0)
    return {
      service: serviceOf(cadre),
      courses,
      taught: courses && new Map([...courses].map(([element, own]) => [element, saturating(hours(own), halfHours)])),
    }
  }
  return (cadre) => {
    const found = known.get(cadre.index) ?? read(cadre)
    known.set(cadre.index, found)
    return found
  }
}

/** Years of each kind as they count for one seat, each reckoned once; of no seat nothing is known. */
export function yearsIn(service: Service, seat: SeatFacts | undefined, similarity: SimilarityReader): Years {
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

/** The seat held now, else the last that is known: what somebody was assessed for. */
export const lastSeat = (cadre: CadreFacts): SeatFacts | undefined =>
  cadre.post?.seat ?? cadre.stretches.findLast(({ seat }) => seat !== undefined)?.seat

/** What of a career adds to a level: years in such seats to knowledge, years of its kind to an experience. */
export function countedFor(settings: EvidenceSettings, facet: string, element: string): ExperienceKind | undefined {
  if (facet === 'knowledge') return 'similar'
  return facet === 'experience' ? settings.counted(element) : undefined
}
