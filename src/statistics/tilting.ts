/** Shares of distinct values. */
export interface Histogram {
  readonly values: readonly number[]
  readonly shares: readonly number[]
}

export function histogramOf(sample: Iterable<number>): Histogram {
  const counts = new Map<number, number>()
  let total = 0
  for (const value of sample) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    total += 1
  }
  const values = [...counts.keys()].sort((a, b) => a - b)
  return { values, shares: values.map((value) => (counts.get(value) ?? 0) / total) }
}

/**
 * The distribution nearest to a histogram that has a given mean: shares times e^{λ value} (exponential tilting, which
 * minimises the Kullback–Leibler divergence under a moment). Says how the answers of a kind or a stern group would spread.
 * Undefined for a mean outside the values.
 */
export function tiltedTo({ values, shares }: Histogram, mean: number): Histogram | undefined {
  const lowest = values[0] ?? Number.NaN
  const highest = values.at(-1) ?? Number.NaN
  if (!(mean >= lowest && mean <= highest)) return undefined
  if (lowest === highest) return { values, shares }
  const reach = 700 / (highest - lowest)
  let from = -reach
  let to = reach
  let tilted = shares
  for (let step = 0; step < 80; step += 1) {
    const tilt = (from + to) / 2
    tilted = tiltedBy(values, shares, tilt)
    const found = values.reduce((sum, value, index) => sum + value * (tilted[index] as number), 0)
    if (found < mean) from = tilt
    else to = tilt
  }
  return { values, shares: tilted }
}

function tiltedBy(values: readonly number[], shares: readonly number[], tilt: number): number[] {
  const top = tilt > 0 ? (values.at(-1) as number) : (values[0] as number)
  const raw = values.map((value, index) => (shares[index] as number) * Math.exp(tilt * (value - top)))
  const total = raw.reduce((sum, value) => sum + value, 0)
  return raw.map((value) => value / total)
}
