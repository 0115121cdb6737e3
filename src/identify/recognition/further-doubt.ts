import type { RatingFit } from './rating-model.ts'

/** What posteriors given the variances leave out; cadres by their levels in the model. */
export interface FurtherDoubt {
  /** Variance to add to that of the distance of a cadre from the mean of these others. */
  around(others: readonly number[]): (level: number) => number
}

/**
 * Two things. The variances are estimates: with M the modes' derivatives by them and C their covariance, estimates from few
 * units move by M C M', which counts twice, since variances that are estimated make the posterior too narrow by as much again
 * (Prasad and Rao 1990, J. Am. Stat. Assoc. 85:163–171; Datta and Lahiri 2000, Stat. Sinica 10:613–627). And a person's
 * ballots of one occasion have more in common than the model knows.
 */
export function furtherDoubt({ fit, holders, cadres, occasions }: RatingFit): FurtherDoubt {
  const { covariance = new Float64Array(0), slopes = [] } = fit.doubt ?? {}
  const size = slopes.length
  const slopesOf = Array.from(cadres, (_, cadre) =>
    slopes.map((modes) =>
      holders.reduce((sum, { factor, levels }) => sum + (modes[factor]?.[levels[cadre] as number] ?? 0), 0),
    ),
  )
  const ofVariances = (distance: readonly number[]): number => {
    let sum = 0
    distance.forEach((a, row) => {
      distance.forEach((b, column) => {
        sum += a * b * (covariance[row * size + column] as number)
      })
    })
    return sum
  }
  const ofOccasions = Float64Array.from(cadres, (row) => occasions.ofMean.get(row) ?? 0)
  return {
    around: (others) => {
      const mean = slopes.map(
        (_, k) => others.reduce((sum, level) => sum + (slopesOf[level]?.[k] ?? 0), 0) / others.length,
      )
      const rest = others.reduce((sum, level) => sum + (ofOccasions[level] as number), 0) / others.length ** 2
      return (level) => {
        const distance = mean.map((value, k) => (slopesOf[level]?.[k] ?? 0) - value)
        return 2 * ofVariances(distance) + (ofOccasions[level] as number) + rest
      }
    },
  }
}
