import type { Posterior } from '#statistics/index.ts'
import type { RatingFit } from './rating-model.ts'

/** Posterior of what belongs to each cadre (the cadre's own effect and that of the unit's colleagues), by level. */
export interface CadreEffects {
  readonly modes: Float64Array
  readonly variances: Float64Array
  /** Prior variance of one of them. */
  readonly prior: number
  /** Covariance of each with a weighted sum of them. */
  covariances(weights: Float64Array): Float64Array
}

export function cadreEffects({ fit, colleagues }: RatingFit): CadreEffects {
  const [own] = fit.random
  const unit = fit.random.findIndex(({ name }) => name === 'colleagues')
  const shared = fit.random[unit]
  const variances = (own?.predictionSd ?? new Float64Array(0)).map((sd) => sd * sd)
  const modes = own?.modes ?? variances
  if (!shared || !colleagues) {
    const covariances = (weights: Float64Array): Float64Array => fit.posterior.covariances([weights])[0] ?? variances
    return { modes, variances, prior: own?.variance ?? 0, covariances }
  }
  const at = (values: Float64Array, level: number): number => values[colleagues[level] as number] as number
  return {
    modes: modes.map((mode, level) => mode + at(shared.modes, level)),
    variances: variances.map((variance, level) => {
      const together = fit.posterior.covariance(
        { factor: 0, level },
        { factor: unit, level: colleagues[level] as number },
      )
      return variance + at(shared.predictionSd, level) ** 2 + 2 * (together ?? 0)
    }),
    prior: (own?.variance ?? 0) + shared.variance,
    covariances: (weights) => summed(fit.posterior, weights, colleagues, unit, shared.levels),
  }
}

function summed(
  posterior: Posterior,
  weights: Float64Array,
  colleagues: Int32Array,
  unit: number,
  units: number,
): Float64Array {
  const ofUnits = new Float64Array(units)
  weights.forEach((weight, level) => {
    ofUnits[colleagues[level] as number] = (ofUnits[colleagues[level] as number] as number) + weight
  })
  const byFactor: Float64Array[] = []
  byFactor[0] = weights
  byFactor[unit] = ofUnits
  const found = posterior.covariances(byFactor)
  return (found[0] ?? weights).map((value, level) => value + (found[unit]?.[colleagues[level] as number] ?? 0))
}
