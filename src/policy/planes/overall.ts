/** All rules taken together, seat by seat. */
import type { Verdict } from '#domain/finding.ts'
import { type Bits, wordsFor } from './bits.ts'
import { codeIn, type VerdictPlanes, verdictCodes } from './verdict-planes.ts'

/** The overall verdict of everybody at one seat, coded as a column is, and who fails exactly one deciding rule. */
export interface SeatOverall {
  readonly high: Bits
  readonly low: Bits
  readonly failsOne: Bits
}

/** The worst of what the rules count as: one that awaits confirmation counts as a question at most. */
export function overallAt(planes: VerdictPlanes, seat: number): SeatOverall {
  const words = wordsFor(planes.people.length)
  const high = new Uint32Array(words)
  const low = new Uint32Array(words)
  const unmet = new Uint32Array(words)
  const twice = new Uint32Array(words)
  planes.rules.forEach((bound, rule) => {
    const column = planes.column(rule, seat)
    if (bound.weight === 'warns') {
      for (let w = 0; w < words; w += 1) low[w] = (low[w] ?? 0) | (column.high[w] ?? 0) | (column.low[w] ?? 0)
      return
    }
    for (let w = 0; w < words; w += 1) {
      const h = column.high[w] ?? 0
      const l = column.low[w] ?? 0
      const fails = h & l
      twice[w] = (twice[w] ?? 0) | ((unmet[w] ?? 0) & fails)
      unmet[w] = (unmet[w] ?? 0) | fails
      high[w] = (high[w] ?? 0) | h
      low[w] = (low[w] ?? 0) | (l & ~h)
    }
  })
  for (let w = 0; w < words; w += 1) {
    const u = unmet[w] ?? 0
    // A question beside a gap in the data is a gap; an unmet rule settles it.
    low[w] = u | ((low[w] ?? 0) & ~(high[w] ?? 0))
    twice[w] = u & ~(twice[w] ?? 0)
  }
  return { high, low, failsOne: twice }
}

export const overallVerdict = (overall: SeatOverall, person: number): Verdict =>
  verdictCodes[codeIn(overall, person)] ?? 'met'

/** A person may be considered where no rule excludes and no missing fact holds back: met or discretion. */
export const mayBeConsidered = (verdict: Verdict): boolean => verdict === 'met' || verdict === 'discretion'
