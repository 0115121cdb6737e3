/**
 * What service in such seats and courses on the topic add to a level: a believed slope, corrected by what assessed levels
 * show beyond everything else (conjugate normal updating). Where a city's data show no effect, none is left.
 */

export interface Slope {
  readonly mean: number
  readonly variance: number
  /** Mean of the regressor among the assessed: at it the usual level holds. */
  readonly centre: number
  /** Its variance among them: what is not known of somebody who was never recorded. */
  readonly spread: number
  readonly n: number
}

export interface Lesson {
  /** Saturating years or hours. */
  readonly x: number
  /** Assessed level minus all that is expected without it. */
  readonly residual: number
}

/** Spread of saturating years among people where nobody was assessed. */
const usualCentre = 0.3
const usualSpread = 0.05

export function slopeOf(lessons: readonly Lesson[], believed: { readonly mean: number; readonly sd: number }): Slope {
  const n = lessons.length
  const prior = 1 / believed.sd ** 2
  if (n < 2) return { mean: believed.mean, variance: 1 / prior, centre: usualCentre, spread: usualSpread, n }
  const centre = lessons.reduce((sum, { x }) => sum + x, 0) / n
  const square = lessons.reduce((sum, { x }) => sum + (x - centre) ** 2, 0)
  const product = lessons.reduce((sum, { x, residual }) => sum + (x - centre) * residual, 0)
  const noise = lessons.reduce((sum, { residual }) => sum + residual * residual, 0) / n
  if (noise === 0) return { mean: believed.mean, variance: 1 / prior, centre, spread: square / n, n }
  const precision = prior + square / noise
  return {
    mean: (prior * believed.mean + product / noise) / precision,
    variance: 1 / precision,
    centre,
    spread: square / n,
    n,
  }
}

export interface Shift {
  readonly mean: number
  readonly variance: number
}

/** Shift of the usual level, and the variance it brings; somebody of whom x is not known is taken as the average, unsurely. */
export function shiftOf(slope: Slope, x: number | undefined): Shift {
  if (x === undefined) return { mean: 0, variance: (slope.mean ** 2 + slope.variance) * slope.spread }
  return { mean: slope.mean * (x - slope.centre), variance: slope.variance * (x - slope.centre) ** 2 }
}
