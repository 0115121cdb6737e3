import type { RatingFit } from '../rating-model.ts'
import type { RatingVariances } from './foreseen-linking.ts'

/** How far the mean of so many raters can be generalised to other raters (D-study of generalisability theory). */
export interface StudyPoint {
  readonly raters: number
  /** Eρ²: for comparing people whom the same raters score, so that their severity drops out. */
  readonly generalisability: number
  /** Φ: for people whom different raters of different units score. */
  readonly dependability: number
}

export const studiedSizes = [5, 10, 20, 30, 50] as const

/** The variance components of a fit; what the model had to leave out counts as zero. */
export function variancesOf({ fit }: RatingFit): RatingVariances {
  const variance = (name: string): number => fit.random.find((each) => each.name === name)?.variance ?? 0
  return {
    cadre: variance('cadre'),
    colleagues: variance('colleagues') + variance('tier'),
    severity: variance('severity'),
    custom: variance('custom'),
    residual: fit.residualVariance,
  }
}

/**
 * Brennan (2001), Generalizability Theory, chapter 2.
 * @example studyPoint({ cadre: 0.154, colleagues: 0, severity: 0.06, custom: 0, residual: 0.786 }, 30).dependability // 0.85
 */
export function studyPoint(variances: RatingVariances, raters: number): StudyPoint {
  const person = variances.cadre + variances.colleagues
  const share = (noise: number): number => (person > 0 ? person / (person + noise / raters) : 0)
  return {
    raters,
    generalisability: share(variances.residual),
    dependability: share(variances.residual + variances.severity + variances.custom),
  }
}

/** How many raters give a mean with this dependability; undefined where people do not differ. */
export function ratersFor(variances: RatingVariances, dependability: number): number | undefined {
  const person = variances.cadre + variances.colleagues
  const noise = variances.residual + variances.severity + variances.custom
  return person > 0 ? Math.ceil(((dependability / (1 - dependability)) * noise) / person) : undefined
}
