import type { RatingFit } from '../../rating-model.ts'

/** By ballot, how far the score is from what the model expects, in standard deviations of such distances. */
export function standardResiduals({ fit, weights }: RatingFit): Float64Array {
  const weighted = fit.residuals.map((value, ballot) => value * Math.sqrt(weights[ballot] as number))
  const sd = Math.sqrt(weighted.reduce((sum, value) => sum + value * value, 0) / weighted.length)
  return weighted.map((value) => value / sd)
}
