/**
 * Adjusted p-values (q-values) of Benjamini and Hochberg (1995, J. R. Stat. Soc. B 57:289–300): calling those below q keeps
 * the expected share of false calls under q. `tests` counts tests that were made but are not in the list, because their
 * p-value is near 1; the length of the list unless set.
 *
 * @example falseDiscoveryRates([0.01, 0.02, 0.03, 0.5]) // [0.04, 0.04, 0.04, 0.5]
 */
export function falseDiscoveryRates(probabilities: readonly number[], tests = probabilities.length): number[] {
  const order = probabilities.map((_, index) => index)
  order.sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number))
  const rates = new Array<number>(probabilities.length)
  let least = 1
  order.forEach((index, place) => {
    least = Math.min(least, ((probabilities[index] as number) * tests) / (probabilities.length - place))
    rates[index] = least
  })
  return rates
}

/** P(X ≥ count) of a binomial with this many trials. */
export function binomialTail(count: number, trials: number, probability: number): number {
  if (count <= 0) return 1
  if (count > trials || probability <= 0) return 0
  if (probability >= 1) return 1
  let log = 0
  for (let index = 0; index < count; index += 1) log += Math.log((trials - index) / (index + 1))
  let term = Math.exp(log + count * Math.log(probability) + (trials - count) * Math.log1p(-probability))
  let sum = 0
  for (let k = count; k <= trials; k += 1) {
    sum += term
    term *= ((trials - k) / (k + 1)) * (probability / (1 - probability))
  }
  return Math.min(1, sum)
}
