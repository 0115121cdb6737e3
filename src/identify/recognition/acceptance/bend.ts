/**
 * How a value on the scale of a rating model, where effects add up, becomes the share of the full mark that people would be
 * given: straight near the average, flat where marks meet the end of their scales. A table, so that it can be sent and kept.
 */
export interface Bend {
  readonly from: number
  readonly step: number
  readonly shares: readonly number[]
}

const steps = 120

export const bendOf = (from: number, to: number, shareOf: (value: number) => number): Bend => {
  const step = (to - from) / steps
  return { from, step, shares: Array.from({ length: steps + 1 }, (_, index) => shareOf(from + index * step)) }
}

/** Linear between the points; beyond the ends it goes on straight. */
export function bent({ from, step, shares }: Bend, value: number): number {
  const place = Math.max(0, Math.min(shares.length - 2, Math.floor((value - from) / step)))
  const rest = (value - from) / step - place
  return (1 - rest) * (shares[place] as number) + rest * (shares[place + 1] as number)
}
