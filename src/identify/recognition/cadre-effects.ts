import type { Holder, RatingFit } from './rating-model.ts'

/** Posterior of what belongs to each cadre, the sum of the effects of all its holders, by level. */
export interface CadreEffects {
  readonly modes: Float64Array
  readonly variances: Float64Array
  /** Prior variance of one of them. */
  readonly prior: number
  /** Covariance of each with weighted sums of them. */
  covariances(sums: readonly Float64Array[]): Float64Array[]
}

export function cadreEffects({ fit, holders, cadres }: RatingFit): CadreEffects {
  const sum = (valueAt: (holder: Holder, level: number) => number): Float64Array =>
    Float64Array.from(cadres, (_, cadre) =>
      holders.reduce((total, holder) => total + valueAt(holder, holder.levels[cadre] as number), 0),
    )
  const variances = sum(({ factor }, level) => (fit.random[factor]?.predictionSd[level] ?? 0) ** 2)
  holders.forEach((a, index) => {
    for (const b of holders.slice(index + 1)) {
      for (let cadre = 0; cadre < cadres.length; cadre += 1) {
        const first = { factor: a.factor, level: a.levels[cadre] as number }
        const second = { factor: b.factor, level: b.levels[cadre] as number }
        variances[cadre] = (variances[cadre] as number) + 2 * (fit.posterior.covariance(first, second) ?? 0)
      }
    }
  })
  return {
    modes: sum(({ factor }, level) => fit.random[factor]?.modes[level] ?? 0),
    variances,
    prior: holders.reduce((total, { factor }) => total + (fit.random[factor]?.variance ?? 0), 0),
    covariances: (sums) =>
      fit.posterior
        .covariances(sums.map((weights) => weightsByFactor(weights, holders, fit.random)))
        .map((found) => sum(({ factor }, level) => found[factor]?.[level] ?? 0)),
  }
}

/** The same weighted sum in terms of the effects of the holders. */
function weightsByFactor(
  weights: Float64Array,
  holders: readonly Holder[],
  factors: readonly { readonly levels: number }[],
): (Float64Array | undefined)[] {
  return factors.map(({ levels }, factor) => {
    const holder = holders.find((each) => each.factor === factor)
    if (!holder) return undefined
    const sums = new Float64Array(levels)
    weights.forEach((weight, cadre) => {
      const level = holder.levels[cadre] as number
      sums[level] = (sums[level] as number) + weight
    })
    return sums
  })
}
