export interface Weighted {
  readonly value: number
  readonly weight: number
}

/** Above this many, one more or less does not move the median. */
const many = 200

/** The median of n independent normal values varies this many times as much as their weighted mean: π/2. */
const medianFactor = Math.PI / 2

/** For each value, the weighted median of the others, with its variance when a weight is one over a variance. */
export function medianBesides(values: readonly Weighted[]): { readonly value: number; readonly variance: number }[] {
  const order = values.toSorted((a, b) => a.value - b.value || a.weight - b.weight)
  const total = values.reduce((sum, { weight }) => sum + weight, 0)
  const whole = order.length > many ? medianOf(order, total) : undefined
  return values.map((own) => {
    const rest = total - own.weight
    return {
      value:
        whole ??
        medianOf(
          order.filter((other) => other !== own),
          rest,
        ),
      variance: medianFactor / rest,
    }
  })
}

/**
 * For each value, the lowest of the others: two peers cannot show by their median what happened to everybody, since one that
 * rose would pass for a fall of the other two; whoever fell further than both has fallen.
 */
export function lowestBesides(values: readonly Weighted[]): { readonly value: number; readonly variance: number }[] {
  return values.map((own) => {
    const others = values.filter((other) => other !== own).sort((a, b) => a.value - b.value)
    const [lowest = own] = others
    return { value: lowest.value, variance: 1 / lowest.weight }
  })
}

/** Midway between two values that halve the weight. */
function medianOf(order: readonly Weighted[], total: number): number {
  let below = 0
  for (const [index, { value, weight }] of order.entries()) {
    below += weight
    if (below > (total / 2) * (1 + 1e-9)) return value
    if (below >= (total / 2) * (1 - 1e-9)) return (value + (order[index + 1]?.value ?? value)) / 2
  }
  return order.at(-1)?.value ?? 0
}
