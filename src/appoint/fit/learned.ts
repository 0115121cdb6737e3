/**
 * What service in such seats and courses on the topic add to a level: a believed slope, corrected by what assessed levels
 * show beyond everything else (conjugate normal updating). Where a city's data show no effect, hardly any is left.
 */
import type { ExperienceKind } from '../requirements/settings.ts'
import type { Background, Years } from './background.ts'
import { believedOfCourses, believedOfService } from './parameters.ts'

export interface Slope {
  readonly mean: number
  readonly variance: number
  /** Mean of the regressor among the assessed: at it the usual level holds. */
  readonly centre: number
  /** Its variance among them: how unsure it is of somebody of whom it is not known. */
  readonly spread: number
}

export interface Lesson {
  /** Saturating years or hours. */
  readonly x: number
  /** Assessed level minus all that is expected without it. */
  readonly residual: number
}

/** Saturating years among people where nobody was assessed. */
const usual = { centre: 0.3, spread: 0.05 }

export function slopeOf(lessons: readonly Lesson[], believed: { readonly mean: number; readonly sd: number }): Slope {
  const n = lessons.length
  const noise = lessons.reduce((sum, { residual }) => sum + residual * residual, 0) / n
  if (!(noise > 0)) return { mean: believed.mean, variance: believed.sd ** 2, ...usual }
  const centre = lessons.reduce((sum, { x }) => sum + x, 0) / n
  const square = lessons.reduce((sum, { x }) => sum + (x - centre) ** 2, 0)
  const product = lessons.reduce((sum, { x, residual }) => sum + (x - centre) * residual, 0)
  const prior = 1 / believed.sd ** 2
  const precision = prior + square / noise
  return {
    mean: (prior * believed.mean + product / noise) / precision,
    variance: 1 / precision,
    centre,
    spread: square / n,
  }
}

export interface Shift {
  readonly mean: number
  readonly variance: number
}

/** Shift of the usual level, and its variance; somebody of whom x is not known is taken as the average, unsurely. */
export function shiftOf(slope: Slope, x: number | undefined): Shift {
  if (x === undefined) return { mean: 0, variance: (slope.mean ** 2 + slope.variance) * slope.spread }
  return { mean: slope.mean * (x - slope.centre), variance: slope.variance * (x - slope.centre) ** 2 }
}

/** What service adds to knowledge and to experience, and courses to knowledge. */
export interface Learning {
  readonly service: ReadonlyMap<string, Slope>
  readonly courses: Slope
}

/** One assessed level, with what may have added to it. */
export interface Learned {
  readonly facet: string
  readonly years: number | undefined
  readonly hours: number | undefined
  readonly residual: number
}

export function learningFrom(learned: readonly Learned[]): Learning {
  const lessons = (facet: string, of: 'years' | 'hours'): Lesson[] =>
    learned.flatMap((one) => {
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

export interface Shifts {
  readonly service: Shift
  readonly courses: Shift
}

const unshifted: Shift = { mean: 0, variance: 0 }
const nothing: Shifts = { service: unshifted, courses: unshifted }

/** What service and courses make one expect beyond what is usual, and how unsure that is. */
export function shiftsOf(
  learning: Learning,
  years: Years,
  taught: Background['taught'],
  { facet, element, counted }: { facet: string; element: string; counted: ExperienceKind | undefined },
): Shifts {
  const slope = learning.service.get(facet)
  if (counted === undefined || slope === undefined) return nothing
  const service = shiftOf(slope, years(counted))
  if (facet !== 'knowledge') return { service, courses: unshifted }
  return { service, courses: shiftOf(learning.courses, taught && (taught.get(element) ?? 0)) }
}
