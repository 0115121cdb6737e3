/** How the intervals of one tier stand under one another on one scale. */

export interface Interval {
  readonly lower: number
  readonly value: number
  readonly upper: number
}

export interface Bar extends Interval {
  readonly cadreId: string
  readonly name: string
}

export interface FitRows {
  readonly scale: { readonly from: number; readonly to: number }
  /** Drawn one by one beneath the person. */
  readonly others: readonly Bar[]
  /** The rest together: how many, and from the lowest end to the highest. */
  readonly rest: { readonly count: number; readonly lower: number; readonly upper: number } | undefined
}

/** Others that are drawn one by one at most: what can be read from eight metres. */
export const mostRows = 6

/**
 * The person's bar is no part of the rows. Of a large tier, those next to him or her in the order of the tier are drawn;
 * the rest are one range.
 */
export function fitRows(self: Interval, tier: readonly Bar[], cadreId: string, quantiles: readonly number[]): FitRows {
  const place = Math.max(
    0,
    tier.findIndex((one) => one.cadreId === cadreId),
  )
  const all = tier.filter((one) => one.cadreId !== cadreId)
  const isWhole = all.length <= mostRows
  const shown = mostRows - 1
  const start = Math.max(0, Math.min(place - Math.floor(shown / 2), all.length - shown))
  const others = isWhole ? all : all.slice(start, start + shown)
  const left = all.filter((one) => !others.includes(one))
  const ends = [self, ...all].flatMap(({ lower, upper }) => [lower, upper]).concat(quantiles)
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const margin = (most - least || 1) * 0.04
  return {
    scale: { from: least - margin, to: most + margin },
    others,
    rest:
      left.length === 0
        ? undefined
        : {
            count: left.length,
            lower: Math.min(...left.map(({ lower }) => lower)),
            upper: Math.max(...left.map(({ upper }) => upper)),
          },
  }
}
