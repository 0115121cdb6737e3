/**
 * What the bias correction needs of every match: the leverage of one of its observations, and the weight with which the error
 * variance of one of its observations enters the variance of persons, that of units, and their covariance.
 */
export interface Leverages {
  readonly path: 'exact' | 'projected'
  readonly leverage: Float64Array
  /**
   * The factor by which 1 / (1 - leverage), and 1 / (1 - leverage of the match), are to be multiplied because the leverage
   * itself is an estimate: 1 where it is exact.
   */
  readonly debiasing: { readonly observation: Float64Array; readonly match: Float64Array }
  readonly person: Float64Array
  readonly unit: Float64Array
  readonly covariance: Float64Array
}
